"""The county's forms, bent as real forms are bent, still give the same records."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.records import Evaluation
from tests.data.forms.bent import Grid, changed_rows, indicator_rows, read_grid, records, sample, shifted

GRID = sample()
AS_FILED = records(read_grid(GRID))
ROWS = indicator_rows(GRID)
FIGURE = re.compile(r"\d+(\.\d+)?")


def without(grid: Grid, label: str) -> Grid:
    return [row for row in grid if not any(cell.replace(" ", "") == label for cell in row)]


def test_there_are_29_indicators_to_bend() -> None:
    assert len(ROWS) == 29
    assert sum(len(form.indicators) for form in AS_FILED) == 29


@pytest.mark.parametrize("column", range(9))
def test_a_blank_column_inserted(column: int) -> None:
    assert records(read_grid(changed_rows(GRID, lambda row: [*row[:column], "", *row[column:]]))) == AS_FILED


@pytest.mark.parametrize("labels", [["三级指标"], ["年初预算数"], ["三级指标", "年初预算数"]])
def test_header_rows_missing(labels: list[str]) -> None:
    grid = GRID
    for label in labels:
        grid = without(grid, label)
    forms = read_grid(grid)
    assert records(forms) == AS_FILED
    codes = {issue.code for form in forms for issue in form.issues}
    assert {"三级指标": "header_missing", "年初预算数": "funding_header_missing"}[labels[-1]] in codes


@pytest.mark.parametrize("by", [-1, 1, 2, 3])
@pytest.mark.parametrize("row", ROWS)
def test_one_row_slipped(row: int, by: int) -> None:
    grid = [shifted(cells, by) if index == row else cells for index, cells in enumerate(GRID)]
    assert records(read_grid(grid)) == AS_FILED


@pytest.mark.parametrize("by", [1, 2, 3])
@pytest.mark.parametrize("row", ROWS)
def test_points_and_score_slipped(row: int, by: int) -> None:
    cells = GRID[row]
    points = next(index for index, cell in enumerate(cells) if FIGURE.fullmatch(cell))
    slipped = [*cells[:points], *[""] * by, *cells[points:]]
    assert records(read_grid([slipped if index == row else cells for index, cells in enumerate(GRID)])) == AS_FILED


@pytest.mark.parametrize("space", [" ", "\u3000", "\u00a0"])
def test_spaces_inside_labels(space: str) -> None:
    grid = changed_rows(GRID, lambda row: [space.join(cell) if is_label(cell) else cell for cell in row])
    assert records(read_grid(grid)) == AS_FILED


def is_label(cell: str) -> bool:
    return 2 <= len(cell) <= 16 and cell.rstrip(":)0123456789分 (AB").endswith(
        ("指标", "数", "值", "分", "率", "名称", "部门", "单位", "资金", "总额", "拨款", "目标", "情况", "方法", "措施")
    )


def test_line_breaks_inside_labels() -> None:
    grid = changed_rows(GRID, lambda row: [f'"{cell[:2]}\n{cell[2:]}"' if is_label(cell) else cell for cell in row])
    assert records(read_grid(grid)) == AS_FILED


def test_two_forms_change_places() -> None:
    starts = [index for index, row in enumerate(GRID) if row[0].startswith("盐池县本级")]
    first, second = GRID[starts[0] : starts[1] - 2], GRID[starts[1] :]
    forms = records(read_grid([*second, [""], *first]))
    assert [form.project for form in forms] == ["保密业务运行费", "政务内网线路租用费", "业务运行费"]
    assert forms[2] == AS_FILED[0]


@pytest.mark.parametrize("form", [0, 1, 2])
def test_a_form_without_title_begins_at_its_project(form: int) -> None:
    starts = [index for index, row in enumerate(GRID) if row[0] == "项目名称"]
    ends = [*starts[1:], len(GRID)]
    found = records(read_grid(GRID[starts[form] : ends[form]]))
    assert found[0].indicators == AS_FILED[form].indicators or found[0].year is None
    assert [each.points for each in found[0].indicators] == [each.points for each in AS_FILED[form].indicators]


def test_level1_cells_missing_are_told_by_level2() -> None:
    level1 = ("产出指标", "效益指标", "满意度指标")
    grid = changed_rows(
        GRID, lambda row: ["" if cell.replace(" ", "").startswith(level1) and len(cell) < 20 else cell for cell in row]
    )
    found = [each.level1 for form in records(read_grid(grid)) for each in form.indicators]
    assert found == [each.level1 for form in AS_FILED for each in form.indicators]


def in_yuan(cell: str) -> str:
    return f"{int(float(cell) * 10_000):,}.00" if FIGURE.fullmatch(cell) else cell


@pytest.mark.parametrize("label", ["项目资金(元)", "项目资金 (金额单位:元)"])
def test_money_in_yuan(label: str) -> None:
    def bent(row: list[str]) -> list[str]:
        if row[0].startswith("项目资金"):
            row = [label, *row[1:]]
        return (
            [row[0], row[1], *map(in_yuan, row[2:5]), *row[5:]]
            if any(name in row[1] for name in ("总额", "拨款"))
            else row
        )

    assert same_figures(read_grid(changed_rows(GRID, bent)))


def test_money_in_yuan_said_in_a_line_of_its_own() -> None:
    grid = [part for row in GRID for part in ([["金额单位:元"], row] if row[0] == "项目名称" else [row])]
    grid = [["项目资金", *row[1:]] if row[0].startswith("项目资金") else row for row in grid]
    grid = [
        [row[0], row[1], *map(in_yuan, row[2:5]), *row[5:]]
        if len(row) > 1 and ("总额" in row[1] or "拨款" in row[1])
        else row
        for row in grid
    ]
    assert same_figures(read_grid(grid))


@pytest.mark.parametrize("unit", ["万", "万元"])
def test_a_unit_inside_the_cell_goes_before_the_form_s_own(unit: str) -> None:
    def bent(row: list[str]) -> list[str]:
        if row[0].startswith("项目资金"):
            row = ["项目资金(元)", *row[1:]]
        money = [f"{cell}{unit}" if FIGURE.fullmatch(cell) else cell for cell in row[2:5]]
        return [row[0], row[1], *money, *row[5:]] if any(name in row[1] for name in ("总额", "拨款")) else row

    assert same_figures(read_grid(changed_rows(GRID, bent)))


def same_figures(forms: tuple[Evaluation, ...]) -> bool:
    return [form.funding for form in records(forms)] == [form.funding for form in AS_FILED]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("77.30", "0.773"),
        ("0.773", "0.773"),
        ("77.30%", "0.773"),
        ("77", "0.77"),
        ("0.77", "0.77"),
        ("77%", "0.77"),
        ("77%", "0.77"),
    ],
)
def test_rates_in_every_notation(written: str, read: str) -> None:
    grid = changed_rows(GRID, lambda row: [written if cell == "77%" else cell for cell in row])
    assert [str(row.filed_rate.normalize()) for row in read_grid(grid)[2].funding if row.filed_rate is not None] == [
        read,
        read,
    ]


def test_a_rate_below_one_percent_is_told_by_the_amounts() -> None:
    written = {"77%": "0.5", "21.855": "0.14136"}
    grid = changed_rows(GRID, lambda row: [written.get(cell, cell) for cell in row])
    assert [str(row.filed_rate) for row in read_grid(grid)[2].funding] == ["0.005", "0.005"]


@pytest.mark.parametrize(
    "bend",
    [
        lambda name: name.replace("指标", "★指标"),
        lambda name: "★★★" + name,
        lambda name: name.replace(":", ":"),
        lambda name: re.sub(r"^指标(\d): ?", r"指标 \1 . ", name),
    ],
)
def test_prefixes_of_names(bend: Callable[[str], str]) -> None:
    grid = changed_rows(GRID, lambda row: [bend(cell) if re.match(r"指标\d:", cell) else cell for cell in row])
    names = [each.name for form in read_grid(grid) for each in form.indicators]
    assert [name.split(":")[0][:2] for name in names] == [
        each.name[:2] for form in AS_FILED for each in form.indicators
    ]
    assert not any("★" in name or name.startswith("指标") for name in names)


@pytest.mark.parametrize("filler", ["指标2:", "指标5:", "……", "指标3:……", "指标2", "/"])
def test_filler_rows_are_no_indicators(filler: str) -> None:
    grid = [
        part
        for index, row in enumerate(GRID)
        for part in ([row, ["", "", filler, "", "", "", ""]] if index in (16, 23) else [row])
    ]
    assert records(read_grid(grid)) == AS_FILED


def test_points_of_a_level_in_a_cell_below_its_name() -> None:
    grid = [list(row) for row in GRID]
    grid[16][0], grid[17][0] = "产出指标", "(40分)"
    assert records(read_grid(grid)) == AS_FILED


def test_the_header_repeated_on_a_new_page() -> None:
    header = GRID[15]
    grid = [
        part
        for index, row in enumerate(GRID)
        for part in ([["第 2 页 共 3 页"], header, row] if index == 21 else [row])
    ]
    assert records(read_grid(grid)) == AS_FILED


def test_words_in_front_of_the_form_are_said_to_be_outside() -> None:
    forms = read_grid([["作者:办公室"], ["打印时间 2024-03-01"], *GRID])
    assert records(forms) == AS_FILED
    assert [issue.detail for issue in forms[0].issues if issue.code == "outside_form"] == [
        "作者:办公室",
        "打印时间 2024-03-01",
    ]


def test_a_cell_that_fits_nowhere_is_an_issue_with_its_place() -> None:
    grid = [list(row) for row in GRID]
    grid[33] = ["领导批示", "请按规定整改"]
    grid.insert(30, ["请补充材料", "尽快"])
    form = read_grid(grid)[0]
    assert {issue.detail for issue in form.issues if issue.code == "unread_cell"} == {"请补充材料", "尽快"}
    assert form.accounted_cells == form.filled_cells - 2


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_several_rows_bent_at_once(data: st.DataObject) -> None:
    chosen = data.draw(st.dictionaries(st.sampled_from(ROWS), st.sampled_from([-1, 1, 2]), max_size=8))
    column = data.draw(st.integers(0, 6))
    grid = [shifted(cells, chosen.get(index, 0)) for index, cells in enumerate(GRID)]
    grid = changed_rows(grid, lambda row: [*row[:column], "", *row[column:]] if data.draw(st.just(True)) else row)
    assert records(read_grid(grid)) == AS_FILED


def test_the_same_place_is_given_for_the_same_cell() -> None:
    indicator = read_grid(GRID)[1].indicators[4]
    assert (indicator.cell, indicator.target_cell, indicator.score_cell) == (
        "第56行第5列",
        "第56行第6列",
        "第56行第11列",
    )
    assert replace(indicator, n=5) == indicator
