"""What a corrected form says otherwise, as a person would tell it."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from data.contents import WHERE, content_digest
from data.differences import LABELS, Difference, differences
from data.records import Evaluation, Funding, Indicator, Value
from tests.data.store.forms import LINE, MONEY, form

# level2 | name | target | actual | points | score, one line of a form to a row
FILED = """
数量指标 | 指标1:政务内网线路租用费 | ≥24条 | 30条     | 10 | 10
数量指标 | 指标2:办公用房租用面积   | 300平方米 | 280平方米 | 10 | 9.3
质量指标 | 指标1:网络畅通率         | 100%  | 98%      | 20 | 20
时效指标 | 指标1:年底前支付         | 12月31日前 | 12月20日 | 10 | 10
社会效益指标 | 指标1:保障机关运转   | 长期  | 持续提升 | 30 | 28
"""

# What the correction does | how its lines differ from those above | what is told, in order
CORRECTIONS = [
    ("nothing", [], []),
    ("an actual is corrected", [(3, "actual", "99%")], ["indicator.actual | 指标1:网络畅通率 | 98% → 99%"]),
    (
        "an actual and its score",
        [(2, "actual", "300平方米"), (2, "filed_score", Decimal(10))],
        [
            "indicator.actual | 指标2:办公用房租用面积 | 280平方米 → 300平方米",
            "indicator.filed_score | 指标2:办公用房租用面积 | 9.3 → 10",
        ],
    ),
    (
        "a name is reworded",
        [(2, "name", "指标2:办公用房租赁面积")],
        ["indicator.name | 指标2:办公用房租赁面积 | 指标2:办公用房租用面积 → 指标2:办公用房租赁面积"],
    ),
    (
        "a name is replaced where the line stands",
        [(4, "name", "完成时限")],
        ["indicator.name | 完成时限 | 指标1:年底前支付 → 完成时限"],
    ),
    (
        "a line moves to another level 2",
        [(3, "level2", "数量指标")],
        ["indicator.level2 | 指标1:网络畅通率 | 质量指标 → 数量指标"],
    ),
    ("a score is left blank", [(5, "filed_score", None)], ["indicator.filed_score | 指标1:保障机关运转 | 28 → (空)"]),
    (
        "a reason is given at last",
        [(2, "reason", "部分房屋提前退租")],
        ["indicator.reason | 指标2:办公用房租用面积 | (空) → 部分房屋提前退租"],
    ),
    (
        "a line is removed",
        [(3, None, None)],
        ["indicator.removed | 指标1:网络畅通率 | 指标1:网络畅通率 · 100% · 98% · 20 → (空)"],
    ),
    (
        "a line is replaced by another one",
        [(3, "name", "信访办结"), (3, "target", "≥95%"), (3, "actual", "96%")],
        [
            "indicator.removed | 指标1:网络畅通率 | 指标1:网络畅通率 · 100% · 98% · 20 → (空)",
            "indicator.added | 信访办结 | (空) → 信访办结 · ≥95% · 96% · 20",
        ],
    ),
]


def lines(table: str) -> tuple[Indicator, ...]:
    rows = [[part.strip() for part in row.split("|")] for row in table.strip().splitlines()]
    return tuple(
        replace(
            LINE,
            n=n,
            level2=level2,
            name=name,
            target=target,
            actual=actual,
            points=Decimal(points),
            filed_score=Decimal(score),
            filed_score_step=None,
            cell=f"C{n}",
            target_cell=f"D{n}",
            actual_cell=f"E{n}",
            score_cell=f"G{n}",
        )
        for n, (level2, name, target, actual, points, score) in enumerate(rows, start=1)
    )


OLD = replace(form(), indicators=lines(FILED))


def renumbered(found: Sequence[Indicator]) -> tuple[Indicator, ...]:
    return tuple(replace(line, n=n, cell=f"C{n}") for n, line in enumerate(found, start=1))


def corrected(changes: Sequence[tuple[int, str | None, object]]) -> Evaluation:
    found = list(OLD.indicators)
    gone = {n for n, field, _ in changes if field is None}
    for n, field, value in changes:
        if field is not None:
            found[n - 1] = replace(found[n - 1], **{field: value})  # type: ignore[arg-type]
    return replace(OLD, indicators=renumbered([line for line in found if line.n not in gone]))


def told(found: Sequence[Difference]) -> list[str]:
    return [f"{one.field} | {one.line} | {one.old or '(空)'} → {one.new or '(空)'}" for one in found]


@pytest.mark.parametrize(("_what", "changes", "expected"), CORRECTIONS, ids=[row[0] for row in CORRECTIONS])
def test_a_corrected_line_is_told(_what: str, changes: list[tuple[int, str, object]], expected: list[str]) -> None:
    assert told(differences(OLD, corrected(changes))) == expected


def test_the_cells_of_both_versions_are_named() -> None:
    (found,) = differences(OLD, corrected([(1, None, None), (3, "actual", "99%")]))[1:]
    assert (found.old_cell, found.new_cell) == ("E3", "E3")
    (added,) = differences(replace(OLD, indicators=OLD.indicators[:4]), OLD)
    assert (added.field, added.old_cell, added.new_cell) == ("indicator.added", None, "C5")


def test_an_inserted_line_moves_nobody() -> None:
    extra = replace(LINE, level2="成本指标", name="成本控制数", target="≤23万元", actual="21.9万元")
    new = replace(OLD, indicators=renumbered([extra, *OLD.indicators]))
    assert [one.field for one in differences(OLD, new)] == ["indicator.added"]


def test_a_moved_line_is_the_only_one_told() -> None:
    first, *rest = OLD.indicators
    new = replace(OLD, indicators=renumbered([*rest, first]))
    assert told(differences(OLD, new)) == ["indicator.order | 指标1:政务内网线路租用费 | 1 → 5"]


def test_lines_of_the_same_name_keep_their_order() -> None:
    twin = replace(OLD.indicators[0], n=2, actual="5条", cell="C2")
    old = replace(OLD, indicators=(OLD.indicators[0], twin))
    new = replace(OLD, indicators=(OLD.indicators[0], replace(twin, actual="6条")))
    assert told(differences(old, new)) == ["indicator.actual | 指标1:政务内网线路租用费 | 5条 → 6条"]


def test_lines_without_names_are_matched_by_their_place() -> None:
    old = replace(OLD, indicators=tuple(replace(line, name=None) for line in OLD.indicators))
    new = replace(old, indicators=(*old.indicators[:4], replace(old.indicators[4], actual="显著提升")))
    assert [(one.field, one.new) for one in differences(old, new)] == [("indicator.actual", "显著提升")]


HEAD = [
    ("year", 2023, "form.year", "2022", "2023"),
    ("department", "县委宣传部", "form.department", "县委办公室", "县委宣传部"),
    ("project", None, "form.project", "线路租用费", None),
    ("filed_total", Decimal("96.25"), "form.filed_total", "97.5", "96.25"),
    ("notes", "得分一档最高不能超过该指标分值上限", "form.notes", None, "得分一档最高不能超过该指标分值上限"),
]


@pytest.mark.parametrize(("name", "value", "field", "old", "new"), HEAD, ids=[row[2] for row in HEAD])
def test_the_head_is_told(name: str, value: object, field: str, old: str | None, new: str | None) -> None:
    (found,) = differences(OLD, replace(OLD, **{name: value}))  # type: ignore[arg-type]
    assert (found.field, found.line, found.old, found.new) == (field, "", old, new)


FUNDS = [
    ("spent more", replace(MONEY, executed_wan=Decimal("28.272")), ["funding.executed_wan | 21.855 → 28.272"]),
    ("another rate", replace(MONEY, filed_rate=Decimal("0.773"), filed_rate_step=Decimal("0.001")),
     ["funding.filed_rate | 77% → 77.3%"]),
    ("printed to two places", replace(MONEY, filed_score_step=Decimal("0.01")), ["funding.filed_score | 7.7 → 7.70"]),
    ("another source", replace(MONEY, source_of_funds="other"),
     ["funding.removed | 28.272 · 21.855 → (空)", "funding.added | (空) → 28.272 · 21.855"]),
]  # fmt: skip


@pytest.mark.parametrize(("_what", "row", "expected"), FUNDS, ids=[row[0] for row in FUNDS])
def test_the_money_is_told(_what: str, row: Funding, expected: list[str]) -> None:
    found = differences(OLD, replace(OLD, funding=(row,)))
    assert [f"{one.field} | {one.old or '(空)'} → {one.new or '(空)'}" for one in found] == expected
    assert found[0].line == "年度资金总额"


def test_how_values_are_understood_and_where_they_stand_is_no_difference() -> None:
    moved = [replace(line, cell="Z9", actual_cell="Y9", target_value=Value(None, None, None, None, "blank", False))
             for line in OLD.indicators]  # fmt: skip
    new = replace(OLD, place="Sheet2!A1:J9", layout="b-mof", filled_cells=9, indicators=tuple(moved))
    assert content_digest(new) == content_digest(OLD)
    assert differences(OLD, new) == ()


def test_every_field_that_makes_another_version_is_told() -> None:
    for group, kind in (("form", Evaluation), ("funding", Funding), ("indicator", Indicator)):
        kept = {name for name in kind.__slots__ if name not in WHERE and not name.endswith("_step")}
        parts = {"funding", "indicators", "n", "source_of_funds"}  # told as rows and as their order
        assert kept - parts == {label.partition(".")[2] for label in LABELS if label.startswith(f"{group}.")} - {
            "added",
            "removed",
            "order",
        }


def test_thousands_of_lines_of_a_hostile_form_cost_little() -> None:
    many = tuple(replace(LINE, n=n, name=f"甲{n}" * 50, target=str(n)) for n in range(1, 4001))
    other = tuple(replace(LINE, n=n, name=f"乙{n}" * 50, target=str(-n)) for n in range(1, 4001))
    found = differences(replace(OLD, indicators=many), replace(OLD, indicators=other))
    assert len(found) == 8000
