"""What reviewers decided on findings: written down in the store's journal, never in a generation.

A finding is known by the form it stands in (document and place), its rule, its line and its cell. These hold over
imports and rebuilds. What was found and expected is written down with the decision: it applies only to that.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Literal, get_args

from data.acting import acting
from data.errors import Fault
from data.journal import Entry, Journal, JournalDamaged
from data.rights import Actor
from data.texts import mark

State = Literal["open", "accepted", "rejected", "rectified"]
STATES: tuple[State, ...] = get_args(State)
Key = tuple[str, str, str, int | None, str | None]


class ReasonMissing(Fault):
    """Nothing is rejected without a reason."""

    code = "reason_missing"
    text = mark("排除核查发现必须写明理由,这一步没有记录。请选择或填写理由后再试。")


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision on one finding. `document` is a sha256, `n` the line (None: the whole form), `decided` in UTC.

    `open` takes back what was decided before.
    """

    document: str
    place: str
    rule: str
    n: int | None
    cell: str | None
    found: str | None
    expected: str | None
    state: State
    reason: str
    who: str
    decided: datetime

    @property
    def key(self) -> Key:
        """What names the finding over all generations."""
        return self.document, self.place, self.rule, self.n, self.cell


def journal_of(store: Path) -> Journal:
    """The journal of decisions of the store in that folder."""
    return Journal(store / "journal" / "decisions.jsonl")


def write_decisions(store: Path, actor: Actor, decisions: Sequence[Decision]) -> None:
    """Write all of them down at once in the name of `actor`, or none.

    Raises NotAllowed, ReasonMissing and what the journal raises.
    """
    journal = journal_of(store)
    states = ", ".join(dict.fromkeys(one.state for one in decisions))
    with acting(store, actor, "decide", states) as note:
        note.count = len(decisions)
        if any(map(lacks_reason, decisions)):
            raise ReasonMissing(str(journal.path))
        journal.append([entry_of(replace(one, who=actor.name), actor.role) for one in decisions])


def entry_of(decision: Decision, role: str) -> Entry:
    return asdict(decision) | {"decided": decision.decided.isoformat(), "role": role}


def read_decisions(journal: Journal) -> tuple[Decision, ...]:
    """Every decision in the order in which they were taken. Raises JournalDamaged with the line."""
    return tuple(_decision(journal, number, entry) for number, entry in enumerate(journal.entries(), start=1))


def last_decisions(decisions: Iterable[Decision]) -> tuple[tuple[Decision, bool], ...]:
    """The last decision on each text of each finding, and whether it is the last on the finding itself.

    Two findings of one rule may stand in one cell: only their texts tell them apart.
    """
    by_key: dict[Key, Decision] = {}
    by_text: dict[tuple[Key, str | None, str | None], Decision] = {}
    for one in decisions:
        by_key[one.key] = by_text[one.key, one.found, one.expected] = one
    return tuple((one, by_key[one.key] is one) for one in by_text.values())


def lacks_reason(decision: Decision) -> bool:
    return decision.state == "rejected" and not decision.reason.strip()


def _decision(journal: Journal, number: int, entry: Entry) -> Decision:
    """One line as a decision; a line that says something else was not written here."""
    try:
        said = {name: part for name, part in entry.items() if name != "role"}
        decision = Decision(**said | {"decided": datetime.fromisoformat(entry["decided"])})
        if _typed(decision) and not lacks_reason(decision) and decision.decided.utcoffset() is not None:
            return decision
    except (TypeError, ValueError, KeyError):
        pass
    raise JournalDamaged(str(journal.path), place=str(number))


def _typed(decision: Decision) -> bool:
    """Texts are texts, the line is a number, and the state is one of ours."""
    values = {field.name: getattr(decision, field.name) for field in fields(Decision)}
    blank = {"cell", "found", "expected"}
    texts = all(isinstance(value, str) or (value is None and name in blank)
                for name, value in values.items() if name not in ("n", "decided"))  # fmt: skip
    return texts and decision.state in STATES and (decision.n is None or type(decision.n) is int)
