"""What is kept of a form comes back as the record that it was written from."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.contents import PRINTED, content_digest
from data.demo.generate import county
from data.demo.writer import workbook
from data.errors import Fault
from data.facts import MICRO, Filed, create_tables, insert_evaluations
from data.filed import EvaluationMissing, read_evaluation
from data.forms import read_forms
from data.readers import read_document
from data.records import Evaluation, Value

DOCUMENTS = Path(__file__).parents[1] / "documents"
FILES = sorted(
    path for path in DOCUMENTS.iterdir() if path.suffix in (".xlsx", ".xls", ".ods", ".docx", ".html", ".txt")
)
FILES.append(Path("data/samples/yanchi-2022.txt"))


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        opened.execute("attach ':memory:' as facts")
        opened.execute("use facts")
        create_tables(opened)
        yield opened


def kept(value: Any, figure: str = "") -> Any:
    """The record as the facts can hold it: figures half up to 6 places, except those that are kept as printed."""
    if isinstance(value, Decimal):
        return value if figure in PRINTED else Decimal(f"{value.quantize(MICRO, 'ROUND_HALF_UP'):f}")
    if isinstance(value, tuple):
        return tuple(kept(part) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        names = PRINTED if isinstance(value, Value) else ()
        parts = {part.name: getattr(value, part.name) for part in fields(value)}
        return replace(value, **{name: kept(part, name if name in names else "") for name, part in parts.items()})
    return value


def come_back(connection: duckdb.DuckDBPyConnection, forms: tuple[Evaluation, ...]) -> None:
    first = connection.execute("select coalesce(max(evaluation), 0) + 1 from facts.evaluation").fetchone()
    assert first is not None
    filed = [Filed(n, "文", 1, None, content_digest(form), form) for n, form in enumerate(forms, start=first[0])]
    insert_evaluations(connection, "facts", filed)
    for one in filed:
        assert read_evaluation(connection, one.evaluation) == kept(one.form)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_document_comes_back(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    come_back(connection, read_forms(read_document(path.name, path.read_bytes())))


def test_forms_of_the_fictional_county_come_back(connection: duckdb.DuckDBPyConnection) -> None:
    for filing in islice(county(7, 12), 0, None, 25):
        come_back(connection, read_forms(read_document("表.xlsx", workbook([filing]))))


def test_a_form_that_is_not_there_is_a_fault_with_its_number(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(EvaluationMissing, match="77") as missing:
        read_evaluation(connection, 77)
    assert isinstance(missing.value, Fault)
