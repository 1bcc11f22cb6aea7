"""Files that cannot be read: each is refused by name, with its reason and what to do, and never with a traceback."""

import pickle
import random
from pathlib import Path

import pytest

from data.errors import DamagedFile, EmptyFile, Fault, PasswordProtected, TooLarge, UnknownFormat
from data.forms import read_forms
from data.readers import faults, limits, read_document
from data.readers.recognise import OLE
from tests.data.readers.workbooks import packed, workbook

DOCUMENTS = Path(__file__).parents[2] / "documents"
WORKBOOK = (DOCUMENTS / "yanchi-2022-1.xlsx").read_bytes()
ROW = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'


def ole(stream: str) -> bytes:
    return OLE + b"\0" * 504 + stream.encode("utf-16-le") + b"\0\0"


def word() -> bytes:
    return packed(
        {"[Content_Types].xml": b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"}
    )


REFUSED = [
    ("空文件", b"", EmptyFile, "空文件"),
    ("加密的工作簿", ole("EncryptedPackage"), PasswordProtected, "取消密码"),
    ("断开的旧版工作簿", ole("Workbook"), DamagedFile, "已损坏"),
    ("断开的旧版文档", ole("WordDocument"), DamagedFile, "已损坏"),
    ("不明的旧格式", ole("其他"), UnknownFormat, "另存为 .xlsx"),
    ("缺正文的文档", word(), DamagedFile, "缺少"),
    ("开放文档", packed({"mimetype": b"vnd.oasis.opendocument.x"}), faults.OpenDocument, "OpenDocument"),
    ("演示文稿", packed({"[Content_Types].xml": b"x.presentationml.x"}), faults.Presentation, ".pptx"),
    ("二进制工作簿", packed({"[Content_Types].xml": b"ms-excel.sheet.binary.x"}), faults.BinaryWorkbook, ".xlsb"),
    ("压缩包", packed({"表.xlsx": b"x"}), faults.Archive, "解压"),
    ("七压缩包", b"7z\xbc\xaf\x27\x1c\0\0", faults.Archive, "解压"),
    ("断开的扫描件", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", DamagedFile, "已损坏"),
    ("断开的照片", b"\xff\xd8\xff\xe0\0\x10JFIF", DamagedFile, "已损坏"),
    ("动图", b"GIF89a\1\0\1\0", faults.Picture, "另存为 .png"),
    ("断开的版式文件", b"%PDF-1.7\n%\xe2\xe3", DamagedFile, "已损坏"),
    ("标记文件", "<?xml version='1.0'?><表/>".encode(), faults.WebPage, "XML"),
    ("随机字节", random.Random(7).randbytes(5000), UnknownFormat, "格式"),
    ("截断的工作簿", WORKBOOK[: len(WORKBOOK) // 2], DamagedFile, "已损坏"),
    ("只有开头", b"PK\x03\x04", DamagedFile, "已损坏"),
    ("缺表", packed({"[Content_Types].xml": b"spreadsheetml.sheet.main+xml"}), DamagedFile, "缺少"),
    ("坏引用", workbook(ROW), DamagedFile, "引用"),
    ("坏坐标", workbook('<row r="1"><c r="A0"><v>1</v></c></row>'), DamagedFile, "引用"),
    ("坏行号", workbook('<row r="x"><c><v>1</v></c></row>'), DamagedFile, "引用"),
    ("坏标签", workbook("<row>"), DamagedFile, "无法解析"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "fault", "words"), REFUSED, ids=[row[0] for row in REFUSED])
def test_refused_by_name_with_what_to_do(name: str, content: bytes, fault: type[Fault], words: str) -> None:
    with pytest.raises(fault) as refused:
        read_document(f"{name}.xlsx", content)
    sentence = refused.value.sentence("zh")
    assert f"《{name}.xlsx》" in sentence
    assert words in sentence
    assert refused.value.sentence("en")


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "docProps/core.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused_before_anything_is_expanded(encoding: str, part: str) -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "哈"}">' for n in range(10))
    bomb = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE sst [{entities}]><sst><si><t>&a9;</t></si></sst>'
    content = workbook(ROW, more={part: bomb.encode(encoding)})
    with pytest.raises(DamagedFile, match="DOCTYPE"):
        read_document("炸弹.xlsx", content)


def test_a_zip_bomb_is_refused_by_its_ratio() -> None:
    with pytest.raises(TooLarge, match="压缩比"):
        read_document(
            "炸弹.xlsx",
            workbook(more={"xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * 30_000_000 + b"</worksheet>"}),
        )


def test_declared_sizes_are_checked_before_unpacking() -> None:
    with pytest.raises(TooLarge, match="解压后"):
        read_document("大.xlsx", workbook(more={f"xl/media/{n}.bin": b"\0" * 60_000_000 for n in range(3)}))


def test_too_many_entries_cells_merges_and_bytes() -> None:
    many = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, limits.MERGES.most + 2))
    chance = random.Random(1)
    rows = "".join(
        f"<row>{''.join(f'<c><v>{chance.random()}</v></c>' for _ in range(1000))}</row>"
        for _ in range(limits.CELLS.most // 1000 + 1)
    )
    for content, words in [
        (workbook(more={f"x{n}": b"" for n in range(limits.ENTRIES.most)}), "内部文件"),
        (workbook(rows), "单元格"),
        (workbook(after=f"<mergeCells>{many}</mergeCells>"), "合并单元格"),
        (b"a\t" * (5 * limits.MEGABYTE), "MB"),
    ]:
        with pytest.raises(TooLarge, match=words):
            read_document("大.xlsx", content)


def test_nested_huge_merges_are_read_or_refused() -> None:
    merges = "".join(f'<mergeCell ref="A1:XFD{1048576 - n}"/>' for n in range(300))
    document = read_document(
        "合并.xlsx",
        workbook('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>', f"<mergeCells>{merges}</mergeCells>"),
    )
    assert [cell.place for cell in document.tables[0].cells] == ["A1"]
    merges = "".join(f'<mergeCell ref="B{n}:XFD1048576"/>' for n in range(1, 600))
    with pytest.raises(TooLarge, match="重叠"):
        read_document(
            "合并.xlsx", workbook('<row r="900"><c r="A900"><v>1</v></c></row>', f"<mergeCells>{merges}</mergeCells>")
        )


def test_a_million_declared_rows_cost_little() -> None:
    rows = "".join(f'<row r="{n}"/>' for n in range(2, 100_000))
    content = workbook('<dimension ref="A1:XFD1048576"/><row r="1"><c r="A1"><v>1</v></c></row>' + rows)
    assert len(read_document("长.xlsx", content).tables[0].cells) == 1


@pytest.mark.parametrize("seed", range(150))
def test_flipped_bits_never_end_in_a_traceback(seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(WORKBOOK)
    for _ in range(chance.choice([1, 1, 2, 8, 40])):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    try:
        forms = read_forms(read_document("坏.xlsx", bytes(content)))
    except Fault as fault:
        assert "《坏.xlsx》" in fault.sentence("zh")
    else:
        assert all(form.accounted_cells + len(form.issues) >= form.filled_cells for form in forms)


@pytest.mark.parametrize("length", [1, 4, 22, 100, 1000, 4000, -100, -22, -1])
def test_truncated_anywhere_is_damaged(length: int) -> None:
    with pytest.raises(Fault):
        read_forms(read_document("断.xlsx", WORKBOOK[:length]))


@pytest.mark.parametrize(
    "fault",
    [
        DamagedFile("a.xlsx", reason=faults.BROKEN_XML),
        limits.LimitPassed("a.xlsx", limits.CELLS.text, 5),
        faults.OldWorkbook("a.xls"),
        PasswordProtected("a.xlsx"),
    ],
    ids=lambda fault: type(fault).__name__,
)
def test_faults_travel_between_processes(fault: Fault) -> None:
    assert pickle.loads(pickle.dumps(fault)).sentence("zh") == fault.sentence("zh")  # noqa: S301 — our own bytes
