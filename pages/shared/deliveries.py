"""Links to files: a table as it stands on the screen, an original as it was filed, the page as one file."""

from collections.abc import Callable, Sequence
from datetime import datetime
from urllib.parse import urlencode

import streamlit as st

from analytics.columns import column
from analytics.exports import table as exported
from analytics.exports.flat import flat_file
from analytics.exports.form_workbook import form_workbook
from analytics.exports.parquet import parquet_file
from analytics.exports.workbook import workbook
from analytics.reports.marked import marked_form
from data.documents import Cell
from data.handing_out import OthersInside, original_for, require_may_open
from data.rights import may
from pages.shared import standby, store
from pages.shared.audit import audited
from pages.shared.bounds import bounds
from pages.shared.exports import CSV, HTML, PARQUET, XLSX, offer
from pages.shared.kept import kept
from pages.shared.labels import department_name, label, rule_name, scheme_date, scheme_title, word, year_name
from pages.shared.language import language, speaking, t
from pages.shared.offline import offline_page
from pages.shared.scope import Scope, address
from pages.shared.table import Table
from pages.shared.taken import Rows, Words, take, taken
from pages.shared.visitor import visitor
from pages.shared.ways import here, page_now

ANY = "application/octet-stream"


def export_links(table: Table, title: str, key: str) -> None:
    """Links under a table: the same rows and columns as a workbook, as CSV and as Parquet.

    Ids among the columns stand hidden in the workbook and are left out of the CSV.
    """
    plain = kept(f"{key}_seen", lambda: seen(table))
    take(Rows(plain, title))
    rows, flat = (exported.Table(one.columns, one.rows) for one in (table, plain))
    origin, speaker, view = meta(title), language(), table.view
    builds = {
        "Excel": (XLSX, "xlsx", lambda: workbook(rows, origin, view)),
        "CSV": (CSV, "csv", lambda: flat_file(flat, speaker)),
        "Parquet": (PARQUET, "parquet", lambda: parquet_file(rows, origin)),
    }
    with st.container(horizontal=True, gap="xsmall", horizontal_alignment="right", key=f"exports_{key}"):
        for words, (content_type, suffix, build) in builds.items():
            name = f"{file_name(title, here())}.{suffix}"
            link(words, hand_out(name, content_type, build, origin, len(rows.rows)), f"{key}_{suffix}")


def seen(table: Table) -> Table:
    """The table without ids; one of ids alone stays as it is."""
    shown = tuple(name for name in table.columns if column(name).kind != "id")
    return table.only(*shown) if shown else table


def hand_out(
    name: str,
    content_type: str,
    build: Callable[[], bytes],
    origin: exported.ExportMeta,
    count: int | None,
    action: str = "export",
) -> str:
    """An address that works once; who uses it is written down with the filters in force. "" without the right to it."""
    if not may(visitor(), action):
        return ""
    detail = (("file", name), ("format", name.rpartition(".")[2]), *origin.filters)
    return offer(name, content_type, audited(build, store.folder(), origin.address, count, detail, action))


def link(words: str, url: str, key: str) -> None:
    """A link that works once; the click reruns the page, which puts a fresh address there. No address, no link."""
    if url:
        st.link_button(words, url, key=key, icon=":material/download:", type="tertiary", on_click="rerun")


def original_link(form: Table, key: str = "original") -> None:
    """The original of one form (a row with document and document_name) as it was filed, byte for byte."""
    held, shown, sha256 = store.store(), store.generation(), form.value("document")
    name = form.value("document_name") or sha256
    try:
        require_may_open(held, shown, sha256)
    except OthersInside as fault:
        st.caption(fault.sentence(language()))
        return
    build = lambda: original_for(held, shown, sha256)  # noqa: E731
    link(t("下载原件"), hand_out(name, ANY, build, meta(name), None, "see_original"), key)


def form_link(evaluation: int, cells: Sequence[Cell], title: str, found: int) -> None:
    """The form with its marks as a workbook; `cells` are those that count, `found` is how many findings it has."""
    origin, session, speaker = meta(title), store.session_of(here()), language()
    name = f"{file_name(title, here())}.xlsx"

    def build() -> bytes:
        return form_workbook(marked_form(session, evaluation, cells, speaker), origin)

    url = hand_out(name, XLSX, build, origin, found)
    link(t("带标记的自评表 (Excel)"), url, "form_marked")


def page_link(title: str) -> None:
    """The page as it was shown in this run, as one file for a room without network."""
    notices = tuple(Words("p", sentence) for sentence in standby.notices())
    parts, origin, speaker = (*notices, *taken()), meta(title), language()

    def build() -> bytes:
        with speaking(speaker):  # the bytes are built outside of any visit
            return offline_page(parts, origin)

    if taken():
        name = f"{file_name(title, here())}.html"
        link(t("本页离线网页"), hand_out(name, HTML, build, origin, None), "page_offline")


def meta(title: str) -> exported.ExportMeta:
    """Where the exported rows come from: filters as shown, scheme, generation, time, who, and the view's address."""
    scope = here()
    return exported.ExportMeta(
        title=title,
        filters=(*filters_in_words(scope), *((t("数据状态"), sentence) for sentence in standby.notices())),
        scheme=scheme_title(scope.scheme),
        scheme_date=scheme_date(scope.scheme),
        generation=store.generation().number,
        made_at=datetime.now().astimezone(),
        language=language(),
        demo=store.store().is_demo,
        who=visitor().name,
        address=f"{page_now()}?{urlencode(address(scope))}",
        bounds=bounds(),
    )


def filters_in_words(scope: Scope) -> tuple[tuple[str, str], ...]:
    """The filters in force as pairs of label and value."""
    words = {"year": year_name, "department": department_name, "search": str, "rule": rule_name}
    heads = {"search": t("查找"), "evaluation": t("自评表编号")}
    return tuple(
        (
            heads[name] if name in heads else label(name),
            words.get(name, lambda value, name=name: word(name, value))(value),
        )
        for name, value in scope.chosen()
        if name != "n"
    )


def file_name(title: str, scope: Scope) -> str:
    """The title and what narrows it, without what a file name may not hold."""
    parts = (title, scope.year and year_name(scope.year), scope.department and department_name(scope.department))
    name = "-".join(str(part) for part in parts if part)
    return "".join(char for char in name if char not in '\\/:*?"<>|' and char.isprintable())[:80]
