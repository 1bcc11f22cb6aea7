"""Hostile texts of hostile.txt, in a workbook and in a CSV: all shown, none run, none lost in silence."""

import ast
import csv
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from analytics.exports.clean import EXCEL_LIMIT, cell_text, looks_like_formula, visible
from analytics.exports.flat import flat_file
from analytics.exports.table import Table
from analytics.exports.workbook import workbook
from tests.analytics.exports.examples import meta
from tests.analytics.exports.reopened import HEADER_ROW, first_sheet


def _read(line: str) -> str:
    """A Python literal, or two of them put together by * or +."""
    tree = ast.parse(line, mode="eval").body
    return str(_value(tree))


def _value(node: ast.expr) -> str | int:
    if isinstance(node, ast.BinOp):
        left, right = _value(node.left), _value(node.right)
        return left * right if isinstance(node.op, ast.Mult) else left + right
    return ast.literal_eval(node)


LINES = Path(__file__).with_name("hostile.txt").read_text(encoding="utf-8").splitlines()
HOSTILE = tuple(_read(line) for line in LINES if line and not line.startswith("#"))
TABLE = Table(("project", "reason"), tuple((text, text) for text in HOSTILE))
WORKBOOK = workbook(TABLE, meta())
SHEET = first_sheet(WORKBOOK)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def unit_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_there_are_enough_of_them() -> None:
    assert len(HOSTILE) >= 50
    assert len(set(HOSTILE)) == len(HOSTILE)


@pytest.mark.parametrize("at", range(len(HOSTILE)), ids=[ascii(text[:12]) for text in HOSTILE])
def test_a_cell_holds_the_text_as_text(at: int) -> None:
    cell = SHEET.cell(HEADER_ROW + 1 + at, 1)
    stored, shown = str(cell.value).removesuffix(" "), cell_text(HOSTILE[at], "zh").removesuffix(" ")
    # OOXML writes a literal _x0041_ as _x005F_x0041_; openpyxl shows it as stored, Excel as it was meant.
    assert stored.replace("_x005F_", "_") in (shown, shown.replace("_x005F_", "_"))
    assert cell.data_type == "s"
    assert unit_length(stored) <= EXCEL_LIMIT


def test_no_cell_is_a_formula_and_no_cell_a_link() -> None:
    with ZipFile(BytesIO(WORKBOOK)) as parts:
        sheet = etree.fromstring(parts.read("xl/worksheets/sheet1.xml"))
        assert not any(name.startswith("xl/externalLinks") for name in parts.namelist())
    assert sheet.find(f".//{MAIN}f") is None
    assert sheet.find(f".//{MAIN}hyperlink") is None


def test_every_part_is_well_formed() -> None:
    with ZipFile(BytesIO(WORKBOOK)) as parts:
        for name in parts.namelist():
            etree.fromstring(parts.read(name))


def test_texts_like_formulas_stay_text_after_editing() -> None:
    for at, text in enumerate(HOSTILE):
        quoted = SHEET.cell(HEADER_ROW + 1 + at, 1).quotePrefix
        assert bool(quoted) == looks_like_formula(text), text[:20]


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\x0bb", "a␋b"), ("a\x00b", "a␀b"), ("\x7f", "␡"), ("a\rb", "a␍b"), ("a\r\nb", "a\nb"), ("a\tb", "a\tb"),
     ("\ud800", "\ufffd"), ("😀", "😀"), ("\uffff", "\ufffd")],
    ids=ascii,
)  # fmt: skip
def test_control_characters_become_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_long_text_is_cut_with_a_visible_mark() -> None:
    assert cell_text("长" * EXCEL_LIMIT, "zh") == "长" * EXCEL_LIMIT
    cut = cell_text("长" * (EXCEL_LIMIT + 1), "zh")
    assert len(cut) == EXCEL_LIMIT
    assert cut.endswith("……（原文共 32768 字，后略）")
    assert "cut here" in cell_text("长" * 40_000, "en")


def test_a_cut_never_splits_a_character() -> None:
    cut = cell_text("😀" * 20_000, "zh")
    assert unit_length(cut) <= EXCEL_LIMIT
    assert "\ufffd" not in cut
    assert cut.encode("utf-8")


def test_csv_holds_every_text_and_none_starts_a_formula() -> None:
    rows = list(csv.reader(StringIO(flat_file(TABLE, "zh").decode("utf-8-sig"), newline="")))[1:]
    assert len(rows) == len(HOSTILE)
    for (field, _), text in zip(rows, HOSTILE, strict=True):
        assert field.removeprefix("'").endswith(visible(text).removeprefix("'"))
        assert not looks_like_formula(field)
