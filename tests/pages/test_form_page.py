"""The form page as a whole: the finding of an address, and a cell put right by hand."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.test_pages import opened, words


def by_label(at: AppTest, label: str) -> object:
    return next(one for one in (*at.text_area, *at.text_input, *at.button) if one.label == label)


def test_the_finding_of_the_address_is_told_in_full(samples_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_STORE", str(samples_store))
    told = words(opened("form", evaluation="3", n="1", finding="score_overstated"))
    assert "第 4 处，共 12 处" in told and '<div class="jx-card error">' in told
    assert "第 4 处，共" not in words(opened("form", evaluation="3", n="1", finding="<b>no such rule</b>"))


def test_a_cell_put_right_is_computed_anew_and_shows_both_texts(
    samples_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = shutil.copytree(samples_store, tmp_path / "store")
    monkeypatch.setenv("JIXIAO_STORE", str(store))
    at = opened("form", evaluation="3", n="1", finding="shortfall_unexplained")
    at.toggle(key="repairing").set_value(True).run()
    assert by_label(at, "应为").value == "74条"  # type: ignore[attr-defined]
    by_label(at, "应为").set_value("76条")  # type: ignore[attr-defined]
    by_label(at, "更正并重新计算").click().run()  # type: ignore[attr-defined]
    assert "没有写明更正的理由" in " ".join(str(one.value) for one in at.error)
    by_label(at, "应为").set_value("76条")  # type: ignore[attr-defined]
    by_label(at, "理由").set_value("与纸质件核对")  # type: ignore[attr-defined]
    by_label(at, "更正并重新计算").click().run()  # type: ignore[attr-defined]
    assert not at.error and not at.exception
    assert "<del>74条</del> <ins>76条</ins>" in words(at)
    assert "9.54" not in words(at)


def test_a_form_whose_original_is_not_there_is_told_and_its_lines_shown(
    samples_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = shutil.copytree(samples_store, tmp_path / "store", ignore=shutil.ignore_patterns("originals"))
    monkeypatch.setenv("JIXIAO_STORE", str(store))
    at = opened("form", evaluation="3")
    assert not at.error and not at.exception
    told = words(at)
    assert "已丢失或被改动" in told and "以下为已读取的内容" in told
    assert "下载原件" not in told and "jx-lines" in told
