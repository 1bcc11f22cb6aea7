"""What the five screens are about: the county or one department, in one year."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from pages.shared.drawings import Ids, to
from pages.shared.labels import department_name, word
from pages.shared.language import t
from pages.shared.query import UNFILLED
from pages.shared.scope import Scope
from pages.shared.store import fetch
from pages.shared.table import Table

TOP = 8  # drawn by name, the rest as one


@dataclass(frozen=True, slots=True)
class Part:
    """A department of the county, or a project of a department, and its money in 万元; `rate` is 0-1."""

    name: str
    ids: Ids
    unspent_wan: Decimal
    budget_wan: Decimal
    rate: Decimal | None


@dataclass(frozen=True, slots=True)
class Claim:
    """What a part claims: the mean of its filed and of its recomputed scores out of 100, and points too many a form."""

    name: str
    ids: Ids
    filed: Decimal
    recomputed: Decimal
    gap_points: Decimal


@dataclass(frozen=True, slots=True)
class Lost:
    """Points lost on one kind of indicator (None where it was not filled in), recomputed and as filed."""

    level2: str | None
    points: Decimal
    lost_points: Decimal
    filed_lost_points: Decimal


@dataclass(frozen=True, slots=True)
class Matter:
    """`department` is None for the county. `whole` and `before` have one row: this year and the last; `county` has the
    county's own. `league` are all departments, `standing` its rows of the matter. The sequences run from the worst.
    """

    year: int | None
    department: str | None
    whole: Table
    before: Table
    county: Table
    projects: Table
    parts: Sequence[Part]
    claims: Sequence[Claim]
    levels: Sequence[Lost]
    league: Table
    standing: Table
    findings: Table
    rules: Table


def gather(scope: Scope) -> Matter:
    """The rows of the subject in the address."""
    own, year = scope.keep("year", "department"), scope.keep("year")
    view = "department_summary" if scope.department else "county_summary"
    projects = fetch("project_summary", own)
    return Matter(
        year=scope.year,
        department=scope.department,
        whole=fetch(view, own),
        before=fetch(view, own.before()),
        county=fetch("county_summary", year),
        projects=projects,
        parts=_parts(projects if scope.department else fetch("department_execution", year)),
        claims=_claims(projects if scope.department else fetch("department_summary", year)),
        levels=_lost(fetch("level2_summary", own)),
        league=fetch("lagging_department", year, order="lag_rank"),
        standing=fetch("lagging_department", own, order="lag_rank"),
        findings=fetch("counted_finding", own),
        rules=fetch("rule", scope.keep()),
    )


def _named(row: tuple, of_project: bool) -> tuple[str, Ids]:
    """The name of a row and where a click on it leads; the row begins with department, or project and evaluation."""
    if of_project:
        return row[0] or t("未填项目名称"), to("form", evaluation=row[1])
    return department_name(row[0]), to("department", department=row[0] or UNFILLED)


def _keys(table: Table) -> tuple[str, str]:
    return ("project", "evaluation") if table.view == "project_summary" else ("department", "year")


def _parts(table: Table) -> tuple[Part, ...]:
    """Those whose money is known, most money left first."""
    rows = table.known("unspent_wan").pick(*_keys(table), "unspent_wan", "adjusted_budget_wan", "execution_rate")
    parts = [Part(*_named(row, "evaluation" in table.columns), *row[2:]) for row in rows]
    return tuple(sorted(parts, key=lambda part: (-part.unspent_wan, part.name)))


def _claims(table: Table) -> tuple[Claim, ...]:
    """Those that claim more than the rules allow, the widest gap first."""
    gap = "inflation" if "inflation" in table.columns else "inflation_per_form"
    known = table.known("filed_score_100").known("recomputed_score_100").known(gap).where(gap, Decimal(0).__lt__)
    rows = known.pick(*_keys(table), "filed_score_100", "recomputed_score_100", gap)
    claims = [Claim(*_named(row, "evaluation" in table.columns), *row[2:]) for row in rows]
    return tuple(sorted(claims, key=lambda claim: (-claim.gap_points, claim.name)))


def _lost(levels: Table) -> tuple[Lost, ...]:
    """Each kind of indicator that lost points, most first."""
    rows = sorted(levels.pick("level2", "points", "recomputed_score", "filed_score"), key=lambda row: row[0] or "")
    found = []
    for level2, group in groupby(rows, key=lambda row: row[0]):
        points, recomputed, filed = (
            sum((value or Decimal(0) for value in values), Decimal(0)) for values in list(zip(*group, strict=True))[1:]
        )
        found.append(Lost(level2, points, points - recomputed, points - filed))
    return tuple(sorted((one for one in found if one.lost_points > 0), key=lambda one: -one.lost_points))


def level_name(level2: str | None) -> str:
    """A kind of indicator in words."""
    return word("level2", level2) if level2 else t("未填二级指标")
