"""How long a login holds."""

from pydantic import Field

from data.settings.section import Section


class Sessions(Section):
    """登录的有效时间。

    How long a login holds.
    """

    idle_minutes: int = Field(
        default=30,
        ge=1,
        le=1440,
        description="多少分钟没有操作就须重新登录,1 至 1440 的整数"
        " · minutes without a click after which one signs in again, 1 to 1440",
    )
    longest_hours: int = Field(
        default=12,
        ge=1,
        le=168,
        description="登录最多保持多少小时,到时须重新登录,1 至 168 的整数"
        " · hours after which one signs in again in any case, 1 to 168",
    )
