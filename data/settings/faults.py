"""What can be wrong with the settings. Each says which option, and what may stand there."""

from collections.abc import Sequence

from data.errors import Fault
from data.settings.section import spoken
from data.texts import mark, translate


class SettingsUnreadable(Fault):
    """The settings file is not there, may not be read, or is no TOML."""

    code = "settings_unreadable"
    text = mark("设置文件 {name} 无法读取({reason})。")


class UnknownOption(Fault):
    """An option of this name does not exist."""

    code = "unknown_option"
    text = mark("{name} 中的 {place} 不是这里的选项。可用的选项:{known}。")


class WrongOption(Fault):
    """The value of an option may not stand there. `wanted` is the description of the option, in both languages."""

    code = "wrong_option"
    text = mark("{name} 中的 {place} 写错了:{wanted}。")

    def __init__(self, name: str, place: str, wanted: str) -> None:
        self.wanted = wanted
        super().__init__(name, place, wanted=wanted)

    def sentence(self, language: str) -> str:
        return translate(self.text, language, name=self.name, place=self.place, wanted=spoken(self.wanted, language))


class SecretInFile(Fault):
    """A secret stands in the settings file, which is copied, printed and shown to others."""

    code = "secret_in_file"
    text = mark("{name} 中不得写 {place}。请把它单独存入一个文件并写明 {place}_file,或用环境变量 {variable} 给出。")


class MissingOption(WrongOption):
    """An option that serving others needs was not set."""

    code = "missing_option"
    text = mark("缺少 {place}:{wanted}。")


class SettingsWrong(Fault):
    """Everything that is wrong, at once."""

    code = "settings"
    text = mark("设置有 {n} 处问题,没有启动:")

    def __init__(self, problems: Sequence[Fault]) -> None:
        self.problems = tuple(problems)
        super().__init__("")

    def sentence(self, language: str) -> str:
        first = translate(self.text, language, n=len(self.problems))
        return "\n".join((first, *(f"  - {one.sentence(language)}" for one in self.problems)))
