"""A table as it is exported: plain records, no data frame, so that a blank stays a blank."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from analytics.schemes.bounds import Bounds, usual_bounds

Field = Decimal | int | float | str | date | bool | None
Row = tuple[Field, ...]


def as_figure(field: Field) -> Decimal | None:
    """The figure in a field, exactly as it is written; None for what is no figure. A flag is no figure."""
    if isinstance(field, Decimal):
        return field
    if isinstance(field, bool) or not isinstance(field, int | float):
        return None
    return Decimal(repr(field))


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` are names from analytics/columns.csv; every row has one field for each. None is "not filled in"."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError("a table without columns cannot be exported")
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"every row needs {len(self.columns)} fields")


@dataclass(frozen=True, slots=True)
class ExportMeta:
    """Where an exported table comes from.

    `filters` are pairs of label and value as the screen shows them, in the reader's language; `scheme` is the
    title of the scoring scheme in force and `scheme_date` the day from which it holds. `demo` marks the fictional
    county. `made_at` is local time. `who` took it, `address` is that of the view ("county?year=2022"), and `bounds` are
    those of the scheme, for colours.
    """

    title: str
    filters: tuple[tuple[str, str], ...]
    scheme: str
    scheme_date: date | None
    generation: int
    made_at: datetime
    language: str
    demo: bool = False
    who: str = ""
    address: str = ""
    bounds: Bounds = field(default_factory=usual_bounds)
