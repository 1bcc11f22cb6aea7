"""Which tables a generation may have: those of this program, of an earlier one, or of one that is not known here.

schemas.csv lists the digest of every schema.sql that was ever in use, the last one today's. A digest tells no age by
itself: without the list, the data of a later program could not be told from that of an earlier one.
"""

import csv
from functools import cache
from pathlib import Path
from typing import Literal

from data.store.generation import schema_digest

KNOWN = Path(__file__).with_name("schemas.csv")
Age = Literal["today", "older", "newer"]


def age(schema: str) -> Age:
    """How the tables of a generation stand to those of this program. Before digests were kept they had none."""
    if schema == schema_digest():
        return "today"
    return "older" if not schema or schema in known() else "newer"


@cache
def known() -> tuple[str, ...]:
    """The digests in the order in which they came."""
    with KNOWN.open(encoding="utf-8", newline="") as file:
        return tuple(row["schema"] for row in csv.DictReader(file))
