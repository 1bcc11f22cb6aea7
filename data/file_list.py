"""Which files an import sees, in their order. A zip is a folder."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.archives import Member, is_archive_file, is_wanted, list_members
from data.errors import Fault, UnreadableFile
from data.patches import Patch
from data.texts import mark


class PathMissing(Fault):
    """A path that was named is not there."""

    code = "path_missing"
    text = mark("找不到 {name},请核对路径。")


@dataclass(frozen=True, slots=True)
class Listed:
    """One file to be read. `name` is how it is spoken of: its path below the folder that was named.

    `member` is the way to it inside the zip at `path`; () for a file that lies open. `patches` are cells that were
    put right by hand.
    """

    path: Path
    name: str
    member: Member = ()
    patches: tuple[Patch, ...] = ()

    @property
    def file_name(self) -> str:
        """The name without any folder."""
        return self.name.rpartition("/")[2]

    @property
    def shown_path(self) -> str:
        """Where a person finds it: "县/报送.zip/水务局.xlsx"."""
        return "/".join((str(self.path), *self.member))


def list_files(paths: Sequence[Path]) -> Iterator[Listed]:
    """The files named and those below the folders named, each once, sorted within a folder.

    Raises PathMissing, UnreadableFile.
    """
    seen: set[tuple[Path, Member]] = set()
    for path in paths:
        for listed in files_at(path):
            real = listed.path.resolve(), listed.member
            if real not in seen:
                seen.add(real)
                yield listed


def files_at(path: Path) -> Iterator[Listed]:
    """A file that is named is read whatever it is called; a folder is searched for what people put there."""
    try:
        is_folder = path.is_dir()
    except OSError as error:  # it lies where this account may not look
        raise UnreadableFile(str(path), reason=error.strerror or type(error).__name__) from error
    if is_folder:
        for file in sorted(files_below(path)):
            yield from files_in(file, file.relative_to(path).as_posix())
    elif path.exists():
        yield from files_in(path, path.name)
    else:
        raise PathMissing(str(path))


def files_in(path: Path, name: str) -> Iterator[Listed]:
    """The files of a zip, or the one file. A zip that cannot be opened is refused when it is read."""
    try:
        members = list_members(path) if path.is_file() and is_archive_file(path) else []
    except (Fault, OSError):
        members = []
    if not members:
        yield Listed(path, name)
    for member in members:
        yield Listed(path, "/".join((name, *member)), member)


def files_below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if is_wanted(name)]
        yield from (Path(place, name) for name in names if is_wanted(name))
