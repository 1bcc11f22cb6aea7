"""python -m tests.documents.broken.make_broken: the damaged and hostile documents, always the same bytes.

What each of them is told when it comes in stands in test_broken.py.
"""

import io
import struct
import zipfile
from pathlib import Path

from data.readers.recognise import OLE
from tests.data.readers.workbooks import workbook as parts_in_a_zip

HERE = Path(__file__).parent
DOCUMENTS = HERE.parent
MADE = (2023, 1, 1, 0, 0, 0)
SECTOR = 512
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
STREAM_BYTES = 4096  # smaller ones would lie in the small stream
HEADING = "项目支出绩效自评表\n(2022年度)\n项目名称\t线路租用费\n"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO_WORD = "application/vnd.ms-word.document.macroEnabled.main+xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def documents() -> dict[str, bytes]:
    """File name → content."""
    form = (DOCUMENTS / "yanchi-2022-1.xlsx").read_bytes()
    several = packed({"甲.xlsx": form, "乙.xlsx": form})
    return {
        "empty.xlsx": b"",
        "blank.txt": b" \r\n\t\r\n" * 20,
        "truncated.xlsx": form[: len(form) * 2 // 3],
        "truncated.zip": several[: len(several) // 2],
        "bomb.xlsx": workbook(more={"xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * 20_000_000 + b"</worksheet>"}),
        "bomb.zip": packed({"零.xlsx": b"\0" * 40_000_000}),
        "nested.zip": nested(form, 6),
        "deep.xlsx": workbook(
            '<row r="1"><c r="A1" t="inlineStr"><is>' + "<r>" * 3000 + "</r>" * 3000 + "</is></c></row>"
        ),
        "deep.html": b"<html>" + b"<div><table><tr><td>" * 3000,
        "entity.xlsx": workbook(more={"xl/sharedStrings.xml": entity("sst")}),
        "entity.docx": packed({"[Content_Types].xml": WORD.encode(), "word/document.xml": entity("document")}),
        "password.xlsx": container("EncryptionInfo", "EncryptedPackage"),
        "password.docx": container("EncryptionInfo", "EncryptedPackage", "DataSpaces"),
        "password.xls": container("Workbook", content=locked_workbook()),
        "picture-named.xlsx": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 40,
        "workbook-named.pdf": form,
        "utf16-tail.csv": b"\xff\xfe" + (HEADING * 3).replace("\t", ",").encode("utf-16-le") + b"\xd8",
        "gb18030-tail.txt": HEADING.encode("gb18030") + b"\x81\x30\xff",
        "scan.pdf": pdf_without_text(),
        "cut.pdf": (DOCUMENTS / "yanchi-2022.pdf").read_bytes()[:2000],
        "macro.docx": macro_document(),
        "sheet-missing.xlsx": without(workbook(), "xl/worksheets/sheet1.xml"),
        "strings-missing.xlsx": without(
            workbook('<row r="1"><c r="A1" t="s"><v>5</v></c></row>'), "xl/sharedStrings.xml"
        ),
        "no-indicators.txt": (HEADING + "主管部门\t县委办公室\n").encode(),
        "title-alone.txt": "项目支出绩效自评表\n".encode(),
        "two-kinds.xlsx": two_kinds(form),
    }


def workbook(*texts: str, more: dict[str, bytes] | None = None) -> bytes:
    return packed(parts_of(parts_in_a_zip(*texts, more=more)))


def packed(parts: dict[str, bytes]) -> bytes:
    """A ZIP whose bytes depend on nothing but its parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, MADE), part, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def without(content: bytes, part: str) -> bytes:
    return packed({name: kept for name, kept in parts_of(content).items() if name != part})


def nested(content: bytes, depth: int) -> bytes:
    found = packed({"表.xlsx": content})
    for level in range(depth):
        found = packed({f"{level}.zip": found})
    return found


def entity(root: str) -> bytes:
    """A part that asks for a file of the machine."""
    return (
        f'<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        f"<{root}><si><t>&x;</t></si></{root}>"
    ).encode()


def container(*streams: str, content: bytes = b"") -> bytes:
    """An OLE file: header, allocation table, folder, and the streams, each of 8 sectors."""
    each = STREAM_BYTES // SECTOR
    first = [2 + each * index for index in range(len(streams))]
    table = [TABLE, END] + [END if (n + 1) % each == 0 else n + 3 for n in range(each * len(streams))]
    table += [FREE] * (SECTOR // 4 - len(table))
    entries = [entry("Root Entry", 5, FREE, 1, END, 0)]
    for index, name in enumerate(streams):
        right = index + 2 if index + 1 < len(streams) else FREE
        entries.append(entry(name, 2, right, FREE, first[index], STREAM_BYTES))
    entries += [bytes(128)] * (4 - len(entries))
    return b"".join([
        OLE, bytes(16), struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6), struct.pack("<III", 0, 1, 1),
        struct.pack("<IIIIII", 0, STREAM_BYTES, END, 0, END, 0), struct.pack("<109I", 0, *[FREE] * 108),
        struct.pack(f"<{SECTOR // 4}I", *table), *entries, content.ljust(STREAM_BYTES, b"\0") * len(streams),
    ])  # fmt: skip


def entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    named = name.encode("utf-16-le") + b"\0\0"
    return (
        named.ljust(64, b"\0")
        + struct.pack("<HBB", len(named), kind, 1)
        + struct.pack("<III", FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def locked_workbook() -> bytes:
    """The records in front of a workbook with a password: beginning, FILEPASS (XOR), end."""
    records = ((0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 1997, 0, 6)), (0x002F, struct.pack("<HHH", 0, 1, 2)))
    return b"".join(struct.pack("<HH", kind, len(part)) + part for kind, part in (*records, (0x000A, b"")))


def pdf_without_text() -> bytes:
    """One page with a filled rectangle, as a scanner's page holds a picture."""
    drawing = b"0.5 g 50 50 400 600 re f"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawing), drawing),
    ]
    found, starts = b"%PDF-1.4\n", []
    for number, part in enumerate(objects, start=1):
        starts.append(len(found))
        found += b"%d 0 obj%s endobj\n" % (number, part)
    lines = b"".join(b"%010d 00000 n \n" % start for start in starts)
    return found + b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        lines,
        len(found),
    )


def macro_document() -> bytes:
    """A document of a macro and an embedded object, without any text."""
    body = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:object/></w:r></w:p></w:body></w:document>'
    return packed(
        {
            "[Content_Types].xml": MACRO_WORD.encode(),
            "word/document.xml": body.encode(),
            "word/vbaProject.bin": OLE + bytes(64),
            "word/embeddings/oleObject1.bin": OLE + bytes(64),
        }
    )


def two_kinds(form: bytes) -> bytes:
    """A package that says it is a workbook and a document, with a form in each."""
    parts = parts_of(form)
    parts |= {
        name: part for name, part in parts_of((DOCUMENTS / "yanchi-2022.docx").read_bytes()).items() if "word" in name
    }
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>", f'<Override PartName="/word/document.xml" ContentType="{WORD}"/></Types>'.encode()
    )
    return packed(parts)


def main() -> None:
    for name, content in documents().items():
        (HERE / name).write_bytes(content)


if __name__ == "__main__":
    main()
