"""Typing in full-width signs and figures, or in half-width ones, changes nothing of what is read."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from data.documents import Document
from data.forms import read_forms
from data.forms.form_json import form_json
from data.readers import read_document

FOLDER = Path(__file__).parent
DOCUMENTS = sorted(FOLDER.glob("*.xlsx"))
PUNCTUATION = "(),:;!?=<>~"


def widened(signs: str) -> dict[int, str]:
    return {ord(sign): chr(ord(sign) - 0x20 + 0xFF00) for sign in signs}


WIDENED = {"punctuation": widened(PUNCTUATION), "percent": widened("%"), "figures": widened("0123456789.%")}


def with_texts(document: Document, table: dict[int, str]) -> Document:
    tables = tuple(
        replace(one, cells=tuple(replace(cell, text=cell.text.translate(table)) for cell in one.cells))
        for one in document.tables
    )
    return replace(document, tables=tables)


def narrowed(value: object) -> object:
    """What was read, with every text in half width. Spaces beside a sign that is wide by itself are kept or not."""
    if isinstance(value, str):
        return "".join(unicodedata.normalize("NFKC", value).split())
    if isinstance(value, dict):
        return {key: narrowed(part) for key, part in value.items()}
    return [narrowed(part) for part in value] if isinstance(value, list) else value


@pytest.mark.parametrize("signs", WIDENED)
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_widths_make_no_difference(path: Path, signs: str) -> None:
    plain = read_document(path.name, path.read_bytes())
    half = [form_json(form) for form in read_forms(with_texts(plain, {}))]
    wide = [form_json(form) for form in read_forms(with_texts(plain, WIDENED[signs]))]
    assert [narrowed(form) for form in wide] == [narrowed(form) for form in half]
