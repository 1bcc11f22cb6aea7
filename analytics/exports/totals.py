"""The totals row of a table: sums where a sum means something, Σa ÷ Σb for a rate, nothing else."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from analytics.columns import column
from analytics.exports.table import Field, Table, as_figure


def totals(table: Table) -> tuple[Decimal | None, ...]:
    """One total for each column; None where the column has none, or nothing filled in."""
    sums = {
        name: _sum(row[at] for row in table.rows)
        for at, name in enumerate(table.columns)
        if column(name).total == "sum"
    }
    return tuple(_total(name, sums) for name in table.columns)


def ratio_of(name: str, names: Sequence[str]) -> tuple[str, str] | None:
    """The two columns whose totals give the total of the rate `name`, when both stand in the table."""
    above, slash, below = column(name).total.partition("/")
    return (above, below) if slash and above in names and below in names else None


def _total(name: str, sums: dict[str, Decimal | None]) -> Decimal | None:
    if name in sums:
        return sums[name]
    ratio = ratio_of(name, tuple(sums))
    if ratio is None:
        return None
    above, below = sums[ratio[0]], sums[ratio[1]]
    return above / below if above is not None and below else None


def _sum(fields: Iterable[Field]) -> Decimal | None:
    figures = [figure for field in fields if (figure := as_figure(field)) is not None and figure.is_finite()]
    return sum(figures, Decimal(0)) if figures else None
