"""Large exports that differ in one cell never share bytes or an address."""

import random
from decimal import Decimal

from analytics.exports.flat import flat_file
from analytics.exports.parquet import parquet_file
from analytics.exports.table import Row, Table
from analytics.exports.workbook import workbook
from data.audit import digest
from pages.shared import exports
from tests.analytics.exports.examples import meta

TRIES, MIB = 100, 2**20
CHANCE = random.Random(7)


def noise(at: int) -> Row:
    return f"{CHANCE.getrandbits(12_000):x}", Decimal(at)


ROWS = tuple(noise(at) for at in range(700))


def changed(times: int) -> Table:
    """The rows with one figure other than it was, by one hundredth."""
    at = (times * 37) % len(ROWS)
    text, figure = ROWS[at]
    assert isinstance(figure, Decimal)
    return Table(("project", "executed_wan"), (*ROWS[:at], (text, figure + Decimal("0.01")), *ROWS[at + 1 :]))


def test_one_cell_makes_other_bytes_and_every_offer_another_address() -> None:
    flat, addresses = set(), set()
    for times in range(TRIES):
        content = flat_file(changed(times), "zh")
        assert len(content) > MIB
        flat.add(digest(content))
        url = exports.offer("a.csv", exports.CSV, lambda content=content: content)
        addresses.add(url)
        parcel = exports.collect(url.partition("/")[2])
        assert parcel is not None and parcel.build() == content
    assert len(flat) == len(addresses) == TRIES


def test_the_same_in_the_other_formats() -> None:
    tables = [changed(times) for times in range(3)]
    for made in ([workbook(one, meta()) for one in tables], [parquet_file(one, meta()) for one in tables]):
        assert all(len(content) > MIB for content in made)
        assert len(set(map(digest, made))) == len(tables)
