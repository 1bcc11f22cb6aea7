"""Results that several ask for at the same moment are worked out once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import sleep

import pytest

from pages.shared.once import once

TOGETHER = 8


def test_who_asks_meanwhile_waits_for_the_same_result() -> None:
    worked: list[int] = []
    start = Barrier(TOGETHER)

    @once(4)
    def slow(number: int) -> list[int]:
        worked.append(number)
        sleep(0.05)
        return [number]

    def ask(_: int) -> list[int]:
        start.wait()
        return slow(7)

    with ThreadPoolExecutor(TOGETHER) as pool:
        found = list(pool.map(ask, range(TOGETHER)))
    assert worked == [7] and all(one is found[0] for one in found)


def test_what_failed_is_tried_again() -> None:
    tries: list[int] = []

    @once(4)
    def sometimes(number: int) -> int:
        tries.append(number)
        if len(tries) == 1:
            raise ValueError
        return number

    with pytest.raises(ValueError):
        sometimes(1)
    assert sometimes(1) == 1 and sometimes(1) == 1 and tries == [1, 1]


def test_it_holds_no_more_than_it_may() -> None:
    worked: list[int] = []

    @once(2)
    def noted(number: int) -> int:
        worked.append(number)
        return number

    for number in (1, 2, 3, 1):
        assert noted(number) == number
    assert worked == [1, 2, 3, 1]
