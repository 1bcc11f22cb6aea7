"""Damaged and hostile documents: each is refused by its name with a code and the word that says what is wrong."""

from pathlib import Path

import pytest

from data.file_list import list_files
from data.reading import reading
from tests.documents.broken.make_broken import HERE, documents

# document | code | what the sentence says
TABLE = """
empty.xlsx           | empty          | 空文件
blank.txt            | empty          | 空文件
truncated.xlsx       | damaged        | 压缩结构不完整
truncated.zip        | damaged        | 压缩结构不完整
bomb.xlsx            | too_large      | 压缩炸弹
bomb.zip             | too_large      | 32 MB
nested.zip           | too_large      | 嵌套超过 3 层
deep.xlsx            | damaged        | 无法解析
deep.html            | no_form        | 没有找到
entity.xlsx          | damaged        | DOCTYPE
entity.docx          | damaged        | DOCTYPE
password.xlsx        | password       | 取消密码
password.docx        | password       | 取消密码
password.xls         | password       | 取消密码
picture-named.xlsx   | damaged        | 内部记录不完整
workbook-named.pdf   |                |
utf16-tail.csv       | damaged        | 文字编码不正确
gb18030-tail.txt     | unknown_format | 不是可以读取的格式
scan.pdf             | unknown_format | 扫描件
cut.pdf              | damaged        | 内部记录不完整
macro.docx           | no_form        | 没有找到
sheet-missing.xlsx   | damaged        | 缺少必要的内部文件
strings-missing.xlsx | damaged        | 单元格引用不正确
no-indicators.txt    | no_form        | 没有找到
title-alone.txt      | no_form        | 没有找到
two-kinds.xlsx       | unknown_format | 同时含有工作簿和文档
"""
ROWS = [[part.strip() for part in row.split("|")] for row in TABLE.strip().splitlines()]
MOST_BYTES = 64 * 1024


def test_each_is_refused_by_name_with_its_reason() -> None:
    """All of them through one reading process after the other, as they come in."""
    files = list(list_files([HERE / row[0] for row in ROWS]))
    found = list(reading(files, frozenset()))
    told = [[one.file.path.name, one.code, next((row[2] for row in ROWS if row[2] and row[2] in one.text), "")]
            for one in found]  # fmt: skip
    assert told == ROWS
    assert [one.text for one in found if one.code and f"《{one.file.file_name}》" not in one.text] == []


def test_a_wrong_suffix_hinders_nobody() -> None:
    (found,) = reading(list(list_files([HERE / "workbook-named.pdf"])), frozenset())
    assert (found.reader, len(found.forms)) == ("xlsx", 1)


@pytest.mark.parametrize("name", sorted(documents()))
def test_the_script_writes_what_lies_here(name: str) -> None:
    content = (HERE / name).read_bytes()
    # Another zlib packs the same parts into other bytes.
    assert content.startswith(b"PK") or content == documents()[name]
    assert len(content) <= MOST_BYTES


def test_every_document_here_stands_in_the_table() -> None:
    here = {path.name for path in Path(HERE).iterdir() if path.suffix != ".py" and path.is_file()}
    assert here == {row[0] for row in ROWS}
