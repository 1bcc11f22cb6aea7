"""The oracle, many forms at a time: departments, the county and who lags, in fractions.

Errors, warnings and unexplained shortfalls are counted from the findings, which have tests of their own.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tests.analytics.oracle_forms import Form, added
from tests.analytics.oracle_lines import Numbers, Scored, exact, half_up

Key = tuple[object, ...]
Row = tuple[object, ...]
WEIGHTS = (25, 25, 15, 15, 10, 10)
CRITERIA = (
    "execution_rate",
    "recomputed_score",
    "inflation",
    "low_scoring_share",
    "unexplained_shortfalls",
    "errors_per_form",
)
LAGGING_RATE = Fraction(8, 10)
REASONS = 3


@dataclass(frozen=True, slots=True)
class Counts:
    """What the findings say of one form."""

    errors: int
    warnings: int
    unexplained: int


def grouped(forms: Iterable[Form], key: Callable[[Form], Key]) -> dict[Key, list[Form]]:
    groups = defaultdict(list)
    for form in forms:
        groups[key(form)].append(form)
    return dict(groups)


def of_department(form: Form) -> Key:
    return form.filing.department, form.filing.year


def of_year(form: Form) -> Key:
    return (form.filing.year,)


def ratio(over: Fraction | None, under: Fraction | None) -> Fraction | None:
    return half_up(over / under, 6) if over is not None and under is not None and under > 0 else None


def mean(values: Sequence[Fraction | None], decimals: int = 2) -> Fraction | None:
    """Half away from zero, of what is known."""
    known = [value for value in values if value is not None]
    if not known:
        return None
    middle = sum(known, Fraction(0)) / len(known)
    return half_up(middle, decimals) if middle >= 0 else -half_up(-middle, decimals)


def minus(first: Fraction | None, second: Fraction | None) -> Fraction | None:
    return None if first is None or second is None else first - second


def money(forms: Sequence[Form]) -> Row:
    """Initial, adjusted, executed, unspent, change, rate: spent over budget, never a mean of rates."""
    initial, adjusted, executed = (
        added([getattr(form.money, name) for form in forms]) for name in ("initial", "adjusted", "executed")
    )
    change = added([minus(form.money.adjusted, form.money.initial) for form in forms])
    return initial, adjusted, executed, minus(adjusted, executed), change, ratio(executed, adjusted)


def department_execution(forms: Iterable[Form]) -> dict[Key, Row]:
    return {key: _execution(group) for key, group in grouped(forms, of_department).items()}


def _execution(group: Sequence[Form]) -> Row:
    rates = [form.money.rate for form in group]
    below = [sum(rate is not None and rate < Fraction(bound, 10) for rate in rates) for bound in (8, 9)]
    return len(group), *money(group), mean(rates, 6), *below


def funding_source(forms: Iterable[Form]) -> dict[Key, Row]:
    rows = defaultdict(list)
    for form in forms:
        for row in form.filing.funding:
            if row.source_of_funds != "total":
                rows[(*of_department(form), row.source_of_funds)].append(row)
    sums = {
        key: [
            added([exact(getattr(row, name)) for row in group])
            for name in ("initial_budget_wan", "adjusted_budget_wan", "executed_wan")
        ]
        for key, group in rows.items()
    }
    return {key: (*three, ratio(three[2], three[1])) for key, three in sums.items()}


def lines_of(forms: Iterable[Form]) -> list[tuple[Form, Scored, str | None, str | None]]:
    return [
        (form, one, line.level1, line.level2)
        for form in forms
        for one, line in zip(form.lines, form.filing.indicators, strict=True)
    ]


def by_level(forms: Iterable[Form], at: int) -> dict[Key, list[Scored]]:
    """Scored lines by department, year and level 1 (at = 2) or level 2 (at = 3)."""
    groups = defaultdict(list)
    for row in lines_of(forms):
        if row[1].recomputed is not None:
            groups[(*of_department(row[0]), row[at])].append(row[1])
    return dict(groups)


def points_lost(forms: Iterable[Form]) -> dict[Key, Row]:
    return {
        key: (
            added([one.points for one in group]),
            added([minus(one.points, one.recomputed) for one in group]),
            added([minus(one.points, one.filed) for one in group]),
        )
        for key, group in by_level(forms, 2).items()
    }


def level2_summary(forms: Iterable[Form]) -> dict[Key, Row]:
    return {key: _level2(group) for key, group in by_level(forms, 3).items()}


def _level2(group: Sequence[Scored]) -> Row:
    points, filed, recomputed = (
        added([getattr(one, name) for one in group]) for name in ("points", "filed", "recomputed")
    )
    shares = ratio(recomputed, points), ratio(filed, points)
    return len(group), points, filed, recomputed, minus(points, recomputed), *shares


def is_low(one: Scored, numbers: Numbers) -> bool:
    if one.recomputed is None or one.points is None:
        return False
    return one.recomputed < one.points * numbers.low_scoring


def weak(forms: Sequence[Form], numbers: Numbers) -> tuple[int, Fraction | None, Fraction | None]:
    """Low-scoring lines, their share of the points, and the share that the figures settle."""
    lines = [one for _, one, _, _ in lines_of(forms)]
    low = [one for one in lines if is_low(one, numbers)]
    points = added([one.points for one in lines if one.low is not None])
    opened = added([minus(one.high, one.low) for one in lines])
    return (
        len(low),
        ratio(added([one.points for one in low]) or Fraction(0), points),
        ratio(minus(points, opened), points),
    )


def department_summary(forms: Iterable[Form], counts: Mapping[int, Counts], numbers: Numbers) -> dict[Key, Row]:
    """`counts` by the id() of a form."""
    return {key: _summary(group, counts, numbers) for key, group in grouped(forms, of_department).items()}


def _summary(group: Sequence[Form], counts: Mapping[int, Counts], numbers: Numbers) -> Row:
    found = [counts[id(form)] for form in group]
    low, share, verifiable = weak(group, numbers)
    unexplained, errors = sum(one.unexplained for one in found), sum(one.errors for one in found)
    size = Fraction(len(group))
    return (
        len(group),
        mean([form.filed_100 for form in group]),
        mean([form.recomputed_100 for form in group]),
        mean([minus(form.filed_100, form.recomputed_100) for form in group]),
        *money(group),
        low, share,
        unexplained, ratio(Fraction(unexplained), size),
        errors, ratio(Fraction(errors), size),
        sum(one.warnings for one in found),
        verifiable,
    )  # fmt: skip


def county_summary(
    forms: Iterable[Form], counts: Mapping[int, Counts], numbers: Numbers, lagging: Mapping[Key, Row]
) -> dict[Key, Row]:
    return {
        key: (
            len(group),
            len({form.filing.department for form in group}),
            *money(group),
            mean([form.filed_100 for form in group]),
            mean([form.recomputed_100 for form in group]),
            added([form.inflation for form in group]),
            sum(form.filed_100 is not None and form.filed_100 >= 100 for form in group),
            len(lines_of(group)),
            sum(one.verdict == "overstated" for _, one, _, _ in lines_of(group)),
            weak(group, numbers)[0],
            sum(counts[id(form)].errors for form in group),
            sum(counts[id(form)].warnings for form in group),
            weak(group, numbers)[2],
            sum(bool(row[3]) for place, row in lagging.items() if place[1:] == key),
        )
        for key, group in grouped(forms, of_year).items()
    }


def lagging_department(summary: Mapping[Key, Row]) -> dict[Key, Row]:
    """Index, rank, reasons, lags, rank of the year before, lagged both years; from the six criteria of `summary`."""
    years = {key[1] for key in summary}
    rows = {
        key: row for year in years for key, row in _lagging({k: v for k, v in summary.items() if k[1] == year}).items()
    }
    return {(name, year): (*row, *_before(rows, name, year, bool(row[3]))) for (name, year), row in rows.items()}


def _before(rows: Mapping[Key, Row], name: object, year: object, lags: bool) -> Row:
    before = rows.get((name, int(str(year)) - 1))
    return (None, False) if before is None else (before[1], lags and bool(before[3]))


def _lagging(summary: Mapping[Key, Row]) -> dict[Key, Row]:
    goodness = {key: _goodness(row) for key, row in summary.items()}
    index: dict[Key, Fraction] = {}
    reasons: dict[Key, list[str]] = {}
    for key, own in goodness.items():
        most = better = Fraction(0)
        reasons[key] = []
        for at, value in enumerate(own):
            if value is None:
                continue
            known = sorted(each for row in goodness.values() if (each := row[at]) is not None)
            above, ties = sum(each > value for each in known), known.count(value)
            most += WEIGHTS[at] * 2 * (len(known) - 1)
            better += WEIGHTS[at] * (2 * above + ties - 1)
            rank = sum(each <= value for each in known)
            worst_quarter = value < median(known) and 4 * rank <= len(known) + 3
            if worst_quarter or (at == 0 and value < LAGGING_RATE):
                reasons[key].append(CRITERIA[at])
        index[key] = half_up(better / most, 6) if most > 0 else Fraction(0)
    return {
        key: (
            index[key],
            1 + sum(other > index[key] for other in index.values()),
            ";".join(reasons[key]),
            len(reasons[key]) >= REASONS or ((rate := goodness[key][0]) is not None and rate < LAGGING_RATE),
        )
        for key in summary
    }


def _goodness(row: Row) -> list[Fraction | None]:
    """The six criteria, turned so that more is better; by their places in a row of the summary."""
    signs = ((9, 1), (2, 1), (3, -1), (11, -1), (13, -1), (15, -1))
    return [None if row[at] is None else Fraction(str(row[at])) * sign for at, sign in signs]


def median(known: Sequence[Fraction]) -> Fraction:
    half = len(known) // 2
    return known[half] if len(known) % 2 else (known[half - 1] + known[half]) / 2
