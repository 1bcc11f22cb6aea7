"""Every table of every page in every format, opened again by another library, compared with the screen's rows."""

import csv
from datetime import datetime
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path

import duckdb
import pytest
from openpyxl import load_workbook

from analytics.columns import column
from analytics.exports.came_from import came_from
from analytics.exports.clean import visible
from data.audit import audit_journal, digest, read_audit
from pages.shared import exports
from pages.shared.deliveries import seen
from pages.shared.table import Table
from pages.shared.taken import Part, Rows
from tests.pages.test_pages import PAGES, opened

HEADER_ROW = 3


@pytest.mark.parametrize("page", PAGES)
def test_every_table_comes_back(page: str, county_store: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JIXIAO_STORE", str(county_store))
    shown: list[Part] = []
    monkeypatch.setattr("pages.shared.deliveries.page_now", lambda: page)
    monkeypatch.setattr("pages.shared.deliveries.take", shown.append)
    exports._parcels.clear()
    assert not opened(page).exception
    parcels = [one for one in exports._parcels.values() if one.name.endswith(("xlsx", "csv", "parquet"))]
    tables = [one.table for one in shown if isinstance(one, Rows)]
    assert tables or page not in ("county", "execution", "indicators", "form")
    for suffix, same in (("csv", same_csv), ("parquet", same_parquet)):
        files = [one.build() for one in parcels if one.name.endswith(suffix)]
        for content, table in zip(files, tables, strict=True):
            same(content, seen(table), tmp_path)
    books = [one.build() for one in parcels if one.name.endswith("xlsx")]
    books = [one for one in books if load_workbook(BytesIO(one)).sheetnames[0] == "数据"]
    for content, table in zip(books, tables, strict=True):
        same_workbook(content, seen(table))
        assert (came_from(content) or "").startswith(f"{page}?")


def plain(name: str, value: object) -> object:
    """A value as a file holds it: words for codes, floats for figures, nothing for blanks."""
    one = column(name)
    if value is None or value == "":
        return None
    if isinstance(value, bool) or one.kind == "code":
        return one.words(value, "zh")
    if isinstance(value, int | float | Decimal):
        return pytest.approx(float(value))
    return value.replace(tzinfo=None) if isinstance(value, datetime) else visible(str(value))


def same_workbook(content: bytes, table: Table) -> None:
    sheet = load_workbook(BytesIO(content), data_only=True).worksheets[0]
    assert [cell.value for cell in sheet[HEADER_ROW]][: len(table.columns)] == [
        column(n).label("zh") for n in table.columns
    ]
    for at, row in enumerate(table.rows, HEADER_ROW + 1):
        for place, (name, value) in enumerate(zip(table.columns, row, strict=True), 1):
            cell = sheet.cell(at, place)
            assert cell.data_type != "f" and cell.value == plain(name, value), (name, value)


def same_csv(content: bytes, table: Table, _folder: Path) -> None:
    found = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))[1:]
    assert len(found) == len(table)
    for row, fields in zip(table.rows, found, strict=True):
        for name, value, field in zip(table.columns, row, fields, strict=True):
            wanted = plain(name, value)
            numeric = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
            assert isinstance(value, datetime) or (
                float(field) == wanted if numeric else field.removeprefix("'") == (wanted or "")
            ), (name, value)


def same_parquet(content: bytes, table: Table, folder: Path) -> None:
    path = folder / "x.parquet"
    path.write_bytes(content)
    names = ", ".join(table.columns)
    found = duckdb.connect().execute(f"select {names} from read_parquet(?)", [str(path)]).fetchall()
    for row, fields in zip(table.rows, found, strict=True):
        for name, value, field in zip(table.columns, row, fields, strict=True):
            flag = isinstance(value, bool)
            got = float(field) if isinstance(field, Decimal) else field
            assert got == (value if flag else plain(name, value)) or (got == value), (name, value)


def test_who_took_what_is_written_down(county_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_STORE", str(county_store))
    exports._parcels.clear()
    opened("execution")
    parcel = next(one for one in exports._parcels.values() if one.name.endswith(".xlsx"))
    content = parcel.build()
    last = read_audit(audit_journal(county_store))[-1]
    assert (last.what, last.sha256, last.result) == ("export", digest(content), "done")
    assert dict(last.detail)["format"] == "xlsx" and dict(last.detail)["年度"] == "2022"
