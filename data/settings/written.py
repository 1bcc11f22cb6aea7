"""Settings written as the file they could stand in, each option explained; no secret is ever among them."""

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic.fields import FieldInfo

from data.settings.reading import Place, is_secret, options
from data.settings.section import spoken
from data.settings.sections import Settings

HEAD = """\
# 绩效自评看板的设置 · settings of Jixiao
# 复制为 jixiao.toml 后修改;去掉一行开头的 # 即启用。环境变量 JIXIAO_节__选项 优先于本文件。
# Copy to jixiao.toml and change; a line counts without its #. JIXIAO_SECTION__OPTION in the environment goes before it.
"""


def example() -> str:
    """The example file: every option with its explanation, its default as a comment."""
    return HEAD + "\n".join(lines(Settings.model_construct(), explained=True)) + "\n"


def written(settings: Settings) -> str:
    """What is in force, one line per option; of a secret, only whether there is one."""
    return "\n".join(lines(settings, explained=False))


def lines(settings: Settings, *, explained: bool) -> Iterator[str]:
    section: Place = ()
    for place, option in options():
        if place[:-1] != section:
            section = place[:-1]
            yield from heading(section, explained)
        if explained and is_secret(option):
            continue
        if explained:
            yield ""
            yield from (f"# {spoken(option.description, language)}" for language in ("zh", "en"))
        yield line(place, option, value(settings, place), explained)


def heading(section: Place, explained: bool) -> Iterator[str]:
    yield ""
    if explained:
        said = Settings.model_fields[section[0]].annotation.__doc__ or ""
        yield from (f"# {one.strip()}" for one in said.splitlines() if one.strip())
    yield f"[{section[0]}]"


def value(settings: Settings, place: Place) -> object:
    found: object = settings
    for name in place:
        found = getattr(found, name)
    return found


def line(place: Place, option: FieldInfo, now: object, explained: bool) -> str:
    """An option as TOML, behind a # where it is not set; of a secret, whether it is."""
    name = place[-1]
    if is_secret(option):
        return f"# {name}: {'**********' if now is not None else '—'}"
    if now is None:
        return f"# {name} = {toml(option.examples[0])}" if explained and option.examples else f"# {name} ="
    return f"{'# ' if explained else ''}{name} = {toml(now)}"


def toml(value: object) -> str:
    """Numbers, truth and text, as TOML writes them; JSON's text is TOML's text."""
    if isinstance(value, Path):
        value = value.as_posix()
    return json.dumps(value, ensure_ascii=False)
