"""Excel 97-2003 and WPS workbooks (.xls, .et), read straight from their records: values, number formats, merges."""

import struct
from collections.abc import Iterator

from data.documents import Table
from data.errors import DamagedFile, PasswordProtected
from data.readers import biff
from data.readers.biff import Record, Strings, records, rk_number
from data.readers.faults import BROKEN_RECORDS, OldWorkbook
from data.readers.figures import BUILT_IN, NumberFormat, figure_text, number_format
from data.readers.limits import CELLS, MERGES, SHEETS
from data.readers.ole import SIGNATURE, Container, Entry
from data.readers.sheet import HIDDEN_MARK, Area, Found, with_spans

STREAMS = ("Workbook", "WORKBOOK", "Book", "BOOK")
BIFF8, BIFF5 = 0x0600, 0x0500
WORKSHEET = 0
BROKEN = (struct.error, IndexError, UnicodeDecodeError, LookupError, ValueError)


def is_old_workbook(content: bytes) -> bool:
    if not content.startswith(SIGNATURE):
        return False
    try:
        return workbook_stream(Container("", content)) is not None
    except DamagedFile:
        return False


def workbook_stream(container: Container) -> Entry | None:
    streams = container.streams()
    return next((streams[name] for name in STREAMS if name in streams), None)


def read_old_workbook(name: str, content: bytes) -> tuple[Table, ...]:
    """One table per sheet. Raises DamagedFile, PasswordProtected, LimitPassed; OldWorkbook for the oldest versions."""
    container = Container(name, content)
    entry = workbook_stream(container)
    if entry is None:
        raise DamagedFile(name, reason=BROKEN_RECORDS)
    try:
        return tuple(OldBook(name, container.read(entry)).tables())
    except BROKEN as error:
        raise DamagedFile(name, reason=BROKEN_RECORDS) from error


