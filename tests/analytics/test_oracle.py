"""Every view agrees with the oracle on ten thousand lines of generated forms; a larger run: tests.benchmarks.oracle."""

import random

import pytest

from tests.analytics.against_oracle import differences
from tests.analytics.random_forms import random_forms

LINES = 5000


@pytest.mark.parametrize(("scheme", "seed"), [(None, 20221231), ("strict", 7)])
def test_every_view_agrees_with_the_oracle(scheme: str | None, seed: int) -> None:
    found = list(differences(random_forms(random.Random(seed), LINES), scheme))
    assert found[:10] == []
