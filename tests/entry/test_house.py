"""Who comes in, goes out, and what is written down of it."""

import pytest

from data.audit import audit_journal, read_audit
from data.errors import Fault
from data.logins import Standing
from pages.shared.entry.house import DISABLED, NO_ACCOUNT, NOBODY
from pages.shared.entry.identity import identity
from tests.entry.accounts import give_account
from tests.entry.conftest import HOUR, MINUTE, Bureau, cookie


def written(bureau: Bureau) -> list[tuple[str, str, str, str]]:
    return [(act.what, act.who, act.role, act.result) for act in read_audit(audit_journal(bureau.house.store))]


def come_in(bureau: Bureau, subject: str) -> dict[str, str]:
    cookies = cookie(subject, nonce=str(bureau.clock.now))
    who = identity(cookies)
    assert who
    bureau.house.begin(who)
    return cookies


def test_coming_and_going_is_written_down(bureau: Bureau) -> None:
    cookies = come_in(bureau, "li")
    come_in(bureau, "stranger")
    give_account(bureau.house.store, "wang", "viewer", disabled=True)
    come_in(bureau, "wang")
    bureau.house.end(cookies)
    bureau.house.end(cookies)  # the second time there is nobody to go
    bureau.house.end({})
    assert written(bureau) == [
        ("sign_in", "li", "reviewer", "done"),
        ("sign_in", "stranger", "", "no_account"),
        ("sign_in", "wang", "viewer", "disabled"),
        ("sign_out", "li", "reviewer", "done"),
    ]


def test_an_account_counts_as_it_stands_now(bureau: Bureau) -> None:
    cookies = come_in(bureau, "li")
    for role, department, disabled, why in (
        ("reviewer", None, False, "open"),
        ("department", "县水务局", False, "open"),
        ("auditor", None, True, DISABLED),
        ("auditor", None, False, "open"),
    ):
        give_account(bureau.house.store, "li", role, department, disabled)
        visit = bureau.house.visit(cookies)
        assert visit.why == why
        if visit.actor:
            assert (visit.actor.name, visit.actor.role, visit.actor.department) == ("li", role, department)
        else:
            assert why == DISABLED


def test_limits_hold_from_one_click_to_the_next(bureau: Bureau) -> None:
    cookies = come_in(bureau, "li")
    for _ in range(24):
        visit = bureau.house.visit(cookies)
        assert visit.actor
        bureau.house.see(visit)
        bureau.clock.now += 29 * MINUTE
    assert bureau.house.visit(cookies).why == Standing.OPEN
    bureau.clock.now += MINUTE
    assert bureau.house.visit(cookies).why == Standing.IDLE
    bureau.clock.now += HOUR
    assert bureau.house.visit(cookies).why == Standing.OLD


def test_who_has_no_account_is_told_so_and_nobody_else(bureau: Bureau) -> None:
    assert bureau.house.visit(come_in(bureau, "stranger")).why == NO_ACCOUNT
    assert bureau.house.visit(cookie("stranger")).why == Standing.UNKNOWN
    assert bureau.house.visit({}).why == NOBODY


def test_what_cannot_be_written_down_lets_nobody_in(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise Fault("disk")

    monkeypatch.setattr("pages.shared.entry.house.write_audit", full)
    monkeypatch.setattr(Fault, "text", "voll", raising=False)
    cookies = cookie("li")
    who = identity(cookies)
    assert who
    with pytest.raises(Fault):
        bureau.house.begin(who)
    assert bureau.house.visit(cookies).why == Standing.UNKNOWN
