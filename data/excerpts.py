"""Two long texts that differ: the part in which they do, with a little of what stands around it. Pure."""

from itertools import takewhile

SHORT = 60  # characters; a text up to here is given whole
AROUND = 12  # characters before and after the part that differs
CUT = "…"


def excerpts(old: str | None, new: str | None) -> tuple[str | None, str | None]:
    """Both texts as they are where one is short or blank; else cut down to what differs."""
    if not old or not new or min(len(old), len(new)) <= SHORT:
        return old, new
    start = max(common(old, new) - AROUND, 0)
    rest = old[start:], new[start:]
    same = common(rest[0][::-1], rest[1][::-1])
    return excerpt(rest[0], start, same), excerpt(rest[1], start, same)


def common(one: str, other: str) -> int:
    """How many characters both texts begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def excerpt(rest: str, start: int, same: int) -> str:
    """`rest` begins at `start` of the text; its last `same` characters are those of the other one too."""
    end = len(rest) - max(same - AROUND, 0)
    return CUT * (start > 0) + rest[:end] + CUT * (end < len(rest))
