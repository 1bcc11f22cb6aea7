"""The machine under the store: may it be written to, is there room, does the clock go forward."""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from data.doctor.findings import Found, Place, bad, good, warning
from data.store.importer import known_holder
from data.texts import mark

MEGABYTE = 1024 * 1024
SPARE_MEGABYTES = 500
GENERATIONS_AHEAD = 10  # an import writes a copy of the newest one, and five are kept
SLACK = timedelta(minutes=5)

READ_ONLY = mark("数据库文件夹 {name} 不能写入,只能查看。请检查文件夹的权限,或磁盘是否被设为只读。")
WRITABLE = mark("数据库文件夹 {name} 可以写入。")
ABSENT = mark("数据库文件夹 {name} 还不存在,第一次导入时会建立。请核对 JIXIAO_STORE 或 --store 是否写对。")
IMPORTING = mark("正在导入:{name}。如果这一进程早已结束,不用处理,下一次导入会自动继续。")
ROOM = mark("磁盘:还有 {free} MB 可用。")
LITTLE = mark("磁盘:只有 {free} MB 可用,建议至少 {wanted} MB。请清理磁盘或换到更大的磁盘;查看不受影响。")
NONE = mark("磁盘:只有 {free} MB 可用,不够再导入一次。请立即清理磁盘;查看不受影响,已载入的数据没有变化。")
CLOCK = mark("时钟:{now} UTC。")
SET_BACK = mark(
    "时钟:现在是 {now} UTC,早于记录中的 {last} UTC,系统时间可能被调回。"
    "数据按先后编号,不受影响;请校准时间,否则登录期限和备份日期会不准。"
)


def folder_is_writable(place: Place) -> Iterator[Found]:
    name = str(place.folder)
    if not place.folder.exists():
        yield warning(ABSENT, name=name)
        return
    parts = [part for part in (place.folder, place.store.generations, place.folder / "journal") if part.exists()]
    yield good(WRITABLE, name=name) if all(os.access(part, os.W_OK) for part in parts) else bad(READ_ONLY, name=name)
    if (holder := place.folder / "importing").exists():
        yield warning(IMPORTING, name=known_holder(holder))


def disk_has_room(place: Place) -> Iterator[Found]:
    there = next(one for one in (place.folder, *place.folder.absolute().parents) if one.exists())
    free = shutil.disk_usage(there).free // MEGABYTE
    once = newest_megabytes(place) * 2 + 1
    wanted = newest_megabytes(place) * GENERATIONS_AHEAD + SPARE_MEGABYTES
    if free < once:
        yield bad(NONE, free=free)
    else:
        yield good(ROOM, free=free) if free >= wanted else warning(LITTLE, free=free, wanted=wanted)


def newest_megabytes(place: Place) -> int:
    sizes = [path.stat().st_size for path in place.store.generations.glob("*.duckdb")]
    return max(sizes, default=0) // MEGABYTE


def clock_goes_forward(place: Place) -> Iterator[Found]:
    """The last thing that was written down must not lie in the future."""
    last = max(moments(place), default=place.now)
    now = f"{place.now:%Y-%m-%d %H:%M}"
    yield bad(SET_BACK, now=now, last=f"{last:%Y-%m-%d %H:%M}") if last > place.now + SLACK else good(CLOCK, now=now)


def moments(place: Place) -> Iterator[datetime]:
    """When generations and backups were made, and journals written."""
    written = [
        place.store.pointer,
        *place.store.generations.glob("*.json"),
        *(place.folder / "journal").glob("*.jsonl"),
    ]
    yield from (changed(path) for path in written if path.exists())
    yield from (one.made for one in place.backups.whole())


def changed(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
