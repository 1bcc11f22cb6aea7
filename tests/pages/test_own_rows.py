"""A department sees its own rows and nothing of another's, whatever it asks for, and whoever else asks meanwhile."""

import random
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from analytics.columns import columns
from analytics.exports.flat import flat_file
from analytics.exports.table import Table as Flat
from analytics.ordering import ordered_views
from analytics.what_if import COMPARISONS
from data.acts import Repair
from data.carrying_out import carry_out
from data.decisions import Decision, write_decisions
from data.errors import Fault
from data.handing_out import OthersInside, original_for
from data.load import load_paths
from data.registry.load import replace_department_names, replace_expected_filings
from data.rights import LOCAL, Actor
from data.store import Store, attach
from data.store.checks import TABLES
from pages.shared import store as pages_store
from pages.shared.scope import Scope
from pages.shared.store import as_filed, fetch, fetch_changes, known, original, session_of
from pages.shared.table import Table
from tests.data.registry.lists import write_list
from tests.pages.conftest import OWNER, SAMPLE

TRIES = 5000
HIDDEN = "机密乙"  # stands in every text that the other department wrote, and in all that was written about it
OWN, OTHER, FORMER = "县水务局", f"{HIDDEN}局", "县水利局"
WATER, SECOND = Actor("水", "department", OWN), Actor("乙", "department", OTHER)
NOW = datetime(2023, 3, 1, tzinfo=UTC)
VIEWS = (
    *(name for name, _ in ordered_views()), *(f"facts.{table}" for table in TABLES), "decision", "similar_text", "rule",
)  # fmt: skip


def secret(text: str) -> str:
    """The three forms with the secret in the names, goals, indicators, values and reasons."""
    text = text.replace(OWNER, OTHER).replace("项目名称\t\t", f"项目名称\t\t{HIDDEN}")
    text = re.sub(r"(指标\d+: )", rf"\1{HIDDEN}", text).replace("综合目标", f"{HIDDEN}综合目标")
    return text.replace("持续提升", f"{HIDDEN}提升").replace("长期", f"{HIDDEN}长期")


