"""The signs of print in Chinese sentences: our own are typed with the half-width signs of the keyboard."""

import re
from functools import lru_cache

CHINESE = re.compile(r"[\u3400-\u9fff\u3001-\u3011]")
LATIN = re.compile(r"[A-Za-z]")
WIDE = dict(zip(",:;?!()", "\uff0c\uff1a\uff1b\uff1f\uff01\uff08\uff09", strict=True))
# What keeps its signs: operands, code, addresses and targets of links, tags, names of icons.
KEPT = re.compile(
    r"\{\{|\}\}|\{[^{}]*\}|`[^`]*`|(?<=\])\([^()]*\)|</?[a-z][^<>]*>|[a-z0-9]+://[\w./:?=&%*-]+|:[a-z_]+/[\w]+:|&\w+;"
    r"|!(?=\[)",
    re.I,
)
OPERAND = "\uffff"  # stands for what is kept while neighbours are looked at; no text holds it


@lru_cache(maxsize=4096)
def printed(text: str) -> str:
    """A Chinese sentence of ours with full-width signs, before its operands are put in.

    Signs between two letters or figures stay (12:30, 1,240), and so do those of a text in Latin letters alone.
    """
    kept, plain = KEPT.findall(text), KEPT.sub(OPERAND, text)
    if LATIN.search(plain) and not CHINESE.search(plain):
        return text
    wide = brackets(plain) | {at for at, sign in enumerate(plain) if sign in ",:;?!" and is_ours(plain, at)}
    signs = "".join(WIDE[sign] if at in wide else sign for at, sign in enumerate(plain) if not is_gap(plain, at, wide))
    parts = signs.split(OPERAND)
    return "".join(part + (kept[at] if at < len(kept) else "") for at, part in enumerate(parts))


def is_ours(plain: str, at: int) -> bool:
    """A sign of the sentence: not one inside a figure, a time or a name."""
    before, after = plain[at - 1 : at], plain[at + 1 : at + 2]
    if not before:
        return plain[at] in ",:;"
    if is_latin(before) and is_latin(after):
        return False
    return not (is_latin(before) and after == " " and is_latin(plain[at + 2 : at + 3]))


def is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isprintable() and not sign.isspace() and sign not in "()%\"'"


def brackets(plain: str) -> set[int]:
    """Where the brackets stand that belong to the sentence, in pairs: not those of max(a, b)."""
    found: set[int] = set()
    opened: list[int] = []
    for at, sign in enumerate(plain):
        if sign == "(":
            opened.append(at)
        elif sign == ")" and opened:
            start = opened.pop()
            inside = plain[start + 1 : at]
            if not (inside.isascii() and is_latin(plain[start - 1 : start] or " ")):
                found |= {start, at}
    return found


def is_gap(plain: str, at: int, wide: set[int]) -> bool:
    """A space beside a sign that is wide by itself."""
    return plain[at] == " " and (at - 1 in wide or at + 1 in wide)
