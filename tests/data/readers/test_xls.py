"""Old workbooks: python-calamine, which knows no formats, is the second opinion on every value and merged area."""

import io
import struct
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from data.errors import Fault, PasswordProtected
from data.readers import biff, read_document, xls
from data.readers.biff import Strings, rk_number
from data.readers.ole import Container

DOCUMENTS = Path(__file__).parents[2] / "documents"
WORKBOOK = (DOCUMENTS / "yanchi-2022.xls").read_bytes()


def test_every_value_and_merged_area_as_the_second_opinion_has_it() -> None:
    tables = read_document("表.et", WORKBOOK).tables
    other = CalamineWorkbook.from_filelike(io.BytesIO(WORKBOOK))
    assert [table.name for table in tables] == other.sheet_names
    for table in tables:
        sheet = other.get_sheet_by_name(table.name)
        values = {
            (row, column): value
            for row, line in enumerate(sheet.to_python(skip_empty_area=False))
            for column, value in enumerate(line)
            if value != ""
        }
        assert values.keys() == {(cell.row, cell.column) for cell in table.cells}
        for cell in table.cells:
            value = values[cell.row, cell.column]
            if isinstance(value, str):
                assert cell.text == value.strip()
            else:
                shown = cell.text.removesuffix("%")
                assert float(shown) / (100 if shown != cell.text else 1) == pytest.approx(value)
        areas = {((c.row, c.column), (c.row + c.row_span - 1, c.column + c.column_span - 1)) for c in table.cells}
        assert {area for area in areas if area[0] != area[1]} <= set(sheet.merged_cell_ranges or ())


def test_a_percent_format_is_read() -> None:
    cells = read_document("表.xls", WORKBOOK).tables[0].cells
    assert "100%" in [cell.text for cell in cells]


PACKED = [(0x3FF00000, 1.0), (0x3FF00001, 0.01), (12 << 2 | 2, 12.0), (12345 << 2 | 3, 123.45), (0xFFFFFFFE, -1.0)]


@pytest.mark.parametrize(("code", "figure"), PACKED)
def test_packed_figures(code: int, figure: float) -> None:
    assert rk_number(code) == figure


def test_a_string_runs_on_into_the_next_record() -> None:
    first = struct.pack("<HB", 6, 1) + "绩效".encode("utf-16-le")
    assert Strings((first, b"\x01" + "自评".encode("utf-16-le"), b"\x00ab")).string() == "绩效自评ab"
    rich = (
        struct.pack("<HBHI", 1, 0x0D, 1, 3)
        + "甲".encode("utf-16-le")
        + b"RRRR"
        + b"PPP"
        + struct.pack("<HB", 1, 0)
        + b"x"
    )
    both = Strings((rich,))
    assert (both.string(), both.string()) == ("甲", "x")


def test_a_password_is_named() -> None:
    with pytest.raises(PasswordProtected):
        read_document("密.xls", with_record(biff.FILEPASS))


@pytest.mark.parametrize("length", [600, 2000, 9000, 20000, -600])
def test_truncated_is_damaged_or_unknown(length: int) -> None:
    with pytest.raises(Fault, match="《断"):
        read_document("断.xls", WORKBOOK[:length])


def with_record(kind: int) -> bytes:
    """The workbook with the record behind its first one given another kind."""
    container = Container("", WORKBOOK)
    entry = xls.workbook_stream(container)
    assert entry is not None
    start = WORKBOOK.index(container.read(entry)[:64])
    behind = start + 4 + struct.unpack_from("<H", WORKBOOK, start + 2)[0]
    return WORKBOOK[:behind] + struct.pack("<H", kind) + WORKBOOK[behind + 2 :]
