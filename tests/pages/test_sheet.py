"""The form redrawn: escaped, joined as filed, doubtful cells framed."""

from decimal import Decimal

from data.documents import Cell, Document
from data.documents import Table as Filed
from pages.form import original, sheet
from pages.shared.table import Table

HOSTILE = "<script>alert('x')</script>"
NAMES = (
    "level1",
    "level2",
    "name",
    "target",
    "actual",
    "points",
    "filed_score",
    "recomputed_score",
    "verdict",
    "n",
    "reason",
    "cell",
)
FORM = Table(
    "project_summary",
    ("total_points", "filed_total", "recomputed_total"),
    ((Decimal(100), Decimal(100), Decimal("97.27")),),
)


def line(n: int, level2: str, verdict: str = "agrees") -> tuple:
    ten = Decimal(10)
    return ("产出指标", level2, HOSTILE, "≥24次", None, ten, ten, ten, verdict, n, HOSTILE, f"D{n}")


def test_every_text_of_a_form_is_escaped() -> None:
    html = sheet.indicators(Table("v", NAMES, (line(1, HOSTILE, "overstated"),)), FORM, {1: HOSTILE}, 1)
    assert "<script" not in html and html.count("&lt;script&gt;") == 4


def test_levels_are_joined_as_in_the_form() -> None:
    assert sheet.spans(["甲", "甲", "乙", "甲"]) == [2, 0, 1, 1]
    html = sheet.indicators(
        Table("v", NAMES, (line(1, "数量指标"), line(2, "数量指标"), line(3, "质量指标"))), FORM, {}, None
    )
    assert 'rowspan="3">产出指标' in html and 'rowspan="2">数量指标' in html


def test_the_picked_line_and_the_verdict_can_be_seen_without_colour() -> None:
    html = sheet.indicators(Table("v", NAMES, (line(1, "数量指标", "overstated"),)), FORM, {}, 1)
    assert 'class="picked"' in html and "▲ 偏高" in html


def document(*cells: Cell) -> Document:
    return Document("x.xlsx", "0" * 64, "xlsx", (Filed("Sheet1", cells), Filed("Sheet2", cells)))


def test_the_grid_keeps_merged_cells_and_names_each_place() -> None:
    cells = (
        Cell(0, 0, "题", "A1", 1, 3),
        Cell(1, 0, HOSTILE, "A2", 2, 1),
        Cell(1, 1, "5", "B2"),
        Cell(1, 2, "6", "C2"),
        Cell(2, 2, "7", "C3"),
    )
    html = original.grid(document(*cells), "Sheet1!A1:C3", {"B2": ("doubt", "读取存疑")})
    assert 'colspan="3" title="A1">题' in html
    assert 'rowspan="2" title="A2"' in html
    assert 'class="doubt" title="B2 读取存疑">5' in html
    assert "<script" not in html
    assert html.count("<tr>") == 3 and html.count("<td></td>") == 1


def test_a_file_that_claims_a_million_joined_rows_is_drawn_all_the_same() -> None:
    html = original.grid(
        document(Cell(0, 0, "题", "A1", 1_048_576, 16_384), Cell(1, 16_000, "远", "XX2")), "Sheet1!A1:XX2", {}
    )
    assert len(html) < 10_000


def test_only_the_rows_of_the_form_are_drawn() -> None:
    cells = (Cell(0, 0, "上一张表", "A1"), Cell(1, 0, "本表", "A2"), Cell(2, 0, "下一张表", "A3"))
    assert [cell.text for cell in original.cells_of(document(*cells), "Sheet1!A2:A2")] == ["本表"]
    assert [cell.text for cell in original.cells_of(document(*cells), "Sheet1!A2:J2")] == ["本表"]
    assert original.cells_of(document(*cells), "Sheet9!A2:A2") == ()


def test_a_place_in_a_text_names_its_row_too() -> None:
    assert [original.row_number(place) for place in ("I27", "第102行第1列", "表2第3行第4列", "", "页眉")] == [
        27,
        102,
        3,
        None,
        None,
    ]


def test_the_chosen_line_wins_over_a_finding() -> None:
    lines = Table("v", ("n", "cell", "target_cell", "actual_cell", "score_cell"), ((1, "D9", "E9", None, "G9"),))
    found, doubts = Table("f", ("cell",), (("G9",), ("H9",), (None,))), Table("i", ("place",), (("A1",),))
    marks = original.marks(lines, found, doubts, 1)
    assert {place: kind for place, (kind, _) in marks.items()} == {
        "A1": "doubt", "H9": "doubt", "D9": "here", "E9": "here", "G9": "here",
    }  # fmt: skip
