"""What people put right, and everything done again: the original stays, the journal tells, the digests agree."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.acts import Confirmed, Declined, Repair
from data.carrying_out import OriginalUnreadable, carry_out, rebuild
from data.load import Batch, LoadCancelled, load_paths
from data.registry.load import replace_department_names, replace_expected_filings
from data.repairs import FormUnknown, RepairRefused
from data.rights import Actor
from data.store import Store, attach
from data.store.faults import StoreNewer, StoreOutdated
from data.store.generation import manifest_of, manifest_text, read_manifest, schema_digest
from data.store.history import HistoryUnknown
from data.store.schemas import known
from tests.data.registry.lists import write_list

SAMPLE = Path("data/samples/yanchi-2022.txt")
BOOK = Path("tests/documents/yanchi-2022.xlsx")
WANG = Actor("王某", "reviewer")
WHEN = datetime(2023, 2, 1, tzinfo=UTC).replace(tzinfo=None)
NOW_ELSEWHERE = "政务内网线路租用费"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "县 库")


@pytest.fixture
def loaded(store: Store) -> Store:
    load_paths([BOOK], store)
    return store


def rows(store: Store, sql: str) -> list[tuple[object, ...]]:
    generation = store.current()
    assert generation is not None
    with attach(generation) as connection:
        return connection.execute(sql).fetchall()


def place_of(store: Store, project: str) -> tuple[str, str]:
    (found,) = rows(store, f"select document, place from facts.evaluation where project = '{project}'")
    return str(found[0]), str(found[1])


def repair(store: Store, cell: str | None = None, field: str | None = None, text: str = "") -> Repair:
    document, place = place_of(store, NOW_ELSEWHERE)
    return Repair(document, place, cell, field, None, text, "与纸质原件核对", "王某", WHEN)


LINES = f"facts.indicator join facts.evaluation using (evaluation) where project = '{NOW_ELSEWHERE}'"


def score(store: Store) -> object:
    return rows(store, f"select filed_score from {LINES} and score_cell = '{score_cell(store)}'")[0][0]


def score_cell(store: Store) -> str:
    return str(rows(store, f"select min(score_cell) from {LINES}")[0][0])


def test_a_repaired_cell_is_read_anew_and_nothing_else_changes(loaded: Store) -> None:
    cell = score_cell(loaded)
    others = rows(loaded, f"select * from facts.indicator where score_cell <> '{cell}' order by all")
    carry_out(Store(loaded.folder, WANG), [repair(loaded, cell=cell, text="1.25")])
    assert str(score(loaded)) == "1.250000"
    assert rows(loaded, f"select * from facts.indicator where score_cell <> '{cell}' order by all") == others
    assert rows(loaded, "select text, reason, who from facts.repair") == [("1.25", "与纸质原件核对", "王某")]


def test_the_last_repair_of_a_cell_counts_and_both_are_kept(loaded: Store) -> None:
    cell = score_cell(loaded)
    for text in ("1.25", "2.5"):
        carry_out(
            loaded, [replace(repair(loaded, cell=cell, text=text), repaired=datetime.now(UTC).replace(tzinfo=None))]
        )
    assert str(score(loaded)) == "2.500000"
    assert rows(loaded, "select count(*) from facts.repair") == [(2,)]


def test_the_same_file_again_after_a_repair_is_unchanged(loaded: Store, tmp_path: Path) -> None:
    carry_out(loaded, [repair(loaded, cell=score_cell(loaded), text="1.25")])
    again = tmp_path / "另存.xlsx"
    shutil.copy(BOOK, again)
    assert load_paths([again], loaded).unchanged == 1


def test_the_later_repair_counts_also_where_the_clock_was_set_back(loaded: Store) -> None:
    cell = score_cell(loaded)
    for text, day in (("1.25", 2), ("2.5", 1)):
        carry_out(loaded, [replace(repair(loaded, cell=cell, text=text), repaired=datetime(2023, 2, day))])  # noqa: DTZ001
    assert str(score(loaded)) == "2.500000"
    assert rebuild(loaded).differs == ()


def test_what_a_form_is_about_can_be_put_right(loaded: Store) -> None:
    carry_out(loaded, [repair(loaded, field="year", text="2023"), repair(loaded, field="department", text="政务办")])
    (found,) = rows(loaded, f"select year, department, version from facts.evaluation where project = '{NOW_ELSEWHERE}'")
    assert found == (2023, "政务办", 1)


def test_a_year_put_right_makes_the_form_a_correction(loaded: Store, tmp_path: Path) -> None:
    text = SAMPLE.read_text(encoding="utf-8").replace("2022", "2021").replace("74条", "73条")
    other = tmp_path / "自评表.txt"
    other.write_text(text, encoding="utf-8")
    load_paths([other], loaded)
    (found,) = rows(
        loaded, f"select document, place from facts.evaluation where project = '{NOW_ELSEWHERE}' and year = 2021"
    )
    fixed = Repair(str(found[0]), str(found[1]), None, "year", "2021", "2022", "年度笔误", "王某", WHEN)
    carry_out(loaded, [fixed])
    versions = (
        f"select version, superseded_by is null from facts.evaluation where project = '{NOW_ELSEWHERE}' order by 1"
    )
    assert rows(loaded, versions) == [(1, False), (2, True)]


REFUSED = {
    "no reason": ({"reason": " "}, RepairRefused),
    "nothing named": ({"cell": None}, RepairRefused),
    "two things named": ({"field": "unit"}, RepairRefused),
    "an unknown field": ({"cell": None, "field": "grade"}, RepairRefused),
    "no year": ({"cell": None, "field": "year", "text": "去年"}, RepairRefused),
    "no such cell": ({"cell": "第3行"}, OriginalUnreadable),
    "no such form": ({"place": "别处!A1:B2"}, OriginalUnreadable),
    "no such document": ({"document": "f" * 64}, FormUnknown),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_repair_that_cannot_be_is_refused_and_nothing_changes(loaded: Store, case: str) -> None:
    change, fault = REFUSED[case]
    wrong = replace(repair(loaded, cell=score_cell(loaded), text="1"), **change)  # type: ignore[arg-type]
    with pytest.raises(fault):
        carry_out(loaded, [wrong])
    assert loaded.numbers() == [1]
    assert len(loaded.acts.entries()) == 1


def test_a_repair_that_makes_the_form_unreadable_is_refused(loaded: Store) -> None:
    generation = loaded.current()
    cells = [f"{column}{row}" for row in range(1, 27) for column in "ABCDEFGHIJ"]
    with pytest.raises((OriginalUnreadable, FormUnknown)):
        carry_out(loaded, [repair(loaded, cell=cell, text="") for cell in cells])
    assert loaded.current() == generation


# 指定年度/指定部门/文件名 | 待定原因
HELD = """
—/—/自评表.txt                         |
2022/—/自评表.txt                      |
2021/—/自评表.txt                      | year_contradicts_batch
—/—/2023年自评表.txt                   | year_contradicts_name
—/—/2022年自评表(2023年报送).txt       |
—/—/自评表20230115.txt                 |
—/县委办公室/自评表.txt                |
—/水务局/自评表.txt                    | department_contradicts_batch
2021/水务局/2021年.txt                 | year_contradicts_batch;year_contradicts_name;department_contradicts_batch
"""


@pytest.mark.parametrize("line", HELD.strip().splitlines())
def test_what_contradicts_batch_or_file_name_waits(store: Store, tmp_path: Path, line: str) -> None:
    said, reasons = (part.strip() for part in line.split("|"))
    year, department, name = (None if part == "—" else part for part in said.split("/"))
    shutil.copy(SAMPLE, tmp_path / str(name))
    report = load_paths([tmp_path / str(name)], store, batch=Batch(int(year) if year else None, department))
    assert (report.imported, report.held) == ((0, 1) if reasons else (1, 0))
    assert rows(store, "select distinct held from facts.evaluation") == [(reasons or None,)]


def held_store(store: Store) -> Store:
    load_paths([SAMPLE], store, batch=Batch(2021))
    return store


def test_a_held_form_counts_when_it_is_confirmed(store: Store) -> None:
    held_store(store)
    document, place = place_of(store, NOW_ELSEWHERE)
    carry_out(store, [Confirmed(document, place, "王某", WHEN)])
    counts = "select count(*) from facts.evaluation where held is null"
    assert rows(store, counts) == [(1,)]
    carry_out(store, [Declined(document, place, "王某", WHEN)])
    assert rows(store, counts) == [(0,)]
    assert load_paths([SAMPLE], store).unchanged == 1


def test_a_held_form_corrects_only_after_it_is_confirmed(loaded: Store, tmp_path: Path) -> None:
    path = tmp_path / "2024年.txt"
    path.write_text(SAMPLE.read_text(encoding="utf-8").replace("74条", "73条"), encoding="utf-8")
    load_paths([path], loaded)
    held = "select document, place from facts.evaluation where held is not null"
    (waiting,) = rows(loaded, held)
    in_force = f"select actual from {LINES} and superseded_by is null and held is null and target = '76条'"
    assert rows(loaded, in_force) == [("74条",)]
    carry_out(loaded, [Confirmed(str(waiting[0]), str(waiting[1]), "王某", WHEN)])
    assert rows(loaded, in_force) == [("73条",)]


def test_the_batch_fills_what_the_form_leaves_blank(store: Store, tmp_path: Path) -> None:
    blank = tmp_path / "自评表.txt"
    text = SAMPLE.read_text(encoding="utf-8").replace("2022年度", "年度").replace("2022 年度", "年度")
    blank.write_text(text, encoding="utf-8")
    load_paths([blank], store, batch=Batch(2022))
    assert rows(store, "select distinct year, held from facts.evaluation") == [(2022, None)]
    assert rows(store, "select distinct field, text from facts.repair") == [("year", "2022")]
    assert rebuild(store).generation is None


def everything(store: Store, tmp_path: Path) -> None:
    """Imports, a refusal and its end, a correction, repairs, a held form and its confirmation."""
    load_paths([BOOK], store)
    inbox = tmp_path / "收件"
    inbox.mkdir()
    (inbox / "坏.xlsx").write_bytes(b"PK\x03\x04 broken")
    shutil.copy(SAMPLE, inbox / "2024年.txt")
    (inbox / "更正.txt").write_text(SAMPLE.read_text(encoding="utf-8").replace("74条", "73条"), encoding="utf-8")
    load_paths([inbox], store)
    carry_out(store, [repair_of_first(store)])
    replace_department_names(write_list(tmp_path / "对照表.xlsx", [("曾用名", "现名称"), ("甲局", "乙局")]), store)
    replace_expected_filings(
        write_list(tmp_path / "任务.xlsx", [("年度", "部门", "项目名称"), (2022, "甲局", "修路")]), store
    )
    shutil.copy(Path("tests/documents/family-b.xlsx"), inbox / "坏.xlsx")
    load_paths([inbox], store)


def repair_of_first(store: Store) -> Repair:
    of_first = "from facts.evaluation join facts.indicator using (evaluation) where evaluation = 1"
    document, place, cell = rows(store, f"select document, place, min(score_cell) {of_first} group by all")[0]
    return Repair(str(document), str(place), str(cell), None, None, "0.5", "核对", "王某", WHEN)


def test_a_rebuild_gives_the_same_digests_and_changes_nothing(store: Store, tmp_path: Path) -> None:
    everything(store, tmp_path)
    before = store.current()
    done = rebuild(store)
    assert (done.generation, done.differs) == (None, ())
    assert store.current() == before


LOST = {
    "the generation in force": lambda store: store.path_of(store.head()).write_bytes(b"?"),
    "all generations": lambda store: shutil.rmtree(store.generations),
    "the pointer too": lambda store: (shutil.rmtree(store.generations), store.pointer.unlink()),
    "every manifest": lambda store: [path.unlink() for path in store.generations.glob("*.json")],
}


@pytest.mark.parametrize("lost", LOST)
def test_what_was_lost_is_rebuilt(store: Store, tmp_path: Path, lost: str) -> None:
    everything(store, tmp_path)
    before = store.current()
    LOST[lost](store)
    done = rebuild(store)
    assert done.differs == ()
    after = store.current()
    assert before and after and after.tables == before.tables and after.number > before.number
    assert rebuild(store).generation is None


def test_an_undone_import_is_not_rebuilt(store: Store, tmp_path: Path) -> None:
    load_paths([BOOK], store)
    first = store.current()
    other = tmp_path / "更正.txt"
    other.write_text(SAMPLE.read_text(encoding="utf-8").replace("74条", "73条"), encoding="utf-8")
    load_paths([other], store)
    store.undo()
    load_paths([Path("tests/documents/family-b.xlsx")], store)
    shutil.rmtree(store.generations)
    rebuild(store)
    assert first is not None
    assert rows(store, "select count(*) from facts.evaluation where superseded_by is not null") == [(0,)]


def test_a_correction_filed_under_the_new_name_is_a_version(store: Store, tmp_path: Path) -> None:
    load_paths([SAMPLE], store)
    other = tmp_path / "更正.txt"
    text = SAMPLE.read_text(encoding="utf-8").replace("74条", "73条")
    other.write_text(text.replace("中共盐池县委办公室", "盐池县委办"), encoding="utf-8")
    load_paths([other], store)
    waiting = f"select count(*) from facts.evaluation where project = '{NOW_ELSEWHERE}' and superseded_by is null"
    assert rows(store, waiting) == [(2,)]
    names = [("曾用名", "现名称"), ("中共盐池县委办公室", "盐池县委办")]
    replace_department_names(write_list(tmp_path / "对照表.xlsx", names), store)
    assert rows(store, waiting) == [(1,)]


def test_a_store_without_history_says_so(loaded: Store) -> None:
    loaded.acts.path.unlink()
    with pytest.raises(HistoryUnknown, match="重新导入"):
        rebuild(loaded)


def test_a_generation_of_an_earlier_program_says_what_to_do_and_is_rebuilt(loaded: Store) -> None:
    of_schema(loaded, known()[0])
    with pytest.raises(StoreOutdated, match="python -m data rebuild"):
        loaded.current()
    with pytest.raises(StoreOutdated):
        load_paths([SAMPLE], loaded)
    assert rebuild(loaded).differs == ()
    assert rows(loaded, "select count(*) from facts.evaluation") == [(3,)]


def test_a_generation_of_a_later_program_is_refused_and_never_rebuilt_here(loaded: Store) -> None:
    of_schema(loaded, "f" * 16)
    for step in (loaded.current, lambda: load_paths([SAMPLE], loaded), lambda: rebuild(loaded)):
        with pytest.raises(StoreNewer, match="升级本程序"):
            step()
    assert loaded.numbers() == [1]


def test_todays_tables_are_the_last_of_the_list() -> None:
    # Whoever changes schema.sql adds its digest to data/store/schemas.csv: that is how a later program knows this one.
    assert known()[-1] == schema_digest()


def of_schema(store: Store, schema: str) -> None:
    """Let the generation in force have been made by a program with other tables."""
    found = read_manifest(store.path_of(1))
    manifest_of(found.path).write_text(manifest_text(replace(found, schema=schema)), encoding="utf-8", newline="\n")


def test_a_cancelled_import_changes_nothing(store: Store, tmp_path: Path) -> None:
    asked: list[int] = []
    for number in range(3):
        shutil.copy(SAMPLE, tmp_path / f"{number}.txt")
    with pytest.raises(LoadCancelled):
        load_paths([tmp_path], store, cancelled=lambda: asked.append(1) or len(asked) > 1)  # type: ignore[func-returns-value]
    assert store.current() is None


def test_a_check_stores_nothing(store: Store) -> None:
    report = load_paths([SAMPLE], store, only_check=True)
    assert (report.imported, report.forms) == (1, 3)
    assert store.current() is None
    assert not store.originals.exists()
