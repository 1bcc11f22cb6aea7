"""Which files an import sees, in their order."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.errors import Fault
from data.texts import mark

PASSED_OVER = (".", "~$", "__MACOSX")  # hidden files, locks of open workbooks, what macOS packs along
FURNITURE = frozenset(("thumbs.db", "desktop.ini"))


class PathMissing(Fault):
    """A path that was named is not there."""

    code = "path_missing"
    text = mark("找不到 {name},请核对路径。")


@dataclass(frozen=True, slots=True)
class Listed:
    """One file to be read. `name` is how it is spoken of: its path below the folder that was named."""

    path: Path
    name: str


def list_files(paths: Sequence[Path]) -> Iterator[Listed]:
    """The files named and those below the folders named, each once, sorted within a folder. Raises PathMissing."""
    seen: set[Path] = set()
    for path in paths:
        for listed in files_at(path):
            real = listed.path.resolve()
            if real not in seen:
                seen.add(real)
                yield listed


def files_at(path: Path) -> Iterator[Listed]:
    """A file that is named is read whatever it is called; a folder is searched for what people put there."""
    if path.is_dir():
        yield from (Listed(file, file.relative_to(path).as_posix()) for file in sorted(files_below(path)))
    elif path.exists():
        yield Listed(path, path.name)
    else:
        raise PathMissing(str(path))


def files_below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(PASSED_OVER)]
        wanted = (name for name in names if not name.startswith(PASSED_OVER) and name.lower() not in FURNITURE)
        yield from (Path(place, name) for name in wanted)
