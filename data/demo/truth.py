"""What was planted, one JSON line per form, so that the findings can be measured against it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.demo.model import Filing, Planted
from data.demo.writer import sheet_name

FILE = "truth.jsonl"


@dataclass(frozen=True, slots=True)
class Truth:
    """One form: where it stands, what was planted in it, and whether a corrected form replaces it."""

    file: str
    sheet: str
    year: int
    department: str
    project: str
    superseded: bool
    hazards: tuple[str, ...]
    planted: tuple[Planted, ...]


def truth_of(filing: Filing) -> Truth:
    project = filing.form.project
    return Truth(
        filing.path, sheet_name(filing.sheet), filing.form.year, project.department.name, project.name,
        filing.superseded, tuple(sorted(filing.form.hazards)), filing.planted,
    )  # fmt: skip


def write_truth(folder: Path, filings: Iterable[Filing]) -> None:
    lines = (json.dumps(as_json(truth_of(filing)), ensure_ascii=False) for filing in filings)
    (folder / FILE).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def as_json(truth: Truth) -> dict[str, Any]:
    said = {name: getattr(truth, name) for name in truth.__slots__}
    planted = [{"fault": one.fault, "lines": one.lines, "rules": one.rules} for one in truth.planted]
    return said | {"planted": planted}


def read_truth(folder: Path) -> Iterator[Truth]:
    """The lines of truth.jsonl below `folder`."""
    for line in (folder / FILE).read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        planted = tuple(Planted(one["fault"], tuple(one["lines"]), tuple(one["rules"])) for one in raw["planted"])
        yield Truth(**raw | {"planted": planted, "hazards": tuple(raw["hazards"])})
