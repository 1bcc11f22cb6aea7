"""What readers are shown: the generation in force, or the last whole one before it, and then with the reason."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from data.errors import StoreDamaged
from data.store.faults import StoreLost, StoreNewer, StoreOutdated
from data.store.folder import Store
from data.store.generation import Generation


@dataclass(frozen=True, slots=True)
class Served:
    """What is shown. `fault` is why it is not the generation in force; None when it is."""

    generation: Generation
    fault: StoreDamaged | None = None


def served(store: Store) -> Served | None:
    """What readers are shown, None before the first import. Raises StoreDamaged when no generation can be read."""
    try:
        current = store.current()
    except StoreDamaged as fault:
        before = next(whole_ones(store), None)
        if before is not None:
            return Served(before, fault)
        raise last_word(store, fault) from fault
    return None if current is None else Served(current)


def whole_ones(store: Store) -> Iterator[Generation]:
    """The generations before the one in force that can be read, last one first."""
    for number in store.earlier():
        with suppress(StoreDamaged):
            yield store.generation(number)


def last_word(store: Store, fault: StoreDamaged) -> StoreDamaged:
    """Nothing to fall back on: what helps is another word than going back."""
    if isinstance(fault, (StoreOutdated, StoreNewer)):
        return fault
    return StoreLost(str(store.folder), place=fault.place, **fault.operands)
