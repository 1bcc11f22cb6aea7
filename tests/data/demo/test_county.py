"""The county as a whole: its size, what a leader would notice at once, and what the findings recover of its faults."""

from collections import defaultdict
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from analytics.session import open_session
from data.demo.forms import FORMS, write_county
from data.demo.generate import county
from data.demo.model import Filing
from data.demo.truth import FILE, read_truth
from data.demo.words import sentences
from data.demo.writer import workbook
from data.load import load_paths
from data.store import Store
from tests.benchmarks.recover_faults import findings, missed, unexpected

SEED = 2024
FEW_DEPARTMENTS = 5  # about 100 forms


def ignored(_: int) -> None:
    """No bar is drawn."""


@cache
def filings() -> list[Filing]:
    return county(SEED)


def test_its_size() -> None:
    first = [one.form.project for one in filings() if one.form.year == 2022 and one.sheet == 0 and not one.superseded]
    assert 55 <= len({project.department.name for project in first}) <= 65
    assert 580 <= len(first) <= 640
    assert len({project.name for project in first}) == len(first)
    assert {one.form.year for one in filings()} == {2022, 2023, 2024}


def test_most_departments_give_themselves_nearly_full_marks() -> None:
    scores = [one.form.total_score or Decimal(0) for one in filings()]
    assert 0.85 < sum(score >= 97 for score in scores) / len(scores) < 0.96


def test_every_project_goes_on_with_the_same_indicators() -> None:
    names = defaultdict(set)
    for one in filings():
        if not one.planted:
            names[one.form.project.name].add(tuple(line.name for line in one.form.lines))
    assert all(len(found) == 1 for found in names.values())


def test_points_are_40_40_20_unless_a_fault_says_otherwise() -> None:
    for one in filings():
        if not one.planted:
            sums = defaultdict(Decimal)
            for line in one.form.lines:
                sums[line.level1] += line.points
            assert sums == {"产出指标": 40, "效益指标": 40, "满意度指标": 20}
            assert 9 <= len(one.form.lines) <= 14


def test_no_long_wording_stands_in_two_projects_by_accident() -> None:
    owners = defaultdict(set)
    for one in filings():
        if not any(planted.fault == "text_copied" for planted in one.planted):
            for line in one.form.lines:
                owners[line.name].add(one.form.project.name)
    assert [name for name, found in owners.items() if len(found) > 1 and len(name) >= 20] == []


@pytest.mark.parametrize("kind", ["shortfall", "late", "partly"])
def test_reasons_of_a_shortfall_do_not_explain_low_spending(kind: str) -> None:
    money = ("资金", "执行", "支付", "预算", "结余", "结转", "拨付", "付款", "支出", "报账", "款")
    assert [text for text in sentences()[kind] if any(word in text for word in money)] == []


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others() -> None:
    assert workbook(county(1, 1)[:1]) == workbook(county(1, 1)[:1])
    assert workbook(county(1, 1)[:1]) != workbook(county(2, 1)[:1])


def test_what_was_planted_is_recovered_and_nobody_else_is_accused(tmp_path: Path) -> None:
    files = write_county(tmp_path, county(SEED, FEW_DEPARTMENTS), ignored)
    store = Store(tmp_path / "store")
    assert load_paths([tmp_path / FORMS], store).imported == files
    generation, truths = store.current(), list(read_truth(tmp_path))
    assert generation is not None
    places = findings(open_session(generation))
    assert len(truths) > 90 and sum(len(truth.planted) for truth in truths) > 40
    assert missed(places, truths) == []
    assert unexpected(places, truths) == []


def test_the_truth_stands_beside_the_forms_not_among_them(tmp_path: Path) -> None:
    write_county(tmp_path, county(SEED, 1), ignored)
    assert (tmp_path / FILE).exists()
    assert {path.suffix for path in (tmp_path / FORMS).rglob("*") if path.is_file()} == {".xlsx"}
