"""Acts carried out on a store: single ones as a new generation, or all of them again from the originals."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from data.acting import acting
from data.acts import Act, Confirmed, Declined, Forgotten, Received, Registered, Repair
from data.errors import Fault, StoreDamaged
from data.facts import Refused
from data.file_list import Listed
from data.file_read import FileRead
from data.importing import Import
from data.patches import Patch
from data.reading import reading
from data.repairs import patches, require_sound
from data.rights import Actor
from data.store import Generation, Store
from data.store.checks import table_digests
from data.store.faults import StoreNewer
from data.store.generation import read_manifest
from data.store.history import Step, steps_to
from data.store.schemas import age
from data.texts import mark
from data.worker import Worker

Reread = Callable[[str, tuple[Patch, ...]], FileRead]


NAMED = 5  # things that a line of the audit journal names
ACTIONS: Mapping[type[Act], str] = {
    Received: "import", Refused: "import", Forgotten: "forget", Repair: "repair", Confirmed: "confirm",
    Declined: "confirm", Registered: "register",
}  # fmt: skip


class OriginalUnreadable(Fault):
    """An original that was read before cannot be read now: the repair spoilt it, or the program changed."""

    code = "original_unreadable"
    text = mark("操作没有生效,已载入的数据没有变化。{reason}")


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What came of building everything again. `differs` names the tables that are not what they were."""

    generation: Generation | None
    forms: int
    differs: tuple[str, ...]


def carry_out(store: Store, acts: Sequence[Act]) -> Generation:
    """Carry out acts on what is stored, as a new generation in the name of its actor; all of them or none.

    Raises NotAllowed, RepairRefused, FormUnknown, CellUnknown, OriginalUnreadable, and what the store raises.
    """
    for act in acts:
        if isinstance(act, Repair):
            require_sound(act)
    with allowed(store, acts), store.locked(), store.building() as (connection, built), Worker() as worker:
        coming = Import(connection)
        for act in (signed(one, store.actor) for one in acts):
            do(act, coming, lambda document, put_right: reread(store, coming, worker, document, put_right))
        coming.finish()
        return store.publish(connection, built, coming.acts)


@contextmanager
def allowed(store: Store, acts: Sequence[Act]) -> Iterator[None]:
    """All that these acts need, each kind written down with what it is done to. Raises NotAllowed."""
    with ExitStack() as stack:
        for action in dict.fromkeys(ACTIONS[type(act)] for act in acts):
            ones = [act for act in acts if ACTIONS[type(act)] == action]
            note = stack.enter_context(acting(store.folder, store.actor, action, done_to(ones)))
            note.count = len(ones)
        yield


def done_to(acts: Sequence[Act]) -> str:
    """What the acts are about: forms by document and place, files and lists by name."""
    return ", ".join(map(name_of, acts[:NAMED]))


def name_of(act: Act) -> str:
    match act:
        case Refused() | Forgotten():
            return act.name
        case Registered():
            return act.table
        case Received():
            return act.path
        case _:
            return f"{act.document[:12]} {act.place}"


def signed(act: Act, actor: Actor) -> Act:
    """The act in the name of who does it, whoever wrote it down."""
    return replace(act, who=actor.name) if isinstance(act, (Repair, Confirmed, Declined, Registered)) else act


def rebuild(store: Store, progress: Callable[[int], object] | None = None) -> Rebuilt:
    """Build the generation in force again from the originals and the journal; publish it when it is not what is there.

    Raises NotAllowed, HistoryUnknown, JournalDamaged, OriginalLost, StoreNewer, and what the store raises.
    """
    with acting(store.folder, store.actor, "backup", "", what="rebuild"), store.locked():
        return build_again(store, store.head(), progress)


def build_again(
    store: Store, head: int | None, progress: Callable[[int], object] | None = None, always: bool = False
) -> Rebuilt:
    """The same for any generation that the journal knows, published `always`; the store is locked already."""
    require_not_newer(store, head)
    with store.building(anew=True) as (connection, built), Worker() as worker:
        coming = Import(connection)
        steps = [] if head is None else steps_to(str(store.folder), store.acts.entries(), head)
        for act, read in with_readings(store, steps):
            do(act, coming, lambda document, put_right: reread(store, coming, worker, document, put_right), read)
            if progress:
                progress(1)
        coming.finish()
        tables = table_digests(connection)
        expected = steps[-1].tables if steps else tables
        differs = tuple(name for name, digest in tables.items() if expected.get(name) != digest)
        forms = len(coming.contents)
        same = not always and not differs and is_in_force(store, head)
        made = None if same else store.publish(connection, built, anew=True, base=head)
    return Rebuilt(made, forms, differs)


def history(store: Store) -> list[Step]:
    """What led to the generation in force."""
    head = store.head()
    return [] if head is None else steps_to(str(store.folder), store.acts.entries(), head)


def is_in_force(store: Store, number: int | None) -> bool:
    """Whether readers see this generation, whole."""
    try:
        current = store.current()
    except StoreDamaged:
        return False
    return current is not None and current.number == number


def require_not_newer(store: Store, number: int | None) -> None:
    """What a later program wrote down cannot be told again here without losing some of it. Raises StoreNewer."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        if number is not None and age(read_manifest(store.path_of(number)).schema) == "newer":
            raise StoreNewer(str(store.folder), place=str(number))


def with_readings(store: Store, steps: Sequence[Step]) -> Iterator[tuple[Act, FileRead | None]]:
    """Every act in its order, a received document with what its original says; several are read at a time."""
    acts = [act for step in steps for act in step.acts]
    files = [Listed(kept(store, act.document), act.name) for act in acts if isinstance(act, Received)]
    readings = iter(reading(files, frozenset()))
    for act in acts:
        yield act, next(readings) if isinstance(act, Received) else None


def do(act: Act, coming: Import, again: Reread, read: FileRead | None = None) -> None:
    """One act. `read` is what a received document says; `again` reads a document with cells put right."""
    match act:
        case Received():
            coming.add_document(require_read(read), act)
        case Refused():
            coming.refuse(act)
        case Forgotten():
            coming.forget_refusal(act.name)
        case Repair():
            put_right = patches([*coming.repairs_in(act.document), act])
            coming.repair(act, require_read(again(act.document, put_right)))
        case Confirmed() | Declined():
            coming.decide(act)
        case Registered():
            coming.register(act)


def reread(store: Store, coming: Import, worker: Worker, document: str, put_right: tuple[Patch, ...]) -> FileRead:
    """What a document says with its cells put right."""
    name = coming.name_of(document)
    return worker.read(Listed(kept(store, document), name, (), put_right))


def kept(store: Store, document: str) -> Path:
    """Where an original lies, after it was compared with its digest. Raises OriginalLost."""
    store.original(document)
    return store.originals / document


def require_read(read: FileRead | None) -> FileRead:
    if read is None or read.code:
        name, reason = (read.file.file_name, read.text) if read else ("?", "")
        raise OriginalUnreadable(name, reason=reason)
    return read
