"""What cannot be made again – journals and originals – and the backups of it."""

from collections.abc import Iterator
from datetime import timedelta

from data.acts import Received
from data.backup.journals import fates, journal_names
from data.backup.making import originals_named
from data.backup.verifying import verify
from data.doctor.findings import Found, Place, bad, good, ill, warning
from data.errors import Fault
from data.journal import Journal, JournalDamaged
from data.store.faults import OriginalLost
from data.texts import mark

MOST_NAMED = 10
OLDEST = timedelta(days=2)

CHAIN = mark("工作记录 {name}:{n} 行,前后衔接。")
UNTOLD = mark(
    "工作记录:没有第 {number} 代数据的来历,数据丢失时将无法重建。请用 python -m data restore 从备份补回工作记录。"
)
TORN = mark("工作记录 {name}:比最近的备份少 {n} 行,或与它不衔接。请用 python -m data restore 从备份补回。")
LOST = mark(
    "原件:有 {n} 个丢失或被改动:{names}。"
    "请用 python -m data restore 从备份放回,没有备份时请重新导入这些文件;现有数据不受影响,但无法重建。"
)
ALL_THERE = mark("原件:{n} 个,与收到时一致。")
NO_BACKUP = mark("备份:{name} 中还没有备份。请运行 python -m data backup,并设为每天自动运行。")
OLD = mark("备份:最近一次是 {made} UTC,已超过两天。请检查自动备份是否还在运行。")
RECENT = mark("备份:{name} 完好,可以恢复,共有备份 {n} 个。")
SAME_DISK = mark("备份:与数据库在同一块磁盘上,磁盘损坏时会一同丢失。请把备份文件夹放到另一块磁盘。")
UNREADABLE = mark("备份:有 {n} 个已无法读取,不会自动删除。请核对后手工删除。")


def journals_hold(place: Place) -> Iterator[Found]:
    folder = place.folder / "journal"
    for name in journal_names(folder):
        try:
            yield good(CHAIN, name=name, n=len(Journal(folder / name).entries()))
        except JournalDamaged as fault:
            yield ill(fault)
    yield from untold(place)
    yield from torn_off(place)


def untold(place: Place) -> Iterator[Found]:
    """The journal of acts must tell of the generation in force, or nothing can be rebuilt."""
    head = place.store.head()
    if head is not None and head not in place.store.journalled():
        yield bad(UNTOLD, number=head)


def torn_off(place: Place) -> Iterator[Found]:
    """A journal that lost its end looks whole by itself; the last backup knows better."""
    last = place.backups.whole()[-1:]
    for one in last:
        found = fates(place.folder / "journal", one.folder / "journal")
        yield from (bad(TORN, name=name, n=fate.added) for name, fate in found.items() if fate.fate != "stays")


def originals_there(place: Place) -> Iterator[Found]:
    """Every original that a rebuild would ask for."""
    named, names = originals_named(place.store), received_names(place)
    lost = [names.get(one, one[:12]) for one in named if not is_whole(place, one)]
    if lost:
        shown = "、".join(lost[:MOST_NAMED]) + (" …" if len(lost) > MOST_NAMED else "")
        yield bad(LOST, n=len(lost), names=shown)
    else:
        yield good(ALL_THERE, n=len(named))


def received_names(place: Place) -> dict[str, str]:
    acts = (act for entry in place.store.acts.entries() for act in entry["acts"])
    return {act["document"]: act["name"] for act in acts if act["act"] == Received.__name__.lower()}


def is_whole(place: Place, sha256: str) -> bool:
    try:
        place.store.original(sha256)
    except OriginalLost:
        return False
    return True


def backups_made(place: Place) -> Iterator[Found]:
    """There is one, it is recent, and it could be restored now."""
    numbers, whole = place.backups.numbers(), place.backups.whole()
    if len(whole) < len(numbers):
        yield warning(UNREADABLE, n=len(numbers) - len(whole))
    if not whole:
        yield warning(NO_BACKUP, name=str(place.backups.folder))
        return
    last = whole[-1]
    try:
        verify(last, place.backups.originals)
    except Fault as fault:
        yield ill(fault)
    else:
        yield good(RECENT, name=last.folder.name, n=len(whole))
    if place.now - last.made > OLDEST:
        yield warning(OLD, made=f"{last.made:%Y-%m-%d %H:%M}")
    if last.folder.stat().st_dev == place.folder.stat().st_dev:
        yield warning(SAME_DISK)
