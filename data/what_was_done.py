"""What led to each generation, counted from the journal: so that a person sees what an undo takes back."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# Kinds of acts in the order in which they are told; a list that was put into force is told by its table.
KINDS = ("received", "refused", "confirmed", "declined", "repair", "department_name", "expected_filing", "forgotten")


@dataclass(frozen=True, slots=True)
class Done:
    """How many acts of each kind led to a generation, in the order of KINDS, and who did them."""

    counts: tuple[tuple[str, int], ...]
    who: tuple[str, ...]

    def count(self, kind: str) -> int:
        return dict(self.counts).get(kind, 0)


def what_was_done(entries: Iterable[Mapping[str, Any]]) -> dict[int, Done]:
    """What was done for each generation, from the entries of the journal of acts."""
    return {int(entry["generation"]): done(entry["acts"]) for entry in entries}


def done(acts: Sequence[Mapping[str, Any]]) -> Done:
    kinds = Counter(str(act.get("table") or act.get("act")) for act in acts)
    who = {str(act["who"]) for act in acts if act.get("who")}
    return Done(tuple((kind, kinds[kind]) for kind in KINDS if kinds[kind]), tuple(sorted(who)))
