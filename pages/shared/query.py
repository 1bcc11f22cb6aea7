"""One select over a view, narrowed to a scope. Names come from the code, values are always bound."""

from dataclasses import dataclass
from typing import Any

UNFILLED = "未填写"  # how a blank department stands in an address
NO_YEAR = 0  # how a blank year stands in an address
SEARCHED = ("department", "unit", "project", "name", "target", "actual", "reason", "found", "expected")

Filters = tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """Which rows, beyond the filters: `above` must be greater than 0; in `order`; at most `limit`."""

    above: str | None = None
    order: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A statement and the values that it binds."""

    sql: str
    values: tuple[Any, ...]


def query(view: str, columns: tuple[str, ...], filters: Filters, cut: Cut) -> Query:
    """Rows of `view` (it has `columns`); a filter on a column that the view lacks does not apply."""
    terms = [term for name, value in filters if (term := _term(name, value, columns))]
    conditions = [sql for sql, _ in terms] + ([f"{cut.above} > 0"] if cut.above else [])
    where = " where " + " and ".join(conditions) if conditions else ""
    order = f" order by {cut.order} nulls last" if cut.order else ""
    limit = f" limit {cut.limit}" if cut.limit else ""
    return Query(f"select * from {view}{where}{order}{limit}", tuple(value for _, value in terms))


def _term(name: str, value: object, columns: tuple[str, ...]) -> tuple[str, object] | None:
    if name == "search":
        texts = [column for column in SEARCHED if column in columns]
        return (f"contains(lower(concat_ws(' ', {', '.join(texts)})), lower(?))", value) if texts else None
    if name not in columns:
        return None
    blank = {"department": UNFILLED, "year": NO_YEAR}.get(name)
    return (f"({name} = ? or {name} is null)" if value == blank else f"{name} = ?"), value
