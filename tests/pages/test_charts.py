"""A chart as it is handed to the browser."""

import tomllib
from decimal import Decimal
from pathlib import Path

from plotly.graph_objects import Figure

from pages.shared.charts import settled
from pages.shared.drawings import Bar, bars, to
from pages.shared.drawings.parts import FONT

CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"


def drawing(value: int) -> Figure:
    return settled(bars([Bar("名", Decimal(value), "", to("form", evaluation=7), "")]))


def layout(figure: Figure) -> dict:
    return dict(figure.to_dict()["layout"])


def test_nothing_is_drawn_twice() -> None:
    """Plotly draws again what has a template, and data whose name it does not know."""
    assert "template" not in layout(drawing(1))
    assert layout(drawing(1))["datarevision"] == layout(drawing(1))["datarevision"]


def test_other_data_have_another_name() -> None:
    assert layout(drawing(1))["datarevision"] != layout(drawing(2))["datarevision"]


def test_charts_are_written_like_the_page() -> None:
    assert tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"]["font"] == FONT
