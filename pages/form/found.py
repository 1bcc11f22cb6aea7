"""The findings of one form in reading order, each with all that a reader needs to judge it. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from analytics.places import row_number
from pages.shared.table import Table

COLUMNS = ("rule", "severity", "n", "cell", "points", "found", "expected")
WEIGHTS = ("error", "warning", "note")
MOVES_TOTAL = ("score_overstated", "score_understated", "score_above_points", "band_missed", "total_not_sum")
FAR = 10**9  # findings of the whole form stand behind those of its rows


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule finds, what to do and what it stands on, in the reader's language."""

    sentence: str
    todo: str
    reference: str


@dataclass(frozen=True, slots=True)
class Found:
    """One finding. `number` counts from 1 down the form; `key` names it in an address, beside its line `n`.

    `found` is what the form says, `expected` what the rule gives; `working` is the computation of the line, if any.
    """

    number: int
    key: str
    code: str
    rule: Rule
    severity: str
    n: int | None
    cell: str | None
    points: Decimal | None
    found: str | None
    expected: str | None
    working: str | None


def in_reading_order(table: Table, rules: Mapping[str, Rule], workings: Mapping[int, str]) -> tuple[Found, ...]:
    """The rows of `finding` from the top of the form to its foot, worst first within a row."""
    rows = sorted(table.pick(*COLUMNS), key=_place)
    ones = [_found(number, row, rules, workings) for number, row in enumerate(rows, 1)]
    return tuple(replace(one, key=key) for one, key in zip(ones, keys(ones), strict=True))


def _place(row: tuple) -> tuple:
    rule, severity, n, cell, *_ = row
    at = None if cell is None or ":" in cell else row_number(cell)
    return (FAR if at is None else at, WEIGHTS.index(severity), n or 0, rule, cell or "")


def _found(number: int, row: tuple, rules: Mapping[str, Rule], workings: Mapping[int, str]) -> Found:
    rule, severity, n, cell, points, stands, expected = row
    told = rules.get(rule, Rule(rule, "", ""))
    return Found(number, rule, rule, told, severity, n, cell, points, stands, expected, workings.get(n))


def keys(ones: Sequence[Found]) -> tuple[str, ...]:
    """The rule; where a line (or the whole form) breaks it twice, the later ones with their count."""
    seen: Counter[tuple[str, int | None]] = Counter()
    result = []
    for one in ones:
        seen[one.code, one.n] += 1
        times = seen[one.code, one.n]
        result.append(one.code if times == 1 else f"{one.code}.{times}")
    return tuple(result)


def chosen(ones: Sequence[Found], key: str | None, n: int | None) -> Found | None:
    """The finding that an address names; None where it names none of this form."""
    if key is None:
        return None
    fitting = [one for one in ones if one.key == key and n in (one.n, None)]
    return fitting[0] if fitting else None


def beside(ones: Sequence[Found], now: Found | None, step: int) -> Found | None:
    """The next (step 1) or the previous (-1) finding; round the corner at the ends."""
    if not ones:
        return None
    if now is None:
        return ones[0] if step > 0 else ones[-1]
    return ones[(now.number - 1 + step) % len(ones)]


def worst(ones: Sequence[Found], most: int) -> tuple[Found, ...]:
    """The findings that weigh most, errors first, of these the ones that move the total, then by points."""
    return tuple(sorted(ones, key=_gravity)[:most])


def _gravity(one: Found) -> tuple:
    return (WEIGHTS.index(one.severity), one.code not in MOVES_TOTAL, -(one.points or 0), one.number)