@pytest.fixture(scope="module")
def two_departments(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two departments with the same forms, a file with forms of both, and traces of the other wherever there may be."""
    folder, inbox = tmp_path_factory.mktemp("two"), tmp_path_factory.mktemp("inbox")
    text = SAMPLE.read_text(encoding="utf-8")
    forms = text.partition("附件2")
    both = text.replace(OWNER, OWN).partition("附件2")[0].replace("2022", "2021") + forms[1] + secret(forms[2]).replace(
        "2022", "2021")  # fmt: skip
    files = {"a.txt": text.replace(OWNER, OWN), f"{HIDDEN}.txt": secret(text), "合并.txt": both, f"{HIDDEN}.xlsx": "坏"}
    files["旧.txt"] = text.replace(OWNER, FORMER).replace("2022", "2020")
    for name, content in files.items():
        (inbox / name).write_text(content, encoding="utf-8")
    store = Store(folder)
    names = [("曾用名", "现名称"), (FORMER, OWN), (f"{HIDDEN}旧局", OTHER)]
    tasks = [("年度", "部门", "项目名称"), (2022, OWN, "没有报的项目"), (2022, OTHER, f"{HIDDEN}项目")]
    load_paths([inbox], store)
    replace_department_names(write_list(inbox / "n.xlsx", names), store)
    replace_expected_filings(write_list(inbox / "t.xlsx", tasks), store)
    write_about_the_other(store)
    return folder


def write_about_the_other(store: Store) -> None:
    generation = store.current()
    assert generation is not None
    with attach(generation) as connection:
        asked = f"select document, place from facts.evaluation where department = '{OTHER}'"
        places = connection.execute(asked).fetchall()
    assert places
    document, place = places[0]
    carry_out(store, [Repair(document, place, None, "project", None, f"{HIDDEN}项目", f"{HIDDEN}更正", "", NOW)])
    said = [
        Decision(*where, "total_not_sum", None, None, HIDDEN, HIDDEN, "rejected", HIDDEN, "", NOW) for where in places
    ]
    write_decisions(store.folder, LOCAL, said)


@pytest.fixture
def look_as(two_departments: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Actor], None]:
    monkeypatch.setenv("JIXIAO_STORE", str(two_departments))
    return lambda actor: monkeypatch.setattr("pages.shared.visitor.signed_in", lambda: actor)


def random_scope(dice: random.Random, numbers: range) -> Scope:
    asked = {
        "year": [None, 0, 2020, 2021, 2022, 1999],
        "department": [None, OWN, OTHER, FORMER, "未填写", f"{HIDDEN}旧局", "' or 1 = 1 --"],
        "level1": [None, "产出指标", "效益指标"],
        "level2": [None, "数量指标", "社会效益"],
        "verdict": [None, "overstated", "agrees"],
        "search": [None, HIDDEN, "%", "", "指标", "'); select * from county.evaluation; --"],
        "evaluation": [None, *numbers],
        "n": [None, 1, 2, 99],
        "scheme": [None, None, None, "strict", "own"],
        "what_if": [None, None, "strict", "own,agreed_from_rate:0.85"],
    }
    return Scope(**{name: dice.choice(values) for name, values in asked.items()})


def everything_told(table: Table) -> str:
    exported = table.only(*(name for name in table.columns if name in columns()))
    file = flat_file(Flat(exported.columns, exported.rows), "zh").decode("utf-8-sig") if exported.columns else ""
    return file + repr(table.rows)


def one_try(dice: random.Random, documents: list[tuple[str, str]], numbers: range) -> str:
    """All that one way of asking, taken at random, gives out."""
    scope = random_scope(dice, numbers)
    way = dice.choice(["fetch", "fetch", "fetch", "fetch", "changes", "known", "original", "bytes", "filed", "session"])
    if way == "fetch":
        return everything_told(fetch(dice.choice(VIEWS), scope, limit=dice.choice([None, 1, 1000])))
    if way == "changes":
        return repr(fetch_changes(dice.choice(list(COMPARISONS)), scope).rows)
    if way == "known":
        return repr(known())
    if way == "filed":
        return repr(as_filed(dice.choice(numbers)))
    sha256, name = dice.choice(documents)
    if way == "original":
        return repr(original(Table("project_summary", ("document", "document_name"), ((sha256, name),))).tables)
    if way == "bytes":
        return original_for(pages_store.store(), pages_store.generation(), sha256).decode("utf-8", "replace")
    sql = f"select * from {dice.choice(['county', 'facts', 'results', 'memory'])}.{dice.choice(TABLES)}"
    return repr(session_of(scope).cursor().execute(sql).fetchall())


def test_thousands_of_tries_show_nothing_of_another_department(look_as) -> None:
    look_as(LOCAL)
    documents = list(fetch("facts.document", Scope()).pick("document", "name"))
    numbers = range(-1, len(fetch("facts.evaluation", Scope())) + 3)
    assert HIDDEN in repr(fetch("project_summary", Scope()).rows), "there is something to leak"
    look_as(WATER)
    dice, given, refused = random.Random(20260507), 0, 0
    for at in range(TRIES):
        try:
            told = one_try(dice, documents, numbers)
        except (Fault, duckdb.Error):
            refused += 1
            continue
        given += bool(told)
        assert HIDDEN not in told, f"try {at}"
    assert given > TRIES / 2
    assert refused > 0


def test_its_own_rows_are_all_there(look_as) -> None:
    look_as(WATER)
    filed = fetch("facts.evaluation", Scope())
    assert sorted(filed.column("year")) == [2020, 2020, 2020, 2021, 2022, 2022, 2022], "under its former name too"
    assert set(fetch("project_summary", Scope()).column("department")) == {OWN}
    assert set(fetch("missing_filing", Scope()).column("project")) >= {"没有报的项目"}
    assert len(fetch("facts.department_name", Scope())) == 1
    assert not fetch("refused_file", Scope())


def test_it_is_compared_with_nobody(look_as) -> None:
    look_as(WATER)
    standing = fetch("lagging_department", Scope(year=2022))
    assert len(standing) == 1
    assert standing.value("execution_rate") is not None
    for name in (one for one in standing.columns if one.endswith(("_median", "_rank")) or one == "lag_index"):
        assert standing.value(name) is None, name
    assert standing.value("lags") is False


def test_a_file_that_holds_forms_of_others_is_not_handed_out(look_as) -> None:
    look_as(WATER)
    names = {name: sha256 for sha256, name in fetch("facts.document", Scope()).pick("document", "name")}
    store, generation = pages_store.store(), pages_store.generation()
    assert original_for(store, generation, names["a.txt"])
    with pytest.raises(OthersInside):
        original_for(store, generation, names["合并.txt"])
    form = fetch("project_summary", Scope(year=2021))
    assert original(form).tables[0].cells, "its own form in it is shown"


def test_two_at_once_do_not_get_each_others_rows(look_as) -> None:
    alone = {}
    for actor in (WATER, SECOND, LOCAL):
        look_as(actor)
        alone[actor] = {view: fetch(view, Scope()).rows for view in VIEWS}, known()
    for _ in range(3):
        for actor in (LOCAL, SECOND, WATER, SECOND, LOCAL, WATER):
            look_as(actor)
            assert ({view: fetch(view, Scope()).rows for view in VIEWS}, known()) == alone[actor]
    assert HIDDEN in repr(alone[SECOND]) and OWN not in repr(alone[SECOND][1])


@pytest.mark.parametrize("actor", [Actor("", ""), Actor("丙", "department"), replace(WATER, role="clerk")])
def test_who_is_nobody_sees_nothing(actor: Actor, look_as) -> None:
    look_as(actor)
    with pytest.raises(Fault, match="不能"):
        fetch("project_summary", Scope())
