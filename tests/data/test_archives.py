"""A zip is read as a folder; one that is broken, locked or hostile is refused by name."""

import random
from pathlib import Path

import pytest

from data import archives
from data.errors import Fault
from data.file_list import Listed, list_files
from data.file_read import read_file
from data.readers import limits
from tests.data.zips import zipped

DOCUMENTS = Path(__file__).parents[1] / "documents"
FORM = (DOCUMENTS / "yanchi-2022-1.xlsx").read_bytes()
WORD = (DOCUMENTS / "yanchi-2022.docx").read_bytes()


def listed(tmp_path: Path, content: bytes, name: str = "报送.zip") -> list[Listed]:
    (tmp_path / name).write_bytes(content)
    return list(list_files([tmp_path]))


def refusals(files: list[Listed]) -> list[tuple[str, str]]:
    found = [read_file(file, frozenset()) for file in files]
    return [(one.code, one.text) for one in found]


@pytest.mark.parametrize("encoding", [None, "gb18030", "utf-8"])
def test_a_zip_is_a_folder_with_chinese_names(tmp_path: Path, encoding: str | None) -> None:
    content = zipped(
        {"自评表/水务局.xlsx": FORM, "农业局.docx": WORD, "__MACOSX/._x": b"1", "~$锁.xlsx": b"1"}, encoding
    )
    files = listed(tmp_path, content)
    assert [file.name for file in files] == ["报送.zip/农业局.docx", "报送.zip/自评表/水务局.xlsx"]
    assert [len(read_file(file, frozenset()).forms) for file in files] == [3, 1]
    assert files[1].file_name == "水务局.xlsx"
    assert files[1].shown_path.endswith("报送.zip/自评表/水务局.xlsx")


def test_a_zip_in_a_zip_is_a_folder_in_a_folder(tmp_path: Path) -> None:
    content = zipped({"乡镇.zip": zipped({"花马池镇.xlsx": FORM}, "gb18030"), "表.xlsx": FORM})
    files = listed(tmp_path, content)
    assert [file.name for file in files] == ["报送.zip/乡镇.zip/花马池镇.xlsx", "报送.zip/表.xlsx"]
    assert [read_file(file, frozenset()).code for file in files] == ["", ""]


def test_a_document_is_no_folder_whatever_it_is_called(tmp_path: Path) -> None:
    assert [file.name for file in listed(tmp_path, FORM)] == ["报送.zip"]
    assert read_file(Listed(tmp_path / "报送.zip", "报送.zip"), frozenset()).code == ""


def test_one_bad_member_costs_only_itself(tmp_path: Path) -> None:
    content = zipped({"1坏.xlsx": FORM[:3000], "2空.xlsx": b"", "3表.xlsx": FORM, "4照片.jpg": b"\xff\xd8\xff"})
    assert [code for code, _ in refusals(listed(tmp_path, content))] == ["damaged", "empty", "", "damaged"]


def test_a_zip_without_files_or_broken_is_named(tmp_path: Path) -> None:
    for content in (zipped({"__MACOSX/x": b"1"}), zipped({"表.xlsx": FORM})[:-30]):
        ((code, text),) = refusals(listed(tmp_path, content))
        assert code in ("empty", "damaged")
        assert "《报送.zip》" in text


def test_a_locked_member_is_named(tmp_path: Path) -> None:
    content = bytearray(zipped({"密.xlsx": FORM}))
    content[6] |= 1
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    ((code, text),) = refusals(listed(tmp_path, bytes(content)))
    assert code == "password"
    assert "《密.xlsx》" in text


def test_limits_of_the_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = FORM
    for _ in range(limits.ARCHIVE_DEPTH.most + 1):
        deep = zipped({"层.zip": deep} if deep is not FORM else {"表.xlsx": FORM})
    ((code, text),) = refusals(listed(tmp_path, deep))
    assert (code, "嵌套" in text) == ("too_large", True)
    monkeypatch.setattr(archives, "ARCHIVE_ENTRIES", limits.Limit(2, limits.ARCHIVE_ENTRIES.text))
    ((code, text),) = refusals(listed(tmp_path, zipped({f"{n}.xlsx": b"1" for n in range(3)})))
    assert (code, "《报送.zip》" in text) == ("too_large", True)


def test_a_bomb_costs_only_itself(tmp_path: Path) -> None:
    files = listed(tmp_path, zipped({"炸弹.txt": b"0" * 30_000_000, "表.xlsx": FORM}))
    found = [read_file(file, frozenset()) for file in files]
    assert [(one.file.file_name, one.code) for one in found] == [("炸弹.txt", "too_large"), ("表.xlsx", "")]


@pytest.mark.parametrize("seed", range(40))
def test_flipped_bits_never_end_in_a_traceback(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(zipped({"表.txt": b"x" * 100, "内.zip": zipped({"表.txt": b"y"})}, "gb18030"))
    for _ in range(chance.choice([1, 2, 8])):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    for code, text in refusals(listed(tmp_path, bytes(content))):
        assert code and text and code != "failed"


def test_a_member_that_is_gone_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"表.xlsx": FORM}))
    with pytest.raises(Fault, match="缺少"):
        archives.member_bytes(tmp_path / "a.zip", ("没有.xlsx",))
