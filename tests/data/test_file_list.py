"""Which files an import sees."""

from pathlib import Path

import pytest

from data.errors import UnreadableFile
from data.file_list import PathMissing, list_files

PUT_THERE = ["乙/更深/表.xlsx", "乙/自评表.xlsx", "甲/自评表.xlsx", "表.txt"]
PASSED_OVER = [".DS_Store", "甲/~$自评表.xlsx", "甲/Thumbs.db", "__MACOSX/._表.txt", ".git/config", "desktop.ini"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (*PUT_THERE, *PASSED_OVER):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return tmp_path


def names(*paths: Path) -> list[str]:
    return [listed.name for listed in list_files(paths)]


def test_a_folder_is_searched_in_order_for_what_people_put_there(folder: Path) -> None:
    assert names(folder) == PUT_THERE


def test_a_file_that_is_named_is_read_whatever_it_is_called(folder: Path) -> None:
    assert names(folder / ".DS_Store", folder / "表.txt") == [".DS_Store", "表.txt"]


def test_each_file_is_seen_once(folder: Path) -> None:
    assert names(folder / "甲", folder, folder / "甲" / ".." / "表.txt") == ["自评表.xlsx", *PUT_THERE[:2], "表.txt"]


def test_a_folder_that_links_to_itself_ends(folder: Path) -> None:
    (folder / "甲" / "环").symlink_to(folder, target_is_directory=True)
    assert names(folder) == PUT_THERE


def test_a_path_that_is_not_there_is_named(folder: Path) -> None:
    with pytest.raises(PathMissing, match=r"没有\.xlsx"):
        names(folder / "没有.xlsx")


def test_a_path_that_this_account_may_not_look_at_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_dir", refused)
    with pytest.raises(UnreadableFile, match=r"别人的\.xlsx.*读取权限"):
        names(folder / "别人的.xlsx")
