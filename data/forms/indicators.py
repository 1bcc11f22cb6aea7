"""The indicator block: one record per line, read by the roles of its cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from data.documents import Cell
from data.forms.align import Reading, read_row
from data.forms.amounts import is_blank
from data.forms.amounts import points as amount
from data.forms.cells import Figures
from data.forms.fit import kind_of
from data.forms.folding import bare, closed, fold, is_dash, tidy
from data.forms.headers import Column, bind_indicators, is_block_label, is_indicator_header
from data.forms.joined import divided
from data.forms.layouts import synonyms
from data.forms.levels import Carry, LevelCells, Levels, declared_points
from data.forms.region import ATTACHMENT, Row, is_title
from data.forms.spans import Spans, unscored
from data.records import Indicator
from data.values import read_pair

NUMBERED = re.compile(
    r"[★☆▲①-⑳\s]*(?:指标\s*(?:\d{1,2}(?![\d%\uff05]|\.\d)|[一二三四五六七八九十]{1,2})\s*[:\uff1a.\uff0e、]?\s*)?[★☆▲\s]*"
)
PAGE_NUMBER = re.compile(r"[-—\s]*\d{1,3}[-—\s]*|[-—\s]*第\s*\d+\s*页.*")
# A note of three letters or more, as in %(百分比); 台(套) is the unit itself.
UNIT_NOTE = re.compile(r"[(\uff08][^()\uff08\uff09]{3,}[)\uff09]$")
QUALITATIVE = ("定性", "定性指标", "文字描述", "定性描述")
REVERSE = ("反向", "逆向", "负向", "反向指标", "逆向指标", "负向指标")
NO_OPERATOR = frozenset((*QUALITATIVE, "定量", "定量指标", "正向", "正向指标", *REVERSE))
IN_BRACKETS = re.compile(r"\s*[(\uff08][一二三四五六七八九十\d]{1,2}[)\uff09]")
ACROSS = 4  # columns, from which on a cell is no column's
LABELS = frozenset({"level", "level1", "level2"})
# What may stand alone in its row: a label, the name of a line without values, a filler.
STANDING = frozenset({"level", "level1", "level2", "bracket", "named", "dash"})
ERRING = frozenset({"target", "actual"})
VALUES = ("direction", "operator", "target", "unit", "actual")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the block with a role for each of its cells."""

    row: Row
    cells: dict[str, Cell]
    reading: Reading

    @property
    def level_cells(self) -> LevelCells:
        level1, level2, points = (self.cells.get(role) for role in ("level1", "level2", "level_points"))
        return self.row[0].row, level1, level2, points


def block_lines(rows: Sequence[Row], columns: tuple[Column, ...], figures: Figures) -> Iterator[Line]:
    """The rows of the block that are neither header, page number nor label, aligned to the columns."""
    for row in rows:
        if is_indicator_header(row):
            # The header is repeated on a new page.
            columns = bind_indicators([row])
            figures.ledger.read(*row)
            continue
        labels = [cell for cell in row if is_block_label(cell) or is_page_mark(row)]
        figures.ledger.read(*labels)
        cells = tuple(cell for cell in row if cell not in labels and cell.text)
        if cells:
            reading = level_row(cells, columns) or read_row(cells, columns)
            yield Line(cells, divided(reading.cells(cells)), reading)


def level_row(row: Row, columns: tuple[Column, ...]) -> Reading | None:
    """A level in a row of its own above its lines, where the header has no column for it."""
    level = level_alone(row[0].text) if len(row) == 1 else None
    return Reading((level,), 0.0) if level and all(column.role != level for column in columns) else None


def level_alone(text: str) -> str | None:
    """Which level a heading names: of 成本指标, which may be either, (四)成本指标 is the second."""
    kind = kind_of(text)
    if kind == "level":
        return "level2" if IN_BRACKETS.match(text) else "level1"
    return kind if kind in ("level1", "level2") else None


def is_page_mark(row: Row) -> bool:
    text = row[0].text.strip()
    return len(row) == 1 and bool(PAGE_NUMBER.fullmatch(text) or ATTACHMENT.fullmatch(text) or is_title(text))


def read_indicators(
    rows: Sequence[Row], columns: tuple[Column, ...], figures: Figures, year: int | None
) -> tuple[Indicator, ...]:
    """All indicators of a form in their order, numbered from 1."""
    lines = list(block_lines(rows, columns, figures))
    carry = Carry(declared_points(line.level_cells for line in lines if not is_stray(line)))
    spans, last_row = Spans(figures.ledger), None
    found: list[Indicator] = []
    for slipped in lines:
        row = slipped.row[0].row
        line = replace(slipped, cells=spans.with_target(slipped.cells, row))
        before = found[-1] if found and not is_stray(line) else None
        if (whole := spans.joined(before, last_row, line.cells, row)) is not None:
            found[-1] = whole
        elif (read := read_line(line, carry, figures, len(found) + 1, year)) is not None:
            found.append(replace(read, reason=sentence_of(spans.reason_of(line.cells, row))))
            if (first := spans.sharing(line.cells, row, len(found) - 1)) is not None:
                found[first] = unscored(found[first])
        last_row = row
    return tuple(found)


