"""What a corrected form says otherwise is told by the import that brings it, stored or only checked."""

from pathlib import Path

import pytest

from data import corrections
from data.load import Batch, LoadReport, load_paths
from data.store import Store

SAMPLE = Path("data/samples/yanchi-2022.txt")
LINE = "76条\t74条\t9.8\t9.8"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "store")
    load_paths([SAMPLE], store)
    return store


def changed(folder: Path, name: str, line: str) -> Path:
    text = SAMPLE.read_text(encoding="utf-8")
    assert text.count(LINE) == 1
    path = folder / name
    path.write_text(text.replace(LINE, line), encoding="utf-8")
    return path


def told(report: LoadReport) -> list[list[str]]:
    return [[f"{one.label} {one.old} → {one.new}" for one in form.differences] for form in report.corrected]


@pytest.mark.parametrize("only_check", [False, True])
def test_a_correction_tells_its_fields(store: Store, tmp_path: Path, only_check: bool) -> None:
    report = load_paths([changed(tmp_path, "更正.txt", "76条\t73条\t9.8\t9.54")], store, only_check=only_check)
    assert told(report) == [["实际完成值 74条 → 73条", "自评得分 9.8 → 9.54"]]
    (form,) = report.corrected
    assert (form.version, form.year, form.document, form.evaluation) == (2, 2022, "更正.txt", 4)
    assert store.current_number() == (1 if only_check else 2)


def test_two_corrections_in_one_import_each_tell_what_they_change(store: Store, tmp_path: Path) -> None:
    paths = [changed(tmp_path, f"{at}.txt", f"76条\t{n}条\t9.8\t9.8") for at, n in ((1, 73), (2, 72))]
    report = load_paths(paths, store)
    assert told(report) == [["实际完成值 74条 → 73条"], ["实际完成值 73条 → 72条"]]
    assert report.versions == 2


def test_new_and_unchanged_forms_correct_nothing(store: Store) -> None:
    assert load_paths([SAMPLE, Path("tests/documents/family-b.xlsx")], store).corrected == ()


def test_a_form_that_waits_corrects_nothing_yet(store: Store, tmp_path: Path) -> None:
    report = load_paths([changed(tmp_path, "更正.txt", "76条\t73条\t9.8\t9.8")], store, batch=Batch(2020))
    assert (report.corrected, len(report.waiting)) == ((), 1)


def test_of_very_many_the_first_are_told_and_all_are_counted(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corrections, "MOST", 1)
    paths = [changed(tmp_path, f"{n}.txt", f"76条\t{n}条\t9.8\t9.8") for n in (71, 72)]
    report = load_paths(paths, store)
    assert (len(report.corrected), report.versions) == (1, 2)
