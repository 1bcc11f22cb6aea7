"""Two names are one department, or two: nothing is joined before a person says so, and then it holds for all names."""

from datetime import datetime
from pathlib import Path

import pytest

from data.acts import Registered
from data.carrying_out import carry_out, rebuild
from data.load import load_paths
from data.registry import DepartmentName, Names
from data.registry.proposals import proposals
from data.registry.rows import rows_in_force
from data.registry.same import NotTheSame, say_different, say_same, with_different, with_same
from data.store import Store, attach

SAMPLE = Path("data/samples/yanchi-2022.txt")

# 对照表原有(→) | 说:前者归入后者 | 之后的对照表
SAME = """
                   | 甲局 乙局 | 甲局→乙局
丁局→甲局          | 甲局 乙局 | 丁局→乙局 甲局→乙局
乙局→丙局          | 甲局 乙局 | 乙局→丙局 甲局→丙局
甲局→甲局 丁局→丁局 | 甲局 乙局 | 甲局→乙局 丁局→丁局
"""
# 各部门份数 | 任务清单中的部门 | 对照表 | 提出
PROPOSED = """
教育局3 教体局1        |        |               | 教体局→教育局
教育局1 教体局3        |        |               | 教育局→教体局
教育局3 教体局1        | 教体局 |               | 教育局→教体局 (清单中有)
教育局3 教体局1        | 教育局 教体局 |        |
教育局3 教体局1        |        | 教育局→教育局 教体局→教体局 |
教体局3                | 教育局 |               | 教体局→教育局 (清单中有)
教育局3 教体局1        |        | 教体局→教育局 |
水务局3 财政局1        |        |               |
县水务局1 水务局2 水务局(本级)1 | 水务局 | | 水务局(本级)→水务局 (清单中有); 县水务局→水务局 (清单中有)
"""


def names(text: str) -> tuple[DepartmentName, ...]:
    return tuple(DepartmentName(*part.split("→")) for part in text.split())


def listed(found: object) -> str:
    return " ".join(f"{one.name}→{one.current_name}" for one in found)  # type: ignore[attr-defined]


@pytest.mark.parametrize("line", SAME.strip("\n").splitlines())
def test_a_name_counts_for_another(line: str) -> None:
    before, said, after = (part.strip() for part in line.split("|"))
    assert listed(with_same(names(before), *said.split())) == after


@pytest.mark.parametrize(("before", "said"), [("甲局→丙局", "甲局 乙局"), ("乙局→甲局", "甲局 乙局")])
def test_what_contradicts_the_list_is_refused(before: str, said: str) -> None:
    with pytest.raises(NotTheSame, match="甲局"):
        with_same(names(before), *said.split())


def test_two_departments_are_named_each_by_itself_once() -> None:
    assert listed(with_different(names("甲局→丙局"), ("甲局", "乙局"))) == "甲局→丙局 乙局→乙局"
    assert Names(names("甲局→甲局")).current("甲局", 2022) == "甲局"


@pytest.mark.parametrize("line", PROPOSED.strip().splitlines())
def test_proposals(line: str) -> None:
    used, tasks, known, proposed = (part.strip() for part in line.split("|"))
    counts = {part[:-1]: int(part[-1]) for part in used.split()}
    found = proposals(counts, set(tasks.split()), Names(names(known)))
    told = [f"{one.name}→{one.current}" + " (清单中有)" * one.known for one in found]
    assert "; ".join(told) == proposed


def store_of(folder: Path, *departments: str) -> Store:
    store = Store(folder / "store")
    for department in departments:
        text = SAMPLE.read_text(encoding="utf-8").replace("中共盐池县委办公室", department)
        path = folder / f"{len(department)}.txt"
        path.write_text(text, encoding="utf-8")
        load_paths([path], store)
    return store


def test_what_was_said_is_journalled_and_done_again_by_a_rebuild(tmp_path: Path) -> None:
    store = store_of(tmp_path, "教体局", "教育体育局")
    say_same(store, "教体局", "教育体育局")
    say_different(store, "水务局", "水物局")
    current = store.current()
    assert current is not None
    assert listed(rows_in_force(current, DepartmentName)) == "教体局→教育体育局 水务局→水务局 水物局→水物局"
    with attach(current) as connection:  # the same projects of what is one department now are versions of each other
        in_force = connection.execute("select count(*) from facts.evaluation where superseded_by is null").fetchall()
    assert in_force == [(3,)]
    act = store.acts.entries()[-1]["acts"][0]
    assert (act["act"], act["who"]) == ("registered", "local")
    assert rebuild(store).generation is None


def test_what_is_refused_publishes_nothing(tmp_path: Path) -> None:
    store = store_of(tmp_path, "教体局")
    rows = (("甲局", "丙局", None, None),)
    carry_out(store, [Registered("department_name", "", rows, "王某", datetime(2023, 1, 1))])  # noqa: DTZ001
    with pytest.raises(NotTheSame):
        say_same(store, "甲局", "乙局")
    assert store.current_number() == 2
