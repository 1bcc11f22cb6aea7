"""口径说明: the second sheet of a workbook, which says where the figures come from and what the columns mean."""

from collections.abc import Iterable, Iterator

from xlsxwriter import Workbook

from analytics.columns import Column, column
from analytics.exports.clean import cell_text, looks_like_formula
from analytics.exports.table import ExportMeta, Table
from data.texts import mark, translate

DATA_SHEET, NOTES_SHEET = mark("数据"), mark("口径说明")
TOTAL = mark("合计")
DEMO = mark("{title}(演示数据)")
UNIT_OF_MONEY = mark("单位:万元")
UNIT_OF_POINTS = mark("单位:分")
UNIT_OF_BOTH = mark("单位:万元;分值和得分:分")
NO_FILTER = mark("无")
SCHEME_FROM = mark("{scheme}(自 {date} 起)")
DEMO_NOTE = mark("演示数据:县、部门、项目和数字均为虚构")
NO_SUMS = mark("合计行随筛选变化;比率的合计是合计数之比,不是各行比率之和或平均")
BLANK_NOTE = mark("空白表示没有填写,不是 0")

Line = tuple[str, ...]


def data_sheet(language: str) -> str:
    return translate(DATA_SHEET, language)


def total_word(language: str) -> str:
    return translate(TOTAL, language)


def title_line(meta: ExportMeta) -> str:
    return translate(DEMO, meta.language, title=meta.title) if meta.demo else meta.title


def unit_line(shown: Iterable[Column], language: str) -> str:
    """The line under the title; empty where no column has a unit."""
    kinds = {one.kind for one in shown}
    money, points = "wan" in kinds, bool(kinds & {"points", "score"})
    line = {(True, True): UNIT_OF_BOTH, (True, False): UNIT_OF_MONEY, (False, True): UNIT_OF_POINTS}.get(
        (money, points)
    )
    return translate(line, language) if line else ""


def provenance_sheet(book: Workbook, table: Table, meta: ExportMeta) -> None:
    """Write the second sheet: where it comes from, then one line for each column that is shown."""
    sheet = book.add_worksheet(translate(NOTES_SHEET, meta.language))
    styles = [book.add_format({"font_size": 10, "valign": "top", "text_wrap": True, "quote_prefix": q}) for q in (0, 1)]
    head = book.add_format({"font_size": 10, "bold": True, "valign": "top"})
    for at, width in enumerate((26, 12, 80)):
        sheet.set_column(at, at, width)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for row, line in enumerate(
        (*origin(meta), *_reading(table, meta.language), (), *_definitions(table, meta.language))
    ):
        for place, text in enumerate(line):
            words = cell_text(text, meta.language)
            sheet.write_string(row, place, words, head if place == 0 else styles[looks_like_formula(words)])


def origin(meta: ExportMeta) -> Iterator[Line]:
    """What, under which filters and scheme, of which generation, when and by whom: name, narrower name, value."""

    def say(text: str) -> str:
        return translate(text, meta.language)

    yield say(mark("标题")), "", title_line(meta)
    if meta.demo:
        yield say(mark("注意")), "", say(DEMO_NOTE)
    for label, value in meta.filters or ((say(mark("筛选")), say(NO_FILTER)),):
        yield say(mark("筛选")), label, value
    yield say(mark("评分口径")), "", _scheme(meta)
    yield say(mark("数据代次")), "", str(meta.generation)
    yield say(mark("导出时间")), "", f"{meta.made_at:%Y-%m-%d %H:%M}"
    if meta.who:
        yield say(mark("导出人")), "", meta.who
    if meta.address:
        yield say(mark("视图地址")), "", meta.address


def _reading(table: Table, language: str) -> Iterator[Line]:
    """How many rows there are, and how they are to be read."""
    yield translate(mark("行数"), language), "", str(len(table.rows))
    yield translate(mark("说明"), language), "", translate(BLANK_NOTE, language)
    yield "", "", translate(NO_SUMS, language)


def _scheme(meta: ExportMeta) -> str:
    if meta.scheme_date is None:
        return meta.scheme
    return translate(SCHEME_FROM, meta.language, scheme=meta.scheme, date=meta.scheme_date.isoformat())


def _definitions(table: Table, language: str) -> Iterator[Line]:
    yield translate(mark("列"), language), translate(mark("单位"), language), translate(mark("含义"), language)
    for name in table.columns:
        one = column(name)
        if one.kind != "id":
            yield one.label(language), one.unit(language), one.definition(language)
