"""A table as Parquet, for analysts: names of columns as in the views, decimals as decimals, blanks as nulls.

Written by pyarrow, which Streamlit needs anyway: DuckDB would have to be told every row by a statement of its own.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pyarrow as pa
import pyarrow.parquet as pq

from analytics.columns import Column, column
from analytics.exports.clean import storable
from analytics.exports.provenance import origin
from analytics.exports.table import ExportMeta, Field, Row, Table

DIGITS = 38  # of the widest decimal that every reader of Parquet knows
MOST_DECIMALS = 18
GROUP = 10_000  # rows
SIMPLE = ((bool, pa.bool_()), (float, pa.float64()), (datetime, pa.timestamp("us")), (date, pa.date32()))


def parquet_file(table: Table, meta: ExportMeta) -> bytes:
    """The table as the bytes of a .parquet file; where it comes from stands in its metadata. Same input, same bytes.

    Written in groups of rows, so that never more than one of them stands in memory as columns too.
    """
    shown = [column(name) for name in table.columns]
    types = [_type(one, _look(row[at] for row in table.rows)) for at, one in enumerate(shown)]
    schema = _schema(shown, types, meta)
    buffer = BytesIO()
    with pq.ParquetWriter(buffer, schema, compression="zstd") as writer:
        for first in range(0, max(len(table.rows), 1), GROUP):
            writer.write_batch(_batch(table.rows[first : first + GROUP], shown, schema, meta.language))
    return buffer.getvalue()


def _schema(shown: Sequence[Column], types: Sequence[pa.DataType], meta: ExportMeta) -> pa.Schema:
    fields = [
        pa.field(one.name, kind, metadata=_said(one, meta.language)) for one, kind in zip(shown, types, strict=True)
    ]
    told = json.dumps([list(line) for line in origin(meta)], ensure_ascii=False)
    return pa.schema(fields, metadata={"origin": told, "view": meta.address})


def _said(one: Column, language: str) -> dict[str, str]:
    return {"label": one.label(language), "unit": one.unit(language), "definition": one.definition(language)}


def _batch(rows: Sequence[Row], shown: Sequence[Column], schema: pa.Schema, language: str) -> pa.RecordBatch:
    arrays = [
        pa.array([_plain(one, row[at], kind, language) for row in rows], kind)
        for at, (one, kind) in enumerate(zip(shown, schema.types, strict=True))
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _plain(one: Column, field: Field, kind: pa.DataType, language: str) -> Field:
    """A field as its column holds it."""
    if field is None:
        return None
    if pa.types.is_string(kind):
        return storable(one.words(field, language) if one.kind == "code" else str(field))
    if isinstance(field, datetime):
        return field.replace(tzinfo=None)
    return float(field) if pa.types.is_floating(kind) and isinstance(field, Decimal) else field


@dataclass(frozen=True, slots=True)
class _Look:
    """What stands in a column: kinds of fields, and of its figures the most decimals and digits before the point.

    `finite` is False where one of them is no number, `short` where 64 bits do not hold an integer.
    """

    kinds: frozenset[type]
    places: int
    whole: int
    finite: bool
    short: bool


def _look(fields: Iterable[Field]) -> _Look:
    kinds: set[type] = set()
    places = whole = 0
    finite = short = True
    for field in fields:
        if field is None:
            continue
        kinds.add(type(field))
        if isinstance(field, int):
            short = short and abs(field) < 2**63
            whole = max(whole, len(str(abs(field))))
        elif isinstance(field, Decimal) and field.is_finite():
            places = max(places, -int(field.as_tuple().exponent))
            whole = max(whole, field.adjusted() + 1)
        elif isinstance(field, Decimal):
            finite = False
    return _Look(frozenset(kinds), places, whole, finite, short)


def _type(one: Column, look: _Look) -> pa.DataType:
    """The narrowest type that holds every field as it is; text where none does."""
    if not look.kinds:  # a column of blanks alone still says what it would hold
        return pa.decimal128(DIGITS, 6) if one.numeric else pa.string()
    if look.kinds == {int} and look.short:
        return pa.int64()
    if look.kinds <= {int, Decimal} and look.finite:
        # A quotient has more decimals than a decimal of Parquet holds beside its whole digits: it is a double then.
        fits = look.places <= MOST_DECIMALS and look.whole + look.places <= DIGITS
        return pa.decimal128(DIGITS, look.places) if fits else pa.float64()
    return next((kind for of, kind in SIMPLE if look.kinds == {of}), pa.string())
