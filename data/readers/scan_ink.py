"""From a picture to paper and ink: coloured stamps apart, light evened, lines level."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from data.readers.scan_pages import Picture

Plane = NDArray[np.uint8]  # height × width, 0 to 255

RED = 45  # how much more red than green and blue makes a stamp
DARK = 110  # red below this is black ink under the stamp
STEEPEST = 15.0  # degrees: a sheet lies straighter than this on the glass
LEVEL = 0.04  # degrees: nobody sees this
WHITE = 255
STRONG = 195  # of 250, which paper has
COARSE, COARSE_INK = 1200, 50  # pixels of the long side, and the ink that is left of a fine line
LINES_MEASURED = 60


@dataclass(frozen=True, slots=True)
class Paper:
    """One page: `grey` with black ink on white paper, `ink` 255 where ink is, `stamp` 255 where red was removed."""

    grey: Plane
    ink: Plane
    stamp: Plane


def paper_of(picture: Picture) -> Paper:
    """The page with level lines."""
    cv2.setNumThreads(1)
    grey, stamp = without_stamp(picture)
    grey = even(grey)
    for slope in (slope_of, small_slope_of):
        angle = slope(ink_of(grey))
        if abs(angle) > LEVEL:
            grey, stamp = turned(grey, angle, WHITE), turned(stamp, angle, 0)
    return Paper(grey, ink_of(grey), stamp)


def quarter_turned(paper: Paper, quarters: int) -> Paper:
    """The page turned counterclockwise."""
    return Paper(*(np.ascontiguousarray(np.rot90(each, quarters)) for each in (paper.grey, paper.ink, paper.stamp)))


def without_stamp(picture: Picture) -> tuple[Plane, Plane]:
    """The page in grey without red ink, and where that was. Black under red stays: it is dark in red light too."""
    red, green, blue = (picture[:, :, channel].astype(np.int16) for channel in range(3))
    coloured = ((red - np.maximum(green, blue)) > RED).astype(np.uint8) * WHITE
    stamp = cv2.dilate(coloured, np.ones((3, 3), np.uint8))  # the edges are mixed with paper
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    light = np.where(red > DARK, WHITE, red).astype(np.uint8)
    return np.where(stamp > 0, np.maximum(grey, light), grey).astype(np.uint8), np.asarray(coloured, np.uint8)


def even(grey: Plane) -> Plane:
    """Paper white everywhere: what is bright around each place counts as paper, so a shadow does not count as ink."""
    small = resized(grey, 400)
    bright = cv2.medianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), 21)
    paper = cv2.resize(bright, grey.shape[::-1], interpolation=cv2.INTER_LINEAR).astype(np.float32)
    return np.minimum(grey * (250.0 / np.maximum(paper, 40)), WHITE).astype(np.uint8)


def resized(plane: Plane, longest: int) -> Plane:
    """The plane with its long side so many pixels; a strip keeps at least one pixel across."""
    scale = longest / max(plane.shape)
    height, width = (max(1, round(side * scale)) for side in plane.shape)
    return np.asarray(cv2.resize(plane, (width, height), interpolation=cv2.INTER_AREA), np.uint8)


def ink_of(grey: Plane) -> Plane:
    """255 where it is darker than around, if somewhere in one stroke it is really dark: the grain of paper is not."""
    smooth = cv2.GaussianBlur(grey, (3, 3), 0)
    weak = cv2.adaptiveThreshold(smooth, WHITE, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 18)
    count, labels = cv2.connectedComponents(weak, connectivity=8)
    strong = np.zeros(count, bool)
    strong[np.unique(labels[smooth < STRONG])] = True
    strong[0] = False
    return np.asarray(strong[labels], np.uint8) * np.uint8(WHITE)


def slope_of(ink: Plane) -> float:
    """Degrees by which the long lines of the page fall to the right, roughly; 0.0 where it has none."""
    small = (resized(ink, COARSE) > COARSE_INK).astype(np.uint8)
    found = cv2.HoughLinesP(small, 1, np.pi / 720, COARSE // 16, minLineLength=COARSE // 8, maxLineGap=3)
    if found is None:
        return 0.0
    lines = found.reshape(-1, 4).astype(np.float64)
    across, down = lines[:, 2] - lines[:, 0], lines[:, 3] - lines[:, 1]
    degrees = (np.degrees(np.arctan2(down, across)) + 45) % 90 - 45
    flat = np.abs(degrees) <= STEEPEST
    return weighted_median(degrees[flat], np.hypot(across, down)[flat]) if flat.any() else 0.0


def small_slope_of(ink: Plane) -> float:
    """The same for lines that are nearly level, by all the pixels of each."""
    least = ink.shape[1] // 12
    wide = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    lines = cv2.morphologyEx(wide, cv2.MORPH_OPEN, np.ones((1, least // 4), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    degrees, widths = [], []
    for number in np.flatnonzero(stats[:, cv2.CC_STAT_WIDTH] >= least)[1:][:LINES_MEASURED]:
        left, top, width, height, _ = stats[number]
        down, across = np.nonzero(labels[top : top + height, left : left + width] == number)
        degrees.append(float(np.degrees(np.arctan(np.polyfit(across, down, 1)[0]))))
        widths.append(float(width))
    return weighted_median(np.array(degrees), np.array(widths)) if degrees else 0.0


def weighted_median(values: NDArray[np.float64], weights: NDArray[np.float64]) -> float:
    order = np.argsort(values)
    total = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(total, total[-1] / 2)])


def turned(plane: Plane, degrees: float, border: int) -> Plane:
    """Turned about its middle, with room for the corners."""
    height, width = plane.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    cosine, sine = abs(matrix[0, 0]), abs(matrix[0, 1])
    size = round(height * sine + width * cosine), round(height * cosine + width * sine)
    matrix[:, 2] += (size[0] - width) / 2, (size[1] - height) / 2
    return np.asarray(cv2.warpAffine(plane, matrix, size, flags=cv2.INTER_CUBIC, borderValue=(border,)), np.uint8)
