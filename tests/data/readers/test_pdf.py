"""PDF: refused with a clear word where it holds no text."""

import pytest

from data.errors import DamagedFile, Fault
from data.readers import faults, limits, pdf, read_document


def printed(stream: str = "", pages: int = 1) -> bytes:
    """A PDF made by hand."""
    kids = " ".join(f"{4 + n} 0 R" for n in range(pages))
    font = "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 3 0 R{font}>>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {pages}>>",
        f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream",
        *[page] * pages,
    ]
    body, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return f"{body}{head}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF".encode(
        "latin-1"
    )


GRID = "20 20 260 40 re S 20 60 130 40 re S 150 60 130 40 re S "
LOWER = "BT /F 10 Tf 25 30 Td (below the others) Tj ET "
TEXT = LOWER + "BT /F 10 Tf 25 75 Td (left) Tj ET BT /F 10 Tf 155 75 Td (right) Tj ET "
TITLE = "BT /F 10 Tf 25 250 Td (a title above) Tj ET"


def test_ruling_lines_make_cells() -> None:
    cells = read_document("表.pdf", printed(GRID + TEXT + TITLE)).tables[0].cells
    assert [(one.text, one.row, one.column, one.column_span, one.place) for one in cells] == [
        ("a title above", 0, 0, 1, "第1页第1行"),
        ("left", 1, 0, 1, "第1页表1第1行第1列"),
        ("right", 1, 1, 1, "第1页表1第1行第2列"),
        ("below the others", 2, 0, 2, "第1页表1第2行第1列"),
    ]


def test_a_line_through_a_character_parts_nothing() -> None:
    crossed = GRID + "150 20 0.1 40 re S " + "BT /F 10 Tf 118 30 Td (1030700.00) Tj ET "
    texts = [one.text for one in read_document("表.pdf", printed(crossed + TITLE)).tables[0].cells]
    assert texts == ["a title above", "1030700.00"]


def test_a_scan_is_refused_with_a_clear_word() -> None:
    with pytest.raises(faults.ScannedDocument, match="扫描件"):
        read_document("扫描.pdf", printed(GRID))


def test_pages_and_objects_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Fault, match=f"超过 {limits.PAGES.most} 页"):
        read_document("长.pdf", printed(TEXT, limits.PAGES.most + 1))
    monkeypatch.setattr(pdf, "PAGE_OBJECTS", limits.Limit(5, limits.PAGE_OBJECTS.text))
    with pytest.raises(Fault, match="一页内"):
        read_document("密.pdf", printed(TEXT))


@pytest.mark.parametrize("content", [b"%PDF-1.7", printed(TEXT)[:200]], ids=["head", "cut"])
def test_damaged(content: bytes) -> None:
    with pytest.raises((DamagedFile, faults.ScannedDocument)):
        read_document("坏.pdf", content)
