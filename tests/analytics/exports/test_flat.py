"""The CSV, read again."""

import csv
from io import StringIO

from analytics.exports.flat import flat_file
from tests.analytics.exports.examples import TABLE


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_it_begins_with_a_bom_so_that_excel_reads_chinese() -> None:
    assert flat_file(TABLE, "zh").startswith(b"\xef\xbb\xbf")


def test_head_and_rows_in_the_order_of_the_table() -> None:
    head, *rows = read(flat_file(TABLE, "zh"))
    assert head[:7] == [
        "年度", "主管部门", "自评表编号", "年初预算数（万元）", "全年预算数（万元）", "全年执行数（万元）",
        "执行率（比值）",
    ]  # fmt: skip
    assert rows == [
        ["2022", "县委办", "1", "28.272", "28.272", "21.855", "0.773026", "1", "0.773026", "优", "是",
         "2023-03-01 09:30:00"],
        ["2022", "教育局", "2", "0", "100", "120.5", "1.205", "3", "1.1", "良", "否", "2023-03-02"],
        ["2022", "'=1+1", "3", "", "", "", "", "1", "", "差", "", ""],
    ]  # fmt: skip


def test_english_head() -> None:
    assert read(flat_file(TABLE, "en"))[0][3] == "Initial budget (10,000 yuan)"
