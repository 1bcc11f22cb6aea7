"""The web application: `python app.py`, or `streamlit run app.py`.

The file is run in two ways: once for the server, whose App carries our own routes and the gate before all of them, and
as a script of Streamlit for every visit.
"""

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data.logs import as_set, begin, note
from pages.shared import exports, frame, health, taken, warming
from pages.shared.deliveries import page_link
from pages.shared.entrances import enter, is_open
from pages.shared.entry import door, start
from pages.shared.entry.gate import Gate
from pages.shared.guard import guarded
from pages.shared.language import chosen_language, speak, t
from pages.shared.sign_in import let_in
from pages.shared.store import folder, hold_generation
from pages.shared.visitor import visiting
from pages.shared.ways import follow, stand_on


def pages() -> list[st.Page]:
    """The pages, in the order of the menu."""
    titles = {
        "county": (t("县域总览"), ":material/account_balance:"),
        "execution": (t("预算执行"), ":material/payments:"),
        "indicators": (t("低分指标"), ":material/trending_down:"),
        "departments": (t("滞后部门"), ":material/leaderboard:"),
        "department": (t("部门"), ":material/domain:"),
        "findings": (t("核查发现"), ":material/fact_check:"),
        "form": (t("自评表"), ":material/description:"),
        "rules": (t("评分口径"), ":material/rule:"),
        "imports": (t("数据导入"), ":material/upload_file:"),
        "precheck": (t("填报预检"), ":material/task_alt:"),
        "accounts": (t("账号"), ":material/group:"),
        "audit": (t("审计记录"), ":material/receipt_long:"),
    }
    return [
        st.Page(f"pages/{name}/page.py", title=title, icon=icon, url_path=name)
        for name, (title, icon) in titles.items()
    ]


def show() -> None:
    """One run of the script: the frame, and inside it the page that was asked for."""
    speak(chosen_language(st.query_params.get("lang"), st.context.locale))
    st.set_page_config(page_title=t("绩效自评看板"), page_icon=frame.ICON, layout="wide")
    menu = pages()
    home = st.Page(frame.go_home, title=menu[0].title, default=True)
    meeting = st.Page("pages/meeting/page.py", title=t("会议模式"), url_path="meeting")  # opened by the pages it shows
    page = st.navigation([home, *menu, meeting], position="hidden")
    follow()
    frame.dress()
    with guarded(), visiting():
        let_in()
        hold_generation()
        frame.sidebar([one for one in menu if is_open(one.url_path)])
        frame.heading(page.title)
        stand_on(page.url_path)
        taken.begin()
        exports.begin()
        if page is not home:
            enter(page.url_path)
        page.run()
        page_link(page.title)
        frame.footer()


if get_script_run_ctx(suppress_warning=True):
    show()
else:
    start.checked()
    # Said before the first visit: Streamlit then never takes the folder pages/ for pages of its own.
    st.navigation([frame.go_home], position="hidden")
    begin("server", lambda: as_set(folder()))
    note("server_started")
    routes = (*door.ROUTES, *exports.ROUTES, *health.ROUTES)
    app = st.App(__file__, routes=routes, middleware=[Middleware(Gate)], secrets=start.secrets())
    warming.begin()
    if __name__ == "__main__":
        start.serve(app)
    else:
        start.greet(start.address(), start.port())
