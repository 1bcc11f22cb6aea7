"""Which backups stay: the table is what a person would mark in a calendar."""

from datetime import UTC, datetime, timedelta

import pytest

from data.backup.keeping import Kept, Made, to_keep

# One backup per line: number, when it was made (UTC), with "!" where originals were missing, and whether it stays.
TWO_WEEKS = """
 1 | 2024-01-01 02:00  |      | Monday of the first week: Sunday the 7th stands for that week
 2 | 2024-01-05 02:00  |      |
 3 | 2024-01-07 02:00  | stays | last of its week
 4 | 2024-01-08 02:00  |      | eighth day back
 5 | 2024-01-09 02:00  | stays | seventh day back
 6 | 2024-01-10 02:00  | stays |
 7 | 2024-01-11 02:00  | stays |
 8 | 2024-01-12 02:00  | stays |
 9 | 2024-01-13 02:00  | stays |
10 | 2024-01-14 02:00  | stays |
11 | 2024-01-15 02:00  |      | made again the same day
12 | 2024-01-15 09:00  | stays |
"""
LONG_PAUSE = """
 1 | 2020-03-01 02:00  | stays | years without a backup cost none
 2 | 2024-01-15 02:00  | stays |
"""
LAST_GOOD = """
 1 | 2023-01-01 02:00  | stays | the last good one, however long ago
 2 | 2024-01-14 02:00! |      | originals were missing
 3 | 2024-01-15 02:00! | stays | the very last
"""
CLOCK_SET_BACK = """
 1 | 2024-01-15 02:00  |      |
 2 | 2024-01-15 03:00  |      | the same day, an earlier number
 3 | 2024-01-15 01:00  | stays | made last, though the clock says otherwise
"""
CLOCK_RAN_AHEAD = """
 1 | 2024-01-13 02:00  | stays |
 2 | 2099-12-31 02:00  | stays | a clock that ran ahead takes no other's place but its own
 3 | 2024-01-14 02:00  | stays |
 4 | 2024-01-15 02:00  | stays |
"""
CASES = {
    "two weeks": TWO_WEEKS,
    "a long pause": LONG_PAUSE,
    "the last good one": LAST_GOOD,
    "the clock was set back": CLOCK_SET_BACK,
    "the clock ran ahead": CLOCK_RAN_AHEAD,
    "none": "",
}


def read(table: str) -> tuple[list[Made], set[int]]:
    made, stays = [], set()
    for line in table.strip().splitlines():
        number, when, fate, _ = (part.strip() for part in line.split("|"))
        moment = datetime.fromisoformat(when.rstrip("!")).replace(tzinfo=UTC)
        made.append(Made(int(number), moment, not when.endswith("!")))
        stays |= {int(number)} if fate == "stays" else set()
    return made, stays


@pytest.mark.parametrize("case", CASES)
def test_what_stays(case: str) -> None:
    made, stays = read(CASES[case])
    assert to_keep(made, Kept()) == stays


@pytest.mark.parametrize("every", [1, 6, 24, 24 * 9])
def test_two_years_of_backups(every: int) -> None:
    """Made every so many hours and thinned after each: never more than the rule says, nor fewer than it can."""
    rule, kept = Kept(), list[Made]()
    start = datetime(2023, 1, 1, tzinfo=UTC)
    for number in range(1, 2 * 365 * 24 // every):
        kept.append(Made(number, start + timedelta(hours=every * number)))
        stays = to_keep(kept, rule)
        assert number in stays
        kept = [one for one in kept if one.number in stays]
    months = {(one.made.year, one.made.month) for one in kept}
    weeks = {one.made.isocalendar()[:2] for one in kept}
    days = {one.made.date() for one in kept}
    assert len(kept) <= rule.daily + rule.weekly + rule.monthly
    assert len(months) >= rule.monthly and len(weeks) >= rule.weekly and len(days) >= rule.daily
