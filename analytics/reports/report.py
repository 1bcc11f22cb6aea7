"""What a report consists of, before it is put on paper."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a report comes from. `made_at` is local time; `demo` marks the fictional county."""

    year: int
    generation: int
    made_at: datetime
    language: str = "zh"
    demo: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a picture: `words` stand at its end; `stands_out` is what to look at."""

    name: str
    value: Decimal
    words: str
    stands_out: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """Bars one below the other under a title."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part: each paragraph may open with a heading of the second level."""

    heading: str
    paragraphs: tuple["Paragraph", ...]
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text under a heading of the second level; "" has none."""

    text: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """A table at the end. `widths` are shares of the page, `figures` the columns that stand right."""

    title: str
    unit: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    figures: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole brief, in the reader's language."""

    title: str
    subtitle: str
    summary: str
    sections: tuple[Section, ...]
    annexes: tuple[Annex, ...]
    signed: str
    date: str
    notes: tuple[str, ...]
    demo: str = ""
