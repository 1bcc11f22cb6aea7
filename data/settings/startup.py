"""What must be set before anybody is served: decided from the address actually listened on, whoever set it."""

from collections.abc import Iterator

from data.errors import Fault
from data.settings.addresses import is_loopback
from data.settings.faults import MissingOption, SettingsWrong
from data.settings.reading import options
from data.settings.secret_files import WrongSecretFile, is_weak
from data.settings.sections import Settings
from data.texts import mark


class NotServed(Fault):
    """The dashboard would be reached by others without a login."""

    code = "not_served"
    text = mark("没有启动:监听地址是 {name},别的机器也能访问,因此必须先设好登录。只供本机使用请用 127.0.0.1。")


class SharedMode(Fault):
    """Serving others is declared, not guessed."""

    code = "not_shared"
    text = mark('server.mode 应为 "shared",现在是 "local"。')


class WeakSecret(Fault):
    """Logins could be forged."""

    code = "weak_secret"
    text = mark("{place} 的密钥太弱,至少要有 32 个随机字节。请用 python -m data settings --new-secret 文件 生成。")


class ForwardingOpen(Fault):
    """The proxy would not be believed, or others would be too."""

    code = "forwarding"
    text = mark(
        "server.proxy 是 {name},但生效的是 {place}。"
        "请用 python app.py 启动,或把环境变量 FORWARDED_ALLOW_IPS 设为 {name}。"
    )


class NotStarted(SettingsWrong):
    """Everything that bars the start, at once."""

    code = "not_started"


def check_start(settings: Settings, address: str | None, forwarded: str) -> None:
    """Raises NotStarted when `settings` do not allow to listen on `address` (None and "" are every address).

    `forwarded` are the machines whose word on where a visit comes from is believed, as the server has it.
    """
    found = tuple(obstacles(settings, address or "0.0.0.0", forwarded))  # noqa: S104 what nothing means
    if found:
        raise NotStarted(found)


def obstacles(settings: Settings, address: str, forwarded: str) -> Iterator[Fault]:
    if settings.server.mode == "local":
        if is_loopback(address):
            return
        yield NotServed(address)
        yield SharedMode("")
    yield from missing(settings)
    yield from unsafe_secrets(settings)
    if settings.server.proxy and not believes(forwarded, settings.server.proxy):
        yield ForwardingOpen(settings.server.proxy, forwarded)


def believes(forwarded: str, proxy: str) -> bool:
    """Whether the proxy is believed, and beside it nobody but this machine."""
    declared, found = ({one.strip() for one in text.split(",")} for text in (proxy, forwarded))
    return declared <= found and all(is_loopback(one) for one in found - declared)


NEEDED = ("server.public_address", "server.proxy", "login.discovery", "login.client_id")


def missing(settings: Settings) -> Iterator[MissingOption]:
    """Options without which others cannot be served."""
    known = {".".join(place): option.description or "" for place, option in options()}
    for name in NEEDED:
        section, option = name.split(".")
        if getattr(getattr(settings, section), option) is None:
            yield MissingOption("", name, known[name])


def unsafe_secrets(settings: Settings) -> Iterator[Fault]:
    """Secrets that are missing, unreadable or weak."""
    known = {".".join(place): option.description or "" for place, option in options()}
    for name, read in (
        ("login.client_secret_file", settings.login.client_key),
        ("login.cookie_secret_file", settings.login.cookie_key),
    ):
        try:
            found = read()
        except WrongSecretFile as fault:
            yield fault
            continue
        if found is None:
            yield MissingOption("", name, known[name])
        elif name == "login.cookie_secret_file" and is_weak(found):
            yield WeakSecret("", name)
