"""Faults of the store while it is written to. In each case the generation in force is untouched."""

from data.errors import Fault, StoreDamaged
from data.texts import mark


class StoreUnwritable(Fault):
    """The disk is full, or the folder may not be written to."""

    code = "store_unwritable"
    text = mark("无法写入数据库文件夹 {name}({reason})。已载入的数据没有变化,请检查磁盘空间和权限后再试。")


class ImportFailed(Fault):
    """What was built contradicts itself, or DuckDB refused something that nobody foresaw."""

    code = "import_failed"
    text = mark("导入没有完成({reason})。数据库文件夹 {name} 中已载入的数据没有变化,请把这一提示交给管理员。")


class OriginalLost(Fault):
    """An original is not there any more, or is not what was received."""

    code = "original_lost"
    text = mark("原件 {name} 已丢失或被改动,无法打开。请重新导入该文件。")


class StoreOutdated(StoreDamaged):
    """The generation was made by a program whose tables were others."""

    code = "store_outdated"
    text = mark(
        "数据库文件夹 {name} 的第 {place} 代数据由另一版本的程序生成,无法直接打开。"
        "请运行 python -m data rebuild 由原件重建;演示数据请运行 python -m data.demo --force 重新生成。"
    )


class StoreNewer(StoreDamaged):
    """The generation was made by a later program, which may know things that would be lost here."""

    code = "store_newer"
    text = mark(
        "数据库文件夹 {name} 的第 {place} 代数据由更新版本的程序生成,本程序不能打开,也不会改动它。"
        "请升级本程序;如需退回旧版本,请用 python -m data restore 恢复升级前的备份。"
    )


class StoreLost(StoreDamaged):
    """The generation in force is damaged and there is no whole one before it."""

    code = "store_lost"
    text = mark(
        "数据库第 {place} 代已损坏({reason}),也没有更早的完好数据。原件和工作记录还在:"
        "请运行 python -m data rebuild 重建,或用 python -m data restore 从备份恢复。"
    )
