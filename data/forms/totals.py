"""总分: points, score and grade of the whole form."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from data.documents import Cell
from data.forms.align import read_row
from data.forms.amounts import folded, is_blank, points
from data.forms.cells import Figures
from data.forms.fit import kind_of
from data.forms.folding import bare, fold, tidy
from data.forms.head import NEXT_LABEL, Field
from data.forms.headers import OTHER, Column, is_block_label
from data.forms.joined import divided
from data.forms.layouts import synonyms
from data.forms.region import Row
from data.records import Funding, Indicator

ROLES = frozenset({"points", "score", "points/score", OTHER})
LONGEST_PAIR = 30
PAIR = re.compile(
    r"(?P<label>\D{2,8}?)(?:\(\d+分\))?[:\uff1a=]?(?P<figure>\d+(?:\.\d+)?)分?(?:\((?P<grade>\D{1,2})\))?"
)


BOX = re.compile(r"[☑√✓■☒□☐○]")
TICKED = frozenset("☑√✓■☒")


@dataclass(frozen=True, slots=True)
class Total:
    """What the form says of itself; `cell` is the place of the score, else of the label."""

    points: Decimal | None = None
    score: Decimal | None = None
    step: Decimal | None = None
    grade: str | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    """Σ points and Σ scores of the indicators, and the same with the execution row."""

    points: tuple[Decimal, ...]
    scores: tuple[Decimal, ...]


def is_total_row(row: Row) -> bool:
    label = next((cell for cell in row if not is_block_label(cell)), None)
    return label is not None and (
        bool({fold(label.text), bare(label.text)} & synonyms().totals) or total_pair(label.text) is not None
    )


def total_pair(text: str) -> re.Match[str] | None:
    """总分:97.5 in one cell, with or without a grade in brackets or another label behind it."""
    first = NEXT_LABEL.split(text, maxsplit=1)[0].strip()
    pair = PAIR.fullmatch(folded(first)) if len(first) < LONGEST_PAIR else None
    return pair if pair and fold(pair["label"]) in synonyms().totals else None


def is_subtotal_row(row: Row) -> bool:
    return any(is_subtotal(fold(cell.text)) for cell in row[:3])


def is_subtotal(label: str) -> bool:
    """小计, 产出指标小计, 效益指标合计."""
    words = synonyms()
    if not label.endswith(words.sums):
        return False
    ending = next(word for word in words.sums if label.endswith(word))
    level = label.removesuffix(ending)
    return ending in words.subtotals or level in words.level1 or level in words.level2


def sums_of(indicators: Sequence[Indicator], funding: Sequence[Funding]) -> Sums:
    points_sum = sum((each.points for each in indicators if each.points is not None), Decimal(0))
    score_sum = sum((each.filed_score for each in indicators if each.filed_score is not None), Decimal(0))
    execution = next((row for row in funding if row.source_of_funds == "total"), None)
    more_points = execution.points if execution and execution.points is not None else Decimal(0)
    more_score = execution.filed_score if execution and execution.filed_score is not None else Decimal(0)
    return Sums((points_sum, points_sum + more_points), (score_sum, score_sum + more_score))


def read_total(
    row: Row | None, columns: Sequence[Column], fields: dict[str, Field], sums: Sums, figures: Figures
) -> Total:
    """The total of the foot, completed by what the head says."""
    total = Total() if row is None else foot_total(row, columns, sums, figures)
    score, full = fields.get("total_score"), fields.get("total_points")
    if total.points is None and full is not None and full.text and (printed := points(full.text)) is not None:
        total = replace(total, points=printed[0])
    if total.score is None and score is not None and score.cell is not None and score.text:
        found = points(score.text)
        if found is None:
            figures.ledger.issue("unreadable_figure", score.cell)
        else:
            total = replace(total, score=found[0], step=found[1], cell=score.cell.place)
    grade = fields.get("grade")
    return total if total.grade or grade is None else replace(total, grade=grade.text)


def foot_total(row: Row, columns: Sequence[Column], sums: Sums, figures: Figures) -> Total:
    label = next(cell for cell in row if not is_block_label(cell))
    pair = total_pair(label.text)
    figures.ledger.read(*(cell for cell in row if is_block_label(cell)), label)
    grades = [cell for cell in row if fold(cell.text) in synonyms().grades]
    figures.ledger.read(*grades, *(cell for cell in row if cell.text and is_blank(cell.text)))
    rest = tuple(cell for cell in row if cell is not label and cell not in grades and is_printed(cell))
    narrow = tuple(column for column in columns if column.role in ROLES)
    cells = divided(read_row(rest, narrow).cells(rest)) if narrow else {}
    full, (score, step) = figures.points(cells.get("points"))[0], figures.points(cells.get("score"))
    place = cells.get("score", label).place
    if pair is not None and score is None:
        return paired_total(pair, full, label, tidy(grades[0].text) if grades else ticked_grade(label.text))
    total = Total(full, score, step, tidy(grades[0].text) if grades else None, place)
    return (
        single_figure(total, cells["points"], sums, figures)
        if len(rest) == 1 and score is None and "points" in cells
        else total
    )


def is_printed(cell: Cell) -> bool:
    return points(cell.text) is not None or kind_of(cell.text) == "pair"


def paired_total(pair: re.Match[str], full: Decimal | None, label: Cell, grade: str | None) -> Total:
    found = points(pair["figure"])
    score, step = found or (None, None)
    return Total(full, score, step, grade or pair["grade"], label.place)


def ticked_grade(text: str) -> str | None:
    """The grade whose box is ticked: 优☑ 良□ 中□ 差□, or with the boxes in front."""
    words, boxes = [fold(part) for part in BOX.split(text)], BOX.findall(text)
    # With the boxes in front a word stands behind the last of them, else behind none.
    grades = words[1:] if words[-1] else [last_of(word) for word in words[:-1]]
    ticked = [grade for grade, box in zip(grades, boxes, strict=True) if box in TICKED]
    return ticked[0] if len(ticked) == 1 and ticked[0] in synonyms().grades else None


def last_of(words: str) -> str:
    """The grade at the end of 自评结论优."""
    return next((grade for grade in sorted(synonyms().grades, key=len, reverse=True) if words.endswith(grade)), "")


def single_figure(total: Total, cell: Cell, sums: Sums, figures: Figures) -> Total:
    """One figure under 分值 is the score too where the scores add up to it, and the score alone where only they do."""
    found = points(cell.text)
    if found is None:
        return total
    figures.ledger.issue("total_single_figure", cell)
    is_points, is_score = found[0] in sums.points or found[0] == 100, found[0] in sums.scores
    if not is_score and is_points:
        return total
    return replace(total, points=total.points if is_points else None, score=found[0], step=found[1], cell=cell.place)
