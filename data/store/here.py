"""What this process itself put in force, as against what other programs did to the same store."""

from pathlib import Path

from data.store.generation import Generation

_put: dict[Path, int] = {}


def remember_put(path: Path, number: int) -> None:
    """The generation of that number, at `path`, was put in force from here."""
    _put[path.parent.resolve()] = number


def was_put_here(generation: Generation) -> bool:
    """Whether this process was the last of ours to put one in force, and this one it was."""
    return _put.get(generation.path.parent.resolve()) == generation.number
