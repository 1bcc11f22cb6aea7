"""What stands beside the form: for each row its marks and its recomputed score, for each cell its frame. Pure."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from analytics.places import Map, Spot
from pages.form.found import WEIGHTS, Found
from pages.form.links import Way
from pages.form.margin import doubt_pin, finding_pins, score_pin
from pages.form.sums import Sums
from pages.shared.table import Table

CELLS = ("cell", "target_cell", "actual_cell", "score_cell")
Doubts = Sequence[tuple[str, str]]  # place and sentence


@dataclass(frozen=True, slots=True)
class Notes:
    """HTML by row and by cell of the table as read; `repaired` says what counts instead of what was filed in a cell,
    `whole` is for what concerns no single row.
    """

    left: Mapping[int, str] = field(default_factory=dict)
    right: Mapping[int, str] = field(default_factory=dict)
    cells: Mapping[Spot, str] = field(default_factory=dict)
    frames: Mapping[Spot, str] = field(default_factory=dict)
    rows: Mapping[int, str] = field(default_factory=dict)
    repaired: Mapping[Spot, str] = field(default_factory=dict)
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in a form, and what the reader looks at: the finding `now`, or the line `picked`."""

    found: Sequence[Found]
    doubts: Doubts
    lines: Table
    workings: Mapping[int, str]
    sums: Sums
    now: Found | None
    picked: int | None


def notes(reading: Reading, way: Way, where: Map) -> Notes:
    """Sort everything that was found to the rows and cells of the form."""
    by_row, by_cell = _sorted(reading.found, where)
    doubtful = {place: sentence for place, sentence in reading.doubts if where.row(place) is not None}
    left = {row: finding_pins(ones, way, reading.now) for row, ones in by_row.items() if row is not None}
    return Notes(
        left=_with_doubts(left, doubtful, where),
        right=_scores(reading, way, where),
        cells=_pins(reading, by_cell, doubtful, where, way),
        frames=_frames(reading, by_cell, doubtful, where),
        rows=_rows(reading, where),
        whole=finding_pins(by_row.get(None, []), way, reading.now),
    )


def _sorted(found: Sequence[Found], where: Map) -> tuple[dict[int | None, list[Found]], dict[Spot, list[Found]]]:
    by_row: dict[int | None, list[Found]] = defaultdict(list)
    by_cell: dict[Spot, list[Found]] = defaultdict(list)
    for one in found:
        by_row[where.row(one.cell)].append(one)
        if spot := where.spot(one.cell):
            by_cell[spot].append(one)
    return by_row, by_cell


def _with_doubts(left: dict[int, str], doubtful: Mapping[str, str], where: Map) -> dict[int, str]:
    for place, sentence in doubtful.items():
        row = where.row(place)
        if row is not None:
            left[row] = left.get(row, "") + doubt_pin(sentence)
    return left


def _scores(reading: Reading, way: Way, where: Map) -> dict[int, str]:
    """The recomputed scores by row; lines that share a row stand below each other."""
    result: dict[int, str] = {}
    for line in reading.lines.each():
        row = where.row(line.value("score_cell") or line.value("cell"))
        if row is not None:
            told = reading.workings.get(line.value("n"), "")
            result[row] = result.get(row, "") + score_pin(line, told, way, reading.picked)
    for place, mark in reading.sums:
        row = where.row(place)
        if row is not None:
            result[row] = result.get(row, "") + mark
    return result


def _pins(
    reading: Reading, by_cell: Mapping[Spot, Sequence[Found]], doubtful: Mapping[str, str], where: Map, way: Way
) -> dict[Spot, str]:
    pins = {spot: finding_pins(ones, way, reading.now, again=True) for spot, ones in by_cell.items()}
    for place, sentence in doubtful.items():
        if spot := where.spot(place):
            pins[spot] = pins.get(spot, "") + doubt_pin(sentence, again=True)
    return pins


def _signs(by_cell: Mapping[Spot, Sequence[Found]], doubtful: Mapping[str, str], where: Map) -> dict[Spot, str]:
    """The worst severity in each cell, as a code."""
    signs = {spot: "doubt" for place in doubtful if (spot := where.spot(place))}
    return signs | {spot: min((one.severity for one in ones), key=WEIGHTS.index) for spot, ones in by_cell.items()}


def _frames(
    reading: Reading, by_cell: Mapping[Spot, Sequence[Found]], doubtful: Mapping[str, str], where: Map
) -> dict[Spot, str]:
    """The classes of each cell that is not plain: its finding or doubt, and what the reader looks at."""
    frames = _signs(by_cell, doubtful, where)
    for place in _operands(reading):
        if spot := where.spot(place):
            frames[spot] = f"{frames.get(spot, '')} here".strip()
    if reading.now and (spot := where.spot(reading.now.cell)):
        frames[spot] = f"{frames.get(spot, '').removesuffix(' here')} now".strip()
    return frames


def _operands(reading: Reading) -> list[str]:
    """The cells of the line that the reader looks at."""
    if reading.picked is None:
        return []
    rows = reading.lines.narrowed(n=reading.picked).only(*CELLS).rows
    return [cell for row in rows for cell in row if cell]


def _rows(reading: Reading, where: Map) -> dict[int, str]:
    """The row that the reader looks at: it keeps its mark where the cell itself is not drawn."""
    row = where.row(reading.now.cell) if reading.now else None
    return {} if row is None else {row: "at"}
