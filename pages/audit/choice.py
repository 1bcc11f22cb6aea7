"""The acts that were written down, and which of them are shown."""

from datetime import date
from pathlib import Path

import streamlit as st

from data.audit import Audited, acts_for, audit_journal
from data.rights import Actor
from pages.audit import words
from pages.shared.labels import word
from pages.shared.language import t
from pages.shared.store import folder
from pages.shared.table import Table
from pages.shared.visitor import visitor


def written_down() -> tuple[Audited, ...]:
    """Every act, the last one first; reading them verifies them. Raises NotAllowed and JournalDamaged."""
    return _read(folder(), visitor(), audit_journal(folder()).stamp())


@st.cache_resource(show_spinner=False, max_entries=2)
def _read(where: Path, who: Actor, stamp: tuple[tuple[int, int], ...]) -> tuple[Audited, ...]:  # noqa: ARG001 — a key
    return acts_for(where, who)[::-1]


def narrowed(acts: tuple[Audited, ...]) -> Table:
    """The acts of the person, the kind and the day asked for."""
    with st.container(horizontal=True, gap="small", key="audit_filters"):
        who = st.selectbox(
            t("谁"),
            sorted({one.who for one in acts}),
            None,
            lambda name: word("act_who", name),
            width=220,
            placeholder=t("全部"),
        )
        what = st.selectbox(
            t("做了什么"),
            sorted({one.what for one in acts}),
            None,
            width=220,
            format_func=words.what,
            placeholder=t("全部"),
        )
        day = st.date_input(t("日期"), None, width=180)
        refused = st.toggle(t("只看未获准或未成功的"))
    return words.table(tuple(one for one in acts if is_asked(one, who, what, day, refused)))


def is_asked(one: Audited, who: str | None, what: str | None, day: date | None, refused: bool) -> bool:
    """`day` is a day of this machine's clock, as the table shows it."""
    same = (who in (None, one.who), what in (None, one.what), day in (None, one.when.astimezone().date()))
    return all(same) and not (refused and words.is_done(one))
