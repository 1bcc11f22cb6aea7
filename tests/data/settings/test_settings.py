"""The settings file: what is taken, what is refused, and that no secret comes out of it."""

import hashlib
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from data.commands.settings import settings as command
from data.errors import Fault
from data.settings import read_settings, settings
from data.settings.reading import is_secret, options
from data.settings.secret_files import WrongSecretFile, is_weak, write_secret
from data.settings.written import example, written

PROJECT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [one for one in os.environ if one.startswith("JIXIAO_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    settings.cache_clear()


def told(content: str) -> str:
    """What is said about a settings file with this content."""
    Path("jixiao.toml").write_text(content, encoding="utf-8")
    with pytest.raises(Fault) as caught:
        read_settings()
    return caught.value.sentence("zh")


def test_without_a_file_this_machine_alone_is_served() -> None:
    found = read_settings()
    assert (found.server.mode, found.server.address, found.server.port) == ("local", "127.0.0.1", 8501)
    assert found.store == Path(".store/county")


def test_the_environment_goes_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("jixiao.toml").write_text('store = "a"\n[server]\nport = 9000\naddress = "127.0.0.2"\n', encoding="utf-8-sig")
    monkeypatch.setenv("JIXIAO_STORE", "b")
    monkeypatch.setenv("JIXIAO_SERVER__PORT", "9100")
    found = read_settings()
    assert (found.store, found.server.port, found.server.address) == (Path("b"), 9100, "127.0.0.2")


# content of the file | what the refusal must name
REFUSED = """
[server]\\nprot = 1                                   | server.prot | mode, address, port
[sever]\\nport = 1                                    | sever | server
[server]\\nport = 0                                   | server.port | 1 至 65535
[server]\\nport = 65536                               | server.port | 1 至 65535
[server]\\nport = "abc"                               | server.port | 1 至 65535
[server]\\naddress = ""                               | server.address | 监听的地址
[server]\\nmode = "open"                              | server.mode | local
[server]\\npublic_address = "http://a.cn"             | server.public_address | https://
[server]\\npublic_address = "https://a.cn/jx"         | server.public_address | 不带路径
[server]\\npublic_address = "https://me:pw@a.cn"      | server.public_address | https://
[server]\\nproxy = "proxy.local"                      | server.proxy | IP 地址
[server]\\nproxy = "*"                                | server.proxy | IP 地址
[server]\\nproxy = ""                                 | server.proxy | IP 地址
[login]\\ndiscovery = "http://sso.cn/x"               | login.discovery | https://
[login]\\ndiscovery = "sso.cn"                        | login.discovery | https://
[login]\\nclient_id = ""                              | login.client_id | 客户端名
[login]\\nclient_secret = "s3cret"                    | login.client_secret | JIXIAO_LOGIN__CLIENT_SECRET
[login]\\ncookie_secret = "s3cret"                    | login.cookie_secret_file | 文件
[sessions]\\nidle_minutes = 0                         | sessions.idle_minutes | 1 至 1440
[sessions]\\nlongest_hours = 1000                     | sessions.longest_hours | 1 至 168
server = 3                                           | server | 一节
[server                                              | jixiao.toml | 无法读取
""".strip().splitlines()


@pytest.mark.parametrize("row", REFUSED)
def test_what_is_wrong_is_named_with_what_to_write(row: str) -> None:
    content, *named = (part.strip() for part in row.split("|"))
    sentence = told(content.replace("\\n", "\n"))
    assert all(one in sentence for one in named), sentence
    assert "s3cret" not in sentence


def test_everything_wrong_is_said_at_once() -> None:
    sentence = told('stor = "x"\n[server]\nport = 0\nprot = 1\n')
    assert all(one in sentence for one in ("3 处", "stor", "server.port", "server.prot"))


def test_a_wrong_environment_variable_is_named_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_SERVER__PORT", "x")
    monkeypatch.setenv("JIXIAO_SERVER__PROT", "1")
    sentence = told("")
    assert "JIXIAO_SERVER__PORT" in sentence
    assert "JIXIAO_SERVER__PROT" in sentence


def test_a_file_that_was_named_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_SETTINGS", "elsewhere.toml")
    with pytest.raises(Fault, match=r"elsewhere\.toml"):
        read_settings()


def test_the_example_is_of_this_version() -> None:
    assert (PROJECT / "jixiao.example.toml").read_text(encoding="utf-8") == example()


def test_the_example_explains_every_option_in_both_languages() -> None:
    for place, option in options():
        chinese, dot, english = (option.description or "").partition(" · ")
        assert chinese and dot and english, place
        assert is_secret(option) or f"# {place[-1]} =" in example()


def test_the_example_with_every_line_in_force_is_taken() -> None:
    text = example().replace("# 绩效自评看板", "## ")
    lines = [line[2:] if " = " in line and line.startswith("# ") else line for line in text.splitlines()]
    Path("jixiao.toml").write_text("\n".join(lines), encoding="utf-8")
    assert read_settings().login.client_id == "jixiao"


def test_no_secret_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_LOGIN__CLIENT_SECRET", "s3cret")
    monkeypatch.setenv("JIXIAO_LOGIN__COOKIE_SECRET", "t0psecret")
    found = read_settings()
    result = CliRunner().invoke(command)
    for shown in (written(found), repr(found), str(found), found.model_dump_json(), result.output):
        assert "s3cret" not in shown
        assert "t0psecret" not in shown
    assert (found.login.client_key(), found.login.cookie_key()) == ("s3cret", "t0psecret")


def test_a_secret_is_read_from_its_file(tmp_path: Path) -> None:
    write_secret(tmp_path / "key")
    Path("jixiao.toml").write_text('[login]\ncookie_secret_file = "key"\n', encoding="utf-8")
    found = read_settings().login.cookie_key()
    assert found and not is_weak(found)


@pytest.mark.parametrize(("content", "reason"), [(None, "No such file"), ("", "空"), (" \n", "空")])
def test_a_secret_file_that_cannot_be_used_is_named(tmp_path: Path, content: str | None, reason: str) -> None:
    if content is not None:
        (tmp_path / "key").write_text(content, encoding="utf-8")
    Path("jixiao.toml").write_text('[login]\nclient_secret_file = "key"\n', encoding="utf-8")
    with pytest.raises(WrongSecretFile, match=rf"login\.client_secret_file.*{reason}"):
        read_settings().login.client_key()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such permissions")
def test_a_secret_file_open_to_everybody_is_refused(tmp_path: Path) -> None:
    write_secret(tmp_path / "key")
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600
    (tmp_path / "key").chmod(0o644)
    Path("jixiao.toml").write_text('[login]\ncookie_secret_file = "key"\n', encoding="utf-8")
    with pytest.raises(WrongSecretFile, match="chmod 600"):
        read_settings().login.cookie_key()


@pytest.mark.parametrize(
    ("secret", "weak"),
    [
        ("password", True),
        ("a" * 64, True),
        ("0123456789" * 6, True),
        ("k" * 42, True),
        (hashlib.sha256(b"a key").hexdigest(), False),
    ],
)
def test_a_secret_that_can_be_guessed_is_weak(secret: str, weak: bool) -> None:
    assert is_weak(secret) is weak


def test_a_new_secret_never_overwrites(tmp_path: Path) -> None:
    run = CliRunner()
    assert run.invoke(command, ["--new-secret", str(tmp_path / "key")]).exit_code == 0
    first = (tmp_path / "key").read_text(encoding="ascii")
    assert run.invoke(command, ["--new-secret", str(tmp_path / "key")]).exit_code == 2
    assert (tmp_path / "key").read_text(encoding="ascii") == first
