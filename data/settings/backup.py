"""Where backups lie, and how many are kept."""

from pathlib import Path

from pydantic import Field

from data.settings.section import Section


class Backup(Section):
    """备份:python -m data backup 使用。

    Backups, as python -m data backup makes them.
    """

    folder: Path | None = Field(
        default=None,
        description="备份文件夹,最好在另一块磁盘上;不写则为数据库文件夹旁的 …-backups"
        " · folder of backups, best on another disk; by default …-backups beside the store",
        examples=["/srv/backup/jixiao"],
    )
    daily: int = Field(
        default=7, ge=1, le=366, description="保留最近多少天的备份,1 至 366 的整数 · days of backups kept, 1 to 366"
    )
    weekly: int = Field(
        default=8, ge=1, le=520, description="保留最近多少周的备份,1 至 520 的整数 · weeks of backups kept, 1 to 520"
    )
    monthly: int = Field(
        default=12,
        ge=1,
        le=240,
        description="保留最近多少个月的备份,1 至 240 的整数 · months of backups kept, 1 to 240",
    )
