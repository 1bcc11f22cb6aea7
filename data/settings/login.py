"""Who may come in: the OpenID Connect provider, and the secrets shared with it."""

from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator

from data.settings.addresses import is_loopback
from data.settings.secret_files import secret
from data.settings.section import Section


class Login(Section):
    """统一身份认证(OpenID Connect),shared 必填。

    Single sign-on by OpenID Connect, needed for shared.
    """

    discovery: str | None = Field(
        default=None,
        description="身份认证服务的发现地址,以 https:// 开头(本机上的可用 http://)"
        " · the provider's discovery address, https:// (http:// only on this machine)",
        examples=["https://sso.example.gov.cn/realms/county/.well-known/openid-configuration"],
    )
    client_id: str | None = Field(
        default=None,
        min_length=1,
        description="在身份认证服务中为本程序登记的客户端名 · the client registered for Jixiao with the provider",
        examples=["jixiao"],
    )
    client_secret_file: Path | None = Field(
        default=None,
        description="存放客户端密钥的文件;也可用环境变量 JIXIAO_LOGIN__CLIENT_SECRET 给出密钥本身"
        " · the file that holds the client's secret; or the secret itself in JIXIAO_LOGIN__CLIENT_SECRET",
        examples=["/etc/jixiao/client-secret"],
    )
    client_secret: SecretStr | None = Field(
        default=None,
        description="客户端密钥,只能由文件或环境变量给出 · the client's secret, only by a file or the environment",
    )
    cookie_secret_file: Path | None = Field(
        default=None,
        description="存放登录签名密钥的文件,用 python -m data settings --new-secret 文件 生成;"
        "也可用环境变量 JIXIAO_LOGIN__COOKIE_SECRET 给出密钥本身"
        " · the file that holds the secret by which logins are signed, made by "
        "python -m data settings --new-secret FILE; or the secret itself in JIXIAO_LOGIN__COOKIE_SECRET",
        examples=["/etc/jixiao/cookie-secret"],
    )
    cookie_secret: SecretStr | None = Field(
        default=None,
        description="登录签名密钥,只能由文件或环境变量给出 · what signs logins, only by a file or the environment",
    )

    @field_validator("discovery")
    @classmethod
    def is_safe(cls, address: str | None) -> str | None:
        parts = urlsplit(address or "https://none")
        if not parts.hostname or parts.scheme not in ("https", "http"):
            raise ValueError
        if parts.scheme == "http" and not is_loopback(parts.hostname):
            raise ValueError
        return address

    def client_key(self) -> str | None:
        """The client's secret, None when none was given. Raises WrongSecretFile."""
        return secret(self.client_secret, self.client_secret_file, "login.client_secret_file")

    def cookie_key(self) -> str | None:
        """What logins are signed by, None when none was given. Raises WrongSecretFile."""
        return secret(self.cookie_secret, self.cookie_secret_file, "login.cookie_secret_file")
