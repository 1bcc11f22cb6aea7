"""Papers made from hostile forms, and opened again by another library."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import docx
import duckdb
from lxml import etree

from analytics.exports.clean import storable
from analytics.reports.report import Origin
from analytics.session import open_session_on
from data.records import Evaluation
from tests.analytics.exports.test_hostile import HOSTILE
from tests.analytics.made import CLEAN, form, line

NOW = datetime(2024, 3, 5, tzinfo=UTC)
ORIGIN = Origin(2022, 1, NOW)
OWN = "{{ 7*7 }}局<w:p/>{% raw %}"  # a department


def hostile_forms() -> Iterator[Evaluation]:
    """One form for each text, which stands wherever a form has a text, with something wrong in it."""
    for text in map(storable, HOSTILE):
        wrong = line("≥10次", "5次", 20, 20, "数量指标", text, reason=text, level1_points="40")
        lines = (replace(wrong, target=f"≥10次{text[:40]}", method=text), *CLEAN[1:])
        yield replace(form(*lines, project=text), department=OWN, unit=text, goal=text)


def hostile_session() -> duckdb.DuckDBPyConnection:
    return open_session_on(hostile_forms())


def tables(content: bytes) -> list[list[list[str]]]:
    """The cells of every table."""
    word = docx.Document(BytesIO(content))
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in word.tables]


def whole_text(content: bytes) -> str:
    """All that is written in the document; fails where a part is no XML."""
    with ZipFile(BytesIO(content)) as parts:
        assert parts.testzip() is None
        trees = {
            name: etree.fromstring(parts.read(name)) for name in parts.namelist() if name.endswith((".xml", ".rels"))
        }
    return "".join(trees["word/document.xml"].itertext())
