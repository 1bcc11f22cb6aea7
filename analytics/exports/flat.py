"""A table as CSV: UTF-8 with BOM, plain figures, text that no spreadsheet takes for a formula."""

import csv
from datetime import date, datetime
from decimal import Decimal
from io import StringIO

from analytics.columns import Column, column
from analytics.exports.clean import csv_text
from analytics.exports.table import Field, Table, as_figure
from data.texts import mark, translate

WITH_UNIT = mark("{label}({unit})")
FRACTION = mark("比值")


def flat_file(table: Table, language: str) -> bytes:
    """The table as the bytes of a .csv file: a head with units, rates as fractions, None as an empty field."""
    shown = [column(name) for name in table.columns]
    buffer = StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow([_head(one, language) for one in shown])
    for row in table.rows:
        writer.writerow([_field(one, field, language) for one, field in zip(shown, row, strict=True)])
    return buffer.getvalue().encode("utf-8-sig")


def _head(one: Column, language: str) -> str:
    unit = translate(FRACTION, language) if one.kind == "rate" else one.unit(language)
    label = one.label(language)
    return translate(WITH_UNIT, language, label=label, unit=unit) if unit else label


def _field(one: Column, field: Field, language: str) -> str:
    if field is None:
        return ""
    if isinstance(field, bool):
        return one.words(field, language)
    if isinstance(field, int | float | Decimal):
        return f"{as_figure(field):f}"
    if isinstance(field, datetime):
        return f"{field:%Y-%m-%d %H:%M:%S}"
    if isinstance(field, date):
        return field.isoformat()
    return csv_text(one.words(field, language) if one.kind == "code" else field)
