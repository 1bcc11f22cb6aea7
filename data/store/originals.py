"""The files as they were received, by sha256, never changed."""

import hashlib
from pathlib import Path

from data.store.faults import OriginalLost
from data.store.files import write_whole


def fetch_original(folder: Path, sha256: str) -> bytes:
    """The bytes as they were received. Raises OriginalLost."""
    try:
        content = (folder / Path(sha256).name).read_bytes()
    except OSError as error:
        raise OriginalLost(sha256[:12]) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise OriginalLost(sha256[:12])
    return content


def write_original(folder: Path, sha256: str, content: bytes, aside: Path) -> None:
    """Keep the bytes read-only under their digest; what is there already and whole is left alone."""
    path = folder / sha256
    try:
        fetch_original(folder, sha256)
    except OriginalLost:
        folder.mkdir(parents=True, exist_ok=True)
        if path.exists():
            path.chmod(0o644)  # Windows replaces no read-only file
        write_whole(path, content, aside)
        path.chmod(0o444)
