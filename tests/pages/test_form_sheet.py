"""The lines and findings of a form as tables: escaped, joined as filed, told apart without colour."""

from decimal import Decimal

from pages.form import sheet
from pages.shared.table import Table
from tests.pages.form_cases import HOSTILE, found, way

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


def test_a_finding_leads_to_its_cell_and_escapes_what_the_form_says() -> None:
    html = sheet.findings([found(1, n=2, cell="D9", said=HOSTILE)], way)
    assert "<script" not in html
    assert 'href="?n=2&amp;finding=score_overstated"' in html and "■1" in html
