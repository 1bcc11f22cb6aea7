"""The records of an old workbook, and the strings in them, which may run on into the next record."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

BOF, EOF, CONTINUE = 0x0809, 0x000A, 0x003C
CODEPAGE, DATEMODE, FILEPASS, FORMAT, XF, BOUNDSHEET, SST = 0x0042, 0x0022, 0x002F, 0x041E, 0x00E0, 0x0085, 0x00FC
NUMBER, RK, MULRK, LABEL, RSTRING, LABELSST, BOOLERR = 0x0203, 0x027E, 0x00BD, 0x0204, 0x00D6, 0x00FD, 0x0205
FORMULA, STRING, MERGED = 0x0006, 0x0207, 0x00E5
WIDE, PHONETIC, RICH = 1, 4, 8
ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
# The encodings of the versions before Unicode; a Chinese Windows writes 936.
ENCODINGS = {936: "gb18030", 950: "cp950", 1252: "cp1252", 1200: "utf-16-le", 932: "cp932", 65001: "utf-8"}


@dataclass(frozen=True, slots=True)
class Record:
    """One record with the parts that continue it."""

    kind: int
    parts: tuple[bytes, ...]

    @property
    def body(self) -> bytes:
        return self.parts[0]


def records(stream: bytes, start: int) -> Iterator[Record]:
    """The records from `start` to the end of their part; what is embedded in it, such as charts, is passed over.

    Raises struct.error where the stream ends before its part does, ValueError where no part begins.
    """
    if struct.unpack_from("<H", stream, start)[0] != BOF:
        raise ValueError
    depth = 0
    kept: tuple[int, list[bytes]] | None = None
    while True:
        kind, length = struct.unpack_from("<HH", stream, start)
        body = stream[start + 4 : start + 4 + length]
        if len(body) < length:
            raise struct.error
        start += 4 + length
        if kind == CONTINUE and kept:
            kept[1].append(body)
            continue
        if kept and depth == 1:
            yield Record(kept[0], tuple(kept[1]))
        depth += (kind == BOF) - (kind == EOF)
        kept = (kind, [body])
        if depth <= 0:
            return


class Strings:
    """Reads strings one after another from a record and what continues it."""

    def __init__(self, parts: tuple[bytes, ...], offset: int = 0) -> None:
        self.parts = parts
        self.part = 0
        self.offset = offset

    def take(self, size: int) -> bytes:
        """The next `size` bytes, wherever they lie."""
        taken = b""
        while size > 0:
            self.turn()
            piece = self.parts[self.part][self.offset : self.offset + size]
            taken += piece
            self.offset += len(piece)
            size -= len(piece)
        return taken

    def turn(self) -> bool:
        """Go on to the next part when this one is used up. Raises IndexError after the last."""
        turned = False
        while self.offset >= len(self.parts[self.part]):
            self.part, self.offset, turned = self.part + 1, 0, True
        return turned

    def string(self, length_bytes: int = 2) -> str:
        """One Unicode string: its length, its flags, its characters, and what is said about them."""
        length = int.from_bytes(self.take(length_bytes), "little")
        flags = self.take(1)[0]
        runs = int.from_bytes(self.take(2), "little") if flags & RICH else 0
        guide = int.from_bytes(self.take(4), "little") if flags & PHONETIC else 0
        text = self.characters(length, flags & WIDE)
        self.skip(runs * 4 + guide)
        return text

    def skip(self, size: int) -> None:
        while size > 0:
            self.turn()
            step = min(size, len(self.parts[self.part]) - self.offset)
            self.offset += step
            size -= step

    def characters(self, length: int, wide: int) -> str:
        """A part that continues a string begins with the flags anew, and may change the width of a character."""
        pieces: list[str] = []
        while length > 0:
            if self.turn():
                wide = self.parts[self.part][0] & WIDE
                self.offset = 1
                continue
            size = 2 if wide else 1
            count = min(length, (len(self.parts[self.part]) - self.offset) // size)
            if not count:
                raise IndexError
            raw = self.parts[self.part][self.offset : self.offset + count * size]
            pieces.append(raw.decode("utf-16-le", errors="replace") if wide else raw.decode("latin-1"))
            self.offset += count * size
            length -= count
        return "".join(pieces)


def rk_number(code: int) -> float:
    """A figure in 30 bits: a whole number or the head of a double, and perhaps a hundredfold."""
    if code & 2:
        number = float((code - (1 << 32) if code & (1 << 31) else code) >> 2)
    else:
        number = float(struct.unpack("<d", struct.pack("<Q", (code & 0xFFFFFFFC) << 32))[0])
    return number / 100 if code & 1 else number
