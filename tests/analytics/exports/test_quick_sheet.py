"""The sheet that writes common cells itself writes what the library would have written, byte for byte."""

import pytest
from xlsxwriter.worksheet import Worksheet

from analytics.exports import workbook
from analytics.exports.table import Table
from tests.analytics.exports.examples import TABLE, meta
from tests.analytics.exports.test_hostile import HOSTILE

HOSTILE_TABLE = Table(("project", "reason"), tuple((text, text) for text in HOSTILE))


@pytest.mark.parametrize("table", [TABLE, HOSTILE_TABLE], ids=["figures", "texts"])
def test_the_same_bytes_as_the_library(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = workbook.workbook(table, meta())
    monkeypatch.setattr(workbook, "QuickSheet", Worksheet)
    assert workbook.workbook(table, meta()) == quick
