"""The folder of backups: which there are, and what each says of itself."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from data.backup.faults import BackupDamaged, BackupUnknown
from data.store.sealed import read_sealed, sealed_text

NAMED = re.compile(r"([0-9]{6,})-[0-9]{8}T[0-9]{6}Z")
SHEET = "backup.json"
GENERATION = "generation.duckdb"
MANIFEST = "generation.json"
JOURNALS = "journal"
ORIGINALS = "originals.txt"
PARQUET = "parquet"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup. `generation` is the number in force then, `forms` how many it holds, `made` in UTC.

    `files` is the sha256 of each file, by its way below `folder`; `missing` the originals that the store had lost.
    """

    number: int
    folder: Path
    made: datetime
    generation: int
    forms: int
    demo: bool
    files: dict[str, str]
    missing: tuple[str, ...]

    def originals(self) -> list[str]:
        """The sha256 of each original that belongs to it."""
        return (self.folder / ORIGINALS).read_text(encoding="ascii").split()


class Backups:
    """The folder of backups; opening it writes nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.originals = folder / "originals"

    def numbers(self) -> list[int]:
        """The numbers of all backups, the first one first."""
        return sorted(self.folders())

    def folders(self) -> dict[int, Path]:
        named = ((NAMED.fullmatch(path.name), path) for path in self.folder.glob("*Z"))
        return {int(match[1]): path for match, path in named if match}

    def whole(self) -> list[Backup]:
        """The backups whose sheet can be read, the first one first."""
        found = []
        for number in self.numbers():
            try:
                found.append(self.backup(number))
            except BackupDamaged:
                continue  # neither counted nor removed: a person decides
        return found

    def backup(self, number: int) -> Backup:
        """What a backup says of itself. Raises BackupUnknown and BackupDamaged."""
        folder = self.folders().get(number)
        if folder is None:
            raise BackupUnknown(str(number))
        return read_sheet(folder)

    def named(self, name: str) -> Backup:
        """A backup by its number or by the name of its folder. Raises BackupUnknown and BackupDamaged."""
        match = NAMED.fullmatch(name)
        if match is None and not (name.isascii() and name.isdigit()):
            raise BackupUnknown(name)
        return self.backup(int(match[1] if match else name))


def folder_name(number: int, made: datetime) -> str:
    return f"{number:06d}-{made:%Y%m%dT%H%M%SZ}"


def sheet_text(backup: Backup) -> str:
    return sealed_text({
        "made": backup.made.isoformat(),
        "generation": backup.generation,
        "forms": backup.forms,
        "demo": backup.demo,
        "files": backup.files,
        "missing": list(backup.missing),
    })  # fmt: skip


def read_sheet(folder: Path) -> Backup:
    """What the sheet in the folder of one backup says. Raises BackupDamaged."""
    try:
        said = read_sealed((folder / SHEET).read_bytes())
        made = datetime.fromisoformat(said["made"])
        number = int(folder.name.partition("-")[0])
        held = said["generation"], said["forms"], said["demo"], said["files"], tuple(said["missing"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BackupDamaged(folder.name, place=SHEET) from error
    return Backup(number, folder, made, *held)
