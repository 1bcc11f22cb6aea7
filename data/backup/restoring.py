"""A backup put back into force: what it will change, and then the change, by one step at the end.

Nothing is overwritten: the restored generation gets a number of its own, the one before it is kept, and so are
journals that had to be mended. Originals that the store has lost come back.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from data.audit import DONE, Audited, audit_journal, write_audit
from data.audit_keeping import accept_audit
from data.backup.faults import BackupForeign
from data.backup.folder import JOURNALS, Backup, Backups
from data.backup.journals import fates, put_right
from data.backup.mending import Mended
from data.backup.verifying import is_kept, verify
from data.carrying_out import build_again
from data.errors import StoreDamaged
from data.rights import require
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


def restore(store: Store, backups: Backups, wanted: Plan, who: str, role: str) -> Generation:
    """Carry out a plan: originals, journals, the line in the audit journal, and last the pointer.

    Whatever ends it before its last step leaves the generation in force that was. Raises what the store raises.
    """
    require(store.actor, "backup")
    with store.locked():
        bring_originals(store, backups, wanted.originals)
        moment = datetime.now(UTC)
        replaced = store.folder / "replaced" / f"{moment:%Y%m%dT%H%M%SZ}"
        put_right(store.folder / JOURNALS, wanted.backup.folder / JOURNALS, replaced, store.aside)
        accept_audit(store.folder, store.actor)
        note(store, wanted, moment, who, role)
        if wanted.backup.demo:
            (store.folder / "demo").touch()
        return publish(store, wanted)


def bring_originals(store: Store, backups: Backups, lost: tuple[str, ...]) -> None:
    """Put back the originals that the store has lost."""
    copies = (((backups.originals / sha256).read_bytes(), sha256) for sha256 in lost)
    make_lasting({write_original(store.originals, sha256, content, store.aside) for content, sha256 in copies})


def note(store: Store, wanted: Plan, moment: datetime, who: str, role: str) -> None:
    """A restore that cannot be written down does not happen."""
    found = wanted.generation
    detail = (("generation", str(found.number)), ("before", str(wanted.now.number if wanted.now else "")))
    act = Audited(
        who, role, moment, "restore", wanted.backup.folder.name, wanted.backup.forms, found.digest, DONE, detail
    )
    write_audit(audit_journal(store.folder), act)


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
