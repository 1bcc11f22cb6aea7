"""Where the lines of text stand within an area of a page."""

from collections.abc import Iterator

import cv2
import numpy as np

from data.readers.scan_cells import Area
from data.readers.scan_ink import Plane

SPECK = 0.012  # of a character's square: less ink is dust
LARGE, BESIDE = 0.34, 0.4  # characters: what is smaller, and farther than this from anything larger, is dust too
ONE_LINE = 1.25  # characters: strokes within this height are of one line, such as those of 二 and =
TWO_LINES = 1.75  # characters: lines that touch are parted from this height on
APART = 2.2  # characters without ink part two texts on one line
THIN = 0.08  # characters: a dash is not thinner


def rows_of(ink: Plane, area: Area, letter: int) -> Iterator[list[Area]]:
    """Line by line, the texts on it from left to right."""
    left, top, right, bottom = area
    inner = ink[top:bottom, left:right]
    if not inner.size:
        return
    for first, last in bands_of(inner, letter):
        yield [
            (left + begin, top + first, left + end, top + last)
            for begin, end in runs(inner[first:last].max(axis=0), round(APART * letter))
        ]


def without_specks(ink: Plane, letter: int) -> Plane:
    """Without dust: what is small stays only beside something larger, as a point stands beside a figure."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    sizes = np.maximum(stats[:, cv2.CC_STAT_HEIGHT], stats[:, cv2.CC_STAT_WIDTH])
    large = sizes >= LARGE * letter
    large[0] = False
    reach = 2 * round(BESIDE * letter) + 1
    around = cv2.dilate(np.asarray(large[labels], np.uint8), np.ones((reach, reach), np.uint8))
    kept = large.copy()
    kept[np.unique(labels[(around > 0) & (ink > 0)])] = True
    kept &= stats[:, cv2.CC_STAT_AREA] >= max(3, SPECK * letter * letter)
    kept[0] = False
    return np.asarray(kept[labels], np.uint8) * np.uint8(255)


def bands_of(ink: Plane, letter: int) -> Iterator[tuple[int, int]]:
    """Top and bottom of each line."""
    joined: list[tuple[int, int]] = []
    for top, bottom in runs(ink.max(axis=1), 1):
        if joined and bottom - joined[-1][0] <= letter * ONE_LINE:
            joined[-1] = joined[-1][0], bottom
        else:
            joined.append((top, bottom))
    for top, bottom in joined:
        if bottom - top >= max(2, THIN * letter):
            yield from parted(ink, top, bottom, letter)


def parted(ink: Plane, top: int, bottom: int, letter: int) -> Iterator[tuple[int, int]]:
    """Lines that touch, cut where there is least ink."""
    if bottom - top < letter * TWO_LINES:
        yield top, bottom
        return
    first, last = top + round(letter * 0.7), min(top + round(letter * 1.6), bottom - round(letter * 0.5))
    cut = first + int(np.argmin(ink[first : max(last, first + 1)].sum(axis=1, dtype=np.int64)))
    yield top, cut
    yield from parted(ink, cut, bottom, letter)


def runs(filled: Plane, gap: int) -> Iterator[tuple[int, int]]:
    """Where it is filled, with gaps smaller than `gap` passed over."""
    places = np.flatnonzero(filled)
    if not len(places):
        return
    breaks = np.flatnonzero(np.diff(places) > gap)
    for begin, end in zip(np.r_[0, breaks + 1], np.r_[breaks, len(places) - 1], strict=True):
        yield int(places[begin]), int(places[end]) + 1
