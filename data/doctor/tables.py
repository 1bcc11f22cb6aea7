"""The generations: what is in force, what stands in for it, and what is kept beside it."""

from collections.abc import Iterator

from data.doctor.findings import Found, Place, good, ill, warning
from data.errors import StoreDamaged
from data.store import served
from data.texts import mark

WHOLE = mark("数据:启用的是第 {number} 代,自评表 {forms} 份,与发布时的记录一致。")
EMPTY = mark("数据:还没有导入。")
STANDBY = mark("在此之前显示的是第 {number} 代。")
SPARE = mark("数据:未启用的第 {number} 代已损坏或由另一版本的程序生成,不影响使用;以后的导入会清理它。")


def generation_in_force(place: Place) -> Iterator[Found]:
    shown = served(place.store)
    if shown is None:
        yield good(EMPTY)
    elif shown.fault is not None:
        yield ill(shown.fault)
        yield warning(STANDBY, number=shown.generation.number)
    else:
        yield good(WHOLE, number=shown.generation.number, forms=shown.generation.counts["evaluation"])


def generations_kept(place: Place) -> Iterator[Found]:
    """Those that are not in force: each is a way back, none is needed."""
    for number in place.store.numbers():
        if number == place.store.head():
            continue
        try:
            place.store.generation(number)
        except StoreDamaged:
            yield warning(SPARE, number=number)
