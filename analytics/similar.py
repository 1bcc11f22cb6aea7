"""Texts that stand in two forms, word for word or nearly: found in blocks of shared four-character clues, so that
ten thousand forms take seconds. The limits and why they are so: similar.toml."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import numpy as np
from rapidfuzz import fuzz

if TYPE_CHECKING:
    from numpy.typing import NDArray

FILE = Path(__file__).with_name("similar.toml")
PASSAGES = Path(__file__).with_name("similar.sql")
COLUMNS = ("kind", "evaluation", "n", "other_evaluation", "other_n", "similar_permille")
MIX = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5)  # odd, to spread the clues


@dataclass(frozen=True, slots=True)
class Limits:
    """similar.toml: `shortest` by kind in characters, `alike_` as shares of 100, the rest as counts."""

    shortest: tuple[tuple[str, int], ...]
    alike_text: float
    alike_project: float
    common_projects: int
    gram: int
    clues: int
    largest_block: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of one form, folded; `n` is None where it is of the whole form, `year` 0 where none is known."""

    kind: str
    year: int
    evaluation: int
    n: int | None
    project: str
    identity: str
    text: str

    @property
    def when(self) -> tuple[int, int]:
        return self.year, self.evaluation

    @property
    def names_itself(self) -> bool:
        """The text speaks of its own project: whoever else writes it, this form did not copy it."""
        return len(self.project) > 1 and self.project in self.text


Similar = tuple[str, int, int | None, int, int | None, int]


@cache
def limits() -> Limits:
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return Limits(
        shortest=tuple((kind["kind"], kind["shortest"]) for kind in raw["kinds"]),
        alike_text=raw["alike"]["text"] * 100,
        alike_project=raw["alike"]["project"] * 100,
        common_projects=raw["common"]["projects"],
        gram=raw["blocks"]["gram"],
        clues=raw["blocks"]["clues"],
        largest_block=raw["blocks"]["largest"],
    )


def similar_rows(connection: duckdb.DuckDBPyConnection) -> list[Similar]:
    """Rows of the table `similar_text`: a passage, the earliest one of another project like it, and how like it is."""
    sql = PASSAGES.read_text(encoding="utf-8")
    rows: list[Similar] = []
    for kind, shortest in limits().shortest:
        found = connection.execute(sql, [shortest, kind, limits().common_projects]).fetchall()
        rows += similar([Passage(kind, *row) for row in found])
    return rows


def similar(passages: Sequence[Passage]) -> list[Similar]:
    """Passages of one kind against each other. A text that too many projects write is nobody's."""
    written = defaultdict(list)
    for passage in passages:
        written[passage.text].append(passage)
    texts = list(written)
    alike: dict[str, dict[str, int]] = {text: {text: 1000} for text in texts}
    for first, second in _candidates(texts):
        share = fuzz.ratio(texts[first], texts[second], score_cutoff=limits().alike_text)
        if share:
            alike[texts[first]][texts[second]] = alike[texts[second]][texts[first]] = int(share * 10)
    return [row for text, near in alike.items() for row in _accused(written, text, near)]


def _accused(written: dict[str, list[Passage]], text: str, near: dict[str, int]) -> Iterator[Similar]:
    """Each passage of this text that another one makes a copy, with the earliest that does."""
    group = sorted(
        ((one, share) for other, share in near.items() for one in written[other]), key=lambda pair: pair[0].when
    )
    if len({one.identity for one, _ in group}) > limits().common_projects:
        return
    for passage in written[text]:
        for other, share in group:
            if is_copy(passage, other):
                yield passage.kind, passage.evaluation, passage.n, other.evaluation, other.n, share
                break


def is_copy(passage: Passage, other: Passage) -> bool:
    """The later one copied, or the one that speaks of the other's project; a project of the same kind may say the same."""
    if passage.names_itself or passage.evaluation == other.evaluation or same_kind(passage, other):
        return False
    return other.when < passage.when or other.names_itself


def same_kind(first: Passage, second: Passage) -> bool:
    return fuzz.ratio(first.project, second.project) >= limits().alike_project


def _candidates(texts: Sequence[str]) -> set[tuple[int, int]]:
    """Pairs of texts that share a clue. Clues that stand everywhere are wording, and so are texts made of them."""
    if len(texts) < 2:
        return set()
    owner, clue = _clues(texts)
    order = np.argsort(clue, kind="stable")
    owner, clue = owner[order], clue[order]
    starts = np.flatnonzero(np.r_[True, clue[1:] != clue[:-1], True])
    sizes = np.diff(starts)
    everywhere = np.repeat(sizes > limits().largest_block, sizes)
    wording = np.bincount(owner[everywhere], minlength=len(texts)) * 2 > np.bincount(owner, minlength=len(texts))
    blocks = (owner[start:end] for start, end in pairwise(starts) if 1 < end - start <= limits().largest_block)
    own = (sorted(int(one) for one in block if not wording[one]) for block in blocks)
    return {pair for block in own for pair in combinations(block, 2)}


def _clues(texts: Sequence[str]) -> "tuple[NDArray[np.int64], NDArray[np.uint64]]":
    """(text, clue) pairs: of every text the few four-character pieces with the smallest hashes, each once."""
    lengths = np.array([len(text) for text in texts])
    letters = np.frombuffer("".join(texts).encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    last = len(letters) - limits().gram + 1
    hashes = sum(letters[at : last + at] * np.uint64(MIX[at]) for at in range(limits().gram))
    hashes ^= hashes >> np.uint64(29)
    hashes *= np.uint64(MIX[1])
    hashes ^= hashes >> np.uint64(32)
    whose = np.repeat(np.arange(len(texts)), lengths)
    whole = whose[:last] == whose[limits().gram - 1 :]
    owner, clue = whose[:last][whole], hashes[whole]
    order = np.lexsort((clue, owner))
    owner, clue = owner[order], clue[order]
    once = np.r_[True, (owner[1:] != owner[:-1]) | (clue[1:] != clue[:-1])]
    owner, clue = owner[once], clue[once]
    first = np.searchsorted(owner, owner, side="left")
    few = np.arange(len(owner)) - first < limits().clues
    return owner[few], clue[few]
