"""All sections, and where they come from."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict
from pydantic_settings import PydanticBaseSettingsSource as Source

from data.settings.backup import Backup
from data.settings.login import Login
from data.settings.logs import Logs
from data.settings.server import Server
from data.settings.sessions import Sessions

PREFIX, NEST = "JIXIAO_", "__"


class Settings(BaseSettings):
    """What is in force. Made by `read_settings`; raises pydantic's ValidationError when made by hand."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter=NEST, extra="forbid", frozen=True, hide_input_in_errors=True
    )

    store: Path = Field(
        default=Path(".store", "county"),
        description="数据库文件夹,相对于启动处 · folder of the store, seen from where the program is started",
    )
    server: Server = Server()
    login: Login = Login()
    sessions: Sessions = Sessions()
    backup: Backup = Backup()
    logs: Logs = Logs()

    @classmethod
    def settings_customise_sources(  # type: ignore[override]
        cls, _: object, init_settings: Source, env_settings: Source, **_others: Source
    ) -> tuple[Source, ...]:
        """The environment goes before the file, whose content is given to the class."""
        return env_settings, init_settings
