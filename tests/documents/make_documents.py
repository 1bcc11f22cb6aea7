"""Make the workbooks of this folder again: python tests/documents/make_documents.py

Each form is written as a grid: columns by |, "<" belongs to the cell on its left, "^" to the one above. The county's
own forms come from the plain text in data/samples, set in the official table; the other families are made up. What else
counties do with the table (forms side by side, points as shares, subtotals, no scores …) stands in *.grid beside this.
"""

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

from data.forms import read_forms
from data.readers import read_document
from data.records import Evaluation, Indicator

FOLDER = Path(__file__).parent
SAMPLE = FOLDER.parents[1] / "data" / "samples" / "yanchi-2022.txt"
Grid = list[list[str]]
HEADER = "绩效指标|一级指标|二级指标|三级指标|年度指标值(A)|全年实际值(B)|分值|得分|得分计算方法|偏差原因分析及改进措施"

FAMILIES = {
    "family-b": """
项目支出绩效自评表 | < | < | < | < | < | < | < | < | < | <
(2023年度) | < | < | < | < | < | < | < | < | < | <
项目名称 | < | 农村饮水安全巩固提升工程 | < | < | < | < | < | < | < | <
主管部门 | < | 某县水务局 | < | < | < | 实施单位 | < | 某县农村供水站 | < | <
项目资金(元) | < | | 年初预算数 | 全年预算数 | 全年执行数 | < | 分值 | 执行率 | 得分 | <
^ | ^ | 年度资金总额 | 1,250,000.00 | 1,200,000.00 | 1,030,700.00 | < | 10 | 85.89% | 8.59 | <
^ | ^ | 其中:当年财政拨款 | 1,250,000.00 | 1,200,000.00 | 1,030,700.00 | < | — | 85.89% | — | <
^ | ^ | 上年结转资金 |  |  |  | < | — |  | — | <
^ | ^ | 其他资金 |  |  |  | < | — |  | — | <
年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | < | < | <
^ | 完成12处供水点改造,保障3000人饮水。 | < | < | < | 完成12处供水点改造,保障3120人饮水。 | < | < | < | < | <
绩效指标 | < | < | 年度指标值 | < | < | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 | <
一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | ^ | ^ | ^ | ^ | <
产出指标 | 数量指标 | 改造供水点 | ≥ | 12 | 处 | 12 | 20 | 20 |  | <
^ | 质量指标 | 水质合格率 | ≧ | 95 | % | 97.5 | 20 | 20 |  | <
^ | 时效指标 | 完工时间 | ≤ | 11 | 月 | 12月 | 10 | 8 | 雨季停工15天 | <
效益指标 | 社会效益指标 | 受益人口 | = | 3000 | 人 | 3120 | 15 | 15 |  | <
^ | 可持续影响指标 | 管护机制 | 定性 | 长期 |  | 已建立 | 15 | 15 |  | <
满意度指标 | 服务对象满意度指标 | 用水户满意度 | ≥ | 90 | %(百分比) | 92 | 10 | 10 |  | <
总分 | < | < | < | < | < | < | 100 | 96.59 | 优 | <
""",
    "family-c": """
部门预算项目支出绩效自评表(2023年度) | < | < | < | < | < | < | < | < | <
项目名称 | < | 法律援助经费 | < | < | < | < | < | < | <
主管部门 | < | 某市司法局 | < | < | 实施单位 | < | 某市法律援助中心 | < | <
预算执行情况(10分) |  | 年初预算 | 调整后预算数 | 预算执行数 | 预算执行率 | 权重 | 得分 | 原因 | <
^ | 总额 | 36.00 | 30.00 | 28.80 | 96% | 10 | 9.6 |  | <
^ | 其中:财政资金 | 36.00 | 30.00 | 28.80 | 96% | / | / |  | <
^ | 财政专户管理资金 |  |  |  |  | / | / |  | <
^ | 单位资金 |  |  |  |  | / | / |  | <
年度目标 | < | 办理法律援助案件350件。 | < | < | < | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分 | 未完成原因分析
产出指标 | 数量指标 | 法律援助案件 | ≥ | 350 | 件 | 342 | 30 | 29.31 | 受案减少
^ | 质量指标 | 案件合格率 | ≥ | 98 | % | 99 | 20 | 20 |
^ | 时效指标 | 补贴发放 | 定性 | 及时 |  | 及时 | 10 | 10 |
效益指标 | 社会效益指标 | 挽回损失 | ≥ | 500 | 万元 | 612 | 20 | 20 |
满意度指标 | 满意度指标 | 受援人满意度 | ≥ | 95 | % | 96 | 10 | 10 |
合计 | < | < | < | < | < | < | 100 | 98.91 |
""",
    "family-e": """
绩效目标自评表 | < | < | < | < | < | < | <
(2021年度) | < | < | < | < | < | < | <
项目名称 | 乡村道路养护 | < | < | 自评总分 | 97.93 | < | <
主管部门 | 某县交通运输局 | < | < | 实施单位 | 某县公路段 | < | <
项目资金(万元) |  | 全年预算数(A) | 全年执行数(B) | 分值 | 执行率 | 得分 | <
^ | 年度资金总额 | 650 | 515.255 | 10 | 79.27 | 7.93 | <
^ | 其中:财政拨款 | 650 | 515.255 | - | 0.7927 | - | <
年度总体目标 | 预期目标 | < | < | 实际完成情况 | < | < | <
^ | 养护道路120公里。 | < | < | 养护道路120公里。 | < | < | <
一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 全年实际值 | 得分 | 未完成原因和改进措施
产出指标(50分) | 数量指标 | 养护里程 | 30 | ≥120公里 | 120公里 | 30 |
^ | ^ | 指标2: |  |  |  |  |
^ | 时效指标 | 完成时限 | 20 | 2021年12月31日 | 2021年12月31日 | 20 |
效益指标(30分) | 社会效益指标 | 通行条件 | 30 | 显著提升 | 显著提升 | 30 |
满意度指标(10分) | 服务对象满意度 | 群众满意度 | 10 | ≥90% | 93% | 10 |
""",
    "family-f": """
2021年度项目自评表 | < | < | < | < | <
项目名称 | < | 文化惠民演出 | < | < | <
主管部门 | < | 某区文化和旅游局 | 项目实施单位 | 某区文化馆 | <
预算执行情况(万元)(20分) | 预算数(A) | 执行数(B) | 执行率(B/A) | 得分(20分*执行率) | <
^ | 278.4449 | 30 | 10.77% | 2.15 | <
一级指标 | 二级指标 | 三级指标 | 年初目标值(A) | 实际完成值(B) | 得分
产出指标(50分) | 数量指标 | 演出场次 | ≥9场 | 20场 | 25
^ | 质量指标 | 演出完成率 | 100% | 100% | 25
效益指标(30分) | 社会效益指标 | 观众人次 | ≥5000人次 | 6200人次 | 30
总分 | < | < | < | < | 82.15
偏差大或目标未完成原因分析 | < | 项目下半年启动,资金结转下年。 | < | < | <
""",
    "family-g": """
项目支出绩效自评表(2022年度) | < | < | < | < | < | < | < | < | <
项目名称 | < | 造林绿化补助 | < | < | < | < | < | < | <
主管部门 | < | 某县林业和草原局 | < | 实施单位 | < | 某县林场 | < | < | <
资金情况(万元) |  | 预算数 | < | 到位数 | < | 执行数 | < | 进度(%) | <
^ | 资金总额 | 80 | < | 80 | < | 69.2 | < | 86.5 | <
一级指标 | 二级指标 | 三级指标 | 指标分值 | 符号 | 值 | 单位 | 单项指标实际完成值 | 单项得分 | 折算得分
产出指标 | 数量指标 | 造林面积 | 40 | ≥ | 8535.5 | 亩 | 8600 | 40 | 36
^ | 质量指标 | 成活率 | 30 | ≥ | 85 | % | 83 | 29.29 | 26.36
效益指标 | 生态效益指标 | 固碳能力 | 30 | 定性 | 提升 |  | 提升 | 30 | 27
""",
    "family-h": """
2023年度项目绩效自评表 | < | < | < | < | < | <
项目名称 | 公租房维修 | < | 自评总分 | 98.5 | < | <
主管部门 | 某区住房和城乡建设委员会 | < | 实施单位 | 某区住房保障中心 | < | <
项目资金(万元) | 年初预算数 | 全年(调整)预算数 | 全年执行数 | 执行率 | 执行率权重 | 执行率得分
年度总金额 | 120 | 100 | 85 | 85% | 10 | 8.5
指标名称 | 计量单位 | 指标性质 | 指标值 | 指标权重 | 全年完成值 | 指标得分
维修套数 | 套 | ≥ | 150 | 40 | 153 | 40
维修合格率 | % | = | 100 | 30 | 100 | 30
住户满意度 | % | ≥ | 90 | 20 | 91.2 | 20
""",
    "family-i": """
中央对地方专项转移支付区域绩效目标自评表 | < | < | < | < | <
(2019年度) | < | < | < | < | <
专项名称 | < | 基本公共卫生服务补助资金 | < | < | <
中央主管部门 | < | 国家卫生健康委员会 | < | < | <
资金情况(万元) |  | 全年预算数(A) | 全年执行数(B) | 执行率(B/A) | <
^ | 年度资金总额: | 4753.66万元 | 4753.66万元 | 100.00% | <
^ | 其中:中央补助 | 2.6亿元 | 2.6亿元 | 100.00% | <
^ | 地方资金 | 23万 | 23万 | 100.00% | <
一级指标 | 二级指标 | 三级指标 | 指标值 | 全年完成值 | 未完成原因和改进措施
产出指标 | 数量指标 | 适龄儿童疫苗接种率 | ≥90% | 96% |
^ | ^ | 7岁以下儿童健康管理率 | ≥85% | 88% |
效益指标 | 社会效益指标 | 居民健康素养水平 | 逐步提高 | 逐步提高 |
满意度指标 | 服务对象满意度指标 | 服务对象满意度 | 逐步提高 | 逐步提高 |
""",
}


