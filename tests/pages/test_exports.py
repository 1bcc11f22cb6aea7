"""Exports: an address that nobody guesses and that works once."""

from types import SimpleNamespace

import pytest

from data.rights import LOCAL, Actor
from pages.shared import exports

ME = "local", LOCAL


def test_a_parcel_is_collected_once_and_built_only_then() -> None:
    built = []
    url = exports.offer("资金.xlsx", exports.XLSX, lambda: bytes(built.append(1) or b"x"))
    folder, _, token = url.partition("/")
    assert folder == "export" and len(token) >= 32 and not built
    parcel = exports.collect(token, *ME)
    assert parcel is not None and parcel.build() == b"x" and parcel.name == "资金.xlsx"
    assert exports.collect(token, *ME) is None


def test_a_parcel_is_for_who_asked_for_it() -> None:
    token = exports.offer("a.csv", exports.CSV, bytes).partition("/")[2]
    assert exports.collect(token, "wang", LOCAL) is None
    assert exports.collect(token, *ME) is not None


@pytest.mark.parametrize(
    "now",
    [
        Actor("local", "viewer"),  # another role
        Actor("local", "local", "县水务局"),  # a department alone
        Actor("li", "local"),
    ],
    ids=["role", "department", "name"],
)
def test_who_has_other_rights_now_is_given_nothing_that_was_offered_before(now: Actor) -> None:
    token = exports.offer("a.csv", exports.CSV, bytes).partition("/")[2]
    assert exports.collect(token, "local", now) is None
    assert exports.collect(token, *ME) is None  # and the address is gone


def test_a_screen_keeps_the_links_of_its_last_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "screen", lambda: "one")
    monkeypatch.setattr(exports, "is_open", lambda _: True)
    tokens = []
    for _ in range(exports.RUNS + 1):
        exports.begin()
        tokens.append(exports.offer("a.csv", exports.CSV, bytes).partition("/")[2])
    assert [exports.collect(token, *ME) is None for token in tokens] == [True, *[False] * exports.RUNS]


def test_a_screen_that_was_closed_is_forgotten_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr(exports, "time", SimpleNamespace(monotonic=lambda: now[0]))
    monkeypatch.setattr(exports, "screen", lambda: shown)
    monkeypatch.setattr(exports, "is_open", lambda one: one == "there")
    held = {}
    for shown in ("gone", "there"):
        exports.begin()
        held[shown] = exports.offer("a.csv", exports.CSV, bytes).partition("/")[2]
    exports.begin()
    assert held["gone"] in exports._parcels
    now[0] += exports.LEFT_SECONDS + 1
    exports.begin()
    assert held["gone"] not in exports._parcels and held["there"] in exports._parcels


def test_unknown_and_old_addresses_give_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert exports.collect("guess", *ME) is None
    monkeypatch.setattr(exports, "KEPT_SECONDS", -1)
    assert exports.collect(exports.offer("a.csv", exports.CSV, bytes).partition("/")[2], *ME) is None


def test_what_waits_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "KEPT_PARCELS", 2)
    urls = [exports.offer(f"{n}.csv", exports.CSV, bytes).partition("/")[2] for n in range(3)]
    assert [exports.collect(token, *ME) is None for token in urls] == [True, False, False]


@pytest.mark.parametrize(
    ("name", "plain"), [("资金.xlsx", "export.xlsx"), ('a"b\r\nSet-Cookie: x', "export"), ("表.数据", "export")]
)
def test_names_are_written_as_rfc_5987_wants(name: str, plain: str) -> None:
    header = exports.headers(name)["Content-Disposition"]
    assert header.startswith(f"attachment; filename=\"{plain}\"; filename*=UTF-8''")
    assert header.isascii() and "\r" not in header and "\n" not in header