class OldBook:
    """What the sheets of one workbook share: strings, formats, calendar, encoding."""

    def __init__(self, name: str, stream: bytes) -> None:
        self.name = name
        self.stream = stream
        self.version = struct.unpack_from("<HHH", stream)[2]
        if self.version not in (BIFF8, BIFF5):
            raise OldWorkbook(name)
        self.encoding = "gb18030"
        self.from_1904 = False
        self.strings: list[str] = []
        self.sheets: list[tuple[str, int]] = []
        self.own: dict[int, str] = {}
        self.styles: list[int] = []
        self.cells_read = 0
        for record in records(stream, 0):
            self.take(record)
        self.formats = [number_format(self.own.get(style) or BUILT_IN.get(style, "")) for style in self.styles]
        SHEETS.check(name, len(self.sheets))

    def take(self, record: Record) -> None:
        """One record of the part that all sheets share."""
        body = record.body
        if record.kind == biff.FILEPASS:
            raise PasswordProtected(self.name)
        if record.kind == biff.CODEPAGE:
            self.encoding = biff.ENCODINGS.get(struct.unpack_from("<H", body)[0], "gb18030")
        elif record.kind == biff.DATEMODE:
            self.from_1904 = struct.unpack_from("<H", body)[0] == 1
        elif record.kind == biff.FORMAT:
            self.own[struct.unpack_from("<H", body)[0]] = self.text(record, 2, 2 if self.version == BIFF8 else 1)
        elif record.kind == biff.XF:
            self.styles.append(struct.unpack_from("<HH", body)[1])
        elif record.kind == biff.BOUNDSHEET:
            self.take_sheet(record)
        elif record.kind == biff.SST:
            self.take_strings(record)

    def take_sheet(self, record: Record) -> None:
        start, shown, kind = struct.unpack_from("<IBB", record.body)
        if kind == WORKSHEET:
            self.sheets.append((self.text(record, 6, 1) + HIDDEN_MARK * (shown & 3 != 0), start))

    def take_strings(self, record: Record) -> None:
        strings = Strings(record.parts, 8)
        # The count is not believed: there are as many strings as there are bytes for.
        for _ in range(struct.unpack_from("<I", record.body, 4)[0]):
            self.strings.append(strings.string())

    def text(self, record: Record, offset: int, length_bytes: int = 2) -> str:
        """A string inside a record, in the way of its version."""
        if self.version == BIFF8:
            return Strings(record.parts, offset).string(length_bytes)
        length = int.from_bytes(record.body[offset : offset + length_bytes], "little")
        start = offset + length_bytes
        return b"".join(record.parts)[start : start + length].decode(self.encoding, errors="replace")

    def tables(self) -> Iterator[Table]:
        for name, start in self.sheets:
            found: list[Found] = []
            merges: list[Area] = []
            self.read_sheet(start, found, merges)
            self.cells_read += len(found)
            found.sort(key=lambda cell: cell[:2])
            yield Table(name, tuple(with_spans(self.name, found, sorted(merges))))

    def read_sheet(self, start: int, found: list[Found], merges: list[Area]) -> None:
        waiting: tuple[int, int] | None = None  # a formula whose text stands in the next record
        for record in records(self.stream, start):
            if record.kind == biff.MERGED:
                merges += merged_areas(record.body)
                MERGES.check(self.name, len(merges))
            elif record.kind == biff.STRING and waiting is not None:
                found.append((*waiting, self.text(record, 0)))
                waiting = None
            elif record.kind == biff.FORMULA and is_text_result(record.body):
                waiting = struct.unpack_from("<HH", record.body)
            else:
                found += ((row, column, text) for row, column, raw in self.values(record) if (text := raw.strip()))
            CELLS.check(self.name, self.cells_read + len(found))

    def values(self, record: Record) -> Iterator[Found]:
        """The cells of one record."""
        kind, body = record.kind, record.body
        if kind == biff.MULRK:
            yield from self.figures_in_row(body)
            return
        if kind not in (biff.NUMBER, biff.RK, biff.LABEL, biff.RSTRING, biff.LABELSST, biff.BOOLERR, biff.FORMULA):
            return
        row, column, style = struct.unpack_from("<HHH", body)
        yield row, column, self.value_text(record, style)

    def value_text(self, record: Record, style: int) -> str:
        kind, body = record.kind, record.body
        if kind == biff.LABELSST:
            return self.strings[int(struct.unpack_from("<I", body, 6)[0])]
        if kind in (biff.LABEL, biff.RSTRING):
            return self.text(record, 6)
        if kind == biff.RK:
            return self.figure(rk_number(struct.unpack_from("<I", body, 6)[0]), style)
        if kind == biff.BOOLERR:
            return special_text(body[6], body[7])
        if kind == biff.FORMULA and body[12:14] == b"\xff\xff":
            return special_text(body[8], body[6] - 1) if body[6] in (1, 2) else ""
        (figure,) = struct.unpack_from("<d", body, 6)
        return self.figure(float(figure), style)

    def figures_in_row(self, body: bytes) -> Iterator[Found]:
        row, column = struct.unpack_from("<HH", body)
        for index in range((len(body) - 6) // 6):
            style, code = struct.unpack_from("<HI", body, 4 + 6 * index)
            yield row, column + index, self.figure(rk_number(code), style)

    def figure(self, figure: float, style: int) -> str:
        kind = self.formats[style] if style < len(self.formats) else NumberFormat()
        return figure_text(format(figure, ".17g"), kind, self.from_1904)


def is_text_result(body: bytes) -> bool:
    return body[12:14] == b"\xff\xff" and body[6] == 0


def special_text(value: int, is_error: int) -> str:
    if is_error:
        return biff.ERRORS.get(value, "#N/A")
    return "TRUE" if value else "FALSE"


def merged_areas(body: bytes) -> Iterator[Area]:
    for index in range(struct.unpack_from("<H", body)[0]):
        top, bottom, left, right = struct.unpack_from("<HHHH", body, 2 + 8 * index)
        yield min(top, bottom), min(left, right), max(top, bottom), max(left, right)