def grid_of(text: str) -> Grid:
    """Rows by line, columns by |; \\n is a line break inside a cell."""
    return [[part.strip().replace("\\n", "\n") for part in line.split("|")] for line in text.strip("\n").splitlines()]


def county_grid(form: Evaluation) -> Grid:
    """One of the county's forms in the official table of ten columns."""
    rows = [
        wide("盐池县本级部门项目支出绩效自评表"),
        wide(f"({form.year}年度)"),
        ["项目名称", "<", form.project or "", *"<<<<<<<"],
        ["主管部门", "<", form.department or "", "<", "<", "实施单位", "<", form.unit or "", "<", "<"],
        ["项目资金(万元)", "<", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分", "<"],
        *funding_rows(form),
        ["年度总体目标", "预期目标", "<", "<", "<", "实际完成情况", *"<<<<"],
        ["^", form.goal or "", "<", "<", "<", form.goal_reached or "", *"<<<<"],
        HEADER.split("|"),
        *indicator_rows(form.indicators),
        ["总分", *"<<<<<", printed(form.total_points), printed(form.filed_total), "", ""],
    ]  # fmt: skip
    return [*rows, *(wide(line) for line in (form.notes or "").split("\n"))]


def wide(text: str) -> list[str]:
    return [text, *"<<<<<<<<<"]


def funding_rows(form: Evaluation) -> Grid:
    labels = {
        "total": "年度资金总额:",
        "appropriation": "其中:当年财政拨款",
        "carry_over": "上年结转资金",
        "other": "其他资金",
    }
    records = {row.source_of_funds: row for row in form.funding}
    rows = []
    for source, label in labels.items():
        row = records.get(source)
        money = (row.initial_budget_wan, row.adjusted_budget_wan, row.executed_wan) if row else (None, None, None)
        rate = f"{row.filed_rate:.0%}" if row and row.filed_rate is not None else ""
        points = (
            (printed(row.points), rate, printed(row.filed_score)) if row and source == "total" else ("—", rate, "—")
        )
        rows.append(["^", "^", label, *map(printed, money), *points, "<"])
    return rows


def indicator_rows(indicators: Sequence[Indicator]) -> Grid:
    rows: Grid = []
    before: Indicator | None = None
    for n, each in enumerate(indicators):
        same1 = before is not None and before.level1 == each.level1
        same2 = same1 and before is not None and before.level2 == each.level2
        level1 = "^" if same1 else f"{each.level1}\n({each.level1_points}分)"
        rows.append([
            "^" if n or not rows else "绩效指标",
            level1,
            "^" if same2 else each.level2 or "",
            f"指标{n + 1}:{each.name}",
            each.target or "",
            each.actual or "",
            printed(each.points),
            printed(each.filed_score),
            each.method or "",
            each.reason or "",
        ])  # fmt: skip
        before = each
    return rows


def printed(figure: object) -> str:
    return "" if figure is None else str(figure)


def write_workbook(path: Path, sheets: dict[str, Grid]) -> None:
    with xlsxwriter.Workbook(path) as book:
        formats = {
            code: book.add_format({"num_format": code, "text_wrap": True, "border": 1})
            for code in ("General", "0%", "0.0%", "0.00%")
        }
        for name, grid in sheets.items():
            write_grid(book.add_worksheet(name), grid, formats)


def write_grid(sheet: xlsxwriter.worksheet.Worksheet, grid: Grid, formats: dict[str, xlsxwriter.format.Format]) -> None:
    """Figures become numbers, percentages numbers under a percent format, joined cells merged ranges."""
    for row, cells in enumerate(grid):
        for column, text in enumerate(cells):
            if text in ("<", "^"):
                continue
            bottom, right = extent(grid, row, column)
            value, code = typed(text)
            if (bottom, right) != (row, column):
                sheet.merge_range(row, column, bottom, right, "", formats[code])
            write = sheet.write_string if isinstance(value, str) else sheet.write_number
            write(row, column, value, formats[code])


def extent(grid: Grid, row: int, column: int) -> tuple[int, int]:
    right = column
    while right + 1 < len(grid[row]) and grid[row][right + 1] == "<":
        right += 1
    bottom = row
    while bottom + 1 < len(grid) and column < len(grid[bottom + 1]) and grid[bottom + 1][column] == "^":
        bottom += 1
    return bottom, right


def typed(text: str) -> tuple[str | float, str]:
    share = text.removesuffix("%")
    try:
        if share != text:
            decimals = len(share.partition(".")[2])
            return round(float(share) / 100, 10), f"0.{'0' * decimals}%" if decimals else "0%"
        return float(text), "General"
    except ValueError:
        return text, "General"


def main() -> None:
    forms = read_forms(read_document(SAMPLE.name, SAMPLE.read_bytes()))
    for number, form in enumerate(forms, 1):
        write_workbook(FOLDER / f"yanchi-2022-{number}.xlsx", {"自评表": county_grid(form)})
    write_workbook(FOLDER / "yanchi-2022.xlsx", {form.project or "": county_grid(form) for form in forms})
    for name, text in FAMILIES.items():
        write_workbook(FOLDER / f"{name}.xlsx", {"Sheet1": grid_of(text)})
    for path in sorted(FOLDER.glob("*.grid")):
        write_workbook(path.with_suffix(".xlsx"), {"Sheet1": grid_of(path.read_text(encoding="utf-8"))})


if __name__ == "__main__":
    main()
