"""Files put into a folder: each whole or not at all, and each written down before it is there."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from data.audit import DONE, Audited, audit_journal, digest, write_audit
from data.errors import Fault
from data.store.files import write_whole
from data.texts import mark

WHO = "local"


class NotWritten(Fault):
    """The file cannot be put where it should be: it is open in another program, or the folder is not ours."""

    code = "not_written"
    text = mark("无法写入 {name}:文件可能正被其他程序打开,或没有写入权限。请关闭后重试。")


class NoFolder(Fault):
    """The folder cannot be made or written into."""

    code = "no_folder"
    text = mark("无法在 {name} 中写入文件,请换一个文件夹。")


class Out:
    """The folder that the files go to, and the audit journal of the store that they come from."""

    def __init__(self, folder: Path, store: Path, thing: str) -> None:
        self.folder, self.thing, self.journal = folder, thing, audit_journal(store)

    def __enter__(self) -> "Out":
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            # On the same disk, so that moving is one step.
            self.aside = TemporaryDirectory(dir=self.folder, prefix=".jixiao-", ignore_cleanup_errors=True)
        except OSError as error:
            raise NoFolder(str(self.folder)) from error
        return self

    def __exit__(self, *_: object) -> None:
        self.aside.cleanup()

    def write(
        self, name: str, build: Callable[[], bytes], count: int | None, detail: tuple[tuple[str, str], ...]
    ) -> Path:
        """Make one file, write it down, put it there. Raises NotWritten and what `build` and the journal raise."""
        path = self.folder / name
        try:
            content = build()
            self.note(name, content, count, DONE, detail)
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, content, Path(self.aside.name))
        except Fault as fault:
            self.note(name, b"", count, fault.code, detail)
            raise
        except OSError as error:
            self.note(name, b"", count, NotWritten.code, detail)
            raise NotWritten(str(path)) from error
        return path

    def note(
        self, name: str, content: bytes, count: int | None, result: str, detail: tuple[tuple[str, str], ...]
    ) -> None:
        said = (("file", name), ("format", name.rpartition(".")[2]), *detail)
        sha256 = digest(content) if content else ""
        write_audit(
            self.journal, Audited(WHO, WHO, datetime.now(UTC), "export", self.thing, count, sha256, result, said)
        )
