"""A workbook of ours leads back to its view; nothing else does."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from analytics.exports.came_from import came_from, view_note
from analytics.exports.workbook import workbook
from tests.analytics.exports.examples import TABLE, meta

LONG = "county?year=2022&department=" + "%E5%8E%BF" * 60


@pytest.mark.parametrize("address", ["county?year=2022", "form?evaluation=3&n=1", "rules", LONG])
def test_the_address_comes_back(address: str) -> None:
    assert came_from(workbook(TABLE, replace(meta(), address=address))) == address


@pytest.mark.parametrize("said", ["javascript:alert(1)", "//example.org", "../x", "", "county?a=1\nb"])
def test_what_is_no_address_of_ours_is_none(said: str) -> None:
    assert came_from(workbook(TABLE, replace(meta(), address=said))) is None


def made(told: str) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as parts:
        parts.writestr("docProps/core.xml", told)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", made("<x"), made("<x/>"), made("a" * 200_000),
     made(f'<!DOCTYPE x [<!ENTITY a "{view_note("county")}">]><x xmlns:d="http://purl.org/dc/elements/1.1/">'
          "<d:description>&a;</d:description></x>")],
    ids=["empty", "cut", "broken", "other", "huge", "entity"],
)  # fmt: skip
def test_other_files_have_no_view(content: bytes) -> None:
    assert came_from(content) is None
