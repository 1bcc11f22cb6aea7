"""What led to each generation, as the journal of acts tells it: one entry per generation, in the order published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data.acts import Act, Repair, act_entry, read_act
from data.errors import Fault
from data.rights import Actor
from data.store.generation import Generation
from data.texts import mark


class HistoryUnknown(Fault):
    """The journal does not say how a generation came about, or says it in words of a later program."""

    code = "history_unknown"
    text = mark("数据库文件夹 {name} 的工作记录中没有第 {place} 代数据的来历,无法重建。请改为重新导入原件。")


@dataclass(frozen=True, slots=True)
class Step:
    """One generation: what it was built on, the acts that were added, and the digest per table that came of it."""

    generation: int
    before: int | None
    acts: tuple[Act, ...]
    tables: dict[str, str]


def generation_entry(generation: Generation, acts: Sequence[Act], actor: Actor) -> dict[str, Any]:
    """A generation as it is written into the journal, and who made it."""
    return {
        "who": actor.name,
        "role": actor.role,
        "generation": generation.number,
        "before": generation.before,
        "published": generation.published.isoformat(),
        "tables": generation.tables,
        "acts": [act_entry(act) for act in acts],
    }


def steps_to(folder: str, entries: Sequence[Mapping[str, Any]], head: int) -> list[Step]:
    """The steps that led to generation `head`, first one first. Raises HistoryUnknown.

    A number that was given twice belongs to the later entry: the first of them never came into force.
    """
    known = {int(entry["generation"]): entry for entry in entries}
    steps: list[Step] = []
    number: int | None = head
    while number is not None:
        try:
            steps.append(read_step(known[number]))
        except (KeyError, TypeError, ValueError) as error:
            raise HistoryUnknown(folder, place=str(number)) from error
        number = steps[-1].before
    return steps[::-1]


def read_step(entry: Mapping[str, Any]) -> Step:
    acts = tuple(read_act(act) for act in entry["acts"])
    return Step(int(entry["generation"]), entry["before"], acts, dict(entry["tables"]))


def lines_may_go(acts: Sequence[Act]) -> bool:
    """A form that was put right may turn out to have fewer lines than before."""
    return any(isinstance(act, Repair) for act in acts)
