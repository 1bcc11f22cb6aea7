"""The form redrawn as it was filed: cells joined, doubtful ones framed, marks in the margin. Pure."""

from collections.abc import Mapping, Sequence
from html import escape

from analytics.places import Spot
from data.documents import Cell
from pages.form.notes import Notes
from pages.shared.labels import place_name
from pages.shared.language import t

ROWS, COLUMNS = 400, 60  # as much of a form as is drawn
SHORT = 14  # a text of so many characters stands in the middle of its cell, as in the forms
WIDE = 9  # from so many columns on a form is printed across the paper


def grid(cells: Sequence[Cell], notes: Notes, title: str) -> str:
    """The rows that the form fills, as filed; findings on the left, recomputed scores on the right."""
    if not cells:
        return ""
    top = cells[0].row
    height = min(max(cell.row for cell in cells) - top + 1, ROWS)
    width = min(max(cell.column for cell in cells) + 1, COLUMNS)
    starts = {(cell.row, cell.column): cell for cell in cells if cell.row < top + height and cell.column < width}
    covered = joined(starts, top + height, width)
    body = "".join(_row(row, width, starts, covered, notes) for row in range(top, top + height))
    kind = "jx-paper jx-wide" if width >= WIDE else "jx-paper"
    return f'<table class="{kind}">{_head(title, width, notes)}<tbody>{body}</tbody></table>'


def _head(title: str, width: int, notes: Notes) -> str:
    """What the margins hold, and the form's name: repeated on every printed page."""
    left, right = t("发现"), t("复算")
    whole = t("整张表:") if notes.whole else ""
    marks = f'<div class="jx-whole">{escape(whole)}{notes.whole}</div>' if notes.whole else ""
    return (
        f'<thead><tr><th class="jx-margin" scope="col">{escape(left)}</th><th colspan="{width}">{escape(title)}'
        f'{marks}</th><th class="jx-margin" scope="col">{escape(right)}</th></tr></thead>'
    )


def joined(starts: Mapping[Spot, Cell], bottom: int, width: int) -> set[Spot]:
    """The spots under joined cells, inside what is drawn: a file may claim a million rows."""
    covered: set[Spot] = set()
    for (row, column), cell in starts.items():
        if (row, column) not in covered:
            rows = range(row, min(row + cell.row_span, bottom))
            columns = range(column, min(column + cell.column_span, width))
            covered |= {(at, beside) for at in rows for beside in columns} - {(row, column)}
    return covered


def _row(row: int, width: int, starts: Mapping[Spot, Cell], covered: set[Spot], notes: Notes) -> str:
    """One row with its margins; nothing for an empty one, and a lone text (a title, a note) takes the whole row."""
    free = [column for column in range(width) if (row, column) not in covered]
    filled = [column for column in free if (row, column) in starts]
    if len(free) == width and len(filled) < 2:
        if not filled:
            return ""
        inner = _cell((row, filled[0]), starts, notes, width)
    else:
        inner = "".join(_cell((row, column), starts, notes) for column in free)
    kind = f' class="{notes.rows[row]}"' if row in notes.rows else ""
    return f"<tr{kind}>{_margin('left', notes.left.get(row))}{inner}{_margin('right', notes.right.get(row))}</tr>"


def _margin(side: str, marks: str | None) -> str:
    return f'<td class="jx-margin {side}">{marks or ""}</td>'


def _cell(spot: Spot, starts: Mapping[Spot, Cell], notes: Notes, across: int = 0) -> str:
    cell = starts.get(spot)
    text = cell.text if cell else ""
    down, wide = (min(cell.row_span, ROWS), min(cell.column_span, COLUMNS)) if cell else (1, 1)
    given = {
        "class": f"{'mid' if len(text) <= SHORT else ''} {notes.frames.get(spot, '')}".strip(),
        "rowspan": str(down) if down > 1 else "",
        "colspan": str(across or wide) if across or wide > 1 else "",
        "title": place_name(cell.place) if cell else "",
    }
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in given.items() if value)
    return f"<td{attributes}>{_text(text, notes.repaired.get(spot))}{notes.cells.get(spot, '')}</td>"


def _text(filed: str, counts: str | None) -> str:
    """What was filed; put right by hand, it is struck out and what counts stands behind it."""
    if counts is None or counts == filed:
        return escape(filed)
    return f"<del>{escape(filed)}</del> <ins>{escape(counts)}</ins>"
