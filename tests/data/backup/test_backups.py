"""Backups made, proven, thinned out and put back: what is in force is never lost on the way."""

import errno
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from data.audit import audit_journal, read_audit
from data.audit_journal import AuditCut
from data.backup import Backups, Kept, make_backup, plan, restore, verify
from data.backup.faults import BackupBusy, BackupDamaged, BackupForeign, BackupInside, BackupUnwritable
from data.backup.folder import SHEET, sheet_text
from data.backup.making import digests, writing
from data.carrying_out import rebuild
from data.errors import StoreBusy, StoreEmpty
from data.load import load_paths
from data.rights import Actor, NotAllowed
from data.store import Generation, Store
from data.store.faults import StoreNewer
from data.store.generation import manifest_of, manifest_text
from data.store.schemas import known

SAMPLE = Path("data/samples/yanchi-2022.txt")
WHEN = datetime(2024, 1, 15, 2, tzinfo=UTC)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the three forms and a correction, and one backup of it; only copied."""
    folder = tmp_path_factory.mktemp("made")
    store = Store(folder / "store")
    load_paths([SAMPLE], store)
    corrected = folder / "更正.txt"
    corrected.write_text(SAMPLE.read_text(encoding="utf-8").replace("74条", "73条"), encoding="utf-8")
    load_paths([corrected], store)
    make_backup(store, Backups(folder / "backups"), Kept(), now=WHEN)
    return folder


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "县 库"))


@pytest.fixture
def store(place: Path) -> Store:
    return Store(place / "store")


@pytest.fixture
def backups(place: Path) -> Backups:
    return Backups(place / "backups")


def back(store: Store, backups: Backups, number: int = 1) -> Generation:
    return restore(store, backups, plan(store, backups, backups.backup(number)))


def in_force(store: Store) -> Generation:
    current = store.current()
    assert current is not None
    return current


def test_a_backup_holds_everything_and_is_proven(store: Store, backups: Backups) -> None:
    found = backups.backup(1)
    assert found.folder.name == "000001-20240115T020000Z"
    assert (found.generation, found.forms, found.missing) == (2, in_force(store).counts["evaluation"], ())
    assert sorted(found.originals()) == sorted(path.name for path in store.originals.iterdir())
    assert verify(found, backups.originals).tables == in_force(store).tables
    assert not list(backups.folder.glob("making-*"))


def test_a_machine_lost_entirely_is_restored_and_rebuilds_to_the_same_digests(store: Store, backups: Backups) -> None:
    before = in_force(store)
    shutil.rmtree(store.folder)
    made = back(store, backups)
    assert made.tables == in_force(store).tables == before.tables
    assert rebuild(store).differs == ()
    shutil.rmtree(store.generations)
    assert rebuild(store).differs == ()
    assert in_force(store).tables == before.tables


def test_a_restore_keeps_what_was_there_and_is_journalled(store: Store, backups: Backups, tmp_path: Path) -> None:
    later = tmp_path / "后来.txt"
    later.write_text(SAMPLE.read_text(encoding="utf-8").replace("74条", "72条"), encoding="utf-8")
    load_paths([later], store)
    after, lines = in_force(store), len(store.acts.entries())
    made = back(store, backups)
    assert (made.number, made.before) == (4, 2)
    assert made.tables != after.tables
    assert store.go_to(after.number) == after
    assert len(store.acts.entries()) == lines + 1
    begun, done = [one for one in read_audit(audit_journal(store.folder)) if one.what == "restore"]
    assert (begun.result, done.result) == ("begun", "done")
    assert (done.who, done.role, done.object) == ("local", "local", backups.backup(1).folder.name)
    assert dict(done.detail) == {"before": "3", "saved": "2", "generation": "4"}


@pytest.mark.parametrize("role", ["viewer", "reviewer", "department", "auditor"])
def test_only_an_administrator_makes_and_restores_backups(store: Store, backups: Backups, role: str) -> None:
    before, person = in_force(store), Store(store.folder, Actor("王某", role, "县教育局"))
    with pytest.raises(NotAllowed):
        make_backup(person, backups, Kept())
    with pytest.raises(NotAllowed):
        back(person, backups)
    assert in_force(store) == before and backups.numbers() == [1]
    told = [(one.who, one.what, one.result) for one in read_audit(audit_journal(store.folder))][-2:]
    assert told == [("王某", "backup", "not_allowed"), ("王某", "restore", "not_allowed")]


def test_a_restore_that_cannot_be_written_down_does_not_happen(store: Store, backups: Backups) -> None:
    before, (journal,) = in_force(store), (store.folder / "journal").glob("audit-*.jsonl")
    lines = journal.read_bytes().splitlines(keepends=True)
    make_backup(store, backups, Kept())
    journal.write_bytes(b"".join(lines[:1]))
    with pytest.raises(AuditCut, match="--accept"):
        back(store, backups, 1)
    assert in_force(store) == before


def test_imports_go_on_after_a_restore(store: Store, backups: Backups) -> None:
    back(store, backups)
    assert load_paths([SAMPLE], store).unchanged == 1
    assert load_paths([Path("tests/documents/family-b.xlsx")], store).imported == 1
    assert in_force(store).number == 4
    assert rebuild(store).differs == ()


PARTS = (
    SHEET, "generation.duckdb", "generation.json", "originals.txt", "journal/acts.jsonl",
    "parquet/document/data_0.parquet",
)  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("how", ["flipped", "cut", "gone"])
def test_a_damaged_part_is_named_and_nothing_is_restored(store: Store, backups: Backups, part: str, how: str) -> None:
    before, path = in_force(store), backups.backup(1).folder / part
    content = path.read_bytes()
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes(content[: len(content) // 2] if how == "cut" else flipped(content))
    with pytest.raises(BackupDamaged, match="另一个备份") as raised:
        back(store, backups)
    assert raised.value.place == part
    assert in_force(store) == before


def flipped(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 0x10]) + content[middle + 1 :]


def test_a_damaged_original_of_a_backup_is_named_and_mended_by_the_next(store: Store, backups: Backups) -> None:
    one = next(iter(backups.originals.iterdir()))
    one.chmod(0o644)
    one.write_bytes(b"?")
    with pytest.raises(BackupDamaged, match=one.name[:12]):
        plan(store, backups, backups.backup(1))
    make_backup(store, backups, Kept())
    assert verify(backups.backup(1), backups.originals)


def test_originals_that_were_lost_come_back(store: Store, backups: Backups) -> None:
    lost = next(iter(store.originals.iterdir()))
    content = lost.read_bytes()
    lost.unlink()
    wanted = plan(store, backups, backups.backup(1))
    assert wanted.originals == (lost.name,)
    restore(store, backups, wanted)
    assert lost.read_bytes() == content


def test_what_the_store_has_lost_is_in_the_backup_still(store: Store, backups: Backups) -> None:
    for path in store.originals.iterdir():
        path.unlink()
    assert make_backup(store, backups, Kept()).backup.missing == ()
    shutil.rmtree(backups.folder)
    assert len(make_backup(store, backups, Kept()).backup.missing) == 2


@pytest.mark.parametrize("harm", ["damaged", "gone"])
def test_a_journal_is_mended_by_the_backup(store: Store, backups: Backups, harm: str) -> None:
    content = store.acts.path.read_bytes()
    if harm == "gone":
        store.acts.path.unlink()
    else:
        store.acts.path.write_bytes(flipped(content))
    back(store, backups)
    assert store.acts.path.read_bytes().startswith(content)
    kept = list((store.folder / "replaced").rglob("acts.jsonl"))
    assert [path.read_bytes() for path in kept] == ([flipped(content)] if harm == "damaged" else [])


def test_what_pins_the_end_of_a_journal_comes_back_only_where_it_is_gone(store: Store, backups: Backups) -> None:
    pin = store.folder / "journal" / "other.head"
    pin.write_text("the end then", encoding="utf-8")
    make_backup(store, backups, Kept())
    pin.write_text("the end now", encoding="utf-8")
    back(store, backups, 2)
    assert pin.read_text(encoding="utf-8") == "the end now"
    pin.unlink()
    back(store, backups, 2)
    assert pin.read_text(encoding="utf-8") == "the end then"


def test_the_backup_of_an_earlier_program_is_built_again(store: Store, backups: Backups) -> None:
    before = in_force(store)
    of_schema(backups, known()[0])
    shutil.rmtree(store.folder)
    assert plan(store, backups, backups.backup(1)).rebuilds
    assert back(store, backups).tables == before.tables


def test_the_backup_of_a_later_program_is_refused(store: Store, backups: Backups) -> None:
    of_schema(backups, "f" * 16)
    with pytest.raises(StoreNewer, match="升级本程序"):
        plan(store, backups, backups.backup(1))


def of_schema(backups: Backups, schema: str) -> None:
    """Let the backup have been made of tables of another program."""
    found = backups.backup(1)
    generation = verify(found, backups.originals)
    manifest = manifest_of(generation.path)
    manifest.write_text(manifest_text(replace(generation, schema=schema)), encoding="utf-8", newline="\n")
    (found.folder / SHEET).unlink()
    said = replace(found, files=digests(found.folder))
    (found.folder / SHEET).write_text(sheet_text(said), encoding="utf-8", newline="\n")


def test_the_fictional_county_does_not_go_into_a_real_store(store: Store, backups: Backups) -> None:
    (store.folder / "demo").touch()
    with pytest.raises(BackupForeign):
        plan(store, backups, backups.backup(1))


def test_a_restore_waits_for_no_import(store: Store, backups: Backups) -> None:
    before = in_force(store)
    with store.locked(), pytest.raises(StoreBusy):
        back(Store(store.folder), backups)
    assert in_force(store) == before


def test_backups_are_thinned_out_with_their_originals(store: Store, backups: Backups) -> None:
    load_paths([Path("tests/documents/family-b.xlsx")], store)
    second = make_backup(store, backups, Kept(), now=WHEN + timedelta(days=1)).backup
    store.undo()
    # What was undone stays in the journal, and so do its originals.
    done = make_backup(store, backups, Kept(1, 1, 1), now=WHEN + timedelta(days=2))
    assert done.removed == 2
    assert not second.folder.exists()
    assert {path.name for path in backups.originals.iterdir()} == set(done.backup.originals())


def test_an_original_of_no_backup_is_removed(store: Store, backups: Backups) -> None:
    (backups.originals / ("0" * 64)).write_bytes(b"of a backup long gone")
    make_backup(store, backups, Kept(1, 1, 1), now=WHEN + timedelta(days=1))
    assert not (backups.originals / ("0" * 64)).exists()


def test_a_backup_that_cannot_be_read_is_neither_removed_nor_any_original_with_it(
    store: Store, backups: Backups
) -> None:
    (backups.backup(1).folder / SHEET).write_text("?", encoding="utf-8")
    (backups.originals / ("0" * 64)).write_bytes(b"perhaps of the first")
    make_backup(store, backups, Kept(1, 1, 1), now=WHEN + timedelta(days=1))
    make_backup(store, backups, Kept(1, 1, 1), now=WHEN + timedelta(days=2))
    assert backups.numbers() == [1, 3]
    assert (backups.originals / ("0" * 64)).exists()


STEPS = ("shutil.copyfile", "data.backup.making.write_parquet", "data.backup.making.verify", "data.backup.making.flush")


@pytest.mark.parametrize("step", STEPS)
def test_a_full_disk_leaves_the_backups_as_they_were(
    store: Store, backups: Backups, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(step, full)
    with pytest.raises(BackupUnwritable, match="No space left"):
        make_backup(store, backups, Kept())
    assert backups.numbers() == [1]
    assert not list(backups.folder.glob("making-*"))


def test_what_a_dead_backup_left_is_removed_by_the_next(store: Store, backups: Backups) -> None:
    (backups.folder / "making-000002").mkdir()
    (backups.folder / "making-000002" / "generation.duckdb").write_bytes(b"half")
    assert make_backup(store, backups, Kept()).backup.number == 2
    assert not list(backups.folder.glob("making-*"))


def test_one_backup_at_a_time(store: Store, backups: Backups) -> None:
    with writing(backups.folder), pytest.raises(BackupBusy):
        make_backup(store, backups, Kept())


def test_an_import_may_run_meanwhile(store: Store, backups: Backups) -> None:
    with store.locked():
        assert make_backup(Store(store.folder), backups, Kept()).backup.number == 2


def test_a_backup_inside_the_store_is_refused(store: Store) -> None:
    with pytest.raises(BackupInside):
        make_backup(store, Backups(store.folder / "backups"), Kept())


def test_an_empty_store_has_nothing_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(StoreEmpty):
        make_backup(Store(tmp_path / "store"), Backups(tmp_path / "backups"), Kept())
    assert not (tmp_path / "backups").exists()
