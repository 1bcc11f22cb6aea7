"""One file read: what it holds, or the sentence that refuses it."""

import hashlib
from dataclasses import dataclass, field

from data.archives import is_archive_file, list_members, member_bytes
from data.contents import content_digest, require_storable
from data.documents import Document
from data.errors import Fault, UnreadableFile
from data.file_list import Listed
from data.forms import read_forms
from data.patches import patched
from data.readers import read_document
from data.readers.limits import FILE_BYTES
from data.records import Evaluation
from data.texts import mark


class ReadingFailed(Fault):
    """Something that no reader foresaw. One file costs only itself."""

    code = "failed"
    text = mark("《{name}》读取时出现意外({reason}),未予导入。请另存为 .xlsx 后再试;仍不行时请把该文件交给管理员。")


@dataclass(frozen=True, slots=True)
class FormRead:
    """A form with the digest of what it says."""

    form: Evaluation
    content: str


@dataclass(frozen=True, slots=True)
class FileRead:
    """What became of one file: its forms with its bytes, or the sentence that refuses it (`code` is not empty).

    `text` is that sentence in Chinese, `told` the same for any language (`data.errors.retold`). A document that is
    known already has neither.
    """

    file: Listed
    sha256: str = ""
    reader: str = ""
    forms: tuple[FormRead, ...] = ()
    original: bytes = field(default=b"", repr=False)
    code: str = ""
    place: str = ""
    text: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file at hand whose cells are wanted, without any form being looked for."""

    name: str
    content: bytes = field(repr=False)


def open_document(wanted: Opened) -> Document | Fault:
    """The cells of a file, or what is wrong with it."""
    try:
        return read_document(wanted.name, wanted.content)
    except Fault as fault:
        return fault
    except Exception as error:
        return ReadingFailed(wanted.name, reason=type(error).__name__)


def read_file(file: Listed, known: frozenset[str]) -> FileRead:
    """Read one file; whatever is wrong with it becomes its sentence. A known document is not read again."""
    try:
        content = bytes_of(file)
        sha256 = hashlib.sha256(content).hexdigest()
        return FileRead(file, sha256) if sha256 in known else read_content(file, sha256, content)
    except OSError as error:
        return refusal(file, UnreadableFile(file.file_name, reason=error.strerror or type(error).__name__))
    except Fault as fault:
        return refusal(file, fault)
    except Exception as error:
        return refusal(file, ReadingFailed(file.file_name, reason=type(error).__name__))


def bytes_of(file: Listed) -> bytes:
    """The bytes of one file. Raises OSError, LimitPassed and what `data.archives` raises."""
    if file.member:
        return member_bytes(file.path, file.member)
    if file.path.is_file() and is_archive_file(file.path):
        list_members(file.path)  # one that could be opened was listed by its members: this says why not
    FILE_BYTES.check(file.file_name, file.path.stat().st_size)
    return file.path.read_bytes()


def read_content(file: Listed, sha256: str, content: bytes) -> FileRead:
    document = patched(read_document(file.file_name, content), file.patches)
    forms = read_forms(document)
    require_storable(file.file_name, forms)
    digested = tuple(FormRead(form, content_digest(form)) for form in forms)
    return FileRead(file, sha256, document.reader, digested, content)


def refusal(file: Listed, fault: Fault) -> FileRead:
    return FileRead(file, code=fault.code, place=fault.place, text=fault.sentence("zh"), told=fault.told())
