"""What stands in each cell of a page and in the lines between the tables, and where that is in doubt."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from data.readers.scan_cells import Area, Enclosed
from data.readers.scan_ink import Paper, Plane
from data.readers.scan_rows import rows_of
from data.readers.scan_text import Reading, recognise, second_look

UNSURE, STAMPED, OPEN = "scan_unsure", "scan_stamped", "scan_open"
SIGNS = r"[.,%\uff05‰≥≤<>≧≦=+×/一二\-—~\uff5e\uff0c\uff0e]"
# A figure with the signs in front, and with what reads like one: 二90% may be =90%.
FIGURE = re.compile(rf"{SIGNS}*\d(?:[\d.,%\uff05‰\uff0c\uff0e]|-(?=\d))*")
LEAST_SURE = 0.55  # of a character
LEAST_SURE_FIGURE = 0.85  # of a character in a text with figures
RED_SHARE = 0.004  # of a cell
FULL = 1.7  # characters: a line that ends nearer to the edge was broken by it
PADDING = 0.14  # characters around the ink of a line


@dataclass(frozen=True, slots=True)
class Words:
    """A text with the code of the issue that says why it is in doubt, "" for none."""

    text: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page whose lines are known: `ink` is without them."""

    paper: Paper
    ink: Plane
    letter: int
    tables: tuple[tuple[Enclosed, ...], ...]

    def words_in(self, area: Area) -> Words:
        """All lines in one cell."""
        text, doubts, ended = "", [], True
        for row in rows_of(self.ink, area, self.letter):
            words = self.words_on(row)
            text += ("\n" if text and ended else "") + words.text
            doubts.append(words.doubt)
            ended = row[-1][2] < area[2] - FULL * self.letter
        stamped = STAMPED if self.is_stamped(area) else ""
        return Words(text.strip(), stamped or max(doubts, default=""))

    def words_on(self, row: Sequence[Area]) -> Words:
        """The texts on one line, wide gaps as spaces."""
        found = [self.words_at(area) for area in row]
        return Words(" ".join(each.text for each in found if each.text), max(each.doubt for each in found))

    def words_at(self, area: Area) -> Words:
        strip = self.strip(area)
        reading = recognise(strip)
        return Words(reading.text.strip(), "" if is_sure(reading, strip) else UNSURE)

    def strip(self, area: Area) -> Plane:
        """The grey of one line: without what belongs to lines above and below, and without ruling lines."""
        padding = max(1, round(self.letter * PADDING))
        height, width = self.ink.shape
        left, top, right, bottom = area
        box = np.s_[
            max(0, top - padding) : min(height, bottom + padding), max(0, left - padding) : min(width, right + padding)
        ]
        strip = self.paper.grey[box].copy()
        ruled = (self.paper.ink[box] > 0) & (self.ink[box] == 0)
        strip[ruled] = 255
        return strip

    def is_stamped(self, area: Area) -> bool:
        left, top, right, bottom = area
        return bool(np.mean(self.paper.stamp[top:bottom, left:right] > 0) > RED_SHARE)


def is_sure(reading: Reading, strip: Plane) -> bool:
    """Every character surely read; where there are figures, they are the same at a second look.

    Which comma it is says nothing.
    """
    text = reading.text
    in_figures = {place for found in FIGURE.finditer(text) for place in range(*found.span())}
    for place, (character, sure) in enumerate(zip(text, reading.sure, strict=True)):
        least = LEAST_SURE_FIGURE if place in in_figures else LEAST_SURE * character.isalpha()
        if sure < least:
            return False
    return not in_figures or figures_of(second_look(strip).text) == figures_of(text)


def figures_of(text: str) -> list[str]:
    return FIGURE.findall(unicodedata.normalize("NFKC", text))


def between(tables: Sequence[Area], height: int) -> Iterator[tuple[int, int]]:
    """The bands of a page above, between and below its tables."""
    top = 0
    for _, begin, _, end in tables:
        if begin > top:
            yield top, begin
        top = max(top, end)
    if height > top:
        yield top, height
