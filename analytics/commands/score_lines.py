"""Indicators as typed on the command line or in a csv, scored in one pass through the views."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from analytics.commands.json_text import number
from analytics.lines import Line, fetch_lines
from analytics.session import open_session_on
from analytics.working import working
from data.errors import Fault
from data.records import Evaluation, Indicator
from data.texts import mark, typed
from data.values import read_pair

# Plain digits only: float() would take nan, inf and 1_000 for figures.
FIGURE = re.compile(r"[+-]?(\d{1,9}(\.\d*)?|\.\d+)")
YEAR = re.compile(r"(19|20)\d\d")


class NotAnIndicator(Fault):
    """What was typed cannot be scored."""

    code = "not_an_indicator"
    text = mark("{name} 不能是“{place}”:{reason}")


@dataclass(frozen=True, slots=True)
class Typed:
    """One indicator as typed. `score_step` is one unit of the last decimal written."""

    year: int | None
    level2: str | None
    name: str | None
    target: str | None
    actual: str | None
    points: Decimal
    score: Decimal | None
    score_step: Decimal | None


@dataclass(frozen=True, slots=True)
class Result:
    """The admissible interval, the verdict and the working; all None but the working where nothing can be scored."""

    low: Decimal | None
    high: Decimal | None
    recomputed: Decimal | None
    verdict: str | None
    working: str

    def as_json(self) -> dict[str, object]:
        return {
            "low": number(self.low),
            "high": number(self.high),
            "recomputed": number(self.recomputed),
            "verdict": self.verdict,
            "working": self.working,
        }


def read_typed(row: Mapping[str, str | None]) -> Typed:
    """One row of texts. Missing columns count as blank. Raises NotAnIndicator with the word that cannot be."""
    said = {
        name: text.strip() for name, text in row.items() if name is not None and isinstance(text, str) and text.strip()
    }
    if "points" not in said:
        raise NotAnIndicator("points", "", reason=mark("没有填写分值"))
    score = said.get("score")
    return Typed(
        year=_year(said.get("year")),
        level2=said.get("level2"),
        name=said.get("name"),
        target=said.get("target"),
        actual=said.get("actual"),
        points=_points("points", said["points"]),
        score=None if score is None else _figure("score", score),
        score_step=None if score is None else _step(score),
    )


def score_all(typed: Sequence[Typed | NotAnIndicator], scheme: str) -> list[Result]:
    """Score all in one pass; one result per row, in their order."""
    results = [Result(None, None, None, None, str(row)) for row in typed]
    for line in typed_lines(typed, scheme):
        results[line.n] = _result(line)
    return results


def typed_lines(typed: Sequence[Typed | NotAnIndicator], scheme: str) -> tuple[Line, ...]:
    """What was typed as scored lines; their `n` is the place in `typed`."""
    years: dict[int | None, list[Indicator]] = {}
    for place, row in enumerate(typed):
        if isinstance(row, Typed):
            years.setdefault(row.year, []).append(_indicator(place, row))
    forms = [_evaluation(year, lines) for year, lines in years.items()]
    return fetch_lines(open_session_on(forms, scheme, wanted=("scored_line",))) if forms else ()


def _result(line: Line) -> Result:
    return Result(line.low_score, line.high_score, line.recomputed_score, line.verdict, working(line, typed))


def _indicator(n: int, typed: Typed) -> Indicator:
    target, actual = read_pair(typed.target, typed.actual, typed.name, typed.year)
    return Indicator(
        n=n,
        level1=None,
        level1_points=None,
        level2=typed.level2,
        name=typed.name,
        target=typed.target,
        actual=typed.actual,
        target_value=target,
        actual_value=actual,
        points=typed.points,
        filed_score=typed.score,
        filed_score_step=typed.score_step,
        method=None,
        reason=None,
        cell="",
    )


def _evaluation(year: int | None, indicators: Sequence[Indicator]) -> Evaluation:
    """A form that holds nothing but the lines of one year."""
    return Evaluation(
        place="",
        layout="",
        year=year,
        county=None,
        department=None,
        unit=None,
        project=None,
        goal=None,
        goal_reached=None,
        total_points=None,
        filed_total=None,
        filed_total_step=None,
        filed_grade=None,
        notes=None,
        total_cell=None,
        funding=(),
        indicators=tuple(indicators),
    )


def _points(name: str, text: str) -> Decimal:
    points = _figure(name, text)
    if points < 0:
        raise NotAnIndicator(name, text, reason=mark("分值不能小于 0"))
    return points


def _figure(name: str, text: str) -> Decimal:
    if not FIGURE.fullmatch(text):
        raise NotAnIndicator(name, text, reason=mark("请写阿拉伯数字,如 9.8"))
    return Decimal(text).quantize(Decimal("0.000001"), ROUND_HALF_UP)


def _step(text: str) -> Decimal:
    return Decimal(1).scaleb(-len(text.partition(".")[2]))


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    found = YEAR.fullmatch(text.removesuffix("年度").removesuffix("年"))
    if found is None:
        raise NotAnIndicator("year", text, reason=mark("请写四位年份,如 2022"))
    return int(found[0])
