"""What every answer tells the browser: which scripts may run, that nothing comes from elsewhere, and no frames.

Streamlit writes its styles into the page as it draws, so styles cannot be named one by one. Scripts can: its own
files, the one line in its first page, and our own files.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders

from data.settings.server import Server
from pages.shared.scripts import digest, digests

FIRST_PAGE = Path(streamlit.__file__).parent / "static" / "index.html"
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
YEAR = 31_536_000
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # for browsers that do not know frame-ancestors
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


@lru_cache(maxsize=8)
def policy(socket: str) -> str:
    """The Content-Security-Policy; `socket` is where the web socket goes, "" for what 'self' says."""
    # Streamlit unpacks large tables with WebAssembly, which is compiled, yet no script.
    scripts = " ".join(("'self'", "'wasm-unsafe-eval'", *first_page_scripts(), *digests()))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self' {socket}".strip(),
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "media-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def first_page_scripts() -> Iterator[str]:
    """The lines of script that stand in Streamlit's first page itself."""
    yield from map(digest, INLINE.findall(FIRST_PAGE.read_text(encoding="utf-8")))


def protect(headers: MutableHeaders, server: Server, longest: float) -> None:
    """Put the headers in, and see to it that cookies go over TLS alone and are not kept longer than a login holds."""
    socket = f"wss://{server.host}" if server.host else ""
    headers.setdefault("Content-Security-Policy", policy(socket))
    for name, value in ALWAYS.items():
        headers[name] = value
    if server.mode == "shared":
        headers["Strict-Transport-Security"] = f"max-age={YEAR}"
        cookies = [tightened(one, int(longest)) for one in headers.getlist("set-cookie")]
        del headers["set-cookie"]
        for one in cookies:
            headers.append("set-cookie", one)


AGE = re.compile(r"(; *max-age=)(\d+)", re.IGNORECASE)


def tightened(cookie: str, longest: int) -> str:
    shorter = AGE.sub(lambda found: f"{found[1]}{min(int(found[2]), longest)}", cookie)
    return shorter if "; secure" in shorter.lower() else f"{shorter}; Secure"
