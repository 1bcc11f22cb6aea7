"""The ruling lines of a page, and the cells that they enclose. Lengths in pixels."""

from dataclasses import dataclass

import cv2
import numpy as np

from data.readers.scan_ink import Plane

WHITE = 255
LARGEST_LETTER = 40  # of these, one page is as high: no character of a table is larger
ACROSS, DOWN = 2.5, 1.3  # characters: shorter strokes are parts of characters
REACH = 0.6  # characters: a line ends at another one, or it is none
LONG = 8  # characters: no stroke is that long; a line may run off the sheet
GAP = 0.5  # characters: a line may be broken by this much
FILLED = 0.9  # a cell fills this share of the rectangle around it, or two have run together

Area = tuple[int, int, int, int]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Enclosed:
    """One cell of a page. `whole` is False where lines are broken, so that the cell is no rectangle."""

    area: Area
    whole: bool


@dataclass(frozen=True, slots=True)
class Lines:
    """What the lines of a page make: its tables, each with its cells, and the lines themselves (255)."""

    tables: tuple[tuple[Enclosed, ...], ...]
    mask: Plane


def letter_height(ink: Plane) -> int:
    """How high the characters of a page are: of most of them, not of its title."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    largest = max(ink.shape) / LARGEST_LETTER
    heights, widths = stats[1:, cv2.CC_STAT_HEIGHT], stats[1:, cv2.CC_STAT_WIDTH]
    found = heights[(heights < largest) & (widths < largest) & (heights > 5) & (widths > 2)]
    return max(10, round(float(np.percentile(found, 80)))) if len(found) else 20


def lines_of(ink: Plane, letter: int) -> Lines:
    across, down = strokes(ink, round(letter * ACROSS), 1), strokes(ink, 1, round(letter * DOWN))
    for _ in range(2):  # a stroke that was taken for a line may have held another one
        across, down = meeting(across, down, letter, True), meeting(down, across, letter, False)
    mask = np.maximum(across, down)
    return Lines(tables_of(cells_of(mask, letter), mask.shape), mask)


def strokes(ink: Plane, width: int, height: int) -> Plane:
    """What is at least this long in one direction, with its gaps closed."""
    wide = cv2.dilate(ink, np.ones((3, 1) if width > height else (1, 3), np.uint8))  # a line that is not quite level
    kept = cv2.morphologyEx(wide, cv2.MORPH_OPEN, np.ones((height, width), np.uint8))
    gap = max(3, round(max(width, height) * GAP / ACROSS))
    closing = np.ones((1, gap) if width > height else (gap, 1), np.uint8)
    return np.asarray(cv2.morphologyEx(kept, cv2.MORPH_CLOSE, closing), np.uint8)


def meeting(lines: Plane, others: Plane, letter: int, across: bool) -> Plane:
    """Only the lines that are long, or meet another one at both ends; drawn up to there."""
    reach = max(3, round(letter * REACH))
    near = np.asarray(cv2.dilate(others, np.ones((reach, reach), np.uint8)), np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    kept = np.zeros(count, bool)
    for number in range(1, count):
        left, top, width, height, _ = stats[number]
        first, last = ends(near, left, top, width, height, reach, across)
        kept[number] = bool(first.any() and last.any()) or max(width, height) > LONG * letter
    found = kept[labels].astype(np.uint8) * WHITE
    closing = np.ones((1, reach) if across else (reach, 1), np.uint8)
    return np.asarray(cv2.dilate(found, closing), np.uint8)


def ends(near: Plane, left: int, top: int, width: int, height: int, reach: int, across: bool) -> tuple[Plane, Plane]:
    """Where a line begins and where it ends."""
    if across:
        band = near[top : top + height]
        return band[:, max(0, left - reach) : left + reach], band[:, left + width - reach : left + width + reach]
    band = near[:, left : left + width]
    return band[max(0, top - reach) : top + reach], band[top + height - reach : top + height + reach]


def cells_of(mask: Plane, letter: int) -> list[Enclosed]:
    """What is enclosed by lines on all sides."""
    paper = cv2.copyMakeBorder(WHITE - mask, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=(WHITE,))
    count, _, stats, _ = cv2.connectedComponentsWithStats(paper, connectivity=4)
    found = []
    for number in range(1, count):
        left, top, width, height, size = (int(each) for each in stats[number])
        outside = left == 0 or top == 0
        if not outside and min(width, height) > letter * 0.5 and size > 0.5 * width * height:
            found.append(
                Enclosed((left - 1, top - 1, left + width - 1, top + height - 1), size > FILLED * width * height)
            )
    return [cell for cell in found if not holds_others(cell, found)]


def holds_others(cell: Enclosed, cells: list[Enclosed]) -> bool:
    """The edge of the sheet, or a frame around everything."""
    left, top, right, bottom = cell.area
    return (
        sum(left < one.area[0] and top < one.area[1] and right > one.area[2] and bottom > one.area[3] for one in cells)
        > 3
    )


def tables_of(cells: list[Enclosed], shape: tuple[int, ...]) -> tuple[tuple[Enclosed, ...], ...]:
    """Cells side by side belong to one table; tables from top to bottom."""
    ground = np.zeros(shape, np.uint8)
    for cell in cells:
        left, top, right, bottom = cell.area
        ground[max(0, top - 6) : bottom + 6, max(0, left - 6) : right + 6] = WHITE
    _, labels = cv2.connectedComponents(ground)
    tables: dict[int, list[Enclosed]] = {}
    for cell in cells:
        tables.setdefault(int(labels[cell.area[1], cell.area[0]]), []).append(cell)
    return tuple(tuple(table) for table in sorted(tables.values(), key=lambda table: min(one.area[1] for one in table)))
