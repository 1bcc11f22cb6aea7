"""What a click does, done once, and the sentence that says what was done: it outlives the rerun, in any language."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

import streamlit as st

from data.acts import Act
from data.carrying_out import carry_out
from data.errors import Fault, retold
from pages.shared.language import language, t
from pages.shared.say import plain
from pages.shared.store import store
from pages.shared.ways import open_page

TOLD, SAID, DRAWN = "imports_done", "imports_done_said", "imports_drawn"
KEPT_SECONDS = 900  # of a sentence that nobody has put away: by then it tells no news


@dataclass(frozen=True, slots=True)
class Told:
    """A marked text with its operands, or a fault as it was kept (`fault`); `since` on the monotonic clock.

    A `caution` is neither done nor at fault: something was ended before it was done. `form` is one that can be opened.
    """

    text: str = ""
    operands: Mapping[str, object] = field(default_factory=dict)
    fault: str = ""
    caution: bool = False
    form: int | None = None
    since: float = field(default_factory=time.monotonic)

    @property
    def icon(self) -> str:
        return ":material/error:" if self.fault else ":material/cancel:" if self.caution else ":material/check_circle:"

    def sentence(self) -> str:
        if self.fault:
            return retold(self.fault, language())
        said = {name: t(part) if isinstance(part, str) else part for name, part in self.operands.items()}
        return t(self.text, **said)


def once(name: str) -> str:
    """The key of a button that changes the store: another one for each generation.

    A second click on what was drawn for the generation before is a click on nothing.
    """
    return f"{name}_{store().current_number()}"


def do_and_tell(do: Callable[[], object], told: Told) -> None:
    """Do it and say so in the next run; a fault is said instead, and then nothing has happened."""
    try:
        do()
    except Fault as fault:
        told = Told(fault=fault.told())
    tell_anew(told)


def carry_out_and_tell(acts: list[Act], told: Told) -> None:
    do_and_tell(lambda: carry_out(store(), acts), told)


def tell(told: Told) -> None:
    """Keep the sentence for the next run."""
    st.session_state[TOLD] = told
    st.session_state.pop(SAID, None)
    st.session_state.pop(DRAWN, None)


def tell_anew(told: Told) -> None:
    """Run the page anew, with the sentence."""
    tell(told)
    st.rerun()


def show_told() -> None:
    """What was done last, until it is put away; at the moment itself also where the reader looks."""
    notice_change()
    told: Told | None = st.session_state.get(TOLD)
    if told is None or time.monotonic() - told.since > KEPT_SECONDS:
        return
    sentence, box = plain(told.sentence()), st.error if told.fault else st.warning if told.caution else st.success
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="imports_told"):
        box(sentence, icon=told.icon)
        if told.form is not None:
            way = {"evaluation": told.form, "year": None, "department": None}
            st.button(t("打开自评表"), key="told_open", type="tertiary", on_click=lambda: open_page("form", **way))
        st.button(t("知道了"), key="told_away", type="tertiary", on_click=put_away)
    if not st.session_state.get(SAID):
        st.session_state[SAID] = True
        st.toast(sentence, icon=told.icon)


def put_away() -> None:
    """What was said is known, or another thing was done."""
    st.session_state.pop(TOLD, None)
    st.session_state.pop(DRAWN, None)


def notice_change() -> None:
    """Somebody else changed the data since this page was drawn: a click on what stood there did nothing."""
    now, drawn = store().current_number(), st.session_state.get(DRAWN)
    if drawn is not None and drawn != now:
        sentence = t("数据已在别处更新为第 {n} 代,下面是现在的情况。刚才如有点击,没有生效。", n=now)
        st.info(plain(sentence), icon=":material/sync:")
    st.session_state[DRAWN] = now


def now() -> datetime:
    """The moment of an act, in UTC as the journal keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)
