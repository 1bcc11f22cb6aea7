"""The order of the house, read from the imports: app → pages → analytics → data, and nothing lies about."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
ROOMS = ("data", "analytics", "pages", "app")  # each may import itself and those before it
TOP = {
    "jixiao.example.toml", "pyproject.toml", "README.md", "README.zh-CN.md", "Makefile",
    "requirements.txt", "requirements-scan.txt", "requirements-server.txt", "requirements-test.txt",
    "requirements-cluster.txt",
    "app.py", "data", "analytics", "pages", "tests", "deploy", "docs", ".ci", ".streamlit", ".gitignore",
}  # fmt: skip
FILES = [*sorted(path for room in ROOMS[:3] for path in (PROJECT / room).rglob("*.py")), PROJECT / "app.py"]
LONGEST = 300


def imports(source: str) -> Iterator[str]:
    """Every module that the source imports, those inside functions too; relative imports are refused."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute, so that the layer can be read"
            # `from data import texts` names the module data.texts, or a name of data: both are of the room data.
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(path: Path) -> str:
    return path.relative_to(PROJECT).parts[0].removesuffix(".py")


def page(path: Path) -> str:
    """The page that a file of pages/ belongs to."""
    return path.relative_to(PROJECT).parts[1]


def relative(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_imports_go_one_way(path: Path) -> None:
    above = ROOMS[ROOMS.index(room(path)) + 1 :]
    for name in imports(path.read_text(encoding="utf-8")):
        assert name.partition(".")[0] not in (*above, "tests"), f"{relative(path)} imports {name}"


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_streamlit_stays_in_app_and_pages(path: Path) -> None:
    if room(path) in ("data", "analytics"):
        for name in imports(path.read_text(encoding="utf-8")):
            assert name.partition(".")[0] != "streamlit", f"{relative(path)} imports {name}"


@pytest.mark.parametrize("path", [one for one in FILES if room(one) == "pages"], ids=relative)
def test_pages_do_not_import_each_other(path: Path) -> None:
    for name in imports(path.read_text(encoding="utf-8")):
        parts = name.split(".")
        if parts[0] == "pages":
            assert parts[1] in ("shared", page(path)), f"{relative(path)} imports {name}"
            assert page(path) != "shared" or parts[1] == "shared", f"{relative(path)} imports {name}"


def test_nothing_but_init_lies_directly_in_pages() -> None:
    # A script there would start in Streamlit's old mode: a deep link would run it without app.py.
    assert [path.name for path in (PROJECT / "pages").glob("*.py")] == ["__init__.py"]


def test_every_page_is_a_folder_with_an_outline() -> None:
    folders = [path for path in (PROJECT / "pages").iterdir() if path.is_dir() and not ignored(path)]
    for folder in folders:
        assert folder.name == "shared" or (folder / "page.py").exists(), f"{relative(folder)} has no page.py"


def test_the_top_level_is_exactly_this() -> None:
    found = {path.name for path in PROJECT.iterdir() if path.name != ".git" and not ignored(path)}
    assert found == TOP


def ignored(path: Path) -> bool:
    patterns = (PROJECT / ".gitignore").read_text(encoding="utf-8").split()
    return any(fnmatch(path.name, pattern.rstrip("/")) for pattern in patterns)


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_modules_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("import pages.county", ["pages.county"]),
        ("from pages import county", ["pages.county"]),
        ("def f():\n    import streamlit as st", ["streamlit"]),
        ("from analytics.session import open_session", ["analytics.session.open_session"]),
    ],
)
def test_imports_are_found_wherever_they_stand(source: str, names: list[str]) -> None:
    assert list(imports(source)) == names


# The first puts it into the hands of who looks; the others only ask what is in force.
OPEN_A_STORE = {"store.py", "health.py", "warming.py"}


def test_pages_act_in_the_name_of_who_looks() -> None:
    """A store opened by its folder alone is in the hands of the machine itself, which may do everything."""
    for path in sorted((PROJECT / "pages").rglob("*.py")):
        names = {node.func.id for node in calls(path) if isinstance(node.func, ast.Name)}
        assert "Store" not in names or path.name in OPEN_A_STORE, path


def calls(path: Path) -> list[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
