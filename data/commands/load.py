"""python -m data load: files and folders into the store."""

import json
from pathlib import Path

import click
from tqdm import tqdm

from data.commands.options import store_option
from data.errors import Fault
from data.file_list import list_files
from data.load import COUNTED, Batch, LoadReport, load_paths
from data.store import Store
from data.texts import mark, translate


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@store_option
@click.option("--year", type=click.IntRange(2000, 2099), help="本批次的年度 · year of the whole batch")
@click.option("--department", help="本批次的部门 · department of the whole batch")
@click.option("--check-only", is_flag=True, help="只检查,不入库 · read and count, store nothing")
@click.option("--json", "as_json", is_flag=True, help="JSON 输出 · print JSON")
def load(
    paths: tuple[Path, ...], store: Path, year: int | None, department: str | None, check_only: bool, as_json: bool
) -> None:
    """导入自评表 · load forms into the store."""
    try:
        with tqdm(total=sum(1 for _ in list_files(paths)), unit="份", leave=False, disable=None) as bar:
            batch = Batch(year, department)
            report = load_paths(paths, Store(store), bar.update, batch, only_check=check_only)
    except Fault as fault:
        click.echo(str(fault), err=True)
        raise SystemExit(1) from fault
    click.echo(json_text(report) if as_json else summary(report))
    raise SystemExit(1 if report.rejected else 0)


def summary(report: LoadReport) -> str:
    """Each refused file with its reason, then the count in both languages."""
    refused = [f"{read.file.shown_path}: {read.text}" for read in report.problems]
    text = mark(
        "共 {seen} 个文件 = 导入 {imported} + 未变 {unchanged} + 待定 {held} + 未能读取 {rejected};"
        "新增自评表 {forms} 份,其中更正 {versions} 份。"
    )
    counted = "seen {seen} = imported {imported} + unchanged {unchanged} + held {held} + rejected {rejected}"
    return "\n".join([*refused, translate(text, "zh", **figures(report)), counted.format(**figures(report))])


def json_text(report: LoadReport) -> str:
    problems = [
        {"file": read.file.shown_path, "place": read.place, "code": read.code, "text": read.text}
        for read in report.problems
    ]
    return json.dumps({**figures(report), "problems": problems}, ensure_ascii=False, indent=2)


def figures(report: LoadReport) -> dict[str, int]:
    return {name: getattr(report, name) for name in COUNTED}
