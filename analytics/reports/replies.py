"""Replies read back from a notice that a department filled in. Nothing is guessed: what is not clear is named."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import duckdb

from analytics.reports.notice import DONE, KEY, KEYED, KEYS, REPLY, TO_RECTIFY, key_of
from analytics.reports.rows import fetch_rows
from analytics.reports.speech import Speech
from data.decisions import Decision
from data.documents import Cell, Document
from data.errors import Fault
from data.naming import folded
from data.texts import LANGUAGES, mark

YES, NO = frozenset({"是", "已整改", "yes", "y", "√", "✓"}), frozenset({"否", "no", "n", "×", "未整改"})
LONGEST = 1000  # characters of a reply that are kept


class NoReplies(Fault):
    """The document holds no table of replies."""

    code = "no_replies"
    text = mark("《{name}》中没有整改通知的回复表,或表头已被改动。请上传填好的整改通知(Word 格式)。")


@dataclass(frozen=True, slots=True)
class Reply:
    """One row of the table: key, whether it is done, what was done, and where the row stands."""

    key: str
    done: str
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Replies:
    """What follows from a filled notice: decisions to write, rows left blank, and sentences on all that is unclear."""

    decisions: tuple[Decision, ...]
    blank: int
    problems: tuple[str, ...]


def read_replies(document: Document) -> tuple[Reply, ...]:
    """The rows of the table of replies, those left blank too. Raises NoReplies."""
    for table in document.tables:
        heads = {folded(cell.text): cell for cell in table.cells}
        places = [next((heads[name] for name in names(head) if name in heads), None) for head in (KEY, DONE, REPLY)]
        if all(places):
            return tuple(rows_below(table.cells, [place for place in places if place is not None]))
    raise NoReplies(document.name)


def names(head: str) -> list[str]:
    return [folded(Speech(one)(head)) for one in LANGUAGES]


def rows_below(cells: tuple[Cell, ...], heads: list[Cell]) -> Iterator[Reply]:
    """Every row under the head. A paragraph below the table is read as one cell that stands alone: it is no row."""
    rows: dict[int, dict[int, Cell]] = {}
    for cell in cells:
        if cell.row > heads[0].row:
            rows.setdefault(cell.row, {})[cell.column] = cell
    for row in rows.values():
        if len(row) == 1:
            continue
        key, done, text = (row[head.column].text.strip() if head.column in row else "" for head in heads)
        yield Reply("".join(key.split()), done, text, next(iter(row.values())).place)


def decide_replies(
    connection: duckdb.DuckDBPyConnection, replies: tuple[Reply, ...], who: str, now: datetime, language: str
) -> Replies:
    """What the replies say about the findings as they stand now.

    A reply counts where it says yes and says what was done.

    A no, or words without a yes, stay for a person to read.
    """
    t = Speech(language)
    known = {key_of(*row[:-1]): row for row in fetch_rows(connection, "decided_finding").pick(*KEYED, "state")}
    seen = Counter(one.key for one in replies)
    decisions: list[Decision] = []
    problems: list[str] = []
    answered = [one for one in replies if one.done or one.text]
    for one in answered:
        problem = problem_of(one, known.get(one.key), seen[one.key], t)
        if problem:
            problems.append(problem)
        else:
            row = known[one.key]
            decisions.append(decision_of(row, one, who, now))
    unkeyed = [one for one in replies if not (one.done or one.text) and not KEYS.fullmatch(one.key)]
    problems += [t("{place}:回复键缺失或已被改动,这一行没有读入。", place=one.place) for one in unkeyed]
    return Replies(tuple(decisions), len(replies) - len(answered) - len(unkeyed), tuple(problems))


def decision_of(row: tuple[Any, ...], reply: Reply, who: str, now: datetime) -> Decision:
    document, place, rule, n, cell, found, expected, _ = row
    return Decision(document, place, rule, n, cell, found, expected, "rectified", reply.text[:LONGEST], who, now)


def problem_of(reply: Reply, row: tuple[object, ...] | None, times: int, t: Speech) -> str:
    """Why a reply cannot be taken as it stands; "" where it can."""
    said = t.text(reply.text or reply.done)
    if not KEYS.fullmatch(reply.key):
        return t("{place}:回复键缺失或已被改动,没有读入。回复:{said}", place=reply.place, said=said)
    if times > 1:
        return t("{place}:同一回复键出现 {n} 次,没有读入。回复:{said}", place=reply.place, n=times, said=said)
    if row is None:
        return t(
            "{place}:这一处已不在现有核查发现之中(自评表可能已更正),没有读入。回复:{said}", place=reply.place, said=said
        )
    if row[-1] not in TO_RECTIFY:
        return t("{place}:这一处已处理过,没有改动。回复:{said}", place=reply.place, said=said)
    if reply.done.strip().lower() in NO:
        return t("{place}:回复为“否”,仍待处理,请人工阅看。回复:{said}", place=reply.place, said=said)
    if reply.done.strip().lower() not in YES:
        return t("{place}:没有填“是”或“否”,仍待处理,请人工阅看。回复:{said}", place=reply.place, said=said)
    if not reply.text:
        return t("{place}:填了“是”,没有写明如何整改,仍待处理。", place=reply.place)
    return ""
