"""What bars the start, as a table: every way to listen where others can come in."""

import os
from pathlib import Path

import pytest

from data.settings.sections import Settings
from data.settings.startup import NotStarted, check_start

GOOD = "k3y_" + os.urandom(32).hex()
SHARED = {
    "server.mode": "shared",
    "server.public_address": "https://jixiao.example.gov.cn",
    "server.proxy": "127.0.0.1",
    "login.discovery": "https://sso.example.gov.cn/.well-known/openid-configuration",
    "login.client_id": "jixiao",
    "login.client_secret": "from-the-provider",
    "login.cookie_secret": GOOD,
}

# address       | changed from a complete shared setting        | believed    | named in the refusal, none = starts
TABLE = """
127.0.0.1       | only server.mode=local                        | 127.0.0.1   |
127.0.0.9       | only server.mode=local                        | 127.0.0.1   |
::1             | only server.mode=local                        | 127.0.0.1   |
localhost       | only server.mode=local                        | 127.0.0.1   |
0.0.0.0         | only server.mode=local                        | 127.0.0.1   | 0.0.0.0 server.mode server.public_address server.proxy login.discovery login.client_id login.client_secret_file login.cookie_secret_file
                | only server.mode=local                        | 127.0.0.1   | 0.0.0.0 server.mode
::              | only server.mode=local                        | 127.0.0.1   | :: server.mode
10.1.2.3        | only server.mode=local                        | 127.0.0.1   | 10.1.2.3 server.mode
county-server   | only server.mode=local                        | 127.0.0.1   | county-server server.mode
127.0.0.1.evil  | only server.mode=local                        | 127.0.0.1   | 127.0.0.1.evil
0.0.0.0         | server.mode=local                             | 127.0.0.1   | server.mode
127.0.0.1       |                                               | 127.0.0.1   |
0.0.0.0         |                                               | 127.0.0.1   |
127.0.0.1       | server.public_address=                        | 127.0.0.1   | server.public_address
127.0.0.1       | server.proxy=                                 | 127.0.0.1   | server.proxy
127.0.0.1       | login.discovery=                              | 127.0.0.1   | login.discovery
127.0.0.1       | login.client_id=                              | 127.0.0.1   | login.client_id
127.0.0.1       | login.client_secret=                          | 127.0.0.1   | login.client_secret_file
127.0.0.1       | login.cookie_secret=                          | 127.0.0.1   | login.cookie_secret_file --new-secret
127.0.0.1       | login.cookie_secret=changeme                  | 127.0.0.1   | login.cookie_secret_file 32
127.0.0.1       | login.cookie_secret=                          | *           | login.cookie_secret_file FORWARDED_ALLOW_IPS
127.0.0.1       |                                               | *           | FORWARDED_ALLOW_IPS
127.0.0.1       | server.proxy=10.0.0.5                         | 127.0.0.1   | 10.0.0.5 FORWARDED_ALLOW_IPS
10.0.0.2        | server.proxy=10.0.0.5                         | 10.0.0.5    |
10.0.0.2        | server.proxy=10.0.0.5, 10.0.0.6               | 10.0.0.6    | FORWARDED_ALLOW_IPS
10.0.0.2        | server.proxy=10.0.0.5, 10.0.0.6               | 10.0.0.6,10.0.0.5 |
10.0.0.2        | server.proxy=10.0.0.5                         | 10.0.0.0/8,10.0.0.5 | FORWARDED_ALLOW_IPS
127.0.0.1       |                                               | 127.0.0.1,::1 |
""".strip("\n").splitlines()  # noqa: E501  a table


def made(changes: str) -> Settings:
    values: dict[str, str | None] = {} if changes.startswith("only ") else dict(SHARED)
    for change in filter(None, [changes.removeprefix("only ")]):
        name, _, value = change.partition("=")
        values[name] = value or None
    sections: dict[str, dict[str, str | None]] = {}
    for name, value in values.items():
        section, option = name.split(".")
        sections.setdefault(section, {})[option] = value
    return Settings(**sections)  # type: ignore[arg-type]


@pytest.mark.parametrize("row", TABLE)
def test_start(row: str) -> None:
    address, changes, believed, named = (part.strip() for part in row.split("|"))
    if not named:
        check_start(made(changes), address, believed)
        return
    with pytest.raises(NotStarted) as caught:
        check_start(made(changes), address or None, believed)
    for language in ("zh", "en"):
        sentence = caught.value.sentence(language)
        assert all(one in sentence for one in named.split()), sentence
        assert "changeme" not in sentence


def test_a_secret_file_that_cannot_be_read_bars_the_start(tmp_path: Path) -> None:
    found = made("login.cookie_secret=")
    login = found.login.model_copy(update={"cookie_secret_file": tmp_path / "gone"})
    with pytest.raises(NotStarted, match="gone"):
        check_start(found.model_copy(update={"login": login}), "127.0.0.1", "127.0.0.1")
