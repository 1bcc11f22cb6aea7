"""The Parquet file, read again by another library, compared field by field."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from analytics.exports.clean import storable
from analytics.exports.parquet import parquet_file
from analytics.exports.table import Row, Table
from tests.analytics.exports.examples import TABLE, meta
from tests.analytics.exports.test_hostile import HOSTILE


def read(content: bytes, folder: Path) -> tuple[list[str], list[str], list[Row]]:
    path = folder / "x.parquet"
    path.write_bytes(content)
    found = duckdb.connect().execute("select * from read_parquet(?)", [str(path)])
    return [one[0] for one in found.description], [str(one[1]) for one in found.description], found.fetchall()


def test_names_types_and_fields(tmp_path: Path) -> None:
    names, types, rows = read(
        parquet_file(Table(TABLE.columns[:-1], tuple(r[:-1] for r in TABLE.rows)), meta()), tmp_path
    )
    assert tuple(names) == TABLE.columns[:-1]
    assert dict(zip(names, types, strict=True))["executed_wan"] == "DECIMAL(38,3)"
    words = {"excellent": "优", "good": "良", "poor": "差"}
    assert rows == [tuple(words.get(field, field) for field in row[:-1]) for row in TABLE.rows]


COLUMNS = """
what            | fields                               | type
blanks alone    | None None                            | DECIMAL(38,6)
money           | 1.25 None 3                          | DECIMAL(38,2)
a long quotient | 0.3333333333333333333333333333 None  | DOUBLE
no figure       | NaN 1                                | VARCHAR
"""


@pytest.mark.parametrize("line", COLUMNS.strip().splitlines()[1:], ids=lambda line: line.split("|")[0].strip())
def test_the_type_holds_what_is_there(line: str, tmp_path: Path) -> None:
    _, fields, kind = (part.strip() for part in line.split("|"))
    values = tuple((None if one == "None" else Decimal(one),) for one in fields.split())
    _, types, rows = read(parquet_file(Table(("executed_wan",), values), meta()), tmp_path)
    assert types == [kind]
    assert [row[0] is None for row in rows] == [row[0] is None for row in values]


def test_days_and_moments(tmp_path: Path) -> None:
    rows = ((date(2023, 3, 2),), (None,))
    assert read(parquet_file(Table(("received_to",), rows), meta()), tmp_path)[2] == list(rows)
    moment = datetime.fromisoformat("2023-03-01T09:30")
    assert read(parquet_file(Table(("received_to",), ((moment,),)), meta()), tmp_path)[2] == [(moment,)]


def test_hostile_texts_come_back_as_they_were(tmp_path: Path) -> None:
    table = Table(("project",), tuple((text,) for text in HOSTILE))
    assert [row[0] for row in read(parquet_file(table, meta()), tmp_path)[2]] == [storable(text) for text in HOSTILE]


def test_no_rows(tmp_path: Path) -> None:
    names, _, rows = read(parquet_file(Table(TABLE.columns, ()), meta()), tmp_path)
    assert tuple(names) == TABLE.columns and rows == []
