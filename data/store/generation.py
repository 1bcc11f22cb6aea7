"""One published version of the facts, and the manifest that lies beside it."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from data.facts import SCHEMA
from data.store.sealed import read_sealed, sealed_text


@dataclass(frozen=True, slots=True)
class Generation:
    """One published version of the facts.

    `published` is in UTC. `counts` is rows per table, `tables` a digest of the rows of each, `digest` the sha256 of
    the file. `before` is the generation that it was built on, None for the first. `schema` is a digest of schema.sql.
    """

    number: int
    path: Path
    published: datetime
    counts: dict[str, int]
    tables: dict[str, str]
    digest: str
    before: int | None
    schema: str


def manifest_text(generation: Generation) -> str:
    """What is written down about a generation when it is published."""
    written = {
        "published": generation.published.isoformat(),
        "before": generation.before,
        "counts": generation.counts,
        "tables": generation.tables,
        "digest": generation.digest,
        "schema": generation.schema,
    }
    return sealed_text(written)


def read_manifest(path: Path, number: int | None = None) -> Generation:
    """What the manifest says of the generation at `path`, whose name is its number unless that is given.

    Raises OSError, ValueError, KeyError or TypeError.
    """
    written = read_sealed(manifest_of(path).read_bytes())
    published = datetime.fromisoformat(written["published"])
    described = written["counts"], written["tables"], written["digest"], written["before"], written.get("schema", "")
    return Generation(int(path.stem) if number is None else number, path, published, *described)


@cache
def schema_digest() -> str:
    """What the tables must look like for this program."""
    return hashlib.sha256(SCHEMA.read_text(encoding="utf-8").encode()).hexdigest()[:16]


def manifest_of(path: Path) -> Path:
    """Where the manifest of the generation at `path` lies."""
    return path.with_suffix(".json")
