"""python -m data load: files and folders into the store."""

from pathlib import Path

import click
from tqdm import tqdm

from data.commands.load_report import json_text, summary
from data.commands.options import store_option
from data.errors import Fault
from data.file_list import list_files
from data.load import Batch, load_paths
from data.store import Store


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
