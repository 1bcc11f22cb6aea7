"""The blank form: whatever valid values are written into it read back as they were written, without a question."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
from click.testing import CliRunner
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from data.commands.blank import blank
from data.forms import blank as form
from data.forms import read_forms
from data.forms.blank import Group, Heading, blank_form, county_groups, total_row
from data.forms.form_json import form_json
from data.readers import read_document

Filled = dict[tuple[int, int], object]  # (row, column), counted from 0 → value
WORDS = "办公修缮采购培训督查会议调研宣传维护建设服务保障农村道路校舍饮水森林防火"
names = st.text(WORDS, min_size=4, max_size=20)
sentences = st.text(WORDS + "、,。0123", min_size=6, max_size=80).map(lambda text: f"经{text}。")
cents = st.integers(0, 10**9).map(lambda n: Decimal(n) / 100)
scores = st.integers(0, 4000).map(lambda n: Decimal(n) / 100)
rates = st.integers(0, 15000).map(lambda n: Decimal(n) / 10000)
figures = st.decimals(0, 99999, places=2).map(lambda n: f"{n.normalize():f}")
targets = st.one_of(
    st.builds("{}{}{}".format, st.sampled_from(["≥", "≤", "=", ""]), figures, st.sampled_from(["次", "万", "%"])),
    st.sampled_from(["按时完成", "长期", "2024年/全年", "12月底前", "显著提升", "≥90%", "效果明显"]),
)  # fmt: skip
money = st.tuples(cents, cents, cents)
lines = st.tuples(names, targets, targets, scores, scores, st.none() | sentences)
groups = st.lists(
    st.integers(1, 4).map(lambda rows: {"rows": rows}), min_size=len(county_groups()), max_size=len(county_groups())
).map(
    lambda sizes: tuple(
        Group(group.level1, group.points, dict.fromkeys(group.rows, size["rows"]))
        for group, size in zip(county_groups(), sizes, strict=True)
    )
)


def filled(content: bytes, values: Filled) -> bytes:
    book = openpyxl.load_workbook(BytesIO(content))
    for (row, column), value in values.items():
        cell = book.active.cell(row + 1, column + 1)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"  # "=3次" is a target, not a formula
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def plain(figure: Decimal) -> float | int:
    return int(figure) if figure == figure.to_integral_value() else float(figure)


@settings(
    max_examples=20,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.data())
def test_reads_back_as_written(data: st.DataObject) -> None:
    shape = data.draw(groups)
    count = sum(group.size for group in shape)
    heading = Heading("青石县", str(data.draw(st.integers(2018, 2035))), *(data.draw(names) for _ in range(3)))
    funding = data.draw(st.lists(st.none() | st.tuples(money, rates), min_size=4, max_size=4))
    written = data.draw(st.lists(lines, min_size=count, max_size=count))
    full, total, reached, goal = data.draw(scores), data.draw(scores), data.draw(sentences), data.draw(sentences)
    bottom = total_row(shape)
    values: Filled = {
        (form.GOALS, form.GOAL): goal,
        (form.GOALS, form.REACHED): reached,
        (bottom, form.POINTS): full,
        (bottom, form.SCORE): total,
    }
    for row, each in enumerate(funding, form.FIRST_FUNDING):
        if each is not None:
            values |= {(row, column): amount for column, amount in zip(form.MONEY, each[0], strict=True)}
            values[row, form.RATE] = each[1]
    columns = (form.NAME, form.TARGET, form.ACTUAL, form.POINTS, form.SCORE, form.REASON)
    for row, line in enumerate(written, form.FIRST_LINE):
        values |= {(row, column): value for column, value in zip(columns, line, strict=True)}
    (read,) = read_forms(read_document("表.xlsx", filled(blank_form(heading, shape), values)))
    found = form_json(read)
    assert found["issues"] == []
    assert found["accounted_share"] == 1
    assert [found[key] for key in ("county", "year", "department", "unit", "project", "goal", "goal_reached")] == [
        "青石县", int(heading.year), heading.department, heading.unit, heading.project, goal, reached,
    ]  # fmt: skip
    assert (found["total_points"], found["total_score"]) == (plain(full), plain(total))
    sources = ("total", "appropriation", "carry_over", "other")
    assert [tuple(list(row.values())[:6]) for row in found["funding"]] == [
        (source, *map(plain, each[0]), None, plain(each[1]))
        for source, each in zip(sources, funding, strict=True)
        if each is not None
    ]
    levels = [
        (group.level1, group.points, level2)
        for group in shape
        for level2, rows in group.rows.items()
        for _ in range(rows)
    ]
    keys = ("level1", "level1_points", "level2", "name", "target", "actual", "points", "score", "reason")
    assert [tuple(line[key] for key in keys) for line in found["indicators"]] == [
        (*level, name, target, actual, plain(points), plain(score), reason)
        for level, (name, target, actual, points, score, reason) in zip(levels, written, strict=True)
    ]


def test_lines_left_empty_are_no_indicators() -> None:
    content = filled(
        blank_form(Heading(year="2024", project="办公费")),
        {(form.FIRST_LINE, form.NAME): "指标1:办文", (form.FIRST_LINE, form.TARGET): "≥12件"},
    )
    (read,) = read_forms(read_document("表.xlsx", content))
    assert [(line.name, line.target, line.level1_points) for line in read.indicators] == [("办文", "≥12件", 40)]
    assert (read.layout, read.county, read.issues) == ("A-yanchi", "盐池县", ())


def test_the_command_writes_a_form_and_overwrites_none(tmp_path: Path) -> None:
    path = tmp_path / "空白.xlsx"
    assert CliRunner().invoke(blank, [str(path), "--year", "2024", "--project", "办公费"]).exit_code == 0
    (read,) = read_forms(read_document(path.name, path.read_bytes()))
    assert (read.year, read.project, [issue.code for issue in read.issues]) == (2024, "办公费", ["no_indicators"])
    again = CliRunner().invoke(blank, [str(path)])
    assert (again.exit_code, "没有覆盖" in again.stderr) == (1, True)
