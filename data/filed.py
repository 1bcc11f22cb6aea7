"""Rows of the facts read back as the records that they were written from: the way back of `data.facts`."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import duckdb

from data.errors import Fault
from data.facts import PARTS, SIDE
from data.records import Evaluation, Funding, Indicator, Issue, Value
from data.texts import mark

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
Row = dict[str, Any]


class EvaluationMissing(Fault):
    """The facts hold no evaluation of this number."""

    code = "evaluation_missing"
    text = mark("数据库中没有编号为 {name} 的自评表。")


def read_evaluation(connection: duckdb.DuckDBPyConnection, evaluation: int) -> Evaluation:
    """The form of this number in the catalogue `facts`, with all its parts. Raises EvaluationMissing.

    Figures come back as they were kept, half up to 6 places.
    """
    found = read_evaluations(connection, [evaluation])
    if not found:
        raise EvaluationMissing(str(evaluation))
    return found[evaluation]


def read_evaluations(connection: duckdb.DuckDBPyConnection, evaluations: Sequence[int]) -> dict[int, Evaluation]:
    """The forms of these numbers that there are, by number."""
    said = rows(connection, "evaluation", Evaluation.__slots__, evaluations)
    funding = rows(connection, "funding", Funding.__slots__, evaluations)
    indicators = rows(connection, "indicator", INDICATOR_COLUMNS, evaluations)
    issues = rows(connection, "issue", Issue.__slots__, evaluations)
    return {
        number: Evaluation(
            **found[0],
            funding=tuple(Funding(**row) for row in funding.get(number, ())),
            indicators=tuple(map(indicator_of, indicators.get(number, ()))),
            issues=tuple(Issue(**row) for row in issues.get(number, ())),
        )
        for number, found in said.items()
    }


INDICATOR_COLUMNS = (
    *(name for name in Indicator.__slots__ if not name.endswith("_value")),
    *(f"{side}_{part}" for side in ("target", "actual") for part in SIDE),
)


def rows(
    connection: duckdb.DuckDBPyConnection, table: str, names: Sequence[str], evaluations: Sequence[int]
) -> dict[int, list[Row]]:
    """The rows of each form by its number, in the order in which they were written."""
    kept = [name for name in names if name not in PARTS]
    columns = ", ".join(f'"{name}"' for name in kept)
    numbers = ", ".join(map(str, evaluations)) or "null"
    asked = f"select evaluation, {columns} from facts.{table} where evaluation in ({numbers}) order by rowid"
    found: dict[int, list[Row]] = {}
    for number, *row in connection.execute(asked).fetchall():
        found.setdefault(number, []).append(dict(zip(kept, row, strict=True)))
    return found


def indicator_of(row: Row) -> Indicator:
    said = {name: row[name] for name in Indicator.__slots__ if name in row}
    return Indicator(**said, target_value=value_of(row, "target"), actual_value=value_of(row, "actual"))


def value_of(row: Row, side: str) -> Value:
    parts = {part: row[f"{side}_{part}"] for part in SIDE}
    return Value(**parts | {"low": printed(parts["low"]), "high": printed(parts["high"])})


def printed(text: str | None) -> Decimal | date | None:
    """What stands in a column that keeps figures and days as printed."""
    if text is None:
        return None
    return date.fromisoformat(text) if DAY.fullmatch(text) else Decimal(text)
