"""The bureau's own lists: templates, and an upload that shows what it would change before it is put into force."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from data.errors import Fault
from data.registry.lists import Listed, preview, put_in_force, read_list
from data.registry.records import DepartmentName, ExpectedFiling
from data.registry.rows import Replaced, rows_in_force
from data.registry.template import SHEETS, template
from data.texts import mark
from pages.imports import list_words as words
from pages.imports.acting import Told, do_and_tell, once
from pages.shared.deliveries import hand_out, link, meta
from pages.shared.exports import XLSX
from pages.shared.kept import kept
from pages.shared.language import language, t
from pages.shared.reading import show_reading
from pages.shared.say import plain, section
from pages.shared.store import generation, reading_process, store
from pages.shared.table import Table

ROUND, READ = "imports_list_round", "imports_list_read"
SUFFIXES = ("xlsx", "xls", "et", "ods", "csv", "txt")
COLUMNS: dict[type, tuple[str, ...]] = {
    DepartmentName: ("former_name", "current_name", "from_year", "to_year"),
    ExpectedFiling: ("year", "department", "unit", "project"),
}
BAD = ("where", "why_bad")


def show() -> None:
    """What is in force, to be taken as a template, and the box for another list."""
    names, tasks = (kept(f"imports_{kind.__name__}", lambda kind=kind: in_force(kind)) for kind in COLUMNS)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(plain(words.in_force(names, tasks)), width="content")
        template_link(DepartmentName, names)
        template_link(ExpectedFiling, tasks)
    file = st.file_uploader(
        t("上传部门名称对照表或自评任务清单"),
        type=list(SUFFIXES),
        key=f"list_{st.session_state.get(ROUND, 0)}",
        help=t("按模板填写,xlsx 或 csv 均可。是哪一种由表头决定;确认启用之前什么也不改变。"),
    )
    if file is not None:
        offer(file)


def in_force(kind: Any) -> tuple[Any, ...]:
    return tuple(rows_in_force(generation(), kind))


def template_link(kind: Any, rows: Sequence[Any]) -> None:
    """The list as it stands, or empty, as a workbook to be filled in."""
    title = SHEETS[kind].title
    url = hand_out(f"{title}.xlsx", XLSX, lambda: template(kind, rows), meta(title), len(rows))
    link(words.template(kind), url, f"template_{kind.__name__}")


def offer(file: Any) -> None:
    """What the list would change, and the click that puts it into force; or what is wrong with it."""
    found = read(file)
    if isinstance(found, Fault):
        st.error(plain(found.sentence(language())), icon=":material/error:")
        return
    change: Replaced[Any] = preview(found, store())
    section(words.preview(found, change))
    if change.bad:
        bad = Table("list_row", BAD, tuple((row.place, row.sentence(language())) for row in change.bad))
        show_reading(bad, BAD, f"imports_bad_{bad.fingerprint()}", t("清单中不能采用的行"))
        return
    rows = changes(found, change)
    show_reading(rows, ("change", *COLUMNS[found.kind]), f"imports_change_{rows.fingerprint()}", t("清单的变化"))
    if st.button(t("启用这份清单"), type="primary", icon=":material/check:", key=once("list_use"), disabled=not rows):
        put(found)


def put(found: Listed) -> None:
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    told = Told(mark("{list}已启用,共 {n} 条。"), {"list": SHEETS[found.kind].title, "n": len(found.rows)})
    do_and_tell(lambda: put_in_force(found, store()), told)  # type: ignore[misc]


def read(file: Any) -> Listed | Fault:
    """The list, read in the reading process, once for each file chosen."""
    kept_: tuple[str, Listed | Fault] | None = st.session_state.get(READ)
    if kept_ is None or kept_[0] != file.file_id:
        kept_ = file.file_id, reading(file.name, file.getvalue())
        st.session_state[READ] = kept_
    return kept_[1]


def reading(name: str, content: bytes) -> Listed | Fault:
    try:
        with st.spinner(t("正在读取")):
            return read_list(reading_process().document(name, content), content)
    except Fault as fault:
        return fault


def changes(found: Listed, change: Replaced[Any]) -> Table:
    """The rows that go and those that come."""
    sides = (("removed", change.removed), ("added", change.added))
    columns = COLUMNS[found.kind]
    fields = ("name", "current_name", "from_year", "to_year") if found.kind is DepartmentName else columns
    rows = tuple((side, *(getattr(row, name) for name in fields)) for side, rows in sides for row in rows)
    return Table("list_change", ("change", *columns), rows)
