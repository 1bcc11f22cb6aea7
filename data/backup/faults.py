"""What can go wrong with backups. In each case the store and the backups made before are untouched."""

from data.errors import Fault
from data.texts import mark


class BackupBusy(Fault):
    """Another backup is being made into the same folder."""

    code = "backup_busy"
    text = mark("另一个备份正在写入 {name},请等它结束后再试。")


class BackupUnwritable(Fault):
    """The disk is full, or the folder may not be written to."""

    code = "backup_unwritable"
    text = mark("备份没有完成:无法写入 {name}({reason})。以前的备份没有变化,请检查磁盘空间和权限后再试。")


class BackupDamaged(Fault):
    """A part of a backup is missing, or is not what was written."""

    code = "backup_damaged"
    text = mark("备份 {name} 中的 {place} 已损坏或缺失,不能使用。请改用另一个备份(python -m data restore 列出全部)。")


class BackupUnknown(Fault):
    """There is no backup of this number or at this place."""

    code = "backup_unknown"
    text = mark("没有找到备份 {name}。请运行 python -m data restore 查看有哪些备份。")


class BackupForeign(Fault):
    """The backup of the fictional county does not go into the store of a real one, nor the other way round."""

    code = "backup_foreign"
    text = mark("备份 {name} 与数据库文件夹 {place} 一个是演示数据、一个不是,不能恢复到一起。请另选数据库文件夹。")


class BackupInside(Fault):
    """Backups in the folder that they save would be lost with it."""

    code = "backup_inside"
    text = mark("备份文件夹 {name} 在数据库文件夹之内,会与它一同丢失。请另选文件夹,最好在另一块磁盘上。")
