"""The few scripts that our pages run: each a file of its own, so that the browser can be told to run no other.

What a script needs to know stands beside it as `data-` attributes, never inside it.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from html import escape
from pathlib import Path

import streamlit as st

PAGES = Path(__file__).parents[1]


def run_script(path: Path, **told: object) -> None:
    """Run the script in that file of ours, which finds `told` as JSON in the attributes of the element before it.

    Streamlit runs it whenever what it is told has changed.
    """
    st.html(f"{note(told)}<script>{source(path)}</script>", unsafe_allow_javascript=True)


def note(told: Mapping[str, object]) -> str:
    attributes = "".join(
        f' data-{name}="{escape(json.dumps(value, ensure_ascii=False))}"' for name, value in told.items()
    )
    return f'<div class="jx-told" hidden{attributes}></div>'


def source(path: Path) -> str:
    return path.read_text(encoding="utf-8").replace("\r\n", "\n")


def digests() -> tuple[str, ...]:
    """What names each of our scripts in a Content-Security-Policy."""
    return tuple(digest(source(path)) for path in sorted(PAGES.rglob("*.js")))


def digest(text: str) -> str:
    """The text of a script or a style, as the policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
