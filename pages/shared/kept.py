"""Drawings and grids of earlier runs, kept while generation, scheme, address and language stay the same."""

import hashlib
from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from pages.shared.language import language
from pages.shared.once import Slots
from pages.shared.store import shown
from pages.shared.ways import here

Made = TypeVar("Made")
MADE = Slots(300)  # drawings and grids, of all visitors together


def kept(name: str, make: Callable[[], Made]) -> Made:
    """What `make` gives for the part `name` of a page.

    Address and generation are all that a page depends on, so they are the key. Where a part depends on more, its
    `name` says so (`Table.fingerprint`).
    """
    return MADE.get((*circumstances(), name), make)


def circumstances() -> tuple[object, ...]:
    """All that a drawing depends on."""
    address = tuple(sorted(st.query_params.to_dict().items()))
    return shown(here().scheme), address, language()


def seal() -> str:
    """The same as a short word: another one as soon as anything else could be shown."""
    return hashlib.sha256(repr(circumstances()).encode()).hexdigest()[:12]
