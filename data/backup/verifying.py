"""A backup proven: every file is what was written, the generation opens and counts, the journals' chains hold."""

from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

from data.backup.faults import BackupDamaged
from data.backup.folder import GENERATION, JOURNALS, PARQUET, Backup
from data.errors import Fault
from data.journal import Journal
from data.parquet import files_of
from data.store.attach import attach_file
from data.store.checks import number, row_counts, table_digests
from data.store.faults import OriginalLost
from data.store.files import file_digest
from data.store.generation import Generation, read_manifest
from data.store.originals import fetch_original


def verify(backup: Backup, originals: Path, progress: Callable[[int], object] | None = None) -> Generation:
    """The generation of a backup, after everything was compared. `originals` is where those of all backups lie.

    Raises BackupDamaged, naming the first part that is not what was written.
    """
    for part in damaged_parts(backup, originals, progress or (lambda _: None)):
        raise BackupDamaged(backup.folder.name, place=part)
    return manifest(backup)


def damaged_parts(backup: Backup, originals: Path, progress: Callable[[int], object]) -> Iterator[str]:
    """The parts that are missing or not what was written; what follows a wrong file is not looked at."""
    for name, digest in backup.files.items():
        if not is_file_of(backup.folder / name, digest):
            yield name
            return
    yield from wrong_tables(backup)
    yield from broken_journals(backup)
    for sha256 in backup.originals():
        progress(1)
        if sha256 not in backup.missing and not is_kept(originals, sha256):
            yield f"originals/{sha256[:12]}"


def is_file_of(path: Path, digest: str) -> bool:
    try:
        return file_digest(path) == digest
    except OSError:
        return False


def is_kept(originals: Path, sha256: str) -> bool:
    try:
        fetch_original(originals, sha256)
    except OriginalLost:
        return False
    return True


def manifest(backup: Backup) -> Generation:
    """The generation of a backup under the number that it had. Raises BackupDamaged."""
    path = backup.folder / GENERATION
    try:
        found = read_manifest(path, backup.generation)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BackupDamaged(backup.folder.name, place=path.with_suffix(".json").name) from error
    return found


def wrong_tables(backup: Backup) -> Iterator[str]:
    """The tables of generation and Parquet that do not hold what the manifest says."""
    said = manifest(backup)
    if file_digest(said.path) != said.digest:
        yield GENERATION
        return
    try:
        with attach_file(said.path) as opened:
            counts, tables = row_counts(opened, said.counts), table_digests(opened, said.tables)
            flat = {table: rows_in(opened, backup.folder / PARQUET, table) for table in said.counts}
    except duckdb.Error:
        yield GENERATION
        return
    yield from (name for name in said.counts if counts[name] != said.counts[name] or flat[name] != counts[name])
    yield from (name for name in said.tables if tables[name] != said.tables[name])


def rows_in(connection: duckdb.DuckDBPyConnection, folder: Path, table: str) -> int:
    return number(connection, f"select count(*) from {files_of(folder, table)}")


def broken_journals(backup: Backup) -> Iterator[str]:
    """Journals whose chain does not hold; that of acts must tell of the generation."""
    for name in backup.files:
        if name.startswith(f"{JOURNALS}/") and name.endswith(".jsonl"):
            try:
                entries = Journal(backup.folder / name).entries()
            except Fault:
                yield name
                continue
            if name.endswith("/acts.jsonl") and backup.generation not in {one.get("generation") for one in entries}:
                yield name
