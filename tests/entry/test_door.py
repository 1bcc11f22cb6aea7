"""The door: what it says, where it leads, and that it leads nowhere else."""

from urllib.parse import quote

import pytest
from starlette.applications import Starlette

from data.logins import Standing
from pages.shared.entry import door
from pages.shared.entry.headers import policy, tightened
from pages.shared.entry.house import DISABLED, NO_ACCOUNT, NOBODY, Visit
from pages.shared.entry.identity import Identity
from tests.entry.asking import asked
from tests.entry.conftest import Bureau, header

# wanted                          | opened after signing in
WANTED = """
/county?year=2022                 | /county?year=2022
/form?evaluation=1&n=2            | /form?evaluation=1&n=2
/department?department=县教育局   | /department?department=%E5%8E%BF%E6%95%99%E8%82%B2%E5%B1%80
/                                 | /
county                            | /
//evil.example/x                  | /
/\\\\evil.example                 | /
https://evil.example              | /
javascript:alert(1)               | /
/login?next=/county               | /
/auth/logout                      | /
/county\\nSet-Cookie: a=b         | /
""".strip().splitlines()


@pytest.mark.parametrize("row", WANTED)
def test_nobody_is_led_elsewhere(row: str) -> None:
    asked_for, expected = (part.strip().replace("\\n", "\n") for part in row.split("|"))
    assert door.wanted({door.WANTED: quote(asked_for, safe="")}) == expected


@pytest.mark.parametrize("why", [NOBODY, *(one for one in Standing if one is not Standing.OPEN), NO_ACCOUNT, DISABLED])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_door_says_why_and_holds_no_code_of_others(why: str, language: str) -> None:
    visit = Visit(why, None, Identity("<script>alert(1)</script>", "key"))
    page = door.drawn(visit, '/county?a="><script>', language)
    assert door.says(visit, language) in page
    assert "<script" not in page
    assert ("&lt;script&gt;alert(1)" in page) == (why in (NO_ACCOUNT, DISABLED))


@pytest.mark.usefixtures("bureau")
def test_the_door_needs_no_file_and_runs_nothing(application: Starlette) -> None:
    status, headers = asked(application, "GET", "/login")
    assert status == 200
    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert headers["cache-control"] == "no-store"


def test_who_is_signed_in_passes_the_door(application: Starlette, bureau: Bureau) -> None:
    status, headers = asked(application, "GET", "/login?next=/form", **header(bureau.sign_in("li")))
    assert (status, headers["location"]) == (303, "/form")


@pytest.mark.usefixtures("bureau")
def test_every_answer_is_protected(application: Starlette) -> None:
    for path in ("/login", "/county", "/_stcore/metrics", "/export/x"):
        _, headers = asked(application, "GET", path)
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["strict-transport-security"] == "max-age=31536000"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_no_script_is_allowed_but_named_ones() -> None:
    scripts = next(part for part in policy("").split("; ") if part.startswith("script-src")).split()[1:]
    assert [one for one in scripts if not one.startswith("'sha256-")] == ["'self'", "'wasm-unsafe-eval'"]
    assert len(scripts) >= 5
    assert "http" not in policy("").replace("'self'", "")


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("a=b; Max-Age=2592000; Path=/; HttpOnly", "a=b; Max-Age=3600; Path=/; HttpOnly; Secure"),
        ("a=b; Max-Age=0; Path=/", "a=b; Max-Age=0; Path=/; Secure"),
        ("a=b; path=/; secure", "a=b; path=/; secure"),
    ],
)
def test_cookies_go_over_tls_and_are_not_kept_longer_than_a_login(written: str, sent: str) -> None:
    assert tightened(written, 3600) == sent
