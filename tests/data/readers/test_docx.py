"""Word documents: what is seen on the page is what is read."""

import pytest

from data.documents import Cell
from data.errors import Fault
from data.readers import read_document
from tests.documents.make_formats import paragraph, word_document


def cells(body: str) -> tuple[Cell, ...]:
    return read_document("表.docx", word_document(body)).tables[0].cells


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content or paragraph('')}</w:tc>"


def texts(body: str) -> list[str]:
    return [one.text for one in cells(body)]


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


HIDDEN, NOT_HIDDEN = "<w:vanish/>", '<w:vanish w:val="0"/>'
BOXED = f"<w:r><w:pict><w:txbxContent>{paragraph('框')}</w:txbxContent></w:pict></w:r>"
TWO_BY_TWO = f"""<w:tbl>
<w:tr>{cell(paragraph("甲"), '<w:vMerge w:val="restart"/>')}{cell(paragraph("乙"), '<w:gridSpan w:val="2"/>')}</w:tr>
<w:tr>{cell("", "<w:vMerge/>")}{cell(paragraph("丙"))}{cell(paragraph("丁"))}</w:tr>
<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell(paragraph("戊"))}</w:tr></w:tbl>"""


def test_spans_and_places() -> None:
    found = [(one.text, one.row, one.column, one.row_span, one.column_span, one.place) for one in cells(TWO_BY_TWO)]
    assert found == [
        ("甲", 0, 0, 2, 1, "表1第1行第1列"),
        ("乙", 0, 1, 1, 2, "表1第1行第2列"),
        ("丙", 1, 1, 1, 1, "表1第2行第2列"),
        ("丁", 1, 2, 1, 1, "表1第2行第3列"),
        ("戊", 2, 1, 1, 1, "表1第3行第2列"),
    ]


def test_paragraphs_and_tables_follow_one_another() -> None:
    found = [(one.row, one.text) for one in cells(paragraph("标题") + paragraph("") + TWO_BY_TWO + paragraph("注"))]
    assert (found[0], found[1], found[-1]) == ((0, "标题"), (1, "甲"), (4, "注"))


def test_a_table_in_a_cell_follows_its_row_and_keeps_its_text() -> None:
    inner = f"<w:tbl><w:tr>{cell(paragraph('内'))}</w:tr></w:tbl>"
    body = f"<w:tbl><w:tr>{cell(paragraph('外') + inner)}</w:tr><w:tr>{cell(paragraph('下'))}</w:tr></w:tbl>"
    assert [(one.row, one.text, one.place) for one in cells(body)] == [
        (0, "外", "表1第1行第1列"),
        (1, "内", "表1第1行第1列内表1第1行第1列"),
        (2, "下", "表1第2行第1列"),
    ]


@pytest.mark.parametrize(
    ("content", "read"),
    [
        (f"<w:p><w:del>{run('旧').replace('w:t>', 'w:delText>')}</w:del><w:ins>{run('新')}</w:ins></w:p>", ["新"]),
        (f"<w:p><w:moveFrom>{run('此')}</w:moveFrom>{run('彼')}</w:p>", ["彼"]),
        (f"<w:p>{run('隐', HIDDEN)}{run('显', NOT_HIDDEN)}</w:p>", ["显"]),
        ("<w:p><w:r><w:sym w:font='Symbol' w:char='F0B3'/><w:t>90%</w:t></w:r></w:p>", ["≥90%"]),
        ("<w:p><w:r><w:sym w:font='Wingdings 2' w:char='F052'/><w:t>是</w:t></w:r></w:p>", ["☑是"]),
        (f"<w:sdt><w:sdtContent>{paragraph('控件')}</w:sdtContent></w:sdt>", ["控件"]),
        (f"<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>{run('正文')}</w:p>", ["正文"]),
        ("<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t></w:r></w:p>", ["一\n二"]),
        (f"<w:p>{BOXED}{run('文')}</w:p>", ["文", "框"]),
        (f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell(paragraph('删'))}</w:tr><w:tr>{cell(paragraph('留'))}</w:tr></w:tbl>",
         ["留"]),
    ],
    ids=["deleted", "moved", "hidden", "symbol", "box", "control", "field", "break", "text box", "deleted row"],
)  # fmt: skip
def test_what_is_seen_is_read(content: str, read: list[str]) -> None:
    assert texts(content) == read


def test_a_doctype_and_a_missing_body() -> None:
    assert texts("") == []
    with pytest.raises(Fault, match="DOCTYPE"):
        cells("<!DOCTYPE x>")


def test_deep_nesting_is_refused_or_read() -> None:
    body = paragraph("底")
    for _ in range(200):
        body = f"<w:tbl><w:tr>{cell(body)}</w:tr></w:tbl>"
    with pytest.raises(Fault, match="《表"):
        cells(body)
