"""One spelling for what looks alike: widths, operators, dashes, quotes, spaces. Folding twice changes nothing."""

import re
import tomllib
import unicodedata
from pathlib import Path

with Path(__file__).with_name("lookalikes.toml").open("rb") as file:
    TABLE = tomllib.load(file)

LIMIT = 2000  # Longer texts are prose; the figure of a target stands in its first lines.
PASSES = 8
ENUMERATORS = {code: ";" for first, last in TABLE["enumerators"][";"] for code in range(ord(first), ord(last) + 1)}
PROTECTED = {ord(character): "^" for character in TABLE["protected"]["^"]}
KEPT = PROTECTED | ENUMERATORS
LOOKALIKES = {ord(character): plain for plain, typed in TABLE["characters"].items() for character in typed}
SEQUENCES = re.compile("|".join(map(re.escape, TABLE["sequences"])))

INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
SPACE = re.compile(r"(?<=[0-9])\s+(?=[0-9])|(\s+)")
SIGNS = re.compile(r"[<>=]{2,}")
BOOK_MARKS = re.compile(r"([《〈])(?==?[0-9*|])|([》〉])(?==?[0-9*|])")
SQUARE = re.compile(r"(?<![A-Za-z])([kh]?)m([23])(?![A-Za-z0-9])")
SQUARES = {"m2": "㎡", "km2": "㎢", "m3": "㎥"}
YUAN = re.compile(r"¥([0-9][0-9,.]*[千万亿]?)元?(?![%‰0-9,.])")
FORMULA = re.compile(r"^\$([^$]*)\$$")


def fold(text: str) -> str:
    """Give `text` in the one spelling that the grammar knows. Spaces stay only between two digits."""
    folded = text[:LIMIT]
    for _ in range(PASSES):
        before, folded = folded, fold_once(folded)
        if folded == before:
            break
    return folded


def fold_once(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", INVISIBLE.sub("", text).translate(KEPT))
        text = fold_book_marks(text)
    text = SPACE.sub(lambda match: "" if match[1] else " ", INVISIBLE.sub("", text).translate(LOOKALIKES))
    text = SEQUENCES.sub(lambda match: TABLE["sequences"][match[0]], FORMULA.sub(r"\1", text))
    text = SQUARE.sub(lambda match: SQUARES.get(match[0], match[0]), SIGNS.sub(one_sign, text))
    return YUAN.sub(r"\1元", text)


def one_sign(match: re.Match[str]) -> str:
    """Signs that were typed one after another: =>, >=, == and ≥= each mean one operator."""
    signs = set(match[0])
    return match[0] if {"<", ">"} <= signs else "".join(sorted(signs, key="<>=".index))


def fold_book_marks(text: str) -> str:
    """《 and 》 are typed for ≤ and ≥ where they stand before a figure and no title is quoted: 》95%."""
    quoted = ("《" in text and "》" in text) or ("〈" in text and "〉" in text)
    return text if quoted else BOOK_MARKS.sub(lambda match: "<=" if match[1] else ">=", text)
