"""The bytes of an original, as they were received, for a person: whole, or not at all."""

from data.errors import Fault
from data.rights import department_of, require
from data.scoping import is_own_document
from data.store import Generation, Store
from data.texts import mark


class OthersInside(Fault):
    """The file holds forms of other departments too, or of them alone."""

    code = "others_inside"
    text = mark("这一原件中有其他部门的自评表,不能整份查看或下载。需要时请向财政局索取。")


def original_for(store: Store, generation: Generation, sha256: str) -> bytes:
    """The original, for the actor in whose hands the store is. Raises NotAllowed, OthersInside, OriginalLost."""
    require_may_open(store, generation, sha256)
    return store.original(sha256)


def require_may_open(store: Store, generation: Generation, sha256: str) -> None:
    """Raises NotAllowed and OthersInside."""
    require(store.actor, "see_original")
    department = department_of(store.actor)
    if department is not None and not is_own_document(generation, department, sha256):
        raise OthersInside(sha256[:12])
