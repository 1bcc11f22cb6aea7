"""What shapes the facts: each act is journalled with the generation that it led to, so that all can be done again."""

from dataclasses import MISSING, asdict, dataclass, fields
from datetime import datetime
from typing import Any

from data.facts import Refused


@dataclass(frozen=True, slots=True)
class Received:
    """A document that was read. `name` is its file name, `path` its way below the folder or zip that was named.

    `year` and `department` are what the person who loaded the batch said about it; None when nothing was said. What a
    person of the `role` department files waits for a reviewer.
    """

    document: str
    name: str
    path: str
    received: datetime
    who: str = ""
    year: int | None = None
    department: str | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A file that was refused under this name was read at last."""

    name: str


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing put right by hand: the text of a cell, or what the form is about (`field`).

    `place` is that of the form in its document. `field` is one of year, county, department, unit, project.
    """

    document: str
    place: str
    cell: str | None
    field: str | None
    was: str | None
    text: str
    reason: str
    who: str
    repaired: datetime


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A held form counts from here on. `reason` is what the person wrote, "" for nothing."""

    document: str
    place: str
    who: str
    decided: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Declined:
    """A held form is not to count; it stays where it is, and can be confirmed after all."""

    document: str
    place: str
    who: str
    decided: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Registered:
    """A list that the bureau keeps was put in the place of the one before: department_name or expected_filing."""

    table: str
    document: str
    rows: tuple[tuple[Any, ...], ...]
    who: str
    decided: datetime


Act = Received | Refused | Forgotten | Repair | Confirmed | Declined | Registered
KINDS: dict[str, type[Act]] = {
    kind.__name__.lower(): kind for kind in (Received, Refused, Forgotten, Repair, Confirmed, Declined, Registered)
}
MOMENTS = ("received", "repaired", "decided")


def act_entry(act: Act) -> dict[str, Any]:
    """An act as it is written into the journal."""
    said = {name: value.isoformat() if isinstance(value, datetime) else value for name, value in asdict(act).items()}
    return {"act": type(act).__name__.lower(), **said}


def read_act(entry: dict[str, Any]) -> Act:
    """An act as the journal tells it. Raises KeyError or TypeError for one of a later program.

    What an earlier program did not write down yet is what it says by default.
    """
    kind = KINDS[entry["act"]]
    said = {part.name: entry[part.name] for part in fields(kind) if part.name in entry or part.default is MISSING}
    if "rows" in said:
        said["rows"] = tuple(tuple(row) for row in said["rows"])
    moments = {name: datetime.fromisoformat(said[name]) for name in MOMENTS if name in said}
    return kind(**(said | moments))
