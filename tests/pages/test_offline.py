"""The page as one file: everything inside, nothing fetched, no text of a form taken for a tag."""

import re
from decimal import Decimal

import plotly.graph_objects as go
import pytest

from pages.imports.own import view_of
from pages.shared.offline import offline_page, picture
from pages.shared.table import Table
from pages.shared.taken import Chart, Headline, Rows, Words
from tests.analytics.exports.examples import meta

BAD = "<img src=x onerror=alert(1)>"
PARTS = (
    Words("p", f"{BAD}\ud800"),
    Headline("执行率", "96.3%", ""),
    Chart(go.Figure(go.Bar(x=[1], y=["甲"])), BAD),
    Rows(Table("x", ("project", "executed_wan", "execution_rate"), ((BAD, Decimal("1.5"), None),)), "项目"),
)
PAGE = offline_page(PARTS, meta()).decode()


def test_nothing_is_fetched() -> None:
    assert "default-src 'none'" in PAGE
    assert not re.search(r"<(script|link|img|iframe)[^>]+(src|href)=", PAGE)


def test_texts_figures_and_blanks() -> None:
    assert BAD not in re.sub(r"(?s)<script.*?</script>", "", PAGE)
    assert "&lt;img" in PAGE and "96.3%" in PAGE and ">1.50<" in PAGE and ">—<" in PAGE


def test_pages_without_charts_are_small() -> None:
    assert len(offline_page(PARTS[:2], meta())) < 10_000


def test_a_picture_has_a_name_that_every_disk_takes() -> None:
    assert picture('a/b:"*?')["toImageButtonOptions"]["filename"] == "ab"


@pytest.mark.parametrize("content", [b"", b"PK"], ids=["empty", "cut"])
def test_other_files_lead_nowhere(content: bytes) -> None:
    assert view_of(content) is None
