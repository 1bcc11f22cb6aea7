"""Whom Streamlit's cookie names. The only place that knows how Streamlit signs and cuts it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME
from streamlit.web.server.starlette.starlette_websocket import _get_signed_cookie_with_chunks


@dataclass(frozen=True, slots=True)
class Identity:
    """A login as the provider confirmed it: whom, and a digest that tells this login from all others.

    The digest is of what was signed, not of the signature, which can be written in more than one way; the provider's
    nonce and time are part of it.
    """

    subject: str
    key: str


def identity(cookies: Mapping[str, str]) -> Identity | None:
    """Who is named by cookies that this server signed; None when nobody is, or the signature is not ours."""
    said = _get_signed_cookie_with_chunks(dict(cookies), USER_COOKIE_NAME)
    try:
        claims = json.loads(said) if said else {}
        subject = claims.get("sub") if claims.get("is_logged_in") is True else None
    except (ValueError, AttributeError):
        return None
    if not said or not isinstance(subject, str) or not subject:
        return None
    return Identity(subject, hashlib.sha256(said).hexdigest())
