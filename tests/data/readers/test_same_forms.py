"""The county's three forms say the same in every format."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from data.errors import Fault
from data.forms import read_forms
from data.forms.folding import fold
from data.forms.form_json import form_json
from data.readers import read_document
from tests.documents.make_documents import FAMILIES, grid_of
from tests.documents.make_formats import web_table, word_document, word_table

DOCUMENTS = Path(__file__).parents[2] / "documents"
EXACT = ["docx", "xls", "ods", "html"]
FIGURES = ("target", "actual", "points", "score", "level1", "level1_points", "level2")
PLACES = frozenset({"cell", "target_cell", "actual_cell", "score_cell", "total_cell"})


def forms(suffix: str) -> list[dict[str, object]]:
    path = DOCUMENTS / f"yanchi-2022.{suffix}"
    found = read_forms(read_document(path.name, path.read_bytes()))
    return [form_json(replace(form, place="", issues=())) for form in found]


def without_places(found: object) -> object:
    """Records without their places; the texts of notes and goals without white space."""
    if isinstance(found, dict):
        return {key: without_places(value) for key, value in found.items() if key not in PLACES}
    if isinstance(found, list):
        return [without_places(value) for value in found]
    return "".join(found.split()) if isinstance(found, str) else found


@pytest.mark.parametrize("suffix", EXACT)
def test_every_record_is_the_same(suffix: str) -> None:
    assert without_places(forms(suffix)) == without_places(forms("xlsx"))


def test_old_word_too_where_an_office_program_is_installed() -> None:
    if shutil.which("soffice") is None:
        with pytest.raises(Fault, match=r"另存为 \.docx"):
            forms("doc")
    else:
        assert without_places(forms("doc")) == without_places(forms("xlsx"))


def test_every_figure_of_a_pdf_is_the_same_and_it_says_where_it_is_from() -> None:
    document = read_document("表.pdf", (DOCUMENTS / "yanchi-2022.pdf").read_bytes())
    found = read_forms(document)
    assert [[issue.code for issue in form.issues] for form in found] == [["from_pdf"]] * 3
    for pdf, sheet in zip(forms("pdf"), forms("xlsx"), strict=True):
        for each in ("year", "county", "department", "unit", "project", "total_points", "total_score"):
            assert pdf[each] == sheet[each]
        assert without_places(pdf["funding"]) == without_places(sheet["funding"])
        assert figures(pdf) == figures(sheet)


def figures(form: dict[str, object]) -> list[list[object]]:
    lines = form["indicators"]
    assert isinstance(lines, list)
    return [[fold(str(line["name"])), *(line[each] for each in FIGURES)] for line in lines]


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_every_family_reads_the_same_in_a_word_table_and_on_a_page(family: str) -> None:
    grid = grid_of(FAMILIES[family])
    page = f"<html>{web_table(grid)}</html>".encode()
    sheet, word, web = (
        [without_places(form_json(replace(form, place="", issues=()))) for form in read_forms(read_document("表", raw))]
        for raw in ((DOCUMENTS / f"{family}.xlsx").read_bytes(), word_document(word_table(grid)), page)
    )
    assert word == web
    assert plain_figures(word) == plain_figures(sheet)


def plain_figures(found: object) -> object:
    """A sheet keeps 30.0 of 30.00: texts of figures are compared as figures."""
    return re.sub(r"(\d+\.\d*?)0+(?=\D)", r"\1", re.sub(r"(\d),(?=\d{3})", r"\1", str(found)))


@pytest.mark.parametrize(
    ("suffix", "first", "last"),
    [
        ("docx", "第1段", "第18段"),
        ("html", "第1段", "第18段"),
        ("xls", "A1", "A29"),
        ("ods", "A1", "A29"),
    ],
)
def test_places_are_where_a_person_finds_them(suffix: str, first: str, last: str) -> None:
    document = read_document("表", (DOCUMENTS / f"yanchi-2022.{suffix}").read_bytes())
    assert document.reader == suffix
    assert document.tables[0].cells[0].place == first
    assert last in [cell.place for cell in document.tables[0].cells]


def test_a_cell_of_a_word_table_is_named_by_table_row_and_column() -> None:
    document = read_document("表", (DOCUMENTS / "yanchi-2022.docx").read_bytes())
    named = {cell.place: cell.text for cell in document.tables[0].cells}
    assert named["表3第1行第3列"] == "政务内网线路租用费"
