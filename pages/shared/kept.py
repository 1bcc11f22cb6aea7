"""Drawings and grids of earlier runs, kept while generation, scheme, address and language stay the same."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

import streamlit as st

from pages.shared.language import language
from pages.shared.store import shown
from pages.shared.ways import here

Made = TypeVar("Made")
MOST = 300  # drawings and grids kept, of all visitors together


def kept(name: str, make: Callable[[], Made]) -> Made:
    """What `make` gives for the part `name` of a page. The address is all that a page depends on, so it is the key."""
    address = tuple(sorted(st.query_params.to_dict().items()))
    made: Made = _made((shown(here().scheme), address, language(), name), _Making(make))
    return made


class _Making:
    """A way to make something that is no part of the key: every two are equal."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Making)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=MOST)
def _made(_key: tuple[object, ...], making: _Making) -> Any:
    return making.make()
