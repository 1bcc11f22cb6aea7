"""Texts that stand in two forms, word for word or nearly: found in blocks of shared four-character clues, so that
ten thousand forms take seconds. The limits and why they are so: similar.toml."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import duckdb
import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

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


Pieces = tuple[NDArray[np.int64], NDArray[np.uint64]]  # (whose text, which piece), sorted by text
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
    """Each passage of this text that another one makes a copy, with the one most alike, the earliest of those."""
    group = sorted(
        ((one, share) for other, share in near.items() for one in written[other]),
        key=lambda pair: (-pair[1], pair[0].when),
    )
    if len({one.identity for one, _ in group if not one.names_itself}) > limits().common_projects:
        return
    for passage in written[text]:
        for other, share in group:
            if is_copy(passage, other):
                yield passage.kind, passage.evaluation, passage.n, other.evaluation, other.n, share
                break


def is_copy(passage: Passage, other: Passage) -> bool:
    """The one that speaks of the other's project copied, else the later one. One kind of project may say the same."""
    if passage.names_itself or passage.evaluation == other.evaluation:
        return False
    if other.names_itself and other.project not in passage.project:
        return True
    return other.when < passage.when and not same_kind(passage, other)


def same_kind(first: Passage, second: Passage) -> bool:
    return fuzz.ratio(first.project, second.project) >= limits().alike_project


def _candidates(texts: Sequence[str]) -> set[tuple[int, int]]:
    """Pairs of texts that share a clue, those made of everybody's wording left out."""
    if len(texts) < 2:
        return set()
    owner, clue = _clues(*_own(*_pieces(texts)))
    order = np.argsort(clue, kind="stable")
    owner, clue = owner[order], clue[order]
    starts = np.flatnonzero(np.r_[True, clue[1:] != clue[:-1], True])
    blocks = (sorted(owner[start:end].tolist()) for start, end in pairwise(starts.tolist()) if end - start > 1)
    return {pair for block in blocks for pair in combinations(block, 2)}


def _pieces(texts: Sequence[str]) -> Pieces:
    """Every run of four characters in every text, once each, as a hash that is the same on every machine."""
    letters = np.frombuffer("".join(texts).encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    last = max(len(letters) - limits().gram + 1, 0)
    hashes: NDArray[np.uint64] = np.zeros(last, dtype=np.uint64)
    for at in range(limits().gram):
        hashes += letters[at : last + at] * np.uint64(MIX[at])
    hashes ^= hashes >> np.uint64(29)
    hashes *= np.uint64(MIX[1])
    hashes ^= hashes >> np.uint64(32)
    whose = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    whole = whose[:last] == whose[limits().gram - 1 :]
    owner, piece = whose[:last][whole], hashes[whole]
    order = np.lexsort((piece, owner))
    owner, piece = owner[order], piece[order]
    once = np.r_[True, (owner[1:] != owner[:-1]) | (piece[1:] != piece[:-1])][: len(owner)]
    return owner[once], piece[once]


def _own(owner: NDArray[np.int64], piece: NDArray[np.uint64]) -> Pieces:
    """The pieces that few texts hold, of the texts that are mostly made of such: the rest is everybody's wording."""
    _, place, sizes = np.unique(piece, return_inverse=True, return_counts=True)
    rare = sizes[place] <= limits().largest_block
    every = np.bincount(owner)
    own = np.bincount(owner[rare], minlength=len(every)) * 2 >= every
    kept = rare & own[owner]
    return owner[kept], piece[kept]


def _clues(owner: NDArray[np.int64], piece: NDArray[np.uint64]) -> Pieces:
    """Of every text the few pieces with the smallest hashes; two texts nearly alike share some of them."""
    few = np.arange(len(owner)) - np.searchsorted(owner, owner, side="left") < limits().clues
    return owner[few], piece[few]
