"""The settings file read and checked, with every fault named at once."""

import os
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, SecretStr, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import SettingsError

from data.errors import Fault
from data.settings.faults import SecretInFile, SettingsUnreadable, SettingsWrong, UnknownOption, WrongOption
from data.settings.sections import NEST, PREFIX, Settings

Place = tuple[str, ...]
VARIABLE = "JIXIAO_SETTINGS"
USUAL = Path("jixiao.toml")


def read_settings() -> Settings:
    """The file that JIXIAO_SETTINGS names, else jixiao.toml where it exists, under the environment.

    Raises SettingsUnreadable and SettingsWrong.
    """
    named = os.environ.get(VARIABLE)
    path = Path(named or USUAL)
    written = read_file(path) if named or path.exists() else {}
    problems: list[Fault] = list(secrets_in(written, path.name))
    try:
        checked = Settings(**written)
    except ValidationError as error:
        problems += [problem(place_of(one["loc"]), one["type"], path.name) for one in error.errors()]
    except SettingsError as error:
        raise SettingsUnreadable(PREFIX + "*", reason=str(error)) from error
    if problems:
        raise SettingsWrong(problems)
    return checked


def read_file(path: Path) -> dict[str, Any]:
    try:
        # Notepad on Windows puts a mark before the first line, which TOML does not know.
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsUnreadable(str(path), reason=getattr(error, "strerror", None) or str(error)) from error


def secrets_in(written: dict[str, Any], name: str) -> Iterator[SecretInFile]:
    for place, option in options():
        section = written.get(place[0])
        if is_secret(option) and isinstance(section, dict) and place[-1] in section:
            yield SecretInFile(name, ".".join(place), variable=variable(place))


def problem(place: Place, kind: str, name: str) -> Fault:
    """What a person is told about the fault that pydantic found at `place`."""
    where = variable(place) if variable(place) in os.environ else name
    found = dict(options()).get(place)
    if found is None and kind == "extra_forbidden":
        return UnknownOption(where, ".".join(place), known=", ".join(known(place[:-1])))
    return WrongOption(where, ".".join(place), (found.description if found else None) or SECTION)


SECTION = "这里应是一节,如 [server] · a section stands here, such as [server]"


def place_of(location: tuple[int | str, ...]) -> Place:
    return tuple(str(part) for part in location)


def known(section: Place) -> list[str]:
    """The options, or at the top also the sections, that may stand where an unknown one was found."""
    if not section:
        return list(Settings.model_fields)
    return [place[-1] for place, option in options() if place[:-1] == section and not is_secret(option)]


def options() -> Iterator[tuple[Place, FieldInfo]]:
    """Every option with its place, in the order of the file."""
    for name, option in Settings.model_fields.items():
        if isinstance(option.annotation, type) and issubclass(option.annotation, BaseModel):
            yield from (((name, inner), one) for inner, one in option.annotation.model_fields.items())
        else:
            yield (name,), option


def is_secret(option: FieldInfo) -> bool:
    return option.annotation == SecretStr | None


def variable(place: Place) -> str:
    """The name of the environment variable that sets the option at `place`."""
    return PREFIX + NEST.join(place).upper()
