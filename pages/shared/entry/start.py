"""The start: nothing is served before the settings allow it, by whatever command the server was started."""

import os
import socket
import sys
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import streamlit as st
from streamlit import config

from data.errors import Fault
from data.settings import settings
from data.settings.startup import check_start
from data.texts import LANGUAGES, mark

BELIEVED = "FORWARDED_ALLOW_IPS"
USUALLY_BELIEVED = "127.0.0.1,::1"  # uvicorn's own default
REFUSED = 2


class PortBusy(Fault):
    """Another program listens there already."""

    code = "port_busy"
    text = mark("端口 {place} 已被别的程序占用,没有启动。请先停掉它,或在 jixiao.toml 中换一个 server.port。")


class LoginNotInstalled(Fault):
    """The packages for the login are not there."""

    code = "login_not_installed"
    text = mark("没有启动:缺少登录所需的程序包。请运行 pip install --require-hashes -r requirements-server.txt。")


def checked() -> None:
    """Ends the program with sentences when the address in force must not be served under these settings.

    Streamlit has the address in force, wherever it was set: our command, a flag, the environment, a file.
    """
    told(lambda: check_start(settings(), address(), believed()))
    told(check_packages)


def check_packages() -> None:
    """Raises LoginNotInstalled where a login is needed and cannot be had."""
    if settings().server.mode == "shared" and not find_spec("authlib"):
        raise LoginNotInstalled("")


def greet(address: str, port: int) -> None:
    """Says where the dashboard is to be opened."""
    server = settings().server
    opened = server.public_address if server.mode == "shared" else f"http://{address}:{port}"
    sys.stdout.write(f"绩效自评看板 · Jixiao: {opened}\n")
    sys.stdout.flush()


def address() -> str:
    """Where `streamlit run` listens: whatever flag, variable or file said so."""
    return config.get_option("server.address") or ""


def port() -> int:
    return int(config.get_option("server.port"))


def believed() -> str:
    """Whose word on where a visit comes from the server takes."""
    return os.environ.get(BELIEVED, USUALLY_BELIEVED)


def told(check: Callable[[], None]) -> None:
    """Runs `check`; a fault ends the program with its sentence in every language, and no traceback."""
    try:
        check()
    except Fault as fault:
        sys.stderr.write("".join(f"{fault.sentence(one)}\n" for one in LANGUAGES))
        sys.stderr.flush()
        raise SystemExit(REFUSED) from None


def serve(app: st.App) -> None:
    """`python app.py`: serve where the settings say."""
    server = settings().server
    if server.proxy:
        os.environ[BELIEVED] = server.proxy
    told(lambda: check_start(settings(), server.address, believed()))
    told(lambda: free(server.address, server.port))
    greet(server.address, server.port)
    app.run(config={"server.address": server.address, "server.port": server.port})


def free(address: str, port: int) -> None:
    """Raises PortBusy when somebody listens there; else does nothing."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            raise PortBusy(address, str(port)) from error


def secrets() -> dict[str, Any]:
    """What Streamlit's login reads from its secrets, made of our settings; nothing for one machine alone."""
    found = settings()
    if found.server.mode == "local":
        return {}
    return {
        "auth": {
            "redirect_uri": f"{found.server.public_address}/oauth2callback",
            "cookie_secret": found.login.cookie_key() or "",
            "client_id": found.login.client_id or "",
            "client_secret": found.login.client_key() or "",
            "server_metadata_url": found.login.discovery or "",
        }
    }
