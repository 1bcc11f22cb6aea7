"""Uploads as files of their own names."""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any


def save(files: Sequence[Any], folder: Path) -> list[Path]:
    """Write the uploads into `folder`, each by its own name; two of one name each get a folder of their own."""
    saved = []
    for number, file in enumerate(files):
        name = PurePosixPath(file.name.replace("\\", "/")).name or "file"
        path = folder / name
        if path.exists():
            path = folder / str(number) / name
            path.parent.mkdir()
        path.write_bytes(file.getbuffer())
        saved.append(path)
    return saved
