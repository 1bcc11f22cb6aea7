"""Whatever is done to a form, every cell is accounted for, or the file is refused by name: nothing is lost."""

import json
import random

import pytest

from data.documents import Cell, Document, Table
from data.errors import Fault, NoForm
from data.forms import read_forms
from data.forms.form_json import form_json
from tests.data.forms.bent import Grid, read_grid, sample

GRID = sample()
WORDS = [
    *sorted({cell for row in GRID for cell in row if cell}),
    "", "—", "5", "100%", "#DIV/0!", "9" * 40, "1e9", "nan", "２３", "=", "优", "指标2:", "(50分)", "注:",
]  # fmt: skip


def spoiled(seed: int) -> Grid:
    """The county's forms with cells replaced, moved, added and cut off at random."""
    chance = random.Random(seed)
    grid = [list(row) for row in GRID]
    for _ in range(chance.choice([1, 3, 10, 60])):
        index = chance.randrange(len(grid))
        row = grid[index]
        place = chance.randrange(len(row)) if row else 0
        change = chance.randrange(6)
        if change < 2 and row:
            row[place] = chance.choice(WORDS)
        elif change == 2:
            grid[index] = row[:place]
        elif change == 3:
            chance.shuffle(row)
        elif change == 4:
            row.insert(place, chance.choice(WORDS))
        else:
            grid.insert(index, list(chance.choice(grid)))
    return grid


@pytest.mark.parametrize("seed", range(120))
def test_nothing_is_lost_in_silence(seed: int) -> None:
    try:
        forms = read_grid(spoiled(seed))
    except Fault as fault:
        assert "form.txt" in fault.sentence("zh")
        return
    for form in forms:
        json.dumps(form_json(form), allow_nan=False)
        places = {issue.place for issue in form.issues}
        assert form.accounted_cells <= form.filled_cells <= form.accounted_cells + len(places)
        assert [each.n for each in form.indicators] == list(range(1, len(form.indicators) + 1))


def document(*tables: tuple[str, str]) -> Document:
    """Tables drawn as text: rows by line, cells by |."""
    return Document("表.xlsx", "", "xlsx", tuple(Table(name, tuple(cells_of(text))) for name, text in tables))


def cells_of(text: str) -> list[Cell]:
    rows = [line.split("|") for line in text.strip().splitlines()]
    return [
        Cell(r, c, part.strip().replace("空式", ""), f"{'ABCDEFGH'[c]}{r + 1}")
        for r, row in enumerate(rows)
        for c, part in enumerate(row)
        if part.strip()
    ]


FORM = """
项目支出绩效自评表(2022年度)
项目名称 | 办公费
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 全年实际值 | 分值 | 得分
产出指标 | 数量指标 | 办文 | 12 | 12 | 10 | 空式
"""


def test_a_formula_without_its_result_is_blank_and_said_so() -> None:
    form = read_forms(document(("一", FORM)))[0]
    assert form.indicators[0].filed_score is None
    assert [(issue.code, issue.place) for issue in form.issues] == [("formula_without_value", "G4")]


def test_hidden_sheets_and_sheets_without_a_form_are_said() -> None:
    form = read_forms(document(("二(隐藏)", FORM.replace("空式", "10")), ("说明", "填报要求 | 请于月底前报送")))[0]
    assert [(issue.code, issue.place, issue.detail) for issue in form.issues] == [
        ("hidden_sheet", "二(隐藏)!A1:G4", "二(隐藏)"),
        ("table_without_form", "说明", "2"),
    ]


def test_a_document_without_a_form_is_refused_by_name() -> None:
    for text in ("会议通知 | 请准时参加", "附件1 项目支出绩效自评表\n附件2 填报说明"):
        with pytest.raises(NoForm, match="《表"):
            read_forms(document(("一", text)))


def test_a_header_of_no_known_family_is_read_by_its_names() -> None:
    header = FORM.replace("空式", "10").replace("年度指标值 | 全年实际值", "全年实际值 | 年度指标值")
    form = read_forms(document(("一", header)))[0]
    assert (form.layout, [issue.code for issue in form.issues]) == ("unlisted", ["unlisted_layout"])
    assert (form.indicators[0].target, form.indicators[0].points) == ("12", 10)


def test_an_error_in_place_of_a_figure_is_an_issue() -> None:
    form = read_forms(document(("一", FORM.replace("空式", "#DIV/0!"))))[0]
    assert form.indicators[0].filed_score is None
    assert [(issue.code, issue.detail) for issue in form.issues] == [("unreadable_figure", "#DIV/0!")]
