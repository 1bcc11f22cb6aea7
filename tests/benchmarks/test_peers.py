"""The benchmark compares like with like: views, polars and pandas answer the same over the same readings."""

from pathlib import Path

import pytest

from data.store import Store
from tests.benchmarks.generated_facts import generate
from tests.benchmarks.readings import write_readings
from tests.benchmarks.recompute_by import WAYS, Answer, views

LINES = 7_000


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench")
    generate(Store(folder / "store"), LINES)
    write_readings(folder)
    return folder


@pytest.fixture(scope="module")
def ours(place: Path) -> Answer:
    return views(place)


@pytest.mark.parametrize("way", ["polars", "pandas", "limited"])
def test_each_department_has_the_same_verdicts_and_points(way: str, place: Path, ours: Answer) -> None:
    assert WAYS[way](place) == ours
    assert all(row[0] and row[1] for row in ours.values())


@pytest.mark.parametrize("way", ["bare", "totals"])
def test_the_barest_queries_have_no_rules(way: str, place: Path, ours: Answer) -> None:
    """They must not be taken for an answer."""
    assert WAYS[way](place).keys() == ours.keys()
    assert WAYS[way](place) != ours
