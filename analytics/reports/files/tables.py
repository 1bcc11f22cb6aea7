"""The tables of the pages as workbook, CSV and Parquet."""

from collections.abc import Iterator
from functools import partial

from analytics.columns import column
from analytics.exports.flat import flat_file
from analytics.exports.parquet import parquet_file
from analytics.exports.table import ExportMeta, Table
from analytics.exports.workbook import workbook
from analytics.reports.files.maker import Made, Maker
from analytics.reports.page_tables import TABLES, PageTable, page_table
from analytics.reports.rows import Rows
from analytics.reports.word import file_name


def table_files(maker: Maker) -> Iterator[Made]:
    """Every table of the pages asked for; those of the page of one department in a folder for each department."""
    for one in TABLES.values():
        if one.page not in maker.wish.pages:
            continue
        everyone = maker.wish.whole and one.of != "department"
        for who in (None,) if everyone or one.of == "county" else maker.wish.departments:
            yield from table_in_formats(maker, one, who, narrowed=not everyone and one.of != "county")


def table_in_formats(maker: Maker, one: PageTable, who: str | None, *, narrowed: bool) -> Iterator[Made]:
    """One table in every format asked for. Without rows it is not made: the page shows none either."""
    t, wish = maker.t, maker.wish
    rows = page_table(maker.session, one, wish.year, who, not narrowed, t)
    if not len(rows):
        return
    name = "-".join([file_name(t(one.title)), str(wish.year), *([maker.named(who)] if narrowed else [])])
    folder = f"{t('部门')}/{maker.named(who)}/" if one.of == "department" else ""
    own = ((t.head("department"), t.department(who)),) if narrowed else ()
    meta = maker.titled(t(one.title), f"{one.page}?year={wish.year}", own)
    for suffix in wish.formats:
        yield Made(f"{folder}{name}.{suffix}", partial(written, rows, one, meta, suffix), len(rows))


def written(rows: Rows, one: PageTable, meta: ExportMeta, suffix: str) -> bytes:
    """As the page hands it out: ids stand hidden in a workbook and are left out of a CSV."""
    table = Table(rows.columns, rows.rows)
    if suffix == "xlsx":
        return workbook(table, meta, one.view)
    if suffix == "parquet":
        return parquet_file(table, meta)
    shown = rows.only(*(name for name in rows.columns if column(name).kind != "id"))
    return flat_file(Table(shown.columns, shown.rows), meta.language)
