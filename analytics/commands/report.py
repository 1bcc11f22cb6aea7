"""python -m analytics report: briefs, notices and tables from a store, without the web page."""

from pathlib import Path

import click

from analytics.commands.check import refuse_unknown
from analytics.commands.report_files import KINDS, NothingToReport, Wish, made_files
from analytics.session import bring_decisions, open_session
from data.commands.options import store_option
from data.decisions import journal_of, read_decisions
from data.errors import Fault, StoreEmpty
from data.store import Store
from data.texts import LANGUAGES, mark, translate


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@store_option
@click.option("--year", type=int, required=True, help="年度 · year")
@click.option("--department", help="主管部门 · department")
@click.option("--scheme", help="评分口径,不写则按各表自带的口径 · scheme, by default each form's own")
@click.option(
    "--lang", "language", type=click.Choice(LANGUAGES), default="zh", show_default=True, help="语言 · language"
)
@click.option("--out", type=click.Path(path_type=Path), default=Path(), help="文件或文件夹 · file or folder")
def report(
    kind: str, store: Path, year: int, department: str | None, scheme: str | None, language: str, out: Path
) -> None:
    """生成简报、整改通知和表格 · make briefs, notices and tables."""
    refuse_unknown(scheme)
    if kind == "department-brief" and department is None:
        raise click.UsageError(translate(mark("请用 --department 写明部门。"), "zh"))
    try:
        for path, content in make(Wish(kind, year, department, language), store, scheme):
            click.echo(str(write(path, content, out)))
    except (Fault, OSError) as fault:
        click.echo(str(fault), err=True)
        raise SystemExit(1) from fault


def make(wish: Wish, folder: Path, scheme: str | None) -> list[tuple[str, bytes]]:
    """All files of the wish. Raises StoreEmpty, NothingToReport and what store and journal raise."""
    store = Store(folder)
    generation = store.current()
    if generation is None:
        raise StoreEmpty(str(folder))
    session = open_session(generation, scheme)
    bring_decisions(session, read_decisions(journal_of(folder)))
    files = list(made_files(session, wish, generation.number, store.is_demo))
    if not files:
        raise NothingToReport(str(folder), place=str(wish.year))
    return files


def write(name: str, content: bytes, out: Path) -> Path:
    """Into the file `out` where it has the suffix of what is written, else into the folder `out` under its own name."""
    path = out if out.suffix == Path(name).suffix and not out.is_dir() else out / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
