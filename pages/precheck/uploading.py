"""The upload box of the pre-check, and what it says of a file that cannot be read."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from data.errors import retold
from data.file_list import list_files
from data.reading import reading
from data.records import Evaluation, Issue
from pages.precheck import words
from pages.precheck.checking import Checked, checked
from pages.shared.language import language, t
from pages.shared.say import plain
from pages.shared.uploads import save

MOST = 20  # forms shown at a time; a department checks its own few


@dataclass(frozen=True, slots=True)
class Files:
    """What was read: forms, and the files that were refused with their fault as told; `chosen` are the uploads."""

    forms: tuple[Evaluation, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    chosen: tuple[Any, ...] = ()


def show() -> Files:
    """The box; what was chosen is read at once, in the reading process, and forgotten with the visit."""
    chosen = st.file_uploader(
        t("把填好的自评表拖到这里,或点击选择"), accept_multiple_files=True, key="precheck_files", help=words.formats()
    )
    if not chosen:
        return Files()
    files = read(chosen)
    if len(files.forms) > MOST:
        st.info(plain(words.too_many(len(files.forms), MOST)), icon=":material/info:")
    return Files(files.forms[:MOST], files.refused, tuple(chosen))


def read(chosen: Sequence[Any]) -> Files:
    """The forms of the files chosen; those of the last choice are kept for this visit."""
    names = tuple(file.file_id for file in chosen)
    kept: tuple[tuple[str, ...], Files] | None = st.session_state.get("precheck_read")
    if kept is None or kept[0] != names:
        with st.spinner(t("正在读取")), tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            kept = names, read_files(save(chosen, Path(folder)))
        st.session_state["precheck_read"] = kept
    return kept[1]


def read_files(paths: Sequence[Path]) -> Files:
    found = list(reading(list(list_files(paths)), frozenset()))
    forms = tuple(read.form for one in found for read in one.forms)
    return Files(forms, tuple((one.file.name, one.told) for one in found if one.code))


def recomputed(forms: tuple[Evaluation, ...], scheme: str | None) -> tuple[Checked, ...]:
    """The forms recomputed under `scheme`; kept for this visit, until another file or another way is asked for."""
    asked = forms, scheme, language()
    kept: tuple[object, tuple[Checked, ...]] | None = st.session_state.get("precheck_checked")
    if kept is None or kept[0] != asked:
        kept = asked, tuple(checked(forms, scheme))
        st.session_state["precheck_checked"] = kept
    return kept[1]


def refuse(name: str, fault: str) -> None:
    st.error(plain(t("{department}:{said}", department=name, said=retold(fault, language()))), icon=":material/error:")


def list_doubts(doubts: Sequence[Issue]) -> None:
    """What was read with doubt, one line each."""
    if doubts:
        st.markdown("\n".join(f"- {plain(sentence)}" for sentence in words.doubt_sentences(doubts)))
