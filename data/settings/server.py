"""Where the dashboard is served, and to whom."""

from ipaddress import ip_network
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, field_validator

from data.settings.section import Section


class Server(Section):
    """本机使用,或在单位内共用。

    Served to this machine alone, or to the bureau.
    """

    mode: Literal["local", "shared"] = Field(
        default="local",
        description="local 只供本机使用,不登录;shared 供单位内共用,必须登录"
        " · local: this machine alone, no login; shared: for the bureau, with login",
    )
    address: str = Field(
        default="127.0.0.1",
        min_length=1,
        description="监听的地址。代理与本程序在同一台机器时用 127.0.0.1"
        " · the address to listen on; 127.0.0.1 when the proxy runs on the same machine",
    )
    port: int = Field(default=8501, ge=1, le=65535, description="监听的端口,1 至 65535 的整数 · the port, 1 to 65535")
    public_address: str | None = Field(
        default=None,
        description="浏览器中看到的地址,以 https:// 开头,不带路径;shared 必填"
        " · the address that browsers see: https://, without a path; needed for shared",
        examples=["https://jixiao.example.gov.cn"],
    )
    proxy: str | None = Field(
        default=None,
        description="前面的 TLS 代理的 IP 地址或网段,多个用逗号分开;只相信由它转来的访问;shared 必填"
        " · IP address or network of the TLS proxy in front, several parted by commas; no other is believed; "
        "needed for shared",
        examples=["127.0.0.1"],
    )

    @field_validator("public_address")
    @classmethod
    def is_https(cls, address: str | None) -> str | None:
        parts = urlsplit(address or "https://none")
        if parts.scheme != "https" or not parts.hostname or parts.path.strip("/") or parts.query or parts.username:
            raise ValueError
        return address.rstrip("/") if address else None

    @field_validator("proxy")
    @classmethod
    def are_addresses(cls, proxy: str | None) -> str | None:
        for one in proxy.split(",") if proxy is not None else ():
            ip_network(one.strip())
        return proxy

    @property
    def host(self) -> str:
        """Name and port as browsers send them, "" when no public address is set."""
        return urlsplit(self.public_address or "").netloc.lower()
