"""Records as rows of the facts: the one place that knows both the dataclasses and schema.sql."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import duckdb

from data.errors import Fault
from data.records import Evaluation, Value
from data.texts import mark

SCHEMA = Path(__file__).with_name("schema.sql")
MICRO = Decimal("0.000001")
LARGEST = Decimal(10) ** 12 - 1  # what DECIMAL(18, 6) holds, rounded or not
SIDE = ("operator", "low", "high", "unit", "kind", "signed", "year", "family", "base_low", "base_high")
PARTS = ("funding", "indicators", "issues")  # rows of tables of their own
PRINTED = ("low", "high")  # kept as printed: a date and a figure share the column
# Where a form stands in its file, and what was understood of it, is no part of what it says.
WHERE = frozenset((
    "place", "cell", "target_cell", "actual_cell", "score_cell", "total_cell", "target_value", "actual_value", "layout",
    "issues", "filled_cells", "accounted_cells",
))  # fmt: skip
Row = dict[str, Any]


class FigureTooLarge(Fault):
    """A figure that no column of the facts can hold."""

    code = "figure_too_large"
    text = mark("《{name}》中的数字 {figure} 过大,无法保存,请核对金额单位和小数点后再上传。")


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
    insert_rows(connection, "facts", "repeated", ({"evaluation": one, "document": other} for one, other in repeated))


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the tables of schema.sql in the catalogue in use."""
    connection.execute(SCHEMA.read_text(encoding="utf-8"))


def insert_evaluations(connection: duckdb.DuckDBPyConnection, catalogue: str, filed: Sequence[Filed]) -> None:
    """Add the rows of evaluation, funding, indicator and issue. Decimals arrive exactly, half up to 6 places."""
    insert_rows(connection, catalogue, "evaluation", map(evaluation_row, filed))
    insert_rows(connection, catalogue, "funding", (row for one in filed for row in funding_rows(one)))
    insert_rows(connection, catalogue, "indicator", (row for one in filed for row in indicator_rows(one)))
    insert_rows(connection, catalogue, "issue", (row for one in filed for row in issue_rows(one)))


def insert_originals(connection: duckdb.DuckDBPyConnection, catalogue: str, originals: Iterable[Original]) -> None:
    insert_rows(connection, catalogue, "document", map(columns_of, originals))


def insert_refused(connection: duckdb.DuckDBPyConnection, catalogue: str, refused: Iterable[Refused]) -> None:
    insert_rows(connection, catalogue, "refused", map(columns_of, refused))


def insert_rows(connection: duckdb.DuckDBPyConnection, catalogue: str, table: str, rows: Iterable[Row]) -> None:
    """Add rows in one go. Each row names every column of the table.

    A column is bound as one JSON list: exact, as fast as Arrow, and neither pandas nor pyarrow has to be loaded.
    """
    kept = list(rows)
    if not kept:
        return
    described = [column[:2] for column in connection.execute(f"describe {catalogue}.{table}").fetchall()]
    values = ", ".join(f"unnest(cast(cast(? as json) as {kind}[]))" for _, kind in described)
    lists = [json.dumps([row[name] for row in kept], ensure_ascii=False, default=plain) for name, _ in described]
    connection.execute(f"insert into {catalogue}.{table} select {values}", lists)


def plain(value: object) -> str:
    """A figure or a moment as JSON holds it without loss: as text, a figure half up to 6 places."""
    if isinstance(value, Decimal):
        return f"{value.quantize(MICRO, ROUND_HALF_UP):f}"
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def require_storable(name: str, forms: Iterable[Evaluation]) -> None:
    """Raise FigureTooLarge when a figure of a form fits no column, so that one file cannot end a whole import."""
    for figure in (figure for form in forms for figure in figures(form)):
        if not figure.is_finite() or abs(figure) >= LARGEST:
            raise FigureTooLarge(name, figure=f"{figure:.6g}")


def figures(record: object) -> Iterator[Decimal]:
    """Every Decimal that a record holds, except those that are kept as printed."""
    skipped = PRINTED if isinstance(record, Value) else ()
    for name in field_names(record):
        part = getattr(record, name)
        if isinstance(part, Decimal):
            if name not in skipped:
                yield part
        elif isinstance(part, tuple):
            for one in part:
                yield from figures(one)
        elif field_names(part):
            yield from figures(part)


def field_names(value: object) -> tuple[str, ...]:
    """The fields of a record, all of which are slotted dataclasses; none for what is no record."""
    return getattr(value, "__slots__", ())


def columns_of(record: object) -> Row:
    """A record as a row: a column for each of its fields."""
    return {name: getattr(record, name) for name in field_names(record)}


def evaluation_row(filed: Filed) -> Row:
    said = {name: getattr(filed.form, name) for name in filed.form.__slots__ if name not in PARTS}
    return said | {
        "evaluation": filed.evaluation,
        "document": filed.document,
        "content": filed.content,
        "version": filed.version,
        "superseded_by": filed.superseded_by,
        "held": filed.held,
    }


def funding_rows(filed: Filed) -> Iterator[Row]:
    for row in filed.form.funding:
        yield {"evaluation": filed.evaluation} | columns_of(row)


def indicator_rows(filed: Filed) -> Iterator[Row]:
    for line in filed.form.indicators:
        said = {name: getattr(line, name) for name in line.__slots__ if not name.endswith("_value")}
        sides = side("target", line.target_value) | side("actual", line.actual_value)
        yield {"evaluation": filed.evaluation} | said | sides


def side(name: str, value: Value) -> Row:
    """The columns of one side: target_operator, target_low, …"""
    columns = {part: getattr(value, part) for part in SIDE}
    printed = {part: None if columns[part] is None else str(columns[part]) for part in PRINTED}
    return {f"{name}_{part}": found for part, found in (columns | printed).items()}


def issue_rows(filed: Filed) -> Iterator[Row]:
    for issue in filed.form.issues:
        yield {"document": filed.document, "evaluation": filed.evaluation} | columns_of(issue)


def content_digest(form: Evaluation) -> str:
    """A digest of what the form says, wherever it stands and however its values are understood."""
    return hashlib.sha256(json.dumps(said_by(form), ensure_ascii=False).encode()).hexdigest()


def said_by(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, tuple):
        return [said_by(part) for part in value]
    if names := field_names(value):
        return {name: said_by(getattr(value, name)) for name in names if name not in WHERE}
    return value
