"""A table as Parquet, for analysts: names of columns as in the views, decimals as decimals, blanks as nulls.

Written by pyarrow, which Streamlit needs anyway: DuckDB would have to be told every row by a statement of its own.
"""

import json
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pyarrow as pa
import pyarrow.parquet as pq

from analytics.columns import Column, column
from analytics.exports.clean import storable
from analytics.exports.provenance import origin
from analytics.exports.table import ExportMeta, Field, Table

DIGITS = 38  # of the widest decimal that every reader of Parquet knows
MOST_DECIMALS = 18


def parquet_file(table: Table, meta: ExportMeta) -> bytes:
    """The table as the bytes of a .parquet file; where it comes from stands in its metadata. Same input, same bytes."""
    shown = [column(name) for name in table.columns]
    by_column = list(zip(*table.rows, strict=True)) or [()] * len(shown)
    arrays = [_array(one, fields, meta.language) for one, fields in zip(shown, by_column, strict=True)]
    fields = [
        pa.field(one.name, array.type, metadata=_said(one, meta.language))
        for one, array in zip(shown, arrays, strict=True)
    ]
    told = json.dumps([list(line) for line in origin(meta)], ensure_ascii=False)
    schema = pa.schema(fields, metadata={"origin": told, "view": meta.address})
    buffer = BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), buffer, compression="zstd")
    return buffer.getvalue()


def _said(one: Column, language: str) -> dict[str, str]:
    return {"label": one.label(language), "unit": one.unit(language), "definition": one.definition(language)}


def _array(one: Column, fields: Sequence[Field], language: str) -> pa.Array:
    known = [field for field in fields if field is not None]
    kind = _type(one, known)
    if kind == pa.string():
        return pa.array([None if field is None else _text(one, field, language) for field in fields], kind)
    return pa.array([_plain(field, kind) for field in fields], kind)


def _plain(field: Field, kind: pa.DataType) -> Field:
    if isinstance(field, datetime):
        return field.replace(tzinfo=None)
    return float(field) if kind == pa.float64() and isinstance(field, Decimal) else field


def _text(one: Column, field: Field, language: str) -> str:
    return storable(one.words(field, language) if one.kind == "code" else str(field))


def _type(one: Column, known: Sequence[Field]) -> pa.DataType:
    """The narrowest type that holds every field as it is; text where none does."""
    kinds = {type(field) for field in known}
    if kinds == {bool}:
        return pa.bool_()
    if kinds == {int} and all(abs(int(field)) < 2**63 for field in known):  # type: ignore[arg-type]
        return pa.int64()
    if kinds and kinds <= {int, Decimal}:
        return _decimal([Decimal(field) for field in known])  # type: ignore[arg-type]
    if kinds == {float}:
        return pa.float64()
    if kinds == {datetime}:
        return pa.timestamp("us")
    return pa.date32() if kinds == {date} else _blank_type(one) if not kinds else pa.string()


def _blank_type(one: Column) -> pa.DataType:
    """A column of blanks alone still says what it would hold."""
    return pa.decimal128(DIGITS, 6) if one.numeric else pa.string()


def _decimal(figures: Sequence[Decimal]) -> pa.DataType:
    if not all(figure.is_finite() for figure in figures):
        return pa.string()
    places = max(max(-int(figure.as_tuple().exponent), 0) for figure in figures)
    whole = max(figure.adjusted() + 1 for figure in figures)
    # A quotient has more decimals than a decimal of Parquet holds beside its whole digits: it is a double then.
    return pa.decimal128(DIGITS, places) if places <= MOST_DECIMALS and whole + places <= DIGITS else pa.float64()
