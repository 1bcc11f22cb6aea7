"""python -m data expected: which self-evaluations are to be filed."""

from pathlib import Path

import click

from data.commands.listed import changes, show_or_replace
from data.commands.options import store_option
from data.registry.load import Replaced, replace_expected_filings
from data.registry.records import ExpectedFiling
from data.store import Store
from data.texts import mark, translate

DONE = mark("自评任务清单:应报 {all} 份(清单中重复 {repeated} 行),新增 {added} 份,去掉 {removed} 份。")
COUNTED = "expected {all} (rows repeated {repeated}): added {added}, removed {removed}"


@click.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@store_option
def expected(file: Path | None, store: Path) -> None:
    """换上清单所含年度的自评任务;不写文件则列出在用的 · replace the task list of its years, or show it."""
    show_or_replace(file, Store(store), ExpectedFiling, line, summary, replace_expected_filings)


def line(one: ExpectedFiling) -> str:
    return " | ".join([str(one.year), one.department, *([one.unit] if one.unit else []), one.project])


def summary(done: Replaced[ExpectedFiling]) -> str:
    counts = {
        "all": len(done.added) + done.unchanged,
        "added": len(done.added),
        "removed": len(done.removed),
        "repeated": done.repeated,
    }
    return "\n".join([*changes(done, line), translate(DONE, "zh", **counts), COUNTED.format(**counts)])
