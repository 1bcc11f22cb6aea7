"""What a page is asked to show, as it stands in the address. Pure: params in, scope out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from pages.shared.language import t

FILTERS = ("year", "department", "level1", "level2", "verdict", "search")
CARRIED = (*FILTERS, "basis", "order", "scheme", "lang")  # what a link takes along to the next page
# These choose among findings on the page that lists them; other pages neither use nor carry them.
OF_FINDINGS = ("rule", "state", "severity", "part")
OF_ONE_PAGE = ("evaluation", "n", "finding", "what_if", "band", "screen")  # nor are these carried anywhere
VERDICTS = ("overstated", "understated", "not_comparable", "unverifiable", "agrees")
BASES = ("recomputed", "filed")
ORDERS = ("points", "rate")
STATES = ("open", "accepted", "rectified", "rejected", "all")
SEVERITIES = ("error", "warning", "note")
PARTS = ("list", "rules", "departments")
BANDS = ("100", "95", "90", "80", "60", "0")  # scores from here up to the band above
SCREENS = (1, 2, 3, 4, 5)  # of a meeting
DEFAULTS = {"basis": BASES[0], "order": ORDERS[0], "part": PARTS[0]}


@dataclass(frozen=True, slots=True)
class Scope:
    """The filters in force; None filters nothing. `basis` says whether filed or recomputed scores are
    ranked, `order` whether by points lost or by score rate. `finding` names one finding of the form. `rule`, `state`
    and `severity` choose findings, `part` how they are shown. `what_if` is the text of a WhatIf (page of rules), `band`
    a band of recomputed scores (page of the county), `screen` the one that a meeting shows.
    """

    year: int | None = None
    department: str | None = None
    level1: str | None = None
    level2: str | None = None
    verdict: str | None = None
    search: str | None = None
    evaluation: int | None = None
    n: int | None = None
    finding: str | None = None
    basis: str = "recomputed"
    order: str = "points"
    rule: str | None = None
    state: str | None = None
    severity: str | None = None
    part: str = "list"
    scheme: str | None = None
    lang: str | None = None
    what_if: str | None = None
    band: str | None = None
    screen: int | None = None

    def keep(self, *names: str) -> "Scope":
        """A scope with these filters alone, under the same scheme."""
        kept = {name: getattr(self, name) for name in names}
        return Scope(scheme=self.scheme, lang=self.lang, basis=self.basis, order=self.order, **kept)

    def before(self) -> "Scope":
        """The same filters in the year before; no year has none before it."""
        return replace(self, year=self.year - 1 if self.year else -1)

    def filters(self) -> tuple[tuple[str, object], ...]:
        """The filters that are set, by name of column ("search" apart)."""
        names = (*FILTERS, "evaluation", "n")
        return tuple((name, getattr(self, name)) for name in names if getattr(self, name) is not None)

    def chosen(self) -> tuple[tuple[str, object], ...]:
        """The filters that are set and what chooses among findings: all that narrows a table."""
        own = tuple((name, getattr(self, name)) for name in ("rule", "state", "severity"))
        return (*self.filters(), *((name, value) for name, value in own if value not in (None, "all")))


@dataclass(frozen=True, slots=True)
class Known:
    """The values that the store holds, with which an address is compared. Years run from the newest."""

    years: tuple[int, ...] = ()
    departments: tuple[str, ...] = ()
    level1s: tuple[str, ...] = ()
    level2s: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


def read_address(params: Mapping[str, str]) -> Scope:
    """The scope that an address asks for, figures read as figures, nothing checked yet."""
    return Scope(
        year=_whole(params.get("year")),
        department=params.get("department") or None,
        level1=params.get("level1") or None,
        level2=params.get("level2") or None,
        verdict=params.get("verdict") or None,
        search=(params.get("search") or "").strip()[:80] or None,
        evaluation=_whole(params.get("evaluation")),
        n=_whole(params.get("n")),
        finding=(params.get("finding") or "")[:60] or None,
        basis=params.get("basis") or DEFAULTS["basis"],
        order=params.get("order") or DEFAULTS["order"],
        rule=params.get("rule") or None,
        state=params.get("state") or None,
        severity=params.get("severity") or None,
        part=params.get("part") or DEFAULTS["part"],
        scheme=params.get("scheme") or None,
        lang=params.get("lang") or None,
        what_if=params.get("what_if") or None,
        band=params.get("band") or None,
        screen=_whole(params.get("screen")),
    )


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= 9 else None


def settle(asked: Scope, known: Known, params: Mapping[str, str]) -> tuple[Scope, tuple[str, ...]]:
    """The scope that can be shown, and a sentence for each value that the store does not hold."""
    notes: list[str] = []

    def hold(name: str, value: object, values: Collection[object], instead: object) -> object:
        if value is None and not params.get(name):
            return instead
        if value in values:
            return value
        notes.append(t("地址中的“{value}”没有数据,已不按它筛选。", value=params.get(name) or value))
        return instead

    year = hold("year", asked.year, known.years, known.years[0] if known.years else None)
    settled = replace(
        asked,
        year=year,
        department=hold("department", asked.department, known.departments, None),
        level1=hold("level1", asked.level1, known.level1s, None),
        level2=hold("level2", asked.level2, known.level2s, None),
        verdict=hold("verdict", asked.verdict, VERDICTS, None),
        basis=hold("basis", asked.basis, BASES, DEFAULTS["basis"]),
        order=hold("order", asked.order, ORDERS, DEFAULTS["order"]),
        rule=hold("rule", asked.rule, known.rules, None),
        state=hold("state", asked.state, STATES, None),
        severity=hold("severity", asked.severity, SEVERITIES, None),
        part=hold("part", asked.part, PARTS, DEFAULTS["part"]),
        band=hold("band", asked.band, BANDS, None),
        scheme=hold("scheme", asked.scheme, known.schemes, None),
        screen=hold("screen", asked.screen, SCREENS, None),
    )
    return settled, tuple(notes)


def address(scope: Scope, **changes: object) -> dict[str, str]:
    """The address of `scope` after `changes`, as query parameters; what is None or a default is left out."""
    changed = replace(scope, **changes)  # type: ignore[arg-type]
    names = (*CARRIED, *OF_FINDINGS, *OF_ONE_PAGE)
    return {
        name: str(value) for name in names if (value := getattr(changed, name)) not in (None, "", DEFAULTS.get(name))
    }


def way(scope: Scope, **changes: object) -> dict[str, str]:
    """The address on another page: the filters go along; the form, the line and the choice of findings do not unless
    they are named."""
    left = dict.fromkeys(OF_ONE_PAGE)
    return address(replace(without_findings(scope), **left), **changes)  # type: ignore[arg-type]


def with_findings(scope: Scope) -> Scope:
    """The scope of the page that lists findings: those that are open, unless others are asked for."""
    return replace(scope, state=scope.state or STATES[0])


def without_findings(scope: Scope) -> Scope:
    """The scope without what chooses among findings."""
    return replace(scope, **{name: DEFAULTS.get(name) for name in OF_FINDINGS})  # type: ignore[arg-type]
