"""OpenDocument sheets: figures in full, as they are dressed."""

import pytest

from data.documents import Table
from data.errors import Fault, PasswordProtected
from data.readers import read_document
from tests.data.readers.workbooks import packed

SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("o", "office"), ("t", "table"), ("x", "text"), ("s", "style"))
)


def sheet(rows: str, more: dict[str, bytes] | None = None, before: str = "") -> tuple[Table, ...]:
    table = f'<t:table t:name="表" t:style-name="ta1">{rows}</t:table>'
    styles = f"<o:automatic-styles>{before}</o:automatic-styles>"
    body = f"<o:body><o:spreadsheet>{table}</o:spreadsheet></o:body>"
    content = f"<o:document-content {SPACES}>{styles}{body}</o:document-content>"
    parts = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content.encode()}
    return read_document("表.ods", packed(parts | (more or {}))).tables


def cell(kind: str, value: str, shown: str) -> str:
    kept = f'o:{"date-" * (kind == "date")}value="{value}"'
    return f'<t:table-cell o:value-type="{kind}" {kept}><x:p>{shown}</x:p></t:table-cell>'


@pytest.mark.parametrize(
    ("kind", "value", "shown", "read"),
    [
        ("percentage", "0.77304", "77%", "77.304%"),
        ("percentage", "1", "100.00%", "100.00%"),
        ("float", "30", "30次", "30次"),
        ("float", "1030700", "1,030,700.00", "1030700.00"),
        ("float", "21.855", "22", "21.855"),
        ("currency", "23", "¥23.00", "23.00"),
        ("float", "nan", "坏", "坏"),
        ("date", "2022-12-31", "2022年12月31日", "2022-12-31"),
        ("date", "2022-12-01", "2022年12月", "2022年12月"),
        ("string", "", "≥24次", "≥24次"),
    ],
)
def test_figures_in_full(kind: str, value: str, shown: str, read: str) -> None:
    assert sheet(f"<t:table-row>{cell(kind, value, shown)}</t:table-row>")[0].cells[0].text == read


def test_repeated_and_joined_cells() -> None:
    rows = """<t:table-row t:number-rows-repeated="1048000"><t:table-cell t:number-columns-repeated="16000"/>
</t:table-row><t:table-row t:number-rows-repeated="2"><t:table-cell t:number-columns-repeated="2"/>
<t:table-cell o:value-type="string" t:number-columns-spanned="2" t:number-rows-spanned="1">
<x:p>甲<x:s x:c="2"/>乙</x:p><x:p>丙</x:p></t:table-cell><t:covered-table-cell/></t:table-row>"""
    found = [(one.place, one.text, one.column_span) for one in sheet(rows)[0].cells]
    assert found == [("C1048001", "甲  乙\n丙", 2), ("C1048002", "甲  乙\n丙", 2)]


def test_a_hidden_sheet_says_so() -> None:
    style = '<s:style s:name="ta1"><s:table-properties t:display="false"/></s:style>'
    assert sheet("", before=style)[0].name == "表(隐藏)"


def test_locked_and_hostile() -> None:
    with pytest.raises(PasswordProtected):
        sheet("", {"META-INF/manifest.xml": b"<m><encryption-data/></m>"})
    with pytest.raises(Fault, match="DOCTYPE"):
        sheet("", {"styles.xml": b"<!DOCTYPE x><x/>"})
    with pytest.raises(Fault, match="单元格"):
        sheet(f'<t:table-row t:number-rows-repeated="1000">{cell("float", "1", "1") * 300}</t:table-row>')
