"""What a form says, whatever holds it: its digest, and whether its figures can be kept. Pure."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, get_args, get_type_hints

from data.errors import Fault
from data.records import Evaluation, Value
from data.texts import mark

LARGEST = Decimal(10) ** 12 - 1  # what DECIMAL(18, 6) holds, rounded or not
PRINTED = ("low", "high")  # kept as printed: a date and a figure share the column
# Where a form stands in its file, and what was understood of it, is no part of what it says.
WHERE = frozenset((
    "place", "cell", "target_cell", "actual_cell", "score_cell", "total_cell", "target_value", "actual_value", "layout",
    "issues", "filled_cells", "accounted_cells",
))  # fmt: skip
TEXTS: frozenset[object] = frozenset((str, int, bool, date, type(None)))
AS_IT_STANDS = frozenset((str, int, bool, type(None)))


class FigureTooLarge(Fault):
    """A figure that no column of the facts can hold."""

    code = "figure_too_large"
    text = mark("《{name}》中的数字 {figure} 过大,无法保存,请核对金额单位和小数点后再上传。")


def require_storable(name: str, forms: Iterable[Evaluation]) -> None:
    """Raise FigureTooLarge when a figure of a form fits no column, so that one file cannot end a whole import."""
    for figure in (figure for form in forms for figure in figures(form)):
        if not figure.is_finite() or abs(figure) >= LARGEST:
            raise FigureTooLarge(name, figure=f"{figure:.6g}")


def figures(record: object) -> Iterator[Decimal]:
    """Every Decimal that a record holds, except those that are kept as printed."""
    kind: Any = type(record)
    for part in with_figures(kind)(record):
        if isinstance(part, Decimal):
            yield part
        elif isinstance(part, tuple):
            for one in part:
                yield from figures(one)
        elif part is not None:
            yield from figures(part)


@cache
def with_figures(kind: Any) -> Any:
    """Gives what a record of this kind holds in the fields that may be or hold a figure, as a tuple."""
    hints = get_type_hints(kind)
    skipped = PRINTED if kind is Value else ()
    names = [one.name for one in fields(kind) if one.name not in skipped and not is_text(hints[one.name])]
    return getter(names)


def is_text(hint: Any) -> bool:
    """A field of this type never holds a figure; the alternatives of a Literal are words."""
    return all(isinstance(one, str) or one in TEXTS for one in (get_args(hint) or (hint,)))


def content_digest(form: Evaluation) -> str:
    """A digest of what the form says, wherever it stands and however its values are understood."""
    return hashlib.sha256(json.dumps(said_by(form), ensure_ascii=False).encode()).hexdigest()


def said_by(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, tuple):
        return [said_by(part) for part in value]
    kind: Any = type(value)
    names, parts = saying(kind)
    pairs = zip(names, parts(value), strict=True)
    return {name: part if type(part) in AS_IT_STANDS else said_by(part) for name, part in pairs}


@cache
def saying(kind: Any) -> tuple[tuple[str, ...], Any]:
    """The fields of a record that count, in their order, and what gives them."""
    names = tuple(one.name for one in fields(kind) if one.name not in WHERE)
    return names, getter(names)


def getter(names: Iterable[str]) -> Any:
    """Gives these fields of a record as a tuple, however many they are."""
    known = tuple(names)
    if len(known) == 1:
        return lambda record: (getattr(record, known[0]),)
    return attrgetter(*known) if known else lambda _: ()
