"""One scored line of a form as a record, and how to fetch it from the views."""

from dataclasses import dataclass, fields
from decimal import Decimal

import duckdb


@dataclass(frozen=True, slots=True)
class Line:
    """What a working is told from. Points in points, `_base` in the base unit of the family; None is open or unknown.

    `low_level` and `high_level` are the levels of the wording: 0 none, 1 partly, 2 agreed, 3 full.
    """

    evaluation: int
    n: int
    target: str | None
    actual: str | None
    target_base: Decimal | None
    target_base_high: Decimal | None
    actual_base_low: Decimal | None
    actual_base_high: Decimal | None
    low_level: int | None
    high_level: int | None
    points: Decimal | None
    filed_score: Decimal | None
    low_score: Decimal | None
    high_score: Decimal | None
    recomputed_score: Decimal | None
    deduction_points: Decimal | None
    reverse_formula: str
    rule: str
    falls_short: bool | None
    verdict: str | None
    cell: str
    method: str | None


def fetch_lines(connection: duckdb.DuckDBPyConnection, evaluation: int | None = None) -> tuple[Line, ...]:
    """The lines of one form, or of all; in the order of the forms and their lines."""
    names = ", ".join(field.name for field in fields(Line))
    where = "" if evaluation is None else "where evaluation = ?"
    found = connection.cursor().execute(
        f"select {names} from scored_line {where} order by evaluation, n",
        [] if evaluation is None else [evaluation],
    )
    return tuple(Line(*row) for row in found.fetchall())
