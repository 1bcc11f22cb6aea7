"""Bars as a picture, drawn without a browser, in the look of the pages."""

import warnings
from functools import cache
from io import BytesIO

from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ticker import MaxNLocator, StrMethodFormatter

from analytics.reports.report import Bar, Picture

# The colours of the pages: the quantity itself, what to look at, and the words.
INK, ACCENT, WORDS, LINE = "#1f6f8b", "#cf6a1b", "#33414a", "#dde3e8"
# Windows, then Linux, then macOS: the first that is there draws Chinese.
FONTS = (
    "Microsoft YaHei", "SimHei", "Noto Sans CJK SC", "Noto Sans CJK JP", "Source Han Sans SC", "Source Han Sans CN",
    "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "PingFang SC", "Hiragino Sans GB",
)  # fmt: skip
WIDTH, ROW, AROUND = 6.1, 0.34, 0.75  # inches
DOTS = 200  # per inch
LONGEST_NAME = 20


@cache
def chinese_font() -> FontProperties | None:
    """A font of this machine that draws Chinese; None where there is none: then no picture is drawn."""
    there = {font.name: font.fname for font in font_manager.fontManager.ttflist}
    return next((FontProperties(fname=there[name]) for name in FONTS if name in there), None)


def draw(picture: Picture) -> bytes | None:
    """The picture as PNG; None where this machine has no Chinese font: boxes would say nothing."""
    font = chinese_font()
    if font is None:
        return None
    figure = Figure(figsize=(WIDTH, AROUND + ROW * len(picture.bars)), layout="constrained")
    FigureCanvasAgg(figure)
    draw_bars(figure.subplots(), picture, font)
    buffer = BytesIO()
    with warnings.catch_warnings():
        # A rare character that the font lacks is drawn as a box; the table beside it holds the text.
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        figure.savefig(buffer, dpi=DOTS, format="png")
    return buffer.getvalue()


def draw_bars(axes: Axes, picture: Picture, font: FontProperties) -> None:
    """The largest on top, each with its words at its end, over a quiet scale."""
    places = range(len(picture.bars))[::-1]
    values = [float(bar.value) for bar in picture.bars]
    axes.barh(places, values, color=[ACCENT if bar.stands_out else INK for bar in picture.bars], height=0.62)
    for place, value, bar in zip(places, values, picture.bars, strict=True):
        axes.annotate(plain(bar.words), (value, place), (4, 0), textcoords="offset points", va="center",
                      color=WORDS, font=sized(font, 8.5))  # fmt: skip
    axes.set_yticks(list(places), [shortened(bar) for bar in picture.bars], font=sized(font, 9), color=WORDS)
    axes.set_title(plain(picture.title), font=sized(font, 10), color=WORDS, loc="left")
    axes.set_xlim(0, max([*values, 0.01]) * 1.32)
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    draw_scale(axes, font)


def draw_scale(axes: Axes, font: FontProperties) -> None:
    """Few marks, thousands told apart, thin lines behind the bars."""
    axes.xaxis.set_major_locator(MaxNLocator(5))
    axes.xaxis.set_major_formatter(StrMethodFormatter("{x:,g}"))
    axes.grid(axis="x", color=LINE, linewidth=0.6)
    axes.set_axisbelow(True)
    for mark in axes.get_xticklabels():
        mark.set_fontproperties(sized(font, 7.5))
        mark.set_color(WORDS)


def sized(font: FontProperties, size: float) -> FontProperties:
    copy = font.copy()
    copy.set_size(size)
    return copy


def shortened(bar: Bar) -> str:
    name = " ".join(bar.name.split())
    return plain(name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…")


def plain(text: str) -> str:
    """A text of a form is no formula: matplotlib would set $…$ as mathematics."""
    return text.replace("$", r"\$")
