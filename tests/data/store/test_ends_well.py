"""Whatever goes wrong ends with a sentence that says what to do, and the last good generation in force.

The long runs are commands of their own: tests/benchmarks/killed_imports, full_disk, damaged_bits.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from data.__main__ import main
from data.load import load_paths
from data.store import Store, served
from tests.benchmarks.damaged_bits import damaged_bits
from tests.benchmarks.full_disk import full_disk, small_disk
from tests.benchmarks.killed_imports import killed_imports

SAMPLE = Path("data/samples/yanchi-2022.txt")
OTHER = Path("tests/documents/family-b.xlsx")
POSIX = pytest.mark.skipif(os.name == "nt", reason="SIGKILL, limits and accounts as Linux has them")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("first") / "county"
    load_paths([SAMPLE], Store(folder))
    return folder


@pytest.fixture
def store(first: Path, tmp_path: Path) -> Store:
    return Store(Path(shutil.copytree(first, tmp_path / "county")))


def run(store: Store, *said: str) -> Result:
    return CliRunner().invoke(main, [*said, "--store", str(store.folder)])


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x10
    path.write_bytes(content)


def lost(store: Store) -> None:
    for path in store.originals.iterdir():
        path.unlink()


# What is done to a store of one generation, the command that meets it, and what it says to do.
FAULTS: dict[str, tuple[Callable[[Store], object], str, str]] = {
    "a damaged only generation": (lambda store: flip(store.path_of(1)), "load", "python -m data undo"),
    "and its backup": (lambda store: flip(store.path_of(1)), "backup", "python -m data undo"),
    "a damaged journal": (lambda store: flip(store.acts.path), "load", "python -m data restore"),
    "a damaged journal, rebuilt": (lambda store: flip(store.acts.path), "rebuild", "python -m data restore"),
    "lost originals": (lost, "rebuild", "请重新导入该文件"),
    "a journal that is gone": (lambda store: store.acts.path.unlink(), "rebuild", "重新导入原件"),
    "a file where a folder should be": (lambda store: blocked(store.aside), "load", "请检查磁盘空间和权限"),
}


def blocked(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.write_text("in the way", encoding="utf-8")


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_a_sentence(store: Store, fault: str) -> None:
    do, command, words = FAULTS[fault]
    do(store)
    said = run(store, command, *([str(OTHER)] if command == "load" else []))
    assert said.exit_code == 1 and words in said.output, said.output
    assert "Traceback" not in said.output and store.numbers() == [1]


def test_a_second_importer_is_told_who_is_importing(store: Store) -> None:
    with store.locked():
        said = run(store, "load", str(OTHER))
    assert said.exit_code == 1 and f"pid {os.getpid()}" in said.output and "请等它结束后再试" in said.output
    assert run(store, "load", str(OTHER)).exit_code == 0


def test_two_servers_see_what_either_imports(store: Store) -> None:
    one, other = Store(store.folder), Store(store.folder)
    for server, file, number in ((one, OTHER, 2), (other, Path("tests/documents/family-c.xlsx"), 3)):
        load_paths([file], server)
        for reader in (one, other):
            shown = served(reader)
            assert shown is not None and (shown.generation.number, shown.fault) == (number, None)


def test_a_clock_that_was_set_back_changes_no_order(store: Store) -> None:
    load_paths([OTHER], store)
    for path in (*store.generations.iterdir(), store.pointer):
        os.utime(path, (4_000_000_000, 4_000_000_000))  # written in the year 2096, as the clock said then
    load_paths([Path("tests/documents/family-c.xlsx")], store)
    current = store.current()
    assert current is not None and (current.number, current.before) == (3, 2)
    undone = store.undo()
    assert undone is not None and undone.number == 2


LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from data.__main__ import main
from data.importing import Import
from data import load
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
main(sys.argv[2:])
"""


@POSIX
@pytest.mark.parametrize("most", [0, 100, 5_000, 100_000, 2_000_000])
def test_no_file_can_grow_any_more(store: Store, most: int) -> None:
    """As on a full disk, without one: no file may become longer than this."""
    command = [sys.executable, "-c", LIMITED, str(most), "load", "--store", str(store.folder), str(OTHER)]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
    assert ran.returncode == 1 and "请检查磁盘空间和权限" in ran.stderr, ran.stderr
    assert "Traceback" not in ran.stderr
    shown = served(Store(store.folder))
    assert shown is not None and (shown.generation.number, shown.fault) == (1, None)
    assert load_paths([OTHER], Store(store.folder)).imported == 1


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any account may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@POSIX
@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="only root can act as another account")
def test_who_may_only_read_reads_and_is_told_so(store: Store, open_folder: Path) -> None:
    folder = Path(shutil.copytree(store.folder, open_folder / "county"))
    script = (
        "import os, sys; from pathlib import Path; from data.store import Store, served;"
        "from data.load import load_paths; from data.texts import english; from data.errors import Fault;"
        "store = Store(Path(sys.argv[1]));"
        # What the program reads of itself may lie in root's own folder.
        "english(); served(store); os.setgroups([]); os.setgid(65534); os.setuid(65534);"
        "print(served(Store(store.folder)).generation.number)\n"
        "try: load_paths([Path(sys.argv[2])], store)\n"
        "except Fault as fault: print(fault)"
    )
    form = shutil.copy(OTHER, open_folder)
    command = [sys.executable, "-c", script, str(folder), str(form)]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
    number, sentence = ran.stdout.splitlines()
    assert number == "1" and "请检查磁盘空间和权限" in sentence


@POSIX
def test_imports_killed_at_any_moment(tmp_path: Path) -> None:
    tally = killed_imports(tmp_path, kills=4, files=3)
    assert tally.passed, tally.lines()


def test_every_damaged_bit_is_noticed(tmp_path: Path) -> None:
    tally = damaged_bits(tmp_path, flips=30, cuts=15)
    assert tally.passed, tally.lines()


@POSIX
def test_a_disk_that_is_full(tmp_path: Path) -> None:
    with small_disk(tmp_path) as disk:
        if disk is None:
            pytest.skip("only root can mount a disk in memory")
        tally = full_disk(disk, tmp_path, rounds=1, files=10)
    assert tally.passed, tally.lines()
