"""What forms write, and how it is read: readings.txt, and values.csv of real strings."""

import csv

import pytest

from data.values import parse_value
from tests.data.values.table import HERE, rows, written

# A row that nobody can tell from its string alone, and why.
ONLY_IN_CONTEXT = {"8535.5亩": "points and target run together; alone it is a sound figure with its unit"}


def real_strings() -> list[dict[str, str]]:
    with (HERE / "values.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("raw, operator, low, high, unit, kind, signed", rows("readings.txt", 7))
def test_every_line_of_the_table_is_read_as_it_says(
    raw: str, operator: str, low: str, high: str, unit: str, kind: str, signed: str
) -> None:
    value = parse_value(raw)
    found = (value.operator or "", written(value.low), written(value.high), value.unit or "", value.kind, value.signed)
    assert found == (operator, low, high, unit, kind, signed == "写明")


@pytest.mark.parametrize("row", real_strings(), ids=lambda row: row["raw"])
def test_every_real_string_is_read_as_agreed(row: dict[str, str]) -> None:
    if row["raw"] in ONLY_IN_CONTEXT:
        pytest.skip(ONLY_IN_CONTEXT[row["raw"]])
    value = parse_value(row["raw"])
    found = (value.operator or "", written(value.low), written(value.high), value.unit or "", value.kind)
    assert found == (row["operator"], row["low"], row["high"], row["unit"], row["kind"])


def test_only_the_named_string_is_an_exception() -> None:
    assert [row["raw"] for row in real_strings() if row["raw"] in ONLY_IN_CONTEXT] == list(ONLY_IN_CONTEXT)


def test_nothing_written_is_blank() -> None:
    assert parse_value(None) == parse_value("") == parse_value("  \n")
    assert parse_value(None).kind == "blank"


@pytest.mark.parametrize("raw", ["290%", "8250%5=50%8", "工90%", "≥95%以下", "1 000", "1234567890123"])
def test_a_doubtful_value_can_never_be_compared(raw: str) -> None:
    assert (parse_value(raw).kind, parse_value(raw).family) == ("doubtful", None)


@pytest.mark.parametrize(
    "raw, year",
    [("2022年按时完成", 2022), ("2021年/全年", 2021), ("2022年完成12次", 2022), ("2021-2023年", None), ("≥20年", None)],
)
def test_the_year_that_a_text_names_is_kept(raw: str, year: int | None) -> None:
    assert parse_value(raw).year == year
