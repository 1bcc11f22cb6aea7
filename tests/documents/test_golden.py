"""Each document reads exactly as the agreed result beside it says, and every filled cell is accounted for."""

import csv
import json
from decimal import Decimal
from pathlib import Path

import pytest

from data.forms import read_forms
from data.forms.form_json import form_json, funding_json
from data.readers import read_document
from data.records import Evaluation

FOLDER = Path(__file__).parent
SAMPLE = FOLDER.parents[1] / "data" / "samples" / "yanchi-2022.txt"
DOCUMENTS = [SAMPLE, *sorted(FOLDER.glob("*.xlsx"))]
COUNTY = [SAMPLE, FOLDER / "yanchi-2022.xlsx"]
FIELDS = ("level1", "level1_points", "level2", "target", "actual", "points", "score")


def forms_of(path: Path) -> tuple[Evaluation, ...]:
    return read_forms(read_document(path.name, path.read_bytes()))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_reads_as_agreed(path: Path, update_golden: bool) -> None:
    golden = FOLDER / f"{path.stem}{path.suffix.replace('.xlsx', '')}.golden"
    found = json.dumps([form_json(form) for form in forms_of(path)], ensure_ascii=False, indent=1) + "\n"
    if update_golden:
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert found == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_filled_cell_is_a_record_a_label_or_an_issue(path: Path) -> None:
    document = read_document(path.name, path.read_bytes())
    forms = read_forms(document)
    assert sum(form.filled_cells for form in forms) == sum(len(table.cells) for table in document.tables)
    for form in forms:
        named = {issue.place for issue in form.issues}
        assert form.accounted_cells + len(named) >= form.filled_cells
        assert form.accounted_cells <= form.filled_cells


@pytest.mark.parametrize("path", COUNTY, ids=lambda path: path.name)
def test_the_countys_29_indicators(path: Path) -> None:
    with (FOLDER / "yanchi-2022.expected.csv").open(encoding="utf-8") as file:
        expected = list(csv.DictReader(file))
    found = [(form.project, form_json(form)["indicators"]) for form in forms_of(path)]
    lines = [
        {"form": project, **{field: printed(each[field]) for field in FIELDS}}
        for project, rows in found
        for each in rows
    ]
    assert lines == [{"form": row["form"], **{field: row[field] for field in FIELDS}} for row in expected]


def printed(value: object) -> str:
    return "" if value is None else str(value)


@pytest.mark.parametrize("path", COUNTY, ids=lambda path: path.name)
def test_the_countys_heads_funding_and_totals(path: Path) -> None:
    forms = forms_of(path)
    office = "中共盐池县委办公室"
    assert [(form.project, form.department, form.unit, form.year, form.county) for form in forms] == [
        (project, office, office, 2022, "盐池县") for project in ("业务运行费", "保密业务运行费", "政务内网线路租用费")
    ]
    assert [(form.total_points, form.filed_total) for form in forms] == [(100, 100), (100, 100), (100, Decimal("97.5"))]
    assert [
        [tuple(list(funding_json(row).values())[:7]) for row in form.funding]
        for form in forms
    ] == [
        [("total", 23, 23, 23, 10, 1, 10), ("appropriation", 23, 23, 23, None, 1, None)],
        [("total", 2, 2, 2, 10, 1, 10), ("appropriation", 2, 2, 2, None, 1, None)],
        [("total", 28.272, 28.272, 21.855, 10, 0.77, 7.7), ("appropriation", 28.272, 28.272, 21.855, None, 0.77, None)],
    ]  # fmt: skip
    assert [form.filed_total_step for form in forms] == [1, 1, Decimal("0.1")]
    assert all(form.notes and form.notes.startswith("注") and form.goal and form.goal_reached for form in forms)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_form_alone_in_its_workbook_reads_the_same(number: int) -> None:
    alone = forms_of(FOLDER / f"yanchi-2022-{number}.xlsx")
    among = forms_of(FOLDER / "yanchi-2022.xlsx")
    assert alone[0].indicators == among[number - 1].indicators
    assert alone[0].funding == among[number - 1].funding
