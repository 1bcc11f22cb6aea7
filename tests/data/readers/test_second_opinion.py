"""Generated workbooks of five writers: openpyxl sees every cell, place and span as we do."""

import pytest

from data.readers import read_document
from tests.benchmarks.read_like_openpyxl import difference
from tests.data.readers.made_sheets import WRITERS, made_workbook

WORKBOOKS = 500
PER_TEST = 25


@pytest.mark.parametrize("first", range(0, WORKBOOKS, PER_TEST))
def test_openpyxl_sees_the_same_cells(first: int) -> None:
    assert [told for seed in range(first, first + PER_TEST) if (told := difference(seed)) is not None] == []


@pytest.mark.parametrize("seed", range(len(WRITERS)), ids=[name for name, _ in WRITERS])
def test_every_writer_writes_something_to_compare(seed: int) -> None:
    sizes = [
        sum(len(table.cells) for table in read_document("表.xlsx", made_workbook(one)[1]).tables)
        for one in range(seed, 100, len(WRITERS))
    ]
    assert sum(sizes) > 400
