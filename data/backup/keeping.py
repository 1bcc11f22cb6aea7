"""Which backups are kept: a pure function of when they were made."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """How many backups are kept: the last of so many days, weeks and months on which one was made."""

    daily: int = 7
    weekly: int = 8
    monthly: int = 12


@dataclass(frozen=True, slots=True)
class Made:
    """A backup by its number. `good`: nothing was missing when it was made. `made` is in UTC."""

    number: int
    made: datetime
    good: bool = True


def to_keep(backups: Sequence[Made], rule: Kept) -> frozenset[int]:
    """The numbers that are kept: the last good one of each of the last days, weeks and months, and the very last.

    Numbers tell what came last, for clocks are set back. Days without a backup do not count, so a machine that stood
    still for a year, or a clock that ran ahead, costs no backup.
    """
    good = [one for one in backups if one.good]
    last = {max(group, key=number_of).number for group in (good, backups) if group}
    return frozenset(last).union(
        last_of_each(good, rule.daily, lambda made: made.date()),
        last_of_each(good, rule.weekly, lambda made: made.isocalendar()[:2]),
        last_of_each(good, rule.monthly, lambda made: (made.year, made.month)),
    )


def last_of_each(backups: Sequence[Made], periods: int, period: Callable[[datetime], Hashable]) -> frozenset[int]:
    """The last backup of each of so many periods, counted back from the last backup."""
    found: dict[Hashable, int] = {}
    for one in sorted(backups, key=number_of, reverse=True):
        found.setdefault(period(one.made), one.number)
    return frozenset(list(found.values())[:periods])


def number_of(backup: Made) -> int:
    return backup.number
