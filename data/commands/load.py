"""python -m data load: files and folders into the store."""

import json
from pathlib import Path

import click
from tqdm import tqdm

from data.commands.options import store_option
from data.errors import Fault
from data.load import LoadReport, files_of, load_paths
from data.store import Store
from data.texts import mark, translate


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@store_option
@click.option("--json", "as_json", is_flag=True, help="JSON 输出 · print JSON")
def load(paths: tuple[Path, ...], store: Path, as_json: bool) -> None:
    """导入自评表 · load forms into the store."""
    try:
        with tqdm(total=sum(1 for _ in files_of(paths)), unit="份", leave=False) as bar:
            report = load_paths(paths, Store(store), bar.update)
    except Fault as fault:
        click.echo(str(fault), err=True)
        raise SystemExit(1) from fault
    click.echo(json_text(report) if as_json else summary(report))
    raise SystemExit(1 if report.rejected else 0)


def summary(report: LoadReport) -> str:
    """Each refused file with its reason, then the count."""
    figures = {name: getattr(report, name) for name in ("seen", "imported", "unchanged", "held", "rejected", "forms")}
    refused = [f"{read.path}: {read.text}" for read in report.refused]
    chinese = translate(
        mark("共 {seen} 个文件 = 导入 {imported} + 未变 {unchanged} + 待定 {held} + 未能读取 {rejected};新增自评表 {forms} 份。"),
        "zh",
        **figures,
    )
    counted = "seen {seen} = imported {imported} + unchanged {unchanged} + held {held} + rejected {rejected}"
    return "\n".join([*refused, chinese, counted.format(**figures)])


def json_text(report: LoadReport) -> str:
    figures = {name: getattr(report, name) for name in ("seen", "imported", "unchanged", "held", "rejected", "forms")}
    problems = [{"file": str(read.path), "place": read.place, "code": read.code, "text": read.text} for read in report.refused]
    return json.dumps({**figures, "problems": problems}, ensure_ascii=False, indent=2)
