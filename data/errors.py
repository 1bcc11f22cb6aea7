"""Faults that stop the reading of one file, one small class each. The message tells a person what to do."""

import json

from data.texts import mark, translate


class Fault(Exception):  # noqa: N818  a fault stops a file; an error is what a rule finds in a form
    """A fault with a code and a sentence. `sentence(language)` says it in the reader's language."""

    code: str
    text: str

    def __init__(self, name: str, place: str = "", **operands: object) -> None:
        self.name = name
        self.place = place
        self.operands = operands
        super().__init__(self.sentence("zh"))

    def sentence(self, language: str) -> str:
        operands = {key: operand(part, language) for key, part in self.operands.items()}
        return translate(self.text, language, name=self.name, place=self.place, **operands)

    def told(self) -> str:
        """The fault as one text that can be kept and said again in any language by `retold`."""
        return json.dumps({"text": self.text, "name": self.name, "place": self.place, **self.operands}, default=str)

    def __reduce__(self) -> tuple[object, ...]:
        """A fault crosses from a reading process whole."""
        return restored, (type(self), self.name, self.place, self.operands)


def restored(kind: type[Fault], name: str, place: str, operands: dict[str, object]) -> Fault:
    fault = kind.__new__(kind)
    Fault.__init__(fault, name, place, **operands)
    return fault


def operand(part: object, language: str) -> object:
    """An operand may be a marked text itself, such as the reason why a file is damaged, or a list of such."""
    if isinstance(part, list):
        return translate(mark("、"), language).join(translate(str(one), language) for one in part)
    return translate(part, language) if isinstance(part, str) else part


def retold(told: str, language: str) -> str:
    """The sentence of a fault that was kept."""
    parts = {key: operand(part, language) if key != "text" else part for key, part in json.loads(told).items()}
    return translate(str(parts.pop("text")), language, **parts)


class EmptyFile(Fault):
    """The file holds no bytes, or nothing but white space."""

    code = "empty"
    text = mark("《{name}》是空文件,请重新导出后再上传。")


class UnknownFormat(Fault):
    """The content belongs to no format that can be read here."""

    code = "unknown_format"
    text = mark("《{name}》不是可以读取的格式,请另存为 .xlsx 后再上传。")


class PasswordProtected(Fault):
    """The file can be opened only with a password."""

    code = "password"
    text = mark("《{name}》设有密码,请取消密码后再上传。")


class DamagedFile(Fault):
    """The file says what it is, yet cannot be opened as that."""

    code = "damaged"
    text = mark("《{name}》已损坏,无法打开({reason})。请在原软件中打开并另存后再上传。")


class TooLarge(Fault):
    """A limit was passed before or while the file was read."""

    code = "too_large"
    text = mark("《{name}》超出读取上限({reason})。请拆分后再上传。")


class NoForm(Fault):
    """The document was read, yet holds no self-evaluation form."""

    code = "no_form"
    text = mark("《{name}》中没有找到项目支出绩效自评表,请核对是否传错文件。")


class AmbiguousForm(Fault):
    """More than one layout claims the form."""

    code = "ambiguous_form"
    text = mark("《{name}》{place}同时符合多种表式({layouts}),无法判断,请核对表头。")


class StoreBusy(Fault):
    """Another import holds the lock of the store."""

    code = "store_busy"
    text = mark("另一个导入正在进行({name}),请等它结束后再试。")


class StoreDamaged(Fault):
    """A published generation does not match what was written down when it was published."""

    code = "store_damaged"
    text = mark("数据库第 {place} 代与发布时的记录不一致({reason}),已停用。请用 python -m data undo 回到上一代。")


class StoreEmpty(Fault):
    """Nothing was loaded into this store yet."""

    code = "store_empty"
    text = mark("{name} 中还没有数据,请先导入自评表:python -m data load 文件或文件夹。")


class UnreadableFile(Fault):
    """The operating system does not hand out the file."""

    code = "unreadable"
    text = mark("《{name}》无法打开({reason}),请确认文件没有被别的程序占用、且有读取权限。")
