"""Where the log is written, and how much of it is kept."""

from pathlib import Path
from typing import Literal

from pydantic import Field

from data.settings.section import Section


class Logs(Section):
    """运行日志:每行一个 JSON,不含姓名、单元格内容和密钥。

    The log: one JSON object per line, without names, cell texts or secrets.
    """

    folder: Path | None = Field(
        default=None,
        description="日志文件夹;不写则为数据库文件夹中的 logs · folder of the log, by default logs in the store",
        examples=["/var/log/jixiao"],
    )
    level: Literal["info", "warning", "error"] = Field(
        default="info", description="记录到哪一级:info、warning 或 error · what is written: info, warning or error"
    )
    megabytes: int = Field(
        default=5,
        ge=1,
        le=1024,
        description="一个日志文件最大多少 MB,1 至 1024 的整数 · size of one file in MB, 1 to 1024",
    )
    files: int = Field(
        default=5, ge=2, le=100, description="保留多少个日志文件,2 至 100 的整数 · files that are kept, 2 to 100"
    )
