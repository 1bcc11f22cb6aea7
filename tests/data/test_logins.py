"""How long a login holds, on a clock that is passed in."""

import sqlite3
from pathlib import Path

import pytest

from data.logins import Limits, Logins, LoginsUnusable, Standing

MINUTE, HOUR = 60.0, 3600.0
START = 1_700_000_000.0
LIMITS = Limits(idle=30 * MINUTE, longest=12 * HOUR)

# minutes after signing in at which something was done | minutes after which it is asked | what holds
TABLE = """
                       | 0      | open
                       | 29     | open
                       | 29.9   | open
                       | 30     | idle
                       | 719    | idle
                       | 720    | old
10                     | 39     | open
10                     | 40     | idle
29.5 59 88             | 117    | open
29.5 59 88             | 118    | idle
0.5                    | 30.4   | open
20 40 60 80 100 120 140 160 180 200 220 240 260 280 300 320 340 360 380 400 420 440 460 480 500 520 540 560 580 600 620 640 660 680 700 | 719.9 | open
20 40 60 80 100 120 140 160 180 200 220 240 260 280 300 320 340 360 380 400 420 440 460 480 500 520 540 560 580 600 620 640 660 680 700 | 720   | old
                       | -4     | open
                       | -6     | old
20                     | 10     | idle
""".strip("\n").splitlines()  # noqa: E501  a table


@pytest.fixture
def logins(tmp_path: Path) -> Logins:
    return Logins(tmp_path / "store" / "logins.sqlite", LIMITS)


@pytest.mark.parametrize("row", TABLE)
@pytest.mark.parametrize("restarted", [False, True], ids=["same server", "server started again"])
def test_limits(logins: Logins, row: str, restarted: bool) -> None:
    done, asked, expected = (part.strip() for part in row.split("|"))
    logins.begin("key", "li", START)
    for minutes in done.split():
        logins.see("key", START + float(minutes) * MINUTE)
    asking = Logins(logins.path, LIMITS) if restarted else logins
    assert asking.standing("key", "li", START + float(asked) * MINUTE) == expected


def test_a_login_that_was_never_begun_here_is_unknown(logins: Logins) -> None:
    assert logins.standing("key", "li", START) is Standing.UNKNOWN


def test_a_login_is_of_one_person(logins: Logins) -> None:
    logins.begin("key", "li", START)
    assert logins.standing("key", "wang", START) is Standing.UNKNOWN


def test_who_signed_out_stays_out(logins: Logins) -> None:
    logins.begin("key", "li", START)
    logins.end("key", START + 1)
    logins.see("key", START + 2)
    logins.begin("key", "li", START + 3)  # a copied cookie brought to the server as if it were new
    assert logins.standing("key", "li", START + 4) is Standing.ENDED
    assert Logins(logins.path, LIMITS).standing("key", "li", START + 4) is Standing.ENDED


def test_signing_out_ends_one_login_alone(logins: Logins) -> None:
    logins.begin("office", "li", START)
    logins.begin("home", "li", START)
    logins.end("office", START + 1)
    assert logins.standing("home", "li", START + 2) is Standing.OPEN


def test_old_logins_are_forgotten(logins: Logins) -> None:
    logins.begin("old", "li", START)
    logins.see("old", START + 1)
    logins.begin("new", "li", START + 48 * HOUR)
    assert logins.standing("old", "li", START + 48 * HOUR) is Standing.UNKNOWN
    assert list(logins.active) == []


def test_two_servers_know_of_each_other(logins: Logins) -> None:
    other = Logins(logins.path, LIMITS)
    logins.begin("key", "li", START)
    assert other.standing("key", "li", START) is Standing.OPEN
    other.end("key", START + 1)
    assert logins.standing("key", "li", START + 2) is Standing.ENDED


def test_a_damaged_file_lets_nobody_in(logins: Logins) -> None:
    logins.path.parent.mkdir()
    logins.path.write_bytes(b"no database " * 100)
    with pytest.raises(LoginsUnusable, match="logins"):
        logins.standing("key", "li", START)


def test_a_disk_that_takes_nothing_locks_nobody_out(logins: Logins) -> None:
    logins.begin("key", "li", START)
    assert logins.open is not None
    logins.open.execute("pragma query_only = true")
    logins.see("key", START + 25 * MINUTE)
    assert logins.standing("key", "li", START + 50 * MINUTE) is Standing.OPEN
    with pytest.raises(LoginsUnusable):
        logins.end("key", START + 51 * MINUTE)


def test_the_file_holds_no_secret(logins: Logins) -> None:
    logins.begin("0" * 64, "li", START)
    with sqlite3.connect(logins.path) as connection:
        assert [row[1] for row in connection.execute("pragma table_info(login)")] == [
            "key", "subject", "begun", "seen", "ended",
        ]  # fmt: skip
    connection.close()
