"""An open session, and the decisions that were brought into it: they come and go while it stays open."""

from pathlib import Path
from typing import Any

Connection = Any  # a DuckDB connection
Stamp = tuple[int, int]
# Generation, scheme or what-if, and how far the journal of decisions had come.
Shown = tuple[Path, int, str | None, Stamp]
