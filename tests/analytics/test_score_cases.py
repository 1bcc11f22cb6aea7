"""score_cases.txt: what a person answers by the rules, line by line, against what the views answer."""

from dataclasses import replace
from pathlib import Path

import pytest

from analytics.session import open_session_on
from tests.analytics.made import form, line, table

CASES = list(table(Path(__file__).with_name("score_cases.txt").read_text(encoding="utf-8")))
COLUMNS = ("最低", "最高", "判定")


@pytest.fixture(scope="module")
def answers() -> list[tuple[str, ...]]:
    """(lowest, highest, verdict) of every case, scored together in one form."""
    lines = [
        line(case["目标"], case["实际"], case["分值"], case["填报"], f"{case['二级']}指标", case["名称"] or None)
        for case in CASES
    ]
    filed = replace(form(), indicators=tuple(replace(one, n=n) for n, one in enumerate(lines)))
    session = open_session_on([filed], "yanchi-2022", wanted=("scored_line",))
    found = session.execute("select low_score, high_score, verdict from scored_line order by n").fetchall()
    return [(f"{low.normalize():f}", f"{high.normalize():f}", verdict) for low, high, verdict in found]


@pytest.mark.parametrize(
    "n", range(len(CASES)), ids=[f"{case['目标']}|{case['实际']}|{case['填报']}" for case in CASES]
)
def test_the_views_answer_as_a_person_does(answers: list[tuple[str, ...]], n: int) -> None:
    assert answers[n] == tuple(CASES[n][column] for column in COLUMNS), CASES[n]["说明"]
