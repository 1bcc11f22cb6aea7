"""The frame: first start, the fictional county's mark, faults said in a sentence."""

import logging
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared import store
from pages.shared.guard import guarded

APP = str(Path(__file__).parents[2] / "app.py")


def test_the_first_start_shows_the_countys_own_forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_STORE", str(tmp_path / "new"))
    at = AppTest.from_file(APP, default_timeout=60).run()
    assert not at.exception and not at.error
    assert at.metric[0].value == "3"


def test_an_empty_demo_store_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "demo").touch()
    monkeypatch.setenv("JIXIAO_STORE", str(tmp_path))
    at = AppTest.from_file(APP, default_timeout=60).run()
    assert not at.exception and "python -m data load" in at.info[0].value


def test_the_fictional_county_is_marked_on_every_page(samples_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_STORE", str(samples_store))
    plain = AppTest.from_file(APP, default_timeout=60).run()
    monkeypatch.setattr("data.store.Store.is_demo", property(lambda _: True))
    marked = AppTest.from_file(APP, default_timeout=60).run()
    found = [["演示数据" in element.value for element in at.markdown].count(True) for at in (plain, marked)]
    assert found == [0, 2]  # in the menu and beside the title


def test_a_fault_is_its_own_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "CURRENT").write_text("no number", encoding="utf-8")
    monkeypatch.setenv("JIXIAO_STORE", str(tmp_path))
    at = AppTest.from_file(APP, default_timeout=60).run()
    assert not at.exception and len(at.error) == 1
    assert "Traceback" not in at.error[0].value


def test_anything_else_is_calm_and_has_a_reference_in_the_log(
    samples_store: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("JIXIAO_STORE", str(samples_store))
    monkeypatch.setattr(store, "known", lambda: 1 / 0)
    with caplog.at_level(logging.ERROR, logger="jixiao"):
        at = AppTest.from_file(APP, default_timeout=60).run()
    said = at.error[0].value
    assert "ZeroDivisionError" not in said
    assert any(record.msg == "page_failed" and record.reference in said for record in caplog.records)


def test_the_guard_lets_streamlit_stop_a_page() -> None:
    class Stop(BaseException):
        """As Streamlit stops a run."""

    with pytest.raises(Stop), guarded():
        raise Stop
