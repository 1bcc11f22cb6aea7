"""Briefs and notices of hostile forms: every text on paper as it was or visibly marked, none run, none lost."""

import html
import re
from pathlib import Path

import duckdb
import pytest
from lxml import etree
from lxml import html as web

from analytics.exports.clean import storable, visible
from analytics.reports.county import county_brief
from analytics.reports.department import department_brief
from analytics.reports.drawing import draw
from analytics.reports.notice import notice
from analytics.reports.report import Bar, Brief, Picture
from analytics.reports.rows import fetch_rows
from analytics.reports.speech import LONGEST
from analytics.reports.web import brief_page
from analytics.reports.word import brief_file, notice_file, numbered
from tests.analytics.exports.test_hostile import HOSTILE
from tests.analytics.reports.papers import ORIGIN, OWN, hostile_session, tables, whole_text

COMPUTED = re.compile(r"(?<!\d)49(?!\d)|<class|built-in|__main__")
WORD = re.compile(r"\s+")


@pytest.fixture(scope="module")
def session() -> duckdb.DuckDBPyConnection:
    return hostile_session()


@pytest.fixture(scope="module", params=["county", "department"])
def brief(request: pytest.FixtureRequest, session: duckdb.DuckDBPyConnection) -> Brief:
    return county_brief(session, ORIGIN) if request.param == "county" else department_brief(session, OWN, ORIGIN)


def as_paper(text: str) -> str:
    """A text as it stands on paper: cut where it is too long; Word sets line ends and tabs as it does everywhere."""
    return plain(visible(storable(text))[:LONGEST])


def plain(text: str) -> str:
    return WORD.sub(" ", text).strip()


def test_every_annex_comes_back_cell_by_cell(brief: Brief) -> None:
    found = tables(brief_file(brief, "zh"))
    assert len(found) == len(brief.annexes)
    for rows, annex in zip(found, brief.annexes, strict=True):
        assert [plain(cell) for cell in rows[0]] == [plain(head) for head in annex.heads]
        assert [[plain(cell) for cell in row] for row in rows[1:]] == [[*map(plain, row)] for row in annex.rows]


def test_every_hostile_project_is_on_the_paper(session: duckdb.DuckDBPyConnection) -> None:
    content = brief_file(department_brief(session, OWN, ORIGIN), "zh")
    projects = [plain(row[0])[:LONGEST] for row in tables(content)[0][1:]]
    assert sorted(projects) == sorted(as_paper(text) or "—" for text in HOSTILE)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_of_a_text_is_computed(brief: Brief, language: str) -> None:
    said = whole_text(brief_file(brief, language))
    assert "{{ 7*7 }}" in said and not COMPUTED.search(re.sub(r"[\d,]+\.\d\d|\d+%", "", said))


def test_the_notice_holds_every_finding_with_the_texts_of_the_form(session: duckdb.DuckDBPyConnection) -> None:
    made = notice(session, OWN, ORIGIN)
    content = notice_file(made)
    rows = tables(content)[-1]
    found = fetch_rows(session, "decided_finding")
    assert len(rows) - 1 == len(found) == len(made.annex.rows)
    assert [[plain(cell) for cell in row] for row in rows[1:]] == [[*map(plain, row)] for row in made.annex.rows]
    assert "{{ ''.__class__.__mro__ }}" in whole_text(content)


def test_the_page_of_a_brief_holds_the_same_cells_and_no_tag_of_a_text(brief: Brief) -> None:
    content = brief_page(brief, "zh")
    page = web.fromstring(content.decode("utf-8"))
    annexes = [numbered(one, at, "zh") for at, one in enumerate(brief.annexes, start=1)]
    assert not page.xpath("//script | //b | //link | //*[@onerror]") and b"default-src 'none'" in content
    for table, annex in zip(page.iter("table"), annexes, strict=True):
        rows = [[plain(cell.text_content()) for cell in row.iter("td")] for row in table.iter("tr")][1:]
        assert rows == [[plain(visible(cell)) for cell in row] for row in annex.rows]


def test_the_figures_of_an_annex_are_those_of_the_view(session: duckdb.DuckDBPyConnection) -> None:
    """The money of each project, read from the paper, in the order of the view."""
    rows = tables(brief_file(department_brief(session, OWN, ORIGIN), "zh"))[0][1:]
    money = fetch_rows(session, "project_summary", "unspent_wan desc nulls last, project, evaluation", 2022, OWN, False)
    wanted = [tuple(f"{value:,.2f}" for value in row) for row in money.pick("adjusted_budget_wan", "executed_wan")]
    assert [(row[1], row[2]) for row in rows] == wanted


@pytest.mark.parametrize("text", [text for text in HOSTILE if len(text) < 100], ids=ascii)
def test_a_picture_is_drawn_whatever_it_is_called(text: str) -> None:
    content = draw(Picture(storable(text), (Bar(storable(text), ORIGIN.year * 1, storable(text)),)))  # type: ignore[arg-type]
    assert content is None or content.startswith(b"\x89PNG")


def test_the_templates_hold_no_text_of_a_form_and_name_the_fonts_of_offices() -> None:
    folder = Path(brief_file.__code__.co_filename).with_name("templates")
    for name in ("brief", "notice"):
        content = (folder / f"{name}.docx").read_bytes()
        assert html.escape("{{") in whole_text(content)
    import zipfile

    with zipfile.ZipFile(folder / "brief.docx") as parts:
        styles = etree.fromstring(parts.read("word/styles.xml"))
    fonts = set(styles.xpath("//@*[local-name()='eastAsia']"))
    assert {"仿宋", "黑体", "楷体"} <= fonts
