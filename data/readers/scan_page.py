"""One picture as tables and lines of text, as a page of a PDF gives them."""

from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np

from data.readers.ruled import Box, Line, Ruled
from data.readers.scan_cell_text import OPEN, Page, between
from data.readers.scan_cells import Area, Enclosed, letter_height, lines_of
from data.readers.scan_ink import Paper, paper_of, quarter_turned
from data.readers.scan_pages import Picture
from data.readers.scan_rows import rows_of, without_specks
from data.readers.scan_text import recognise

WIDTH = 800.0  # points: every table is as wide, so that one that runs over pages keeps its columns

QUARTERS = (0, 2, 1, 3)  # as it lies, on its head, on either side
LEGIBLE = 0.88
SAMPLES = 12  # texts
LEAST_TEXT = 2.5  # characters


def parts_of_picture(picture: Picture, number: int) -> list[Line | Ruled]:
    """Tables and lines from top to bottom."""
    page = upright(paper_of(picture))
    areas = [around(table) for table in page.tables]
    tables = [ruled(page, table, number, count) for count, table in enumerate(page.tables, 1)]
    return sorted([*tables, *text_lines(page, areas, number)], key=lambda part: part.top)


def upright(paper: Paper) -> Page:
    """The page as it can be read: a sheet may lie on its head or on its side."""
    found: list[tuple[float, Page]] = []
    for quarters in QUARTERS:
        page = page_of(quarter_turned(paper, quarters))
        found.append((legibility(page), page))
        if found[-1][0] > LEGIBLE:
            break
    return max(found, key=lambda one: one[0])[1]


def page_of(paper: Paper) -> Page:
    letter = letter_height(paper.ink)
    lines = lines_of(paper.ink, letter)
    ink = np.where(lines.mask > 0, 0, paper.ink).astype(np.uint8)
    return Page(paper, without_specks(ink, letter), letter, lines.tables)


def legibility(page: Page) -> float:
    """How surely some texts of the page are read (0-1); 0 where it has none."""
    cells = [cell.area for table in page.tables for cell in table] or [(0, 0, *page.ink.shape[::-1])]
    rows = (row for area in cells for row in rows_of(page.ink, area, page.letter))
    texts = (area for row in rows for area in row if area[2] - area[0] > LEAST_TEXT * page.letter)
    sure = [each for area in islice(texts, SAMPLES) for each in recognise(page.strip(area)).sure]
    return sum(sure) / len(sure) if sure else 0.0


def around(table: Sequence[Enclosed]) -> Area:
    edges = np.array([cell.area for cell in table])
    (left, top), (right, bottom) = edges[:, :2].min(axis=0), edges[:, 2:].max(axis=0)
    return int(left), int(top), int(right), int(bottom)


def ruled(page: Page, table: Sequence[Enclosed], number: int, count: int) -> Ruled:
    left, _, right, _ = around(table)
    across, down = WIDTH / (right - left), WIDTH / page.ink.shape[1]
    found = Ruled(number, count, [])
    for cell in table:
        words = page.words_in(cell.area)
        begin, top, end, bottom = cell.area
        box: Box = ((begin - left) * across, top * down, (end - left) * across, bottom * down)
        found.cells.append(box)
        if words.text:
            found.texts[box] = words.text
        if doubt := words.doubt or ("" if cell.whole else OPEN):
            found.texts.setdefault(box, "")
            found.doubts[box] = doubt
    return found


def text_lines(page: Page, tables: Sequence[Area], number: int) -> Iterator[Line]:
    height, width = page.ink.shape
    for top, bottom in between(tables, height):
        for row in rows_of(page.ink, (0, top, width, bottom), page.letter):
            words = page.words_on(row)
            if words.text:
                yield Line(number, row[0][1] * WIDTH / width, words.text, words.doubt)