def read_line(line: Line, carry: Carry, figures: Figures, n: int, year: int | None) -> Indicator | None:
    """The indicator of one line; None where the line holds labels alone."""
    ledger = figures.ledger
    if is_stray(line):
        return None
    levels = carry.next(*line.level_cells)
    ledger.read(*line.level_cells[1:])
    note_left_over(line, figures)
    if is_filler(line):
        ledger.read(*line.cells.values())
        return None
    if is_heading(line):
        ledger.read(*(cell for cell in line.row if kind_of(cell.text) in LABELS))
        for role in ("points", "score"):
            if role in line.cells:
                ledger.issue("not_recorded", line.cells[role])
        return None
    if line.reading.doubtful:
        ledger.issue("doubtful_row", line.row[0])
    return indicator(line, levels, figures, n, year)


def is_stray(line: Line) -> bool:
    """A sentence outside of the table, alone or behind its label, not a line that lost its values: it stands in no
    column of its own."""
    first = line.row[0]
    is_alone = len(line.row) == 1 and kind_of(first.text) not in STANDING
    is_noted = len(line.row) == 2 and line.row[1].column_span >= ACROSS and kind_of(first.text) not in STANDING
    return is_noted or (is_alone and (line.reading.cost > 0 or first.column_span >= ACROSS))


def note_left_over(line: Line, figures: Figures) -> None:
    """A label that is printed twice is a label; a column that no record keeps is said so."""
    for role, cell in zip(line.reading.roles, line.row, strict=False):
        if role is None and kind_of(cell.text) in ("level", "level1", "level2", "dash"):
            figures.ledger.read(cell)
    for cell in line.reading.others(line.row):
        figures.ledger.issue("not_recorded", cell)


def is_filler(line: Line) -> bool:
    """No value at all but points of 0, and a name that is only the template's: 指标2: or ……"""
    values = (line.cells[role] for role in (*VALUES, "points", "score", "reason") if role in line.cells)
    return all(is_blank(cell.text) or is_none(cell.text) for cell in values) and (
        "name" not in line.cells or is_empty_name(line.cells["name"].text)
    )


def is_none(text: str) -> bool:
    """不适用, or points of 0."""
    found = amount(text)
    return fold(text) in synonyms().fillers if found is None else found[0] == 0


def is_heading(line: Line) -> bool:
    """A level with the sums of its lines and nothing else: these points are counted with the lines."""
    name = line.cells.get("name")
    kinds = {kind_of(cell.text) for cell in line.row}
    is_named = name is not None and kind_of(name.text) not in LABELS
    return bool(kinds & LABELS) and not is_named and not set(VALUES) & set(line.cells)


def is_empty_name(text: str) -> bool:
    return (
        is_dash(text)
        or (fold(text) in synonyms().fillers and len(text) < 8)
        or (not bare(NUMBERED.sub("", text, count=1)) and len(text) < 8)
    )


def indicator(line: Line, levels: Levels, figures: Figures, n: int, year: int | None) -> Indicator:
    cells = line.cells
    figures.ledger.read(*(cells.get(role) for role in ("name", *VALUES, "method", "reason")))
    cells = {role: cell for role, cell in cells.items() if not (role in ERRING and failed(cell, figures))}
    name, target, actual = name_of(cells.get("name")), target_of(cells), value_of(cells.get("actual"))
    target_value, actual_value = read_pair(target, actual, name, year, is_reverse(cells))
    points, _ = figures.points(cells.get("points"))
    score, step = figures.points(cells.get("score"))
    return Indicator(
        n=n,
        level1=levels.level1,
        level1_points=levels.level1_points,
        level2=levels.level2,
        name=name,
        target=target,
        actual=actual,
        target_value=target_value,
        actual_value=actual_value,
        points=points,
        filed_score=score,
        filed_score_step=step,
        method=sentence_of(cells.get("method")),
        reason=None,
        cell=cells.get("name", line.row[0]).place,
        target_cell=place_of(cells.get("target")),
        actual_cell=place_of(cells.get("actual")),
        score_cell=place_of(cells.get("score")),
    )


def failed(cell: Cell, figures: Figures) -> bool:
    """What Excel shows where a formula failed (#REF!) is no value; it is said instead."""
    if kind_of(cell.text) != "error":
        return False
    figures.ledger.issue("unreadable_figure", cell)
    return True


def name_of(cell: Cell | None) -> str | None:
    """The name without 指标N: and ★; None for what only the template wrote."""
    return None if cell is None or is_dash(cell.text) else tidy(NUMBERED.sub("", cell.text, count=1)) or None


def value_of(cell: Cell | None) -> str | None:
    return None if cell is None else closed(cell.text) or None


def target_of(cells: dict[str, Cell]) -> str | None:
    """The target; where it stands in three cells, operator + value + unit. A part that is printed twice counts once."""
    value = value_of(cells.get("target"))
    # 指标方向 holds 正向 and 反向, or the operator itself.
    operator = part_of(cells.get("operator")) or part_of(cells.get("direction"))
    unit = part_of(cells.get("unit"))
    unit = UNIT_NOTE.sub("", unit) or unit
    if value is None or is_dash(value):
        return value
    return ("" if value.startswith(operator) else operator) + value + ("" if value.endswith(unit) else unit)


def is_reverse(cells: dict[str, Cell]) -> bool:
    """Whether 指标方向 or 指标性质 says that less is better."""
    return any(role in cells and closed(cells[role].text) in REVERSE for role in ("direction", "operator"))


def part_of(cell: Cell | None) -> str:
    text = closed(cell.text) if cell is not None and not is_dash(cell.text) else ""
    return "" if text in NO_OPERATOR or text == "无" else text


def sentence_of(cell: Cell | None) -> str | None:
    return None if cell is None or is_dash(cell.text) else tidy(cell.text) or None


def place_of(cell: Cell | None) -> str | None:
    return None if cell is None else cell.place
