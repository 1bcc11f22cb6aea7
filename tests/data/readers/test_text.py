"""Plain text in the encodings and shapes in use."""

import codecs

import pytest

from data.errors import EmptyFile, UnknownFormat
from data.readers import read_document

TEXT = "项目名称\t\t业务运行费\n主管部门\t\t县委办\n"


def rows(content: bytes) -> list[list[str]]:
    """The texts row by row, blanks left out."""
    cells = read_document("表.txt", content).tables[0].cells
    return [[cell.text for cell in cells if cell.row == row] for row in sorted({cell.row for cell in cells})]


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("gb18030"),
        TEXT.replace("\n", "\r\n").encode("utf-8"),
        TEXT.replace("\n", "\r").encode("utf-8"),
    ],
    ids=["utf-8", "mark", "utf-16-le", "utf-16-be", "gb18030", "crlf", "cr"],
)
def test_encodings_and_line_ends(content: bytes) -> None:
    assert rows(content) == [["项目名称", "业务运行费"], ["主管部门", "县委办"]]


def test_places_count_lines_and_columns_from_one() -> None:
    cells = read_document("表.txt", ("\n" + TEXT).encode()).tables[0].cells
    assert [(cell.row, cell.column, cell.place) for cell in cells][:2] == [(1, 0, "第2行第1列"), (1, 2, "第2行第3列")]


def test_a_quoted_cell_with_line_breaks_is_one_cell() -> None:
    content = '"产出\n指标"\t数量指标\t"他说""好"""\n\t质量指标\n'.encode()
    cells = read_document("表.txt", content).tables[0].cells
    assert [cell.text for cell in cells] == ["产出\n指标", "数量指标", '"他说""好"""', "质量指标"]
    assert cells[-1].place == "第3行第2列"


def test_a_lone_quotation_mark_swallows_nothing() -> None:
    assert rows('一\t"调转增融有序\n二\t推进\n'.encode()) == [["一", '"调转增融有序'], ["二", "推进"]]


def test_commas_separate_where_all_rows_agree() -> None:
    line = '产出指标,数量指标,"督查,落实",≥12次,"1,030,700.00"\n'
    assert rows((line * 5).encode())[0] == ["产出指标", "数量指标", "督查,落实", "≥12次", "1,030,700.00"]


def test_semicolons_separate_where_all_rows_agree() -> None:
    line = '"项目资金\n(万元)";年度资金总额;1,5;"督查;落实"\n'
    assert rows((line * 5).encode())[0] == ["项目资金\n(万元)", "年度资金总额", "1,5", "督查;落实"]


def test_commas_of_a_sentence_separate_nothing() -> None:
    line = "收文, 发文, 督查, 办会, 调研\n只有一句, 没有列\n"
    assert rows((line * 5).encode())[0] == ["收文, 发文, 督查, 办会, 调研"]


def test_rows_that_nobody_filled_up_are_separated_too() -> None:
    ragged = "转移支付自评表\n(2023年度)\n主管部门,某局\n资金,,全年预算数,全年执行数,执行率\n"
    ragged += "产出指标,数量指标,发放人数,≥9万人,93150人,\n" * 5
    assert rows(ragged.encode())[-1] == ["产出指标", "数量指标", "发放人数", "≥9万人", "93150人"]
    assert rows(ragged.replace(",,", ",上年,").replace("人,\n", "人\n").encode())[2] == ["主管部门,某局"]


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", "\ufeff".encode(), "\u3000\n".encode()], ids=repr)
def test_nothing_but_white_space_is_empty(content: bytes) -> None:
    with pytest.raises(EmptyFile):
        read_document("空.txt", content)


@pytest.mark.parametrize(
    "content",
    [b"\x00\x01\x02binary", bytes(range(256)), b"\xff\xff\xff\xff", b"abc\x07def"],
    ids=["zero", "all", "high", "bell"],
)
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(UnknownFormat):
        read_document("x.txt", content)


def test_a_table_drawn_with_lines_has_their_columns() -> None:
    content = """绩效自评表
+------+------+------+------+
| 指标 | 目标 | 实际 | 得分 |
|------|------|------|------|
| 甲   | ≥5   | 6    | 10   |
│ 乙   │      │ 3    │ 8    │
| 丙   | 1    | 1    | 9    |
填报日期:2023年
""".encode()
    assert rows(content) == [
        ["绩效自评表"],
        ["指标", "目标", "实际", "得分"],
        ["甲", "≥5", "6", "10"],
        ["乙", "3", "8"],
        ["丙", "1", "1", "9"],
        ["填报日期:2023年"],
    ]
    cells = read_document("表.txt", content).tables[0].cells
    assert [cell.place for cell in cells if cell.text == "3"] == ["第6行第3列"]


def test_a_sign_in_a_sentence_draws_no_table() -> None:
    assert rows("甲|乙\n丙|丁\n".encode()) == [["甲|乙"], ["丙|丁"]]
