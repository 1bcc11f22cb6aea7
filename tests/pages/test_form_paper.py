"""The form as filed with its marks: cells joined, marks at their rows and cells, nothing hostile comes through."""

import re

from analytics.places import Map, cells_of, column_index, row_number
from data.documents import Cell, Document
from data.documents import Table as Filed
from pages.form import original
from pages.form.notes import Notes, Reading, notes
from tests.pages.form_cases import HOSTILE, found, lines, way

CELLS = (
    Cell(0, 0, "题", "A1", 1, 6),
    Cell(8, 2, HOSTILE, "C9"),
    Cell(8, 3, "76条", "D9"),
    Cell(8, 5, "9.8", "F9"),
    Cell(9, 2, "指标2", "C10"),
    Cell(9, 5, "10", "F10"),
)


def reading(*ones: object, picked: int | None = None, now: object = None, doubts: tuple = ()) -> Reading:
    table = lines((1, "overstated", 9), (2, "agrees", 10))
    return Reading(ones, doubts, table, {1: HOSTILE}, (), now, picked)  # type: ignore[arg-type]


def paper(one: Reading) -> str:
    return original.grid(CELLS, notes(one, way, Map(CELLS)), HOSTILE)


def row_with(html: str, text: str) -> str:
    return next(row for row in re.findall(r"<tr.*?</tr>", html) if text in row)


def test_hostile_text_in_cells_title_findings_and_workings_is_only_text() -> None:
    html = paper(reading(found(1, n=1, cell="C9", said=HOSTILE), doubts=(("D9", HOSTILE),), picked=1))
    assert "<script" not in html and "<img" not in html
    assert 'aria-label="' in html and not re.search(r'="[^"]*<', html)


def test_a_mark_stands_in_the_margin_of_its_row_and_on_its_cell() -> None:
    html = paper(reading(found(1, n=1, cell="F9"), found(2, severity="warning", n=2, cell="F10")))
    first, second = row_with(html, "76条"), row_with(html, "指标2")
    assert first.count("■1") == 2 and "◆2" not in first  # margin and cell
    assert second.count("◆2") == 2
    assert 'class="mid error"' in first and 'class="mid warning"' in second


def test_a_mark_tells_rule_operands_working_and_what_to_do_and_links_to_its_line() -> None:
    row = row_with(paper(reading(found(1, n=1, cell="F9"))), "76条")
    for told in ("自评得分高于应得分。", "9.8", "9.54", "74 ÷ 76 × 9.8 = 9.54", "按算式改正。", "表内注3"):
        assert told in row
    assert 'href="?n=1&amp;finding=score_overstated"' in row and 'role="tooltip"' in row


def test_the_recomputed_score_stands_on_the_right_with_its_verdict() -> None:
    row = row_with(paper(reading()), "76条")
    assert "10.00 ▲" in row.rpartition('<td class="jx-margin right">')[2]


def test_a_blank_cell_can_bear_a_mark_too() -> None:
    row = row_with(paper(reading(found(1, code="actual_missing", n=1, cell="E9"))), "76条")
    assert '<td class="mid error">' in row


def test_a_finding_of_the_whole_form_stands_at_its_head() -> None:
    html = paper(reading(found(1, cell="A1:F10"), found(2, cell="Z99")))
    head = html.partition("</thead>")[0]
    assert "■1" in head and "■2" in head


def test_the_cell_of_the_finding_in_the_address_stands_out_above_its_line() -> None:
    now = found(1, n=1, cell="F9")
    row = row_with(paper(reading(now, now=now, picked=1)), "76条")
    assert 'class="mid error now"' in row and 'class="mid here"' in row and 'aria-current="true"' in row


def test_a_repaired_cell_shows_both_texts() -> None:
    html = original.grid(CELLS, Notes(repaired={(8, 3): HOSTILE}), "x")
    assert "<del>76条</del> <ins>&lt;script" in html


def test_the_keyboard_goes_through_the_margin_once() -> None:
    row = row_with(paper(reading(found(1, n=1, cell="F9"))), "76条")
    assert row.count('tabindex="-1"') == 1


def document(*cells: Cell) -> Document:
    return Document("x.xlsx", "0" * 64, "xlsx", (Filed("Sheet1", cells), Filed("Sheet2", cells)))


def test_joined_cells_stay_joined_and_name_their_place() -> None:
    cells = (
        Cell(0, 0, "题", "A1", 1, 3),
        Cell(1, 0, "甲", "A2", 2, 1),
        Cell(1, 1, "5", "B2"),
        Cell(1, 2, "6", "C2"),
        Cell(2, 2, "7", "C3"),
    )
    html = original.grid(cells, Notes(), "x")
    assert 'colspan="3" title="A1">题' in html and 'rowspan="2" title="A2"' in html
    assert html.count("<tr>") == 4 and html.count('<td class="mid"></td>') == 1


def test_a_file_that_claims_a_million_joined_rows_is_drawn_all_the_same() -> None:
    cells = (Cell(0, 0, "题", "A1", 1_048_576, 16_384), Cell(1, 16_000, "远", "XX2"))
    assert len(original.grid(cells, Notes(), "x")) < 10_000


def test_only_the_rows_of_the_form_are_drawn() -> None:
    cells = (Cell(0, 0, "上一张表", "A1"), Cell(1, 0, "本表", "A2"), Cell(2, 0, "下一张表", "A3"))
    assert [cell.text for cell in cells_of(document(*cells), "Sheet1!A2:A2")] == ["本表"]
    assert cells_of(document(*cells), "Sheet9!A2:A2") == ()


def test_places_name_rows_and_columns() -> None:
    places = ("I27", "第102行第1列", "AA3", "表2第3行第4列", "", "页眉")
    assert [row_number(place) for place in places] == [27, 102, 3, 3, None, None]
    assert [column_index(place) for place in places] == [8, 0, 26, 3, None, None]
