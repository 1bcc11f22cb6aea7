"""What a form says in words about itself as a whole: reasons and remarks in one cell, mostly at its foot."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.documents import Cell
from data.forms.folding import is_dash, tidy
from data.forms.layouts import meaning, synonyms
from data.forms.ledger import Ledger
from data.forms.region import Row, head_label
from data.records import Indicator, Value


@dataclass(frozen=True, slots=True)
class Remarks:
    """`reason` is what explains deviations, `all` every remark behind its label."""

    reason: str | None
    all: tuple[str, ...]


def is_remark_row(row: Row) -> bool:
    return len(row) <= 2 and remark_kind(row[0]) is not None


def remark_kind(cell: Cell) -> str | None:
    return meaning(head_label(cell.text), synonyms().remarks)


def read_remarks(rows: Sequence[Row], ledger: Ledger) -> Remarks:
    """The remarks of these rows: behind a colon in the label's own cell, or in the cell beside it."""
    said: list[tuple[str, str, str]] = []
    for row in rows:
        label, _, inside = row[0].text.replace("\uff1a", ":", 1).partition(":")
        text = tidy(inside) or (tidy(row[1].text) if len(row) > 1 else "")
        ledger.read(*row)
        if text and not is_dash(text):
            said.append((remark_kind(row[0]) or "", tidy(label), text))
    reasons = [text for kind, _, text in said if kind == "reason"]
    return Remarks("\n".join(reasons) or None, tuple(f"{label}:{text}" for _, label, text in said))


def with_reason(indicators: tuple[Indicator, ...], reason: str | None) -> tuple[Indicator, ...]:
    """A form with one cell for all reasons explains the lines that missed their targets; others keep their own."""
    if reason is None or any(each.reason for each in indicators):
        return indicators
    return tuple(replace(each, reason=reason) if misses(each) else each for each in indicators)


def misses(indicator: Indicator) -> bool:
    """The two values can be compared and do not meet, or the score is below the points."""
    if indicator.points is not None and indicator.filed_score is not None and indicator.filed_score < indicator.points:
        return True
    target, actual = indicator.target_value, indicator.actual_value
    return (
        target.family is not None
        and target.family == actual.family
        and (below(actual, target) or below(target, actual))
    )


def below(one: Value, other: Value) -> bool:
    return one.base_high is not None and other.base_low is not None and one.base_high < other.base_low
