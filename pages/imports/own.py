"""A workbook that was taken from here is no form: it leads back to the view that it shows."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qsl

import streamlit as st

from analytics.exports.came_from import came_from
from pages.shared.language import t
from pages.shared.say import plain
from pages.shared.scope import address, read_address
from pages.shared.ways import script

PAGES = ("county", "execution", "indicators", "departments", "department", "findings", "form", "rules", "imports")


def view_of(content: bytes) -> tuple[str, dict[str, str]] | None:
    """The page and the filters that a workbook of ours shows; None for any other file."""
    page, _, asked = (came_from(content) or "").partition("?")
    return (page, address(read_address(dict(parse_qsl(asked))))) if page in PAGES else None


def show_ways_back(files: Iterable[Any]) -> None:
    """A link for each file that is an export of this dashboard."""
    for file in files:
        if view := view_of(file.getvalue()):
            page, filters = view
            st.info(t("《{name}》是从本看板导出的表,不是自评表。", name=plain(file.name)), icon=":material/info:")
            st.page_link(script(page), label=t("打开它所示的页面"), icon=":material/open_in_new:", query_params=filters)
