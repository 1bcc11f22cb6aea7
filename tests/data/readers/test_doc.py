"""Old Word documents and RTF: without an office program they are refused with what to do."""

from pathlib import Path

import pytest

from data.errors import DamagedFile, PasswordProtected
from data.readers import doc, faults, read_document
from data.readers.ole import Container

DOCUMENT = (Path(__file__).parents[2] / "documents" / "yanchi-2022.doc").read_bytes()


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "find_office", lambda: None)


@pytest.mark.usefixtures("no_office")
def test_refused_with_what_to_do() -> None:
    with pytest.raises(faults.OldDocument, match=r"《表.doc》.*另存为 \.docx"):
        read_document("表.doc", DOCUMENT)
    with pytest.raises(faults.RichText, match=r"另存为 \.docx"):
        read_document("表.rtf", b"{\\rtf1\\ansi }")


def test_a_password_is_named() -> None:
    container = Container("", DOCUMENT)
    start = DOCUMENT.index(container.read(container.streams()["WordDocument"])[:64])
    locked = bytearray(DOCUMENT)
    locked[start + 11] |= 1
    with pytest.raises(PasswordProtected):
        read_document("密.doc", bytes(locked))


@pytest.mark.parametrize("program", ["false", "没有这个程序"])
def test_a_program_that_fails_is_a_damaged_file(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setattr(doc, "find_office", lambda: program)
    with pytest.raises(DamagedFile, match="LibreOffice"):
        read_document("表.doc", DOCUMENT)
