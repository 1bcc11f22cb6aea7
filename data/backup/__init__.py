"""Backups: whole copies of a store's generation, journals and originals, each proven before it counts.

<backups>/000012-20221231T020000Z/   one backup, named by its number and its moment (UTC)
    backup.json                      what it holds, with the digest of each file; sealed
    generation.duckdb, .json         the generation that was in force
    journal/                         all journals
    originals.txt                    the originals that belong to it, by sha256
    parquet/                         the same facts for other programs
<backups>/originals/                 the originals of all backups, each once
<backups>/making-000013/             one that is being made; removed by the next

Originals are copied and never linked to those of the store: a damaged file must not damage its backup.
"""

from data.backup.folder import Backup, Backups
from data.backup.keeping import Kept
from data.backup.making import make_backup
from data.backup.restoring import plan, restore
from data.backup.verifying import verify

__all__ = ["Backup", "Backups", "Kept", "make_backup", "plan", "restore", "verify"]
