"""A backup put back into force: what it will change, and then the change, by one step at the end.

Nothing is overwritten: the restored generation gets a number of its own, the one before it is kept, and so are
journals that had to be mended. Originals that the store has lost come back.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from data.acting import acting
from data.audit import audit
from data.backup.faults import BackupForeign
from data.backup.folder import JOURNALS, Backup, Backups
from data.backup.journals import fates, put_right
from data.backup.mending import Mended
from data.backup.verifying import is_kept, verify
from data.carrying_out import build_again
from data.errors import StoreDamaged
from data.logs import note
from data.store import Generation, Store
from data.store.faults import StoreNewer
from data.store.files import flush
from data.store.originals import make_lasting, write_original
from data.store.schemas import age

Progress = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a restore will change. `now` is the generation in force, None where there is none that can be read.

    `originals` is how many come back; `rebuilds` says that the tables are those of an earlier program.
    """

    backup: Backup
    generation: Generation
    now: Generation | None
    originals: tuple[str, ...]
    journals: dict[str, Mended]
    rebuilds: bool


def plan(store: Store, backups: Backups, backup: Backup, progress: Progress | None = None) -> Plan:
    """Prove the backup and compare it with the store. Raises BackupDamaged, BackupForeign and StoreNewer."""
    generation = verify(backup, backups.originals, progress)
    if store.numbers() and store.is_demo != backup.demo:
        raise BackupForeign(backup.folder.name, place=str(store.folder))
    if (kind := age(generation.schema)) == "newer":
        raise StoreNewer(backup.folder.name, place=str(generation.number))
    lost = [one for one in backup.originals() if one not in backup.missing and not is_kept(store.originals, one)]
    journals = fates(store.folder / JOURNALS, backup.folder / JOURNALS)
    return Plan(backup, generation, in_force(store), tuple(lost), journals, kind == "older")


def in_force(store: Store) -> Generation | None:
    try:
        return store.current()
    except StoreDamaged:
        return None


def restore(store: Store, backups: Backups, wanted: Plan) -> Generation:
    """Carry out a plan in the name of the store's actor: originals, journals, the audit journal, and last the pointer.

    Whatever ends it before its last step leaves the generation in force that was. Raises NotAllowed, AuditCut where
    lines of the audit journal are lost, and what the store raises.
    """
    name = wanted.backup.folder.name
    with acting(store.folder, store.actor, "backup", name, what="restore") as told, store.locked():
        bring_originals(store, backups, wanted.originals)
        replaced = store.folder / "replaced" / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
        put_right(store.folder / JOURNALS, wanted.backup.folder / JOURNALS, replaced, store.aside)
        # A restore that cannot be written down does not happen.
        audit(store.folder, store.actor, "restore", name, result="begun")
        if wanted.backup.demo:
            (store.folder / "demo").touch()
        made = publish(store, wanted)
        told.count, told.sha256, told.detail = wanted.backup.forms, made.digest, numbers(wanted, made)
    note("restored", number=wanted.backup.number, generation=made.number, forms=wanted.backup.forms)
    return made


def numbers(wanted: Plan, made: Generation) -> tuple[tuple[str, str], ...]:
    """Which generation was in force before, which the backup held, and under which number that is in force now."""
    before = str(wanted.now.number) if wanted.now else ""
    return (("before", before), ("saved", str(wanted.generation.number)), ("generation", str(made.number)))


def bring_originals(store: Store, backups: Backups, lost: tuple[str, ...]) -> None:
    """Put back the originals that the store has lost."""
    copies = (((backups.originals / sha256).read_bytes(), sha256) for sha256 in lost)
    make_lasting({write_original(store.originals, sha256, content, store.aside) for content, sha256 in copies})


def publish(store: Store, wanted: Plan) -> Generation:
    """Put the generation of the backup into force: its own file, or where its tables are older, built again."""
    if wanted.rebuilds:
        made = build_again(store, wanted.generation.number, always=True).generation
        assert made is not None
        return made
    copy = store.aside / "restored.duckdb"
    shutil.copyfile(wanted.generation.path, copy)
    flush(copy)
    return store.adopt(copy, wanted.generation)
