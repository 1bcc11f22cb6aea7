"""Who has filed and who has not, as the task list asks: by department, and form by form with hints."""

import streamlit as st

from analytics.near_projects import DepartmentProject, hints
from pages.imports import filing_words as words
from pages.shared.kept import kept
from pages.shared.labels import year_name
from pages.shared.language import t
from pages.shared.reading import show_reading
from pages.shared.say import empty, section
from pages.shared.scope import Scope
from pages.shared.store import fetch
from pages.shared.table import Table
from pages.shared.tables import show_table

COUNTS = ("department", "expected_forms", "answered_forms", "waiting_forms", "missing_forms", "unexpected_forms")
MISSING = ("department", "project", "unit", "waits", "filed_like", "other_unit")
UNEXPECTED = ("project", "department", "unit", "year")


def show() -> None:
    """One year of the task list; a word on what to do where there is none."""
    every = fetch("filing_count", Scope())
    section(words.title(every), words.meaning())
    if not every.where("expected_forms", lambda n: n > 0):
        empty(words.no_list())
        return
    year = choose_year(every)
    counts = every.narrowed(year=year).by("missing_forms")
    missing, unexpected = kept(f"imports_filings_{year}", lambda: lists(year))
    section(words.year(year, counts))
    show_table(counts, COUNTS, f"imports_filings_{year}", words.counts_title(year))
    if missing:
        section(words.missing(missing))
        show_reading(missing, telling(missing), f"imports_missing_{year}", words.missing_title(year))
    if unexpected:
        with st.expander(words.unexpected(len(unexpected))):
            show_table(unexpected, UNEXPECTED, f"imports_unexpected_{year}", words.unexpected_title(year), opens="form")


def choose_year(counts: Table) -> int:
    """The years of the task list, the last one first."""
    years = sorted(set(counts.column("year")), reverse=True)
    if len(years) == 1:
        return years[0]
    chosen = st.segmented_control(
        t("年度"), years, default=years[0], format_func=year_name, key="imports_year", required=True
    )
    return chosen or years[0]


def lists(year: int) -> tuple[Table, Table]:
    """What is missing in a year, with the filed project that each may be; and what was filed beyond the list."""
    asked = Scope(year=year)
    unexpected = fetch("unexpected_filing", asked, order="department, project")
    return with_hints(fetch("missing_filing", asked, order="department, project"), unexpected), unexpected


def telling(missing: Table) -> tuple[str, ...]:
    """The columns in which anything stands."""
    return tuple(name for name in MISSING if any(missing.column(name)))


def with_hints(missing: Table, unexpected: Table) -> Table:
    names = "year", "department", "project"
    sides = ([DepartmentProject(*row) for row in table.pick(*names)] for table in (missing, unexpected))
    near = [words.may_be(one) for one in hints(*sides)]
    rows = tuple((*row, hint) for row, hint in zip(missing.rows, near, strict=True))
    return Table(missing.view, (*missing.columns, "filed_like"), rows)
