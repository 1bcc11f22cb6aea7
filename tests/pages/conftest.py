"""Two small stores: the county's own three forms, and a county of four departments and two years made from them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.load import ensure_samples, load_paths
from data.store import Store

SAMPLE = Path(__file__).parents[2] / "data" / "samples" / "yanchi-2022.txt"
OWNER = "中共盐池县委办公室"
HOSTILE = "<img src=x onerror=alert(1)>局"
DEPARTMENTS = ("县教育局", "县水务局", "县财政局", HOSTILE)


@pytest.fixture(scope="session")
def samples_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    ensure_samples(Store(folder))
    return folder


@pytest.fixture(scope="session")
def county_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The three forms filed by four departments in two years, one department spending less and less."""
    folder, text = tmp_path_factory.mktemp("county"), SAMPLE.read_text(encoding="utf-8")
    inbox = tmp_path_factory.mktemp("inbox")
    for year in (2021, 2022):
        for at, department in enumerate(DEPARTMENTS):
            filed = text.replace(OWNER, department).replace("(2022年度)", f"({year}年度)")
            filed = filed.replace("21.855", f"{21.855 - at * (year - 2020):.3f}")
            (inbox / f"{year}-{at}.txt").write_text(filed, encoding="utf-8")
    load_paths([inbox], Store(folder))
    return folder


@pytest.fixture(params=["samples_store", "county_store"])
def any_store(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder: Path = request.getfixturevalue(request.param)
    monkeypatch.setenv("JIXIAO_STORE", str(folder))
    yield folder
