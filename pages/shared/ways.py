"""Ways from here to there: narrowing this page, or opening another with the filters taken along."""

from collections.abc import Sequence
from contextvars import ContextVar
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from pages.shared.scope import Scope, address, read_address, way

GO = "_go"  # where a click leaves the page that the frame opens next
# What names the row that a page shows.
KEYS = {"form": ("evaluation", "n"), "department": ("department",), "findings": ("rule", "department")}


_page: ContextVar[str] = ContextVar("page", default="county")


def stand_on(page: str) -> None:
    """Say which page this run shows."""
    _page.set(page)


def page_now() -> str:
    """The name of the page that this run shows."""
    return _page.get()


def script(page: str) -> str:
    """The script of a page, as Streamlit names it."""
    return f"pages/{page}/page.py"


def here() -> Scope:
    """The scope as the address has it now, unchecked."""
    return read_address(st.query_params.to_dict())


def narrow(**changes: object) -> None:
    """Change the address of this page."""
    st.query_params.from_dict(address(here(), **changes))


def open_page(page: str, **changes: object) -> None:
    """Ask the frame to open `page` in the next run; filters go along."""
    st.session_state[GO] = (page, way(here(), **changes))


def address_of(ids: Sequence[Any]) -> str:
    """The address to which a mark with these ids goes; "" for one that goes nowhere."""
    if not ids:
        return ""
    page, *pairs = ids
    changes = dict(zip(pairs[::2], pairs[1::2], strict=True))
    asked = way(here(), **changes) if page else address(here(), **changes)
    return f"{page or page_now()}?{urlencode(asked)}"


def follow() -> None:
    """Open the page that a click asked for, if one did."""
    asked = st.session_state.pop(GO, None)
    if asked:
        st.switch_page(script(asked[0]), query_params=asked[1])
