"""Large exports that differ in one cell never share bytes or an address."""

import random
from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest

from analytics.exports.flat import flat_file
from analytics.exports.parquet import parquet_file
from analytics.exports.table import Row, Table
from analytics.exports.workbook import workbook
from data.audit import digest
from data.rights import LOCAL
from pages.shared import exports, table, taken
from pages.shared.offline import offline_page
from tests.analytics.exports.examples import meta

TRIES, MIB = 100, 2**20
CHANCE = random.Random(7)
COLUMNS = ("project", "executed_wan")


def noise(at: int) -> Row:
    # Signs that cannot be packed tighter than a byte each.
    return "".join(chr(0x4E00 + CHANCE.getrandbits(14)) for _ in range(10_500)), Decimal(at)


ROWS = tuple(noise(at) for at in range(60))


def changed(times: int) -> tuple[Row, ...]:
    """The rows with one figure other than it was, by some hundredths."""
    at = (times * 37) % len(ROWS)
    text, figure = ROWS[at]
    assert isinstance(figure, Decimal)
    return (*ROWS[:at], (text, figure + Decimal(times + 1) / 100), *ROWS[at + 1 :])


def page(rows: tuple[Row, ...]) -> bytes:
    return offline_page([taken.Rows(table.Table("x", COLUMNS, rows), "项目")], meta())


MADE: Mapping[str, Callable[[tuple[Row, ...]], bytes]] = {
    "csv": lambda rows: flat_file(Table(COLUMNS, rows), "zh"),
    "xlsx": lambda rows: workbook(Table(COLUMNS, rows), meta()),
    "parquet": lambda rows: parquet_file(Table(COLUMNS, rows), meta()),
    "html": page,
}


@pytest.mark.parametrize("kind", MADE)
def test_one_cell_makes_other_bytes_and_every_offer_another_address(kind: str) -> None:
    found, addresses = set(), set()
    for times in range(TRIES):
        content = MADE[kind](changed(times))
        assert len(content) > MIB
        found.add(digest(content))
        url = exports.offer(f"a.{kind}", exports.CSV, lambda content=content: content)
        addresses.add(url)
        parcel = exports.collect(url.partition("/")[2], LOCAL.name, LOCAL)
        assert parcel is not None and parcel.build() == content
    assert len(found) == len(addresses) == TRIES
