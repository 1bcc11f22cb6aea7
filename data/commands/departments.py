"""python -m data departments: other names, renames and mergers of departments."""

from pathlib import Path

import click

from data.commands.listed import changes, show_or_replace
from data.commands.options import store_option
from data.registry.load import Replaced, replace_department_names
from data.registry.records import DepartmentName
from data.store import Store
from data.texts import mark, translate

DONE = mark("部门名称对照表:共 {all} 条,新增 {added} 条,去掉 {removed} 条。")
COUNTED = "names {all}: added {added}, removed {removed}"


@click.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@store_option
def departments(file: Path | None, store: Path) -> None:
    """换上部门名称对照表;不写文件则列出在用的 · replace the list of department names, or show it."""
    show_or_replace(file, Store(store), DepartmentName, line, summary, replace_department_names)


def line(one: DepartmentName) -> str:
    """教育局 → 教育体育局 (2019–2022)."""
    years = f" ({one.from_year or ''}–{one.to_year or ''})" if one.from_year or one.to_year else ""
    return f"{one.name} → {one.current_name}{years}"


def summary(done: Replaced[DepartmentName]) -> str:
    counts = {"all": len(done.added) + done.unchanged, "added": len(done.added), "removed": len(done.removed)}
    return "\n".join([*changes(done, line), translate(DONE, "zh", **counts), COUNTED.format(**counts)])
