"""Files broken at random, always the same for the same seed: in their bytes, or inside one of their parts."""

import io
import random
import zipfile
from pathlib import Path

from tests.data.readers.workbooks import packed

PROJECT = Path(__file__).parents[3]
DOCUMENTS = PROJECT / "tests" / "documents"
SOURCES = {suffix: DOCUMENTS / f"yanchi-2022.{suffix}" for suffix in ("xlsx", "xls", "ods", "docx", "html", "pdf")}
SOURCES["txt"] = PROJECT / "data" / "samples" / "yanchi-2022.txt"
HOSTILE = (
    b"\0",
    b"\xff" * 8,
    b"<",
    b">",
    b"&",
    b'"',
    b"</",
    b"99999999999",
    b"-1",
    b"%",
    "绩效".encode(),
    b"1e308",
    b"NaN",
)


def mutated(suffix: str, seed: int) -> bytes:
    """One broken file of a format."""
    chance = random.Random(f"{suffix} {seed}")
    content = SOURCES[suffix].read_bytes()
    if content.startswith(b"PK") and chance.random() < 0.7:
        return with_broken_part(content, chance)
    return broken(content, chance)


def with_broken_part(content: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([name for name, part in parts.items() if part])
    return packed(parts | {name: broken(parts[name], chance)})


def broken(content: bytes, chance: random.Random) -> bytes:
    """Bits flipped, pieces cut out, doubled, overwritten or put in, or the end cut off."""
    found = bytearray(content)
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        start = chance.randrange(max(len(found), 1))
        length = chance.choice([1, 4, 30, 400])
        way = chance.randrange(6)
        if way == 0 and found:
            found[start] ^= 1 << chance.randrange(8)
        elif way == 1:
            del found[start : start + length]
        elif way == 2:
            found[start:start] = found[start : start + length]
        elif way == 3:
            found[start : start + 8] = chance.choice(HOSTILE)
        elif way == 4:
            found[start:start] = chance.choice(HOSTILE)
        elif chance.random() < 0.2:
            del found[start:]
    return bytes(found)
