"""Every colour of ours can be read, or told from its ground, in both themes: contrast as WCAG computes it."""

import re
import tomllib
from pathlib import Path

import pytest

from pages.shared import marks
from pages.shared.drawings import fields

PROJECT = Path(__file__).parents[2]
COLOURS = (PROJECT / "pages/shared/look/colours.css").read_text(encoding="utf-8")
THEME = tomllib.loads((PROJECT / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]
PAIR = re.compile(r"--jx-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
OURS = {name: {"light": light, "dark": dark} for name, light, dark in PAIR.findall(COLOURS)}
WORDS = ("ink", "quiet", "bad", "accent", "doubt", "calm", "good", "low")
GROUNDS = ("surface", "raised", "head")
TEXT, MARK = 4.5, 3.0


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def over(colour: tuple[int, int, int], share: float, ground: str) -> str:
    """A colour of that opacity laid over a ground."""
    below = (int(ground[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in zip(colour, below, strict=True))


def test_contrast_is_what_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("word", WORDS)
def test_words_can_be_read(word: str, ground: str, theme: str) -> None:
    assert contrast(OURS[word][theme], OURS[ground][theme]) >= TEXT


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_grounds_are_those_of_the_theme(theme: str) -> None:
    assert OURS["surface"][theme] == THEME[theme]["backgroundColor"]
    assert OURS["ink"][theme] == THEME[theme]["textColor"]
    assert contrast(OURS["on-primary"][theme], THEME[theme]["primaryColor"]) >= TEXT


@pytest.mark.parametrize("part", [THEME["light"], THEME["dark"], THEME["light"]["sidebar"], THEME["dark"]["sidebar"]])
def test_the_theme_can_be_read(part: dict[str, str]) -> None:
    for ground in (part["backgroundColor"], part["secondaryBackgroundColor"]):
        assert contrast(part["textColor"], ground) >= TEXT
        assert contrast(part["primaryColor"], ground) >= MARK


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("mark", ["INK", "ACCENT", "CALM", "GOOD", "BAD", "DOUBT"])
def test_marks_stand_out_from_the_ground(mark: str, theme: str) -> None:
    assert contrast(getattr(marks, mark), OURS["surface"][theme]) >= MARK


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("heat", [0, 0.25, 0.5, 0.75, 1])
def test_figures_in_a_heat_map_can_be_read(heat: float, theme: str) -> None:
    share = float(fields.red(heat).rsplit(",", 1)[1].rstrip(")"))
    assert contrast(OURS["ink"][theme], over(fields.RED, share, OURS["surface"][theme])) >= TEXT


def test_status_is_told_by_shape_too() -> None:
    for several in (marks.verdict_marks(), marks.severity_marks(), marks.grade_marks()):
        assert len({one.shape for one in several}) == len({one.word for one in several}) == len(several)
