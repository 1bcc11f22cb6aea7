"""The lists of the fictional bureau read back, and what they leave open is what was meant to be open."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from analytics.near_projects import DepartmentProject, hints
from data.demo.generate import county
from data.demo.model import Filing
from data.demo.registers import NAMES_FILE, TASKS_FILE, department_names, task_list, write_registers
from data.readers import read_document
from data.registry import read_department_names, read_expected_filings
from tests.analytics.registered import session_with
from tests.data.demo.reading import evaluation_of

SEED = 2024


@cache
def filings() -> list[Filing]:
    return county(SEED)


@cache
def of_offices(*names: str) -> list[Filing]:
    return [one for one in filings() if one.form.project.department.current_name in names]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("lists")
    write_registers(made, filings())
    return made


def test_the_names_read_back(folder: Path) -> None:
    read = read_department_names(read_document(NAMES_FILE, (folder / NAMES_FILE).read_bytes()))
    assert (read.names, read.bad) == (tuple(department_names()), ())
    assert Counter(one.current_name for one in read.names) == {"云溪县商务和投资促进局": 2, "云溪县文化旅游广电局": 1}


def test_the_task_list_reads_back(folder: Path) -> None:
    read = read_expected_filings(read_document(TASKS_FILE, (folder / TASKS_FILE).read_bytes()))
    assert (read.filings, read.repeated, read.bad) == (tuple(task_list(filings())), 0, ())


def test_forms_bear_the_name_of_their_year() -> None:
    named = {(one.form.year, one.form.project.department.name) for one in of_offices("云溪县商务和投资促进局")}
    former = {(year, name) for year in (2022, 2023) for name in ("云溪县商务局", "云溪县投资促进服务中心")}
    assert named == former | {(2024, "云溪县商务和投资促进局")}


def test_nothing_is_missing_but_what_nobody_filed_or_what_is_spelt_otherwise() -> None:
    offices = ("云溪县商务和投资促进局", "云溪县文化旅游广电局", "中共云溪县委办公室")
    filed = [one for one in of_offices(*offices) if not one.superseded and one.sheet == 0]
    names = {(one.form.year, one.form.project.department.name) for one in filed}
    asked = [one for one in task_list(filings()) if (one.year, one.department) in names]
    session = session_with([evaluation_of(one.form) for one in filed], department_names(), asked)
    missing = session.execute("select year, department, project from missing_filing order by all").fetchall()
    beyond = session.execute("select year, department, project from unexpected_filing").fetchall()
    hinted = hints([DepartmentProject(*row) for row in missing], [DepartmentProject(*row) for row in beyond])
    known = {one.form.project.name for one in filings()}
    assert len(missing) >= 4
    for (_, _, project), hint in zip(missing, hinted, strict=True):
        assert (project not in known) and (hint is None or project == f"{hint}项目")
