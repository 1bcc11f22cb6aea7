"""Links to files: a table as it stands on the screen, an original as it was filed."""

from datetime import datetime

import streamlit as st

from analytics.exports import table as exported
from analytics.exports.flat import flat_file
from analytics.exports.workbook import workbook
from pages.shared import store
from pages.shared.exports import CSV, XLSX, offer
from pages.shared.labels import department_name, label, scheme_date, scheme_title, word, year_name
from pages.shared.language import language, t
from pages.shared.scope import Scope
from pages.shared.table import Table
from pages.shared.ways import here


def export_links(table: Table, title: str, key: str) -> None:
    """Two links under a table: the same rows and columns as a workbook and as a CSV."""
    rows = exported.Table(table.columns, table.rows)
    origin = meta(title)
    name = file_name(title, here())
    speaker = language()
    with st.container(horizontal=True, gap="xsmall", horizontal_alignment="right", key=f"exports_{key}"):
        link("Excel", offer(f"{name}.xlsx", XLSX, lambda: workbook(rows, origin)), f"{key}_xlsx")
        link("CSV", offer(f"{name}.csv", CSV, lambda: flat_file(rows, speaker)), f"{key}_csv")


def link(words: str, url: str, key: str) -> None:
    """A link that works once; the click reruns the page, which puts a fresh address there."""
    st.link_button(words, url, key=key, icon=":material/download:", type="tertiary", on_click="rerun")


def original_link(form: Table, key: str = "original") -> None:
    """The original of one form (a row with document and document_name) as it was filed, byte for byte."""
    held, sha256 = store.store(), form.value("document")
    url = offer(form.value("document_name") or sha256, "application/octet-stream", lambda: held.original(sha256))
    link(t("下载原件"), url, key)


def meta(title: str) -> exported.ExportMeta:
    """Where the exported rows come from: filters as shown, scheme, generation, time."""
    scope = here()
    return exported.ExportMeta(
        title=title,
        filters=filters_in_words(scope),
        scheme=scheme_title(scope.scheme),
        scheme_date=scheme_date(scope.scheme),
        generation=store.generation().number,
        made_at=datetime.now().astimezone(),
        language=language(),
        demo=store.store().is_demo,
    )


def filters_in_words(scope: Scope) -> tuple[tuple[str, str], ...]:
    """The filters in force as pairs of label and value."""
    words = {"year": year_name, "department": department_name, "search": str}
    heads = {"search": t("查找"), "evaluation": t("自评表编号")}
    return tuple(
        (
            heads[name] if name in heads else label(name),
            words.get(name, lambda value, name=name: word(name, value))(value),
        )
        for name, value in scope.filters()
        if name != "n"
    )


def file_name(title: str, scope: Scope) -> str:
    """The title and what narrows it, without what a file name may not hold."""
    parts = (title, scope.year and year_name(scope.year), scope.department and department_name(scope.department))
    name = "-".join(str(part) for part in parts if part)
    return "".join(char for char in name if char not in '\\/:*?"<>|' and char.isprintable())[:80]
