"""What every kind of file is made from, and what one file is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import duckdb

from analytics.exports.table import ExportMeta
from analytics.reports.report import Origin
from analytics.reports.speech import Speech
from analytics.reports.word import file_name
from data.store import Store


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for. `whole` is every department of the year, and then `departments` are all of them; None among
    them is the forms that name none.
    """

    kinds: tuple[str, ...]
    year: int
    departments: tuple[str | None, ...]
    whole: bool
    pages: tuple[str, ...]
    formats: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Made:
    """One file: its name below the folder, how its bytes come about, how many rows it has (None: not counted)."""

    name: str
    build: Callable[[], bytes]
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Maker:
    """The session with every decision in it, and where its rows come from. `meta` has no title and no address yet."""

    session: duckdb.DuckDBPyConnection
    store: Store
    wish: Wish
    meta: ExportMeta

    @property
    def t(self) -> Speech:
        return Speech(self.wish.language)

    @property
    def origin(self) -> Origin:
        meta = self.meta
        return Origin(self.wish.year, meta.generation, meta.made_at, meta.language, meta.demo)

    def named(self, who: str | None) -> str:
        """A department as part of the name of a file."""
        return file_name(self.t.department(who))

    def titled(self, title: str, address: str, filters: Sequence[tuple[str, str]] = ()) -> ExportMeta:
        return replace(self.meta, title=title, address=address, filters=(*self.meta.filters, *filters))
