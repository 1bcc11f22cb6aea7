"""Why a form waits, told with both sides: what batch or file name say, and what the form says."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from data.acts import Confirmed, Declined, act_entry, read_act
from data.carrying_out import carry_out, history
from data.load import Batch, load_paths
from data.registry.resolve import Names
from data.rights import Actor
from data.store import Store
from data.waiting import decisions, doubts_about, receipts, told_all
from tests.data.store.forms import RECEIVED

SAMPLE = Path("data/samples/yanchi-2022.txt")
OFFICE = "中共盐池县委办公室"

# 批次年度/批次部门/文件名 | 说法(表内:2022 年,中共盐池县委办公室)
TOLD = f"""
—/—/自评表.txt       |
2021/—/自评表.txt    | 本批次指定为 2021 年，表内为 2022 年
—/—/2021年.txt       | 文件名写的是 2021 年，表内为 2022 年
—/—/2020和2021年.txt | 文件名写的是 2020、2021 年，表内为 2022 年
—/水务局/自评表.txt  | 本批次指定为“水务局”，表内为“{OFFICE}”
2021/水务局/2020.txt | 本批次指定为 2021 年，表内为 2022 年；文件名写的是 2020 年，表内为 2022 年；本批次指定为“水务局”，表内为“{OFFICE}”
"""  # noqa: E501 — a row of the table


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def received(store: Store, folder: Path, said: str) -> list[str]:
    year, department, name = (None if part == "—" else part for part in said.strip().split("/"))
    shutil.copy(SAMPLE, folder / str(name))
    report = load_paths([folder / str(name)], store, batch=Batch(int(year) if year else None, department))
    return sorted({told_all(one.doubts, "zh") for one in report.waiting})


@pytest.mark.parametrize("line", TOLD.strip().splitlines())
def test_both_sides_are_told(store: Store, tmp_path: Path, line: str) -> None:
    said, sentence = (part.strip() for part in line.split("|"))
    assert received(store, tmp_path, said) == ([sentence] if sentence else [])


def test_a_file_named_after_another_department(store: Store, tmp_path: Path) -> None:
    other = tmp_path / "一.txt"
    other.write_text(SAMPLE.read_text(encoding="utf-8").replace(OFFICE, "水务局"), encoding="utf-8")
    load_paths([other], store)
    assert received(store, tmp_path, "—/—/水务局报送.txt") == [f"文件名写的是“水务局”，表内为“{OFFICE}”"]


def test_what_was_put_right_since_is_told_in_short(store: Store, tmp_path: Path) -> None:
    shutil.copy(SAMPLE, tmp_path / "自评表.txt")
    one = load_paths([tmp_path], store, batch=Batch(2021)).waiting[0].held
    receipt = receipts(act for step in history(store) for act in step.acts)[one.document]
    now_right = replace(one, year=2021)
    assert told_all(doubts_about(now_right, receipt, (), Names(())), "zh") == "年度与批次不一致"
    assert told_all(doubts_about(one, None, (), Names(())), "zh") == "年度与批次不一致"


def test_the_last_decision_stands_with_its_reason(store: Store, tmp_path: Path) -> None:
    shutil.copy(SAMPLE, tmp_path / "自评表.txt")
    one = load_paths([tmp_path], store, batch=Batch(2021)).waiting[0].held
    where = one.document, one.place
    carry_out(store, [Declined(*where, "王某", RECEIVED, "报错年度")])
    carry_out(Store(store.folder, Actor("李某", "reviewer")), [Confirmed(*where, "", RECEIVED, "部门已更正")])
    decided = decisions(act for step in history(store) for act in step.acts)[where]
    assert (type(decided), decided.who, decided.reason) == (Confirmed, "李某", "部门已更正")


def test_a_journal_from_before_reasons_were_kept_is_read() -> None:
    entry = act_entry(Confirmed("a", "A1", "王某", RECEIVED, "已核对"))
    assert read_act(entry) == Confirmed("a", "A1", "王某", RECEIVED, "已核对")
    del entry["reason"]
    assert read_act(entry) == Confirmed("a", "A1", "王某", RECEIVED)
    del entry["who"]
    with pytest.raises(KeyError):
        read_act(entry)
