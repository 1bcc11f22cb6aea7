"""Every column that a page or an export may show: its label, kind, Excel format, unit, width and definition.

The table is columns.csv; the words for coded values (verdicts, grades, sources of funds) are codes.csv. Both are
written in Chinese, the English stands in the catalogue of texts.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, get_args

from data.texts import mark, translate

Kind = Literal[
    "wan", "rate", "points", "score", "index", "count", "number", "text", "code", "flag", "id", "date", "place"
]
KINDS: tuple[Kind, ...] = get_args(Kind)
COLUMNS_FILE = Path(__file__).with_name("columns.csv")
CODES_FILE = Path(__file__).with_name("codes.csv")

# "0" and not "#,##0" for numbers that name something (a year, a rank): 2022 is not 2,022.
EXCEL_FORMATS: MappingProxyType[Kind, str] = MappingProxyType(
    {
        "wan": "#,##0.00",
        "rate": "0.00%",
        "points": "0.00",
        "score": "0.00",
        "index": "0.00",
        "count": "#,##0",
        "number": "0",
        "date": "yyyy-mm-dd",
    }
)
UNITS: MappingProxyType[Kind, str] = MappingProxyType({"wan": mark("万元"), "points": mark("分"), "score": mark("分")})
NUMERIC: frozenset[Kind] = frozenset({"wan", "rate", "points", "score", "index", "count", "number"})
YES, NO = mark("是"), mark("否")


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `width` is in characters of Excel's standard font.

    `total` says what its totals row holds: "sum", or two columns "a/b" for Σa ÷ Σb, or nothing.
    """

    name: str
    chinese_label: str
    kind: Kind
    width: int
    total: str
    chinese_definition: str

    @property
    def numeric(self) -> bool:
        return self.kind in NUMERIC

    @property
    def excel_format(self) -> str:
        return EXCEL_FORMATS.get(self.kind, "General")

    def label(self, language: str) -> str:
        return translate(self.chinese_label, language)

    def definition(self, language: str) -> str:
        """What it is and, for a rate, its denominator."""
        return translate(self.chinese_definition, language)

    def unit(self, language: str) -> str:
        """万元 or 分; nothing where the figures carry their own % or have none."""
        return translate(UNITS[self.kind], language) if self.kind in UNITS else ""

    def words(self, value: object, language: str) -> str:
        """A coded value or a flag in the reader's words; a value without a word of its own stays as it is."""
        if isinstance(value, bool):
            return translate(YES if value else NO, language)
        words = (codes().get((self.name, code.strip()), code.strip()) for code in str(value).split(";"))
        return ("\uff1b" if language == "zh" else "; ").join(translate(text, language) for text in words)


@cache
def columns() -> MappingProxyType[str, Column]:
    """All columns by name, in the order of columns.csv."""
    with COLUMNS_FILE.open(encoding="utf-8", newline="") as file:
        return MappingProxyType({row["name"]: _column(row) for row in csv.DictReader(file)})


def column(name: str) -> Column:
    """The column of that name. Raises LookupError where columns.csv has no row for it."""
    if name not in columns():
        raise LookupError(f"{name!r} is not in {COLUMNS_FILE.name}: add a row for it")
    return columns()[name]


@cache
def codes() -> MappingProxyType[tuple[str, str], str]:
    """(column, code) → Chinese words, from codes.csv. One row may serve several columns."""
    with CODES_FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return MappingProxyType({(name, row["code"]): row["label"] for row in rows for name in row["columns"].split()})


def _column(row: dict[str, str]) -> Column:
    kind = next((kind for kind in KINDS if kind == row["kind"]), None)
    if kind is None:
        raise ValueError(f"{COLUMNS_FILE.name}: {row['name']} has the unknown kind {row['kind']!r}")
    return Column(row["name"], row["label"], kind, int(row["width"]), row["total"], row["definition"])
