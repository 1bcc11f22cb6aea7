"""Texts made comparable: a label folded to its bare letters, a value without the breaks of its cell."""

import re
import unicodedata
from functools import lru_cache

LONGEST_LABEL = 40
NO_LETTER = re.compile(r"[\W_]+")
BRACKETS = re.compile(r"[(\uff08【\[][^()\uff08\uff09【】\[\]]*[)\uff09】\]]")
NUMBERING = re.compile(
    r"^(其中[:\uff1a]?|[一二三四五六七八九十]+[、.\uff0e]|[(\uff08]?\d{1,2}[)\uff09、.\uff0e](?!\d))\s*"
)
NO_WIDTH = re.compile("[\u200b-\u200d\u2060\ufeff]")
DASHES = re.compile(r"[\s\-‐‑‒–—―─━一_/\uff0f\\|*…·]+")
BETWEEN_CHINESE = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])\s+(?=[\u3000-\u9fff\uff00-\uffef])")
SPACES = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]+")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The letters and digits of a label, widths folded: "年度 指标值(A)" → "年度指标值a"; "" for a sentence."""
    if len(text) > 2 * LONGEST_LABEL:
        return ""
    letters = NO_LETTER.sub("", unicodedata.normalize("NFKC", text)).lower()
    return letters if len(letters) <= LONGEST_LABEL else ""


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """As `fold`, without brackets and numbering: "其中:当年财政拨款(万元)" → "当年财政拨款"."""
    if len(text) > 2 * LONGEST_LABEL:
        return ""
    return fold(NUMBERING.sub("", BRACKETS.sub("", closed(unicodedata.normalize("NFKC", text)))))


@lru_cache(maxsize=4096)
def is_dash(text: str) -> bool:
    """Nothing but strokes: —, -, /, …"""
    return DASHES.fullmatch(text) is not None


def tidy(text: str) -> str:
    """A sentence without the line breaks and spaces that the cell put into it."""
    return SPACES.sub(" ", BETWEEN_CHINESE.sub("", NO_WIDTH.sub("", text).strip()))


def closed(text: str) -> str:
    """A value without any white space: "≥ 24 次" → "≥24次"."""
    return SPACES.sub("", text)
