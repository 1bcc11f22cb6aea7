"""Schemes, rules and words as rows of the session's own tables (session.sql)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from analytics.rules import rules
from analytics.schemes.choice import Choice
from analytics.schemes.limits import EXCEEDED_RATE, NUMBERS, POINTS, RATE
from analytics.schemes.loader import schemes
from analytics.schemes.scheme import Scheme
from analytics.wording import wording

Cell = str | int | bool | None
Rows = Sequence[Sequence[Cell]]


def session_rows(choice: Choice) -> Iterator[tuple[str, tuple[str, ...], Rows]]:
    """(table, columns, rows) for every table of a session that scores by `choice`."""
    known = choice.schemes
    yield "scheme", tuple(scheme_row(known[0])), [tuple(scheme_row(one).values()) for one in known]
    yield "scheme_parameter", ("scheme", "parameter", "value", "basis", "reference"), _parameters(known)
    yield (
        "scheme_cap",
        ("scheme", "execution_below_permille", "total_at_most_cents", "basis", "reference"),
        _caps(known),
    )
    yield "scheme_claim", ("scheme", "county", "year_from", "year_to", "phrase"), _claims(schemes())
    yield "applied_scheme", ("notes_scheme", "scheme"), choice.applied
    yield (
        "rule",
        ("rule", "severity", "zh", "en", "zh_todo", "en_todo", "reference"),
        [(r.rule, r.severity, r.zh, r.en, r.zh_todo, r.en_todo, r.reference) for r in rules()],
    )
    words = wording()
    yield "hedge", ("word", "low_level", "high_level"), [(h.word, h.low_level, h.high_level) for h in words.hedges]
    yield (
        "hedged_phrase",
        ("phrase", "low_level", "high_level"),
        [(h.word, h.low_level, h.high_level) for h in words.hedged],
    )
    yield "beside", ("word", "low_level", "high_level"), [(h.word, h.low_level, h.high_level) for h in words.beside]
    yield "achieved", ("phrase",), [(phrase,) for phrase in words.achieved]
    yield (
        "target_word",
        ("word", "role"),
        [(word, "vague") for word in words.vague] + [(word, "definite") for word in words.definite],
    )


def scheme_row(scheme: Scheme) -> dict[str, Cell]:
    """One row of the table `scheme`: points as cents, rates as permille."""
    row: dict[str, Cell] = {
        "scheme": scheme.scheme,
        "title_zh": scheme.title_zh,
        "title_en": scheme.title_en,
        "valid_from": scheme.valid_from,
        "reference": scheme.reference,
        "is_default": scheme.default,
    }
    for parameter in scheme.parameters:
        name, value = _integer(parameter.name, parameter.value)
        row[name] = value
    return dict(sorted(row.items()))


def _integer(name: str, value: Decimal | bool | str) -> tuple[str, Cell]:
    limit = NUMBERS.get(name)
    if not isinstance(value, Decimal) or limit is None:
        return name, value if isinstance(value, bool) else str(value)
    if limit in (RATE, EXCEEDED_RATE):
        return f"{name.removesuffix('_rate')}_permille", int(value * 1000)
    return (f"{name}_cents", int(value * 100)) if limit == POINTS else (name, int(value))


def _parameters(known: Sequence[Scheme]) -> Rows:
    return [(s.scheme, p.name, str(p.value), p.basis, p.reference) for s in known for p in s.parameters]


def _caps(known: Sequence[Scheme]) -> Rows:
    return [
        (s.scheme, int(cap.execution_below_rate * 1000), int(cap.total_at_most * 100), cap.basis, cap.reference)
        for s in known
        for cap in s.caps
    ]


def _claims(known: Sequence[Scheme]) -> Rows:
    rows: list[tuple[Cell, ...]] = []
    for scheme in known:
        own = scheme.recognised
        rows += [(scheme.scheme, county, own.year_from, own.year_to, None) for county in own.counties]
        rows += [(scheme.scheme, None, None, None, phrase) for phrase in own.phrases]
    return rows
