"""The workbook reopened by openpyxl, compared with the table cell by cell."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from analytics.columns import column
from analytics.exports.table import Table
from analytics.exports.workbook import TooManyRows, workbook
from tests.analytics.exports.examples import FIRST, ROWS, TABLE, meta
from tests.analytics.exports.reopened import HEADER_ROW, first_sheet, reopened, rows_of

FIGURES = first_sheet(workbook(TABLE, meta()), values=True)
FORMULAS = first_sheet(workbook(TABLE, meta()))
SECOND = datetime.fromisoformat("2023-03-02")
TOTALS_ROW = HEADER_ROW + len(ROWS) + 1


def place(name: str) -> int:
    """The column of the sheet, counted from 1; ids were moved to the end."""
    order = [*(one for one in TABLE.columns if column(one).kind != "id"), "evaluation"]
    return order.index(name) + 1


def test_title_unit_and_header() -> None:
    assert FIGURES["A1"].value == "预算执行"
    assert "A1:K1" in {str(area) for area in FIGURES.merged_cells.ranges}
    assert FIGURES["A2"].value == "单位：万元"
    header = [cell.value for cell in FIGURES[HEADER_ROW]]
    assert header[:3] == ["年度", "主管部门", "年初预算数"]
    assert header[-1] == "自评表编号"


def test_every_field_is_what_the_table_holds() -> None:
    assert rows_of(FIGURES, len(ROWS)) == [
        (2022, "县委办", 28.272, 28.272, 21.855, 0.773026, 1, 0.773026, "优", "是", FIRST, 1),
        (2022, "教育局", 0, 100, 120.5, 1.205, 3, 1.1, "良", "否", SECOND, 2),
        (2022, "=1+1", None, None, None, None, 1, None, "差", None, None, 3),
    ]


def test_a_blank_stays_apart_from_zero() -> None:
    zero, blank = (FIGURES.cell(HEADER_ROW + at, place("initial_budget_wan")) for at in (2, 3))
    assert (zero.value, zero.data_type) == (0, "n")
    assert blank.value is None


def test_real_numbers_stand_under_the_formats() -> None:
    formats = {name: FIGURES.cell(HEADER_ROW + 1, place(name)).number_format for name in TABLE.columns}
    assert formats["executed_wan"] == "#,##0.00"
    assert formats["execution_rate"] == "0.00%"
    assert formats["year"] == "0"
    assert formats["received_to"] == "yyyy-mm-dd hh:mm"


def test_totals_sum_amounts_and_take_the_ratio_of_totals_for_the_rate() -> None:
    values = {name: FIGURES.cell(TOTALS_ROW, place(name)).value for name in TABLE.columns}
    assert values["executed_wan"] == pytest.approx(142.355)
    assert values["execution_rate"] == pytest.approx(142.355 / 128.272)
    assert values["projects"] == 5
    assert values["mean_project_rate"] is None, "a mean of rates is never totalled"
    assert values["year"] == "合计"


def test_totals_follow_the_filter_of_the_sheet() -> None:
    assert FORMULAS.cell(TOTALS_ROW, place("executed_wan")).value == "=SUBTOTAL(109,E4:E6)"
    assert FORMULAS.cell(TOTALS_ROW, place("execution_rate")).value == (
        '=IF(SUBTOTAL(109,D4:D6)=0,"",SUBTOTAL(109,E4:E6)/SUBTOTAL(109,D4:D6))'
    )
    assert FORMULAS.auto_filter.ref == "A3:K6", "the totals row is no row of the filter"


def test_page_setup() -> None:
    assert FIGURES.freeze_panes == "A4"
    assert FIGURES.print_title_rows == "$3:$3"
    assert (FIGURES.page_setup.orientation, FIGURES.page_setup.paperSize) == ("landscape", 9)
    assert (FIGURES.page_setup.fitToWidth or 1, FIGURES.page_setup.fitToHeight) == (1, 0)
    assert FIGURES.sheet_properties.pageSetUpPr.fitToPage
    assert FIGURES.oddFooter.center.text == "第 &P 页，共 &N 页"


def test_ids_are_hidden_and_nothing_else() -> None:
    hidden = {letter for letter, size in FIGURES.column_dimensions.items() if size.hidden}
    assert hidden == {"L"}


def test_the_second_sheet_says_where_it_comes_from() -> None:
    notes = reopened(workbook(TABLE, meta(demo=True))).worksheets[1]
    assert notes.title == "口径说明"
    lines = [tuple(cell or "" for cell in row) for row in notes.iter_rows(values_only=True)]
    for line in (
        ("标题", "", "预算执行（演示数据）"),
        ("筛选", "年度", "2022"),
        ("筛选", "主管部门", "=县委办"),
        ("评分口径", "", "盐池县 2022（自 2022-01-01 起）"),
        ("数据代次", "", "7"),
        ("导出时间", "", "2023-03-04 05:06"),
        ("行数", "", "3"),
        ("执行率", "", column("execution_rate").definition("zh")),
        ("全年预算数", "万元", column("adjusted_budget_wan").definition("zh")),
    ):
        assert line in lines
    assert "自评表编号" not in {line[0] for line in lines}, "hidden columns are not explained"


def test_english() -> None:
    book = reopened(workbook(TABLE, meta("en", title="Budget execution")), values=True)
    assert book.sheetnames == ["Data", "Notes"]
    assert book.worksheets[0]["A2"].value == "Unit: 10,000 yuan"
    assert book.worksheets[0].cell(HEADER_ROW + 1, place("grade")).value == "excellent"
    assert book.worksheets[0].cell(TOTALS_ROW, 1).value == "Total"


def test_the_demonstration_says_so_in_its_title() -> None:
    assert first_sheet(workbook(TABLE, meta(demo=True)))["A1"].value == "预算执行（演示数据）"


def test_the_same_table_gives_the_same_bytes() -> None:
    assert workbook(TABLE, meta()) == workbook(TABLE, meta())


@pytest.mark.parametrize("columns", [("department",), ("executed_wan",), ("evaluation",), ("evaluation", "project")])
def test_narrow_and_empty_tables(columns: tuple[str, ...]) -> None:
    sheet = first_sheet(workbook(Table(columns, ()), meta()))
    assert sheet["A1"].value == "预算执行"
    assert sheet.max_row == HEADER_ROW


def test_no_totals_row_where_nothing_can_be_summed() -> None:
    sheet = first_sheet(workbook(Table(("department", "execution_rate"), (("县委办", Decimal(1)),)), meta()))
    assert sheet.max_row == HEADER_ROW + 1


def test_figures_beyond_a_sheet_are_kept_as_text() -> None:
    table = Table(("n", "executed_wan"), ((10**15 + 1, Decimal("NaN")), (3, Decimal("Infinity"))))
    assert rows_of(first_sheet(workbook(table, meta())), 2) == [("1000000000000001", "NaN"), (3, "Infinity")]


def test_figures_of_the_database_that_are_no_decimals() -> None:
    table = Table(("execution_rate", "executed_wan"), ((0.1, 0.3), (float("nan"), 0.6)))
    sheet = first_sheet(workbook(table, meta()), values=True)
    assert rows_of(sheet, 3) == [(0.1, 0.3), ("nan", 0.6), ("合计", 0.9)], "sums are exact"


def test_more_rows_than_a_sheet_holds_are_refused_and_not_cut() -> None:
    with pytest.raises(TooManyRows, match="1200000"):
        workbook(Table(("n",), ((1,),) * 1_200_000), meta())


def test_a_title_that_is_a_formula_stays_text() -> None:
    cell = first_sheet(workbook(TABLE, replace(meta(), title="=1+1")))["A1"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
