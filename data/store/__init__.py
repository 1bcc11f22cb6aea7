"""The store: immutable generations, one DuckDB file each, published by moving one pointer file.

<store>/CURRENT            the number of the generation in force
<store>/generations/       000001.duckdb, and 000001.json with its counts and digests
<store>/originals/         what was received, by sha256
<store>/aside/             what an import is building; emptied by the next one
<store>/lock, importing    one import at a time, and who it is
<store>/demo               only where the county is the fictional one

A generation is built aside, checked, closed and then published; nobody ever writes to a published one.
"""

from data.store.attach import attach, lock_down
from data.store.folder import KEPT_GENERATIONS, Store
from data.store.generation import Generation
from data.store.serving import Served, served

__all__ = ["KEPT_GENERATIONS", "Generation", "Served", "Store", "attach", "lock_down", "served"]
