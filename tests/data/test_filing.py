"""A department files: its forms wait for a reviewer, another's are sent back, and all of it can be built again."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.acts import Confirmed
from data.carrying_out import carry_out, rebuild
from data.filing import file_forms
from data.load import load_paths
from data.rights import Actor, NotAllowed
from data.store import Store, attach

SAMPLE = Path("data/samples/yanchi-2022.txt")
OWNER = "中共盐池县委办公室"
NOW = datetime.now(UTC).replace(tzinfo=None)

# who the form names | unit | what becomes of the file
FILED = """
县水务局     | 县水务局     | held
县水务局     | 县水库管理所 | held
             |              | held
             | 县水务局     | held
县教育局     | 县教育局     | rejected
县教育局     | 县水务局     | rejected
             | 县教育局     | rejected
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "store")
    load_paths([SAMPLE], store)
    return Store(store.folder, Actor("水某", "department", "县水务局"))


def form_of(folder: Path, department: str, unit: str) -> Path:
    text = SAMPLE.read_text(encoding="utf-8").partition("附件2")[0]
    path = folder / "报送.txt"
    path.write_text(text.replace(OWNER, department, 1).replace(OWNER, unit, 1), encoding="utf-8")
    return path


def rows(store: Store, sql: str) -> list[tuple[object, ...]]:
    generation = store.current()
    assert generation is not None
    with attach(generation) as connection:
        return connection.execute(sql).fetchall()


@pytest.mark.parametrize("case", FILED.strip("\n").splitlines())
def test_a_file_is_taken_or_sent_back(case: str, store: Store, tmp_path: Path) -> None:
    department, unit, outcome = (part.strip() for part in case.split("|"))
    before = store.current()
    report = file_forms([form_of(tmp_path, department, unit)], store)
    assert [one.outcome for one in report.results] == [outcome]
    if outcome == "held":
        held = rows(store, "select held from facts.evaluation where held is not null")
        assert len(held) == 1
        assert str(held[0][0]).startswith("filed_by_department")
    else:
        assert "县水务局" in report.problems[0].text
        assert "县教育局" in report.problems[0].text
        assert store.current() == before, "nothing is left behind"


def test_a_file_that_cannot_be_read_leaves_nothing_behind(store: Store, tmp_path: Path) -> None:
    (tmp_path / "坏.xlsx").write_text("坏", encoding="utf-8")
    assert file_forms([tmp_path / "坏.xlsx"], store).rejected == 1
    assert rows(store, "select * from facts.refused") == []


def test_what_was_filed_counts_once_a_reviewer_says_so(store: Store, tmp_path: Path) -> None:
    file_forms([form_of(tmp_path, "县水务局", "县水务局")], store)
    found = rows(store, "select document, place from facts.evaluation where held is not null")[0]
    confirmed = Confirmed(str(found[0]), str(found[1]), "", NOW)
    with pytest.raises(NotAllowed):
        carry_out(store, [confirmed])
    reviewer = Store(store.folder, Actor("审某", "reviewer"))
    carry_out(reviewer, [confirmed])
    assert rows(store, "select * from facts.evaluation where held is not null") == []
    assert [entry["role"] for entry in store.acts.entries()] == ["local", "department", "reviewer"]
    assert not rebuild(Store(store.folder)).differs, "built again, it waits and is confirmed as it was"


@pytest.mark.parametrize("role", ["viewer", "reviewer", "admin", "auditor", "local"])
def test_only_a_department_files(role: str, store: Store, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        file_forms([form_of(tmp_path, "县水务局", "县水务局")], Store(store.folder, Actor("某", role)))
