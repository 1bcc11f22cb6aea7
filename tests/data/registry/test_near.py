"""Names that may mean one department are proposed with a reason; names that do not are left in peace."""

import pytest

from data.registry import near_names

NEAR = """
教育局 | 县教育局 | 只差前面的地名或“县”字
教育局 | 盐池县教育局 | 只差前面的地名或“县”字
县教育局 | 盐池县教育局 | 只差前面的地名或“县”字
县委宣传部 | 中共盐池县委宣传部 | 只差前面的地名或“县”字
市场监督管理局 | 盐池县市场监督管理局 | 只差前面的地名或“县”字
水务局 | 水务局(本级) | 只差“本级”“机关”等字样
教体局 | 盐池县教育体育局 | 一个像是另一个的简称
教育局 | 教体局 | 只差一个字
水务局 | 水物局 | 只差一个字
"""
FAR = """
教育局 | 财政局
财政局 | 民政局
水务局 | 水 务 局
共青团云溪县委员会 | 中共云溪县委政法委员会
云溪县文化局 | 云溪县水务局
人社局 | 卫健局
"""


def pair(line: str) -> list[str]:
    return [part.strip() for part in line.split("|")]


@pytest.mark.parametrize("line", NEAR.strip().splitlines())
def test_near(line: str) -> None:
    one, other, reason = pair(line)
    assert [(found.name, found.other, found.reason) for found in near_names([other, one])] in (
        [(one, other, reason)],
        [(other, one, reason)],
    )


@pytest.mark.parametrize("line", FAR.strip().splitlines())
def test_far(line: str) -> None:
    assert near_names(pair(line)) == ()
