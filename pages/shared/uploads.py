"""Uploads as files of their own names."""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any


def save(files: Sequence[Any], folder: Path) -> list[Path]:
    """Write the uploads into `folder`, each by its own name; two of one name each get a folder of their own.

    Files of a folder that was chosen whole keep their way below it: then that folder is what is given.
    """
    if any("/" in file.name for file in files):
        return save_tree(files, folder)
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


def save_tree(files: Sequence[Any], folder: Path) -> list[Path]:
    """The uploads with the folders in their names; no name leads out of `folder`."""
    for file in files:
        steps = [step for step in PurePosixPath(file.name.replace("\\", "/")).parts if step not in ("/", "..", ".")]
        path = folder.joinpath(*(step.replace(":", "_") for step in steps or ["file"]))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.getbuffer())
    return [folder]
