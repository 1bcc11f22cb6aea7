"""Web pages, also those that are called .xls."""

import codecs

import pytest

from data.documents import Cell
from data.readers import read_document

HEAD = "<html><head><meta charset={0}><title>名</title></head>"
PAGE = HEAD + "<body><p>表名</p><table><tr><td>元</td></tr></table></body></html>"


def cells(content: str | bytes) -> tuple[Cell, ...]:
    raw = content if isinstance(content, bytes) else content.encode()
    document = read_document("表.xls", raw)
    assert document.reader == "html"
    return document.tables[0].cells


def texts(content: str) -> list[str]:
    return [one.text for one in cells(content)]


@pytest.mark.parametrize(
    "content",
    [
        PAGE.format("utf-8").encode(),
        PAGE.format("gb2312").encode("gb18030"),
        PAGE.format("GBK").encode("gb18030"),
        PAGE.format("big5").encode("big5"),
        PAGE.format("utf-8").encode("gb18030"),
        PAGE.format("没有").encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + PAGE.format("unicode").encode("utf-16-le"),
        codecs.BOM_UTF16_BE + PAGE.format("utf-16").encode("utf-16-be"),
        b"<?xml version='1.0' encoding='gb2312'?><!DOCTYPE html>" + PAGE.format("gb2312").encode("gb18030"),
    ],
    ids=["utf-8", "gb2312", "gbk", "big5", "wrong", "unknown", "utf-16-le", "utf-16-be", "xhtml"],
)
def test_encodings(content: bytes) -> None:
    assert [one.text for one in cells(content)][:2] == ["表名", "元"]


def test_spans_and_places() -> None:
    page = "<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td>丁<tr><td rowspan=0>戊<td colspan=x>己</table>"
    assert [(one.text, one.row, one.column, one.row_span, one.column_span) for one in cells(page)] == [
        ("甲", 0, 0, 2, 1), ("乙", 0, 1, 1, 2), ("丙", 1, 1, 1, 1), ("丁", 1, 2, 1, 1),
        ("戊", 2, 0, 1, 1), ("己", 2, 1, 1, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("page", "read"),
    [
        ("<table><tr><td x:num=0.77304>77%<td x:num>12<td x:num='1030700'>1,030,700.00</table>",
         ["77.304%", "12", "1030700.00"]),
        ("<table><tr><td>一<br>二<td><p>三</p><p>四</p></table>", ["一\n二", "三\n四"]),
        ("<table><tr><td>&ge;90%&nbsp;<td>&#8805;12</table>", ["≥90%", "≥12"]),
        ("<table><tr style='display:none'><td>隐<tr><td>显<script>x</script><!-- 注 --></table>", ["显"]),
        ("<table><thead><tr><th>头</thead><tbody><tr><td>体</tbody></table>", ["头", "体"]),
        ("<div>前<table><tr><td>外<table><tr><td>内</table></table>后</div>", ["前", "外", "内", "后"]),
        ("<table><tr><td><input type=checkbox checked>是<input type=checkbox>否</table>", ["☑是□否"]),
        ("<table><tr><td>从 \n  前</table>", ["从 前"]),
    ],
    ids=["figures", "breaks", "signs", "hidden", "groups", "nested", "boxes", "white space"],
)  # fmt: skip
def test_what_is_seen_is_read(page: str, read: list[str]) -> None:
    assert texts(page) == read


def test_hostile_pages_end() -> None:
    cells("<table>" + "<tr><td colspan=99999 rowspan=99999>甲" * 300 + "</table>")
    cells("<div>" * 5000 + "甲" + "<table><tr><td>" * 500)
