"""python -m analytics report: all that can be taken away from the pages, without the web page, for a nightly task."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click

from analytics.commands.check import refuse_unknown
from analytics.commands.report_out import WHO, Out
from analytics.commands.report_wish import departments_of, year_of
from analytics.exports.table import ExportMeta
from analytics.reports.county import bounds_in_force
from analytics.reports.files.forms import form_files
from analytics.reports.files.maker import Made, Maker, Wish
from analytics.reports.files.papers import county_files, department_files, figure_files, notice_files, web_files
from analytics.reports.files.tables import table_files
from analytics.reports.page_tables import PAGES
from analytics.reports.speech import Speech
from analytics.schemes.loader import require_scheme
from analytics.session import bring_decisions, open_session
from data.commands.options import store_option
from data.decisions import journal_of, read_decisions
from data.errors import Fault, StoreEmpty
from data.journal import JournalUnwritable
from data.store import Store
from data.texts import LANGUAGES, mark, translate

MAKERS: Mapping[str, Callable[[Maker], Iterator[Made]]] = {
    "county-brief": county_files,
    "department-brief": department_files,
    "notices": notice_files,
    "tables": table_files,
    "forms": form_files,
    "figures": figure_files,
    "web": web_files,
}
FORMATS = ("xlsx", "csv", "parquet")
ALL = "all"
DONE = mark("共写出 {n} 个文件,{failed} 个没有写出。")
OWN = mark("各表自带口径")
NOTHING = mark("{year} 年度没有这样的内容可以生成。")


@click.command()
@click.argument("kinds", nargs=-1, required=True, type=click.Choice((*MAKERS, ALL)))
@store_option
@click.option("--year", type=int, help="年度,不写则为最近一年 · year, by default the last one with forms")
@click.option("--department", help="主管部门,不写则为全部 · department, by default all")
@click.option("--page", "pages", multiple=True, type=click.Choice(PAGES), help="只要这些页的表格 · of these pages")
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(FORMATS), help="表格格式,不写则三种都要 · formats of tables"
)
@click.option("--scheme", help="评分口径,不写则按各表自带的口径 · scheme, by default each form's own")
@click.option(
    "--lang", "language", type=click.Choice(LANGUAGES), default="zh", show_default=True, help="语言 · language"
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="写入的文件夹 · folder for the files",
)
def report(
    kinds: tuple[str, ...], store: Path, year: int | None, department: str | None, pages: tuple[str, ...],
    formats: tuple[str, ...], scheme: str | None, language: str, out: Path,
) -> None:  # fmt: skip
    """生成简报、整改通知、表格、带标记的自评表 · make briefs, notices, tables and forms with marks."""
    refuse_unknown(scheme)
    chosen = tuple(MAKERS) if ALL in kinds else tuple(dict.fromkeys(kinds))
    wish = Wish(chosen, year or 0, (department,), department is None, pages or PAGES, formats or FORMATS, language)
    try:
        maker = opened(Store(store), wish, scheme)
        with Out(out, store, f"report {' '.join(kinds)}") as folder:
            written, failed = write_all(maker, folder)
    except (Fault, OSError) as fault:
        click.echo(str(fault), err=True)
        raise SystemExit(1) from fault
    told = DONE if written or failed else NOTHING
    click.echo(translate(told, "zh", n=written, failed=failed, year=maker.wish.year), err=True)
    raise SystemExit(0 if written and not failed else 1)


def opened(store: Store, wish: Wish, scheme: str | None) -> Maker:
    """The session of the generation in force with every decision in it, and the wish checked against what it holds.

    Raises StoreEmpty, UsageError, and what store and journal raise.
    """
    generation = store.current()
    if generation is None:
        raise StoreEmpty(str(store.folder))
    session = open_session(generation, scheme)
    bring_decisions(session, read_decisions(journal_of(store.folder)))
    year = year_of(session, wish.year or None)
    departments = departments_of(session, year, None if wish.whole else wish.departments[0])
    t, chosen = Speech(wish.language), require_scheme(scheme) if scheme else None
    title = t(OWN) if chosen is None else chosen.title_en if wish.language == "en" else chosen.title_zh
    meta = ExportMeta(
        title="",
        filters=((t.head("year"), str(year)),),
        scheme=title,
        scheme_date=date(chosen.valid_from, 1, 1) if chosen else None,
        generation=generation.number,
        made_at=datetime.now().astimezone(),
        language=wish.language,
        demo=store.is_demo,
        who=WHO,
        bounds=bounds_in_force(session),
    )
    return Maker(session, store, replace(wish, year=year, departments=departments), meta)


def write_all(maker: Maker, folder: Out) -> tuple[int, int]:
    """Write every file, each named on its own line; what cannot be made or written is told and does not stop the rest.

    How many were written, and how many were not. Raises what the journal raises.
    """
    written = failed = 0
    for one in made_files(maker):
        try:
            click.echo(str(folder.write(one.name, one.build, one.count, maker.meta.filters)))
            written += 1
        except JournalUnwritable:
            raise
        except Fault as fault:
            click.echo(str(fault), err=True)
            failed += 1
    return written, failed


def made_files(maker: Maker) -> Iterator[Made]:
    """Every file of the wish, kind by kind."""
    for kind in maker.wish.kinds:
        yield from MAKERS[kind](maker)
