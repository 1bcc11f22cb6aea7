"""A house for others on a store of its own, its clock in our hand, and visitors of every kind."""

import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.applications import Starlette
from streamlit import config
from streamlit.config_option import ConfigOption
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from data.settings.sections import Settings
from pages.shared import warming
from pages.shared.entry import door, gate
from pages.shared.entry.house import House, housed
from pages.shared.entry.identity import identity
from tests.entry.accounts import give_account

ADDRESS = "https://jixiao.example.gov.cn"
SECRET = "a-secret-for-signing-that-stands-in-this-test-alone"  # noqa: S105
NOW = 1_700_000_000.0
MINUTE, HOUR = 60.0, 3600.0
Cookies = dict[str, str]


@dataclass(slots=True)
class Clock:
    now: float = NOW

    def __call__(self) -> float:
        return self.now


@dataclass(frozen=True, slots=True)
class Bureau:
    """A house in shared mode, with its clock."""

    house: House
    clock: Clock

    def sign_in(self, subject: str, ago: float = 0.0) -> Cookies:
        """The cookies of a person who came back from the provider `ago` seconds before now."""
        cookies = cookie(subject, nonce=secrets.token_hex(8))
        who = identity(cookies)
        assert who
        self.house.logins.begin(who.key, who.subject, self.clock.now - ago)
        return cookies


def cookie(subject: str, secret: str = SECRET, **claims: object) -> Cookies:
    """The cookie that Streamlit writes for `subject`."""
    said = {"sub": subject, "nonce": f"n-{subject}", "origin": ADDRESS, "is_logged_in": True, **claims}
    return {USER_COOKIE_NAME: create_signed_value(secret, USER_COOKIE_NAME, json.dumps(said)).decode()}


def header(cookies: Mapping[str, str]) -> dict[str, str]:
    return {"cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())} if cookies else {}


@pytest.fixture
def bureau(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bureau]:
    before = config.get_option("server.cookieSecret")
    config.set_option("server.cookieSecret", SECRET, ConfigOption.STREAMLIT_DEFINITION)
    clock = Clock()
    shared = {"mode": "shared", "public_address": ADDRESS, "proxy": "127.0.0.1"}
    house = housed(Settings(server=shared), tmp_path, clock)  # type: ignore[arg-type]
    for module in (gate, door):
        monkeypatch.setattr(module, "house", lambda: house)
    give_account(tmp_path, "li", "reviewer")
    yield Bureau(house, clock)
    config.set_option("server.cookieSecret", before, ConfigOption.STREAMLIT_DEFINITION)


@pytest.fixture
def local_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    house = housed(Settings(), tmp_path)
    for module in (gate, door):
        monkeypatch.setattr(module, "house", lambda: house)
    return house


@pytest.fixture(scope="session")
def application() -> Starlette:
    """The whole application as the server builds it, with all routes and the gate, but not started."""
    # Nobody is served here: no thread of its own shall make generations ready beside the other tests.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(warming, "begin", lambda: None)
        from app import app

    built = app._build_starlette_app()
    assert isinstance(built, Starlette)
    return built
