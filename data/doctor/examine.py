"""All checks in their order."""

from collections.abc import Callable, Iterator

from data.doctor.findings import Found, Place, ill
from data.doctor.keeping import backups_made, journals_hold, originals_there
from data.doctor.machine import clock_goes_forward, disk_has_room, folder_is_writable
from data.doctor.tables import generation_in_force, generations_kept
from data.errors import Fault

CHECKS: tuple[Callable[[Place], Iterator[Found]], ...] = (
    folder_is_writable,
    disk_has_room,
    clock_goes_forward,
    generation_in_force,
    generations_kept,
    journals_hold,
    originals_there,
    backups_made,
)


def examine(place: Place) -> Iterator[Found]:
    """What every check says. A fault ends its check alone, and is what it found."""
    for check in CHECKS:
        try:
            yield from check(place)
        except Fault as fault:
            yield ill(fault)
