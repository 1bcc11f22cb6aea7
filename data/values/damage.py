"""Texts that recognition has damaged. What undoes the damage is a guess: a proposal, of the kind doubtful."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import repeat

from data.values.lexicon import WORDS, meanings
from data.values.marks import take_marks
from data.values.quantity import read_quantity
from data.values.reading import Reading
from data.values.units import PERCENT

DAMAGED = meanings(WORDS["damage"])
SIGN = re.compile(f"({'|'.join(map(re.escape, sorted(DAMAGED, key=len, reverse=True)))})(?=[0-9])")
SIGN_AS_2 = re.compile("2([6-9][0-9](?:\\.[0-9]+)?|100(?:\\.0+)?)%")
GLUED = re.compile(r"[0-9.%=$^&#<>|]*[0-9%][$^&#=][0-9.%=$^&#<>|]*")
FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
LETTERS = str.maketrans("OoIlQ", "00110")
WITH_LETTERS = re.compile("([<>=]*)((?=[0-9.]*[OoIlQ])(?=[OoIlQ.]*[0-9])[0-9OoIlQ.]+)(%)")
SPACED = re.compile("[0-9] [0-9]")


def read_damaged(text: str) -> Reading | None:
    """Give the proposal for a damaged text, None where the text is sound."""
    return next(filter(None, (undo(text) for undo in REPAIRS)), None)


def proposal(text: str) -> Reading | None:
    """Read the repaired text and call it doubtful."""
    reading = read_quantity(take_marks(text))
    return replace(reading, kind="doubtful", elided=False) if reading else None


def sign_lost(text: str) -> Reading | None:
    """工90%, 二100%: a sign read as a character."""
    match = SIGN.match(text)
    return proposal(DAMAGED[match[1]] + text[match.end() :]) if match else None


def sign_in_figure(text: str) -> Reading | None:
    """290% for ≥90%. A real 290% is rare; whoever wrote it can say so."""
    match = SIGN_AS_2.fullmatch(text)
    return proposal(f">={match[1]}%") if match else None


def glued_cells(text: str) -> Reading | None:
    """880%^80%, 8250%5=50%8: points, target, actual and score run together. The figure that returns is proposed."""
    if "%" not in text or not GLUED.fullmatch(text):
        return None
    figures = FIGURE.findall(text)
    returning = [each for each in figures if len(each) > 1 and sum(map(str.endswith, figures, repeat(each))) > 1]
    if not returning:
        return None
    figure = max(returning, key=len)
    figure = figure[1:] if len(figure) > 2 and figure[0] == "2" else figure
    return Reading(">=", Decimal(figure), None, PERCENT, "doubtful", signed=True)


def letters_in_figure(text: str) -> Reading | None:
    """9O% for 90%."""
    match = WITH_LETTERS.fullmatch(text)
    return proposal(match[1] + match[2].translate(LETTERS) + match[3]) if match else None


def spaced_figure(text: str) -> Reading | None:
    """1 00%: two figures or one, nobody can tell."""
    return proposal(text.replace(" ", "")) if SPACED.search(text) else None


REPAIRS: tuple[Callable[[str], Reading | None], ...] = (
    sign_lost,
    sign_in_figure,
    glued_cells,
    letters_in_figure,
    spaced_figure,
)
