"""The store: immutable generations, one DuckDB file each, published by moving one pointer file.

<store>/CURRENT            the number of the generation in force
<store>/generations/       000001.duckdb, and 000001.json with its counts and digest
<store>/originals/         what was received, by sha256
<store>/demo               only where the county is the fictional one

A generation is built aside, checked, closed and then published; nobody ever writes to a published one.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from data.errors import StoreBusy, StoreDamaged
from data.facts import create_tables

KEPT_GENERATIONS = 5
TABLES = ("document", "evaluation", "funding", "indicator", "issue", "refused")
# Read by DuckDB from 1.5 on; the newer layout saves nothing at this size.
COMPATIBLE = "v1.5.0"
ORPHANS = (
    "select count(*) from {0}.evaluation anti join {0}.document using (document)",
    "select count(*) from {0}.funding anti join {0}.evaluation using (evaluation)",
    "select count(*) from {0}.indicator anti join {0}.evaluation using (evaluation)",
)


@dataclass(frozen=True, slots=True)
class Generation:
    """One published version of the facts. `counts` is rows per table, `digest` the sha256 of its file."""

    number: int
    path: Path
    published: datetime
    counts: dict[str, int]
    digest: str


class Store:
    """The folder of one county. Opening it writes nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.generations = folder / "generations"
        self.originals = folder / "originals"
        self.pointer = folder / "CURRENT"

    @property
    def is_demo(self) -> bool:
        """The fictional county lives here."""
        return (self.folder / "demo").exists()

    def current(self) -> Generation | None:
        """The generation in force, None before the first import. Raises StoreDamaged."""
        number = self.current_number()
        return None if number is None else self.generation(number)

    def current_number(self) -> int | None:
        try:
            text = self.pointer.read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return None
        if not text.isdigit():
            raise StoreDamaged(str(self.folder), place=text[:20], reason="CURRENT")
        return int(text)

    def generation(self, number: int) -> Generation:
        """A published generation as its manifest describes it, compared with its file. Raises StoreDamaged."""
        path = self.path_of(number)
        try:
            manifest = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
            found = Generation(
                number, path, datetime.fromisoformat(manifest["published"]), manifest["counts"], manifest["digest"]
            )
            stat = path.stat()
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StoreDamaged(str(self.folder), place=str(number), reason=type(error).__name__) from error
        if checked_digest(path, stat.st_size, stat.st_mtime_ns) != found.digest:
            raise StoreDamaged(str(self.folder), place=str(number), reason="sha256")
        return found

    def numbers(self) -> list[int]:
        """The numbers of all published generations that are kept, oldest first."""
        return sorted(int(path.stem) for path in self.generations.glob("*.json") if path.stem.isdigit())

    def path_of(self, number: int) -> Path:
        return self.generations / f"{number:06d}.duckdb"

    def original(self, sha256: str) -> bytes:
        """The bytes of a document as it was received."""
        return (self.originals / sha256).read_bytes()

    def keep_original(self, sha256: str, content: bytes) -> None:
        path = self.originals / sha256
        if not path.exists():
            self.originals.mkdir(parents=True, exist_ok=True)
            write_aside(path, content)
            path.chmod(0o444)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the right to import. Raises StoreBusy when another process holds it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        holder = self.folder / "importing"
        try:
            with FileLock(self.folder / "lock", timeout=0):
                holder.write_text(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, pid {os.getpid()}", encoding="utf-8")
                yield
                holder.unlink(missing_ok=True)
        except Timeout as error:
            since = holder.read_text(encoding="utf-8") if holder.exists() else "?"
            raise StoreBusy(since) from error

    @contextmanager
    def building(self) -> Iterator[tuple[duckdb.DuckDBPyConnection, Path]]:
        """A copy of the generation in force, open for writing as catalogue `facts`, thrown away unless it is published."""
        self.generations.mkdir(parents=True, exist_ok=True)
        for rest in self.generations.glob("building-*"):
            rest.unlink()
        path = self.generations / f"building-{os.getpid()}.duckdb"
        current = self.current()
        if current is not None:
            shutil.copyfile(current.path, path)
        connection = duckdb.connect()
        try:
            connection.execute(f"attach '{quoted(path)}' as facts (storage_version '{COMPATIBLE}')")
            connection.execute("use facts")
            if current is None:
                create_tables(connection)
            yield connection, path
        finally:
            connection.close()
            path.unlink(missing_ok=True)
            Path(f"{path}.wal").unlink(missing_ok=True)

    def publish(self, connection: duckdb.DuckDBPyConnection, built: Path) -> Generation:
        """Check, close and publish what was built; from here on every new reader sees it."""
        counts = checked_counts(connection, self.folder)
        connection.execute("checkpoint facts")
        connection.execute("use memory")
        connection.execute("detach facts")
        number = max([*self.numbers(), self.current_number() or 0]) + 1
        path = self.path_of(number)
        flush(built)
        built.replace(path)
        published = datetime.now(UTC)
        manifest = {"published": published.isoformat(), "counts": counts, "digest": file_digest(path)}
        write_aside(path.with_suffix(".json"), json.dumps(manifest, indent=1).encode())
        self.point_to(number)
        self.remove_old()
        return Generation(number, path, published, counts, manifest["digest"])

    def point_to(self, number: int) -> None:
        write_aside(self.pointer, f"{number}\n".encode())

    def undo(self) -> Generation | None:
        """Put the generation before the one in force back into force; None when there is none before it."""
        number = self.current_number()
        before = [one for one in self.numbers() if number is not None and one < number]
        if not before:
            return None
        found = self.generation(before[-1])
        self.point_to(found.number)
        return found

    def remove_old(self) -> None:
        for number in self.numbers()[:-KEPT_GENERATIONS]:
            path = self.path_of(number)
            try:
                path.unlink(missing_ok=True)
            except PermissionError:
                continue  # on Windows a reader still has it open; the next import tries again
            path.with_suffix(".json").unlink(missing_ok=True)


def attach(generation: Generation) -> duckdb.DuckDBPyConnection:
    """A connection of its own in memory with the generation as catalogue `facts`, read-only."""
    connection = duckdb.connect()
    connection.execute(f"attach '{quoted(generation.path)}' as facts (read_only)")
    return connection


def lock_down(connection: duckdb.DuckDBPyConnection) -> None:
    """From here on the connection can reach no other file and no network, and cannot be told otherwise."""
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")


def quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def checked_counts(connection: duckdb.DuckDBPyConnection, folder: Path) -> dict[str, int]:
    """Rows per table. Raises StoreDamaged when a row has lost what it belongs to."""
    for orphans in ORPHANS:
        if one(connection, orphans.format("facts")):
            raise StoreDamaged(str(folder), place="building", reason=orphans.split()[3])
    return {table: one(connection, f"select count(*) from facts.{table}") for table in TABLES}


def one(connection: duckdb.DuckDBPyConnection, sql: str) -> int:
    row = connection.execute(sql).fetchone()
    return int(row[0]) if row else 0


def write_aside(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    with aside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)


def flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


@lru_cache(maxsize=16)
def checked_digest(path: Path, _size: int, _changed_ns: int) -> str:
    """The digest of a file, taken anew only when the file has changed."""
    return file_digest(path)


def file_digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
