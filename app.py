"""The web application: `streamlit run app.py`.

Streamlit imports this file once as the server's App, which carries our own route for exports, and runs it as
`__main__` for every visit.
"""

import streamlit as st

from pages.shared import exports, frame, taken
from pages.shared.deliveries import page_link
from pages.shared.guard import guarded
from pages.shared.language import chosen_language, speak, t
from pages.shared.store import hold_generation
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
    with guarded():
        hold_generation()
        frame.sidebar(menu)
        frame.heading(page.title)
        stand_on(page.url_path)
        taken.begin()
        page.run()
        page_link(page.title)
        frame.footer()


if __name__ == "__main__":
    show()
else:
    # Said before the first visit: Streamlit then never takes the folder pages/ for pages of its own.
    st.navigation([frame.go_home], position="hidden")
    app = st.App(__file__, routes=exports.ROUTES)
