"""Plain text: one table, columns separated by tabs, or by commas or semicolons when it is clearly such a file, or drawn
with upright lines."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator

from data.documents import Cell, Table
from data.errors import DamagedFile, EmptyFile
from data.readers.faults import BAD_ENCODING
from data.readers.limits import CELLS, TEXT_BYTES
from data.readers.recognise import is_known_binary

# Excel puts quotes around a cell that holds a line break when it is copied as text.
QUOTED_CELL = re.compile(r'(^|\t)"((?:[^"]|"")*\n(?:[^"]|"")*)"(?=\t|$)', re.M)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
BREAK = "\ue000"  # stands for a line break inside a cell while lines are counted
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
ENCODINGS = ("utf-8-sig", "gb18030")
ROWS_OF_CSV = 4
COLUMNS_OF_CSV = 4
DRAWN_ROW = re.compile(r"\s*[|│┃].*[|│┃]\s*")
UPRIGHT = re.compile(r"[|│┃]")
RULE = re.compile(r"[\s|│┃+\-=:─━┌┐└┘├┤┬┴┼]+")
SEPARATORS = (",", ";")  # Excel writes the second where the first is the decimal sign


def is_text(content: bytes) -> bool:
    """The bytes are text in one of the encodings in use, and no known format."""
    if is_known_binary(content):
        return False
    if content.startswith(UTF16):
        return True
    sample = decoded(content)
    return sample is not None and not CONTROL.search(sample)


def read_text(name: str, content: bytes) -> tuple[Table, ...]:
    """One table without a name; a cell's place is its line and column, counted from 1."""
    TEXT_BYTES.check(name, len(content))
    text = decoded(content)
    if text is None:
        raise DamagedFile(name, reason=BAD_ENCODING)
    if not text.strip():
        raise EmptyFile(name)
    cells = tuple(
        cell_of(line, column, part)
        for line, parts in rows_of(text)
        for column, part in enumerate(parts)
        if part.strip()
    )
    CELLS.check(name, len(cells))
    return (Table("", cells),)


def decoded(content: bytes) -> str | None:
    """Strict UTF-8, then GB 18030; UTF-16 only with its byte order mark. None when it is neither."""
    for encoding in ("utf-16",) if content.startswith(UTF16) else ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def cell_of(line: int, column: int, text: str) -> Cell:
    return Cell(line - 1, column, text.strip(), f"第{line}行第{column + 1}列")


def rows_of(text: str) -> Iterator[tuple[int, list[str]]]:
    """(line number from 1, columns)."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if is_drawn(text):
        yield from drawn_rows(text)
        return
    separator = next((sign for sign in SEPARATORS if is_separated(text, sign)), None)
    if separator is not None:
        yield from separated_rows(text, separator)
        return
    line = 1
    for row in QUOTED_CELL.sub(unquoted, text).split("\n"):
        yield line, row.replace(BREAK, "\n").split("\t")
        line += 1 + row.count(BREAK)


def is_drawn(text: str) -> bool:
    return "\t" not in text and sum(len(row) >= COLUMNS_OF_CSV for _, row in drawn_rows(text)) >= ROWS_OF_CSV


def drawn_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The columns between upright lines; a line without them is one cell, a ruled one is none."""
    for number, line in enumerate(text.split("\n"), 1):
        if RULE.fullmatch(line):
            continue
        yield number, UPRIGHT.split(line.strip())[1:-1] if DRAWN_ROW.fullmatch(line) else [line]


def unquoted(cell: re.Match[str]) -> str:
    return cell[1] + cell[2].replace('""', '"').replace("\n", BREAK)


def separated_rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator)
    line = 1
    for row in reader:
        yield line, row
        line = reader.line_num + 1


def is_separated(text: str, separator: str) -> bool:
    """No tab anywhere, and nearly all rows have the same number of columns; or some do, most have several and some
    leave cells blank, as sentences never do."""
    if "\t" in text or text.count(separator) < ROWS_OF_CSV * COLUMNS_OF_CSV:
        return False
    try:
        read = [row for row in csv.reader(text.splitlines(keepends=True), delimiter=separator) if any(row)]
    except csv.Error:
        return False
    widths = Counter(map(len, read))
    width, rows = max(widths.items(), key=lambda item: item[1])
    several = sum(len(row) >= COLUMNS_OF_CSV for row in read)
    is_ragged = several >= 0.6 * len(read) and any("" in row for row in read)
    return width >= COLUMNS_OF_CSV and rows >= ROWS_OF_CSV and (rows >= 0.8 * len(read) or is_ragged)
