"""Records as rows of the facts: the one place that knows both the dataclasses and schema.sql."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from operator import attrgetter
from pathlib import Path
from typing import Any

import duckdb

from data.records import Evaluation, Funding, Indicator, Issue, Value

SCHEMA = Path(__file__).with_name("schema.sql")
MICRO = Decimal("0.000001")
SIDE = ("operator", "low", "high", "unit", "kind", "signed", "year", "family", "base_low", "base_high")
PARTS = ("funding", "indicators", "issues")  # rows of tables of their own
FILED = ("evaluation", "document", "content", "version", "superseded_by", "held")
EVALUATION = tuple(name for name in Evaluation.__slots__ if name not in PARTS)
LINE = tuple(name for name in Indicator.__slots__ if not name.endswith("_value"))
Row = tuple[object, ...]

filed_of, said_of, line_of, side_of = (attrgetter(*names) for names in (FILED, EVALUATION, LINE, SIDE))
funding_of, issue_of = (attrgetter(*kind.__slots__) for kind in (Funding, Issue))


@dataclass(frozen=True, slots=True)
class Original:
    """One file as received: its bytes by sha256, its name, when (UTC, without zone), and who read it."""

    document: str
    name: str
    received: datetime
    reader: str


@dataclass(frozen=True, slots=True)
class Filed:
    """An evaluation with its number in the store, the document it was read from and its version.

    `held` says why it waits for a person, codes joined by ";"; None when it counts.
    """

    evaluation: int
    document: str
    version: int
    superseded_by: int | None
    content: str
    form: Evaluation
    held: str | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """One file that could not be read, with the sentence that says why, in Chinese and for any language (`told`)."""

    name: str
    place: str
    code: str
    text: str
    told: str
    received: datetime


def insert_repeated(connection: duckdb.DuckDBPyConnection, repeated: Iterable[tuple[int, str]]) -> None:
    """Add that forms came again, unchanged, in other documents."""
    insert(connection, "facts", "repeated", ("evaluation", "document"), repeated)


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the tables of schema.sql in the catalogue in use."""
    connection.execute(SCHEMA.read_text(encoding="utf-8"))


def insert_evaluations(connection: duckdb.DuckDBPyConnection, catalogue: str, filed: Sequence[Filed]) -> None:
    """Add the rows of evaluation, funding, indicator and issue. Decimals arrive exactly, half up to 6 places."""
    for table, names, rows in (
        ("evaluation", (*FILED, *EVALUATION), evaluation_rows(filed)),
        ("funding", ("evaluation", *Funding.__slots__), funding_rows(filed)),
        ("indicator", ("evaluation", *LINE, *side_names("target"), *side_names("actual")), indicator_rows(filed)),
        ("issue", ("document", "evaluation", *Issue.__slots__), issue_rows(filed)),
    ):
        insert(connection, catalogue, table, names, rows)


def insert_originals(connection: duckdb.DuckDBPyConnection, catalogue: str, originals: Iterable[Original]) -> None:
    insert_records(connection, catalogue, "document", originals)


def insert_refused(connection: duckdb.DuckDBPyConnection, catalogue: str, refused: Iterable[Refused]) -> None:
    insert_records(connection, catalogue, "refused", refused)


def insert_records(connection: duckdb.DuckDBPyConnection, catalogue: str, table: str, records: Iterable[Any]) -> None:
    """Add records of one kind, whose fields are the columns of the table."""
    kept = list(records)
    if kept:
        names = tuple(kept[0].__slots__)
        insert(connection, catalogue, table, names, map(attrgetter(*names), kept))


def insert_rows(
    connection: duckdb.DuckDBPyConnection, catalogue: str, table: str, rows: Iterable[Mapping[str, object]]
) -> None:
    """Add rows that name every column of the table."""
    kept = list(rows)
    if kept:
        names = tuple(kept[0])
        insert(connection, catalogue, table, names, ([row[name] for name in names] for row in kept))


def insert(
    connection: duckdb.DuckDBPyConnection,
    catalogue: str,
    table: str,
    names: Sequence[str],
    rows: Iterable[Sequence[object]],
) -> None:
    """Add rows in one go; `names` are the table's columns in the order in which each row gives them.

    A column is bound as one JSON list: exact, as fast as Arrow, and neither pandas nor pyarrow has to be loaded.
    """
    columns = list(zip(*rows, strict=True))
    if not columns:
        return
    kinds = dict(column[:2] for column in connection.execute(f"describe {catalogue}.{table}").fetchall())
    listed = ", ".join(f'"{name}"' for name in names)
    values = ", ".join(f"unnest(cast(cast(? as json) as {kinds[name]}[]))" for name in names)
    lists = [json.dumps(column, ensure_ascii=False, default=plain) for column in columns]
    connection.execute(f"insert into {catalogue}.{table} ({listed}) select {values}", lists)


def plain(value: object) -> str:
    """A figure or a moment as JSON holds it without loss: as text, a figure half up to 6 places."""
    if isinstance(value, Decimal):
        return f"{value.quantize(MICRO, ROUND_HALF_UP):f}"
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def evaluation_rows(filed: Iterable[Filed]) -> Iterator[Row]:
    return (filed_of(one) + said_of(one.form) for one in filed)


def funding_rows(filed: Iterable[Filed]) -> Iterator[Row]:
    return ((one.evaluation, *funding_of(row)) for one in filed for row in one.form.funding)


def indicator_rows(filed: Iterable[Filed]) -> Iterator[Row]:
    for one in filed:
        for line in one.form.indicators:
            yield (one.evaluation, *line_of(line), *side(line.target_value), *side(line.actual_value))


def side_names(name: str) -> tuple[str, ...]:
    """The columns of one side: target_operator, target_low, …"""
    return tuple(f"{name}_{part}" for part in SIDE)


def side(value: Value) -> Row:
    """What the columns of one side hold; `low` and `high` as printed."""
    operator, low, high, *rest = side_of(value)
    return operator, None if low is None else str(low), None if high is None else str(high), *rest


def issue_rows(filed: Iterable[Filed]) -> Iterator[Row]:
    return ((one.document, one.evaluation, *issue_of(issue)) for one in filed for issue in one.form.issues)
