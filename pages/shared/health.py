"""GET /healthz: whether the store can be read, for a monitor that nobody has to sign in for. It names nothing else."""

import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from data.errors import StoreDamaged
from data.store import Store, served
from pages.shared.store import folder

MEGABYTE = 1024 * 1024
LEAST_FREE_MEGABYTES = 500
State = Literal["ok", "standby", "low_disk", "empty", "damaged"]


@dataclass(frozen=True, slots=True)
class Health:
    """What a monitor is told. `standby`: an earlier generation stands in for a damaged one."""

    state: State
    generation: int | None
    readable: bool
    free_megabytes: int | None


def health(where: Path) -> Health:
    """The health of the store in that folder."""
    free = free_megabytes(where)
    try:
        shown = served(Store(where))
    except StoreDamaged:
        return Health("damaged", None, False, free)
    if shown is None:
        return Health("empty", None, True, free)
    low = free is not None and free < LEAST_FREE_MEGABYTES
    return Health("standby" if shown.fault else "low_disk" if low else "ok", shown.generation.number, True, free)


def free_megabytes(where: Path) -> int | None:
    """Room on the disk of the store, or of the folder that it will be made in; None where nobody can tell."""
    there = next((one for one in (where, *where.absolute().parents) if one.exists()), None)
    try:
        return shutil.disk_usage(there).free // MEGABYTE if there else None
    except OSError:
        return None


async def answer(_request: Request) -> Response:
    """200 while the dashboard has something to show, 503 when it has not."""
    found = await run_in_threadpool(health, folder())
    return JSONResponse(asdict(found), 200 if found.readable else 503, {"Cache-Control": "no-store"})


ROUTES = (Route("/healthz", answer),)
