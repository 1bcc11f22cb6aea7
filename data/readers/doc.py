"""Word 97-2003 (.doc, .wps) and RTF: LibreOffice saves them as .docx where it is installed; else they are refused."""

import os
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from data.documents import Table
from data.errors import DamagedFile, PasswordProtected
from data.readers.docx import read_word
from data.readers.faults import NOT_CONVERTED, OldDocument, RichText
from data.readers.limits import CONVERTING_SECONDS, FILE_BYTES
from data.readers.ole import SIGNATURE, Container

STREAM = "WordDocument"
RICH_TEXT = b"{\\rtf"
FLAGS_OFFSET, ENCRYPTED = 10, 0x0100
PROGRAMS = ("soffice", "libreoffice")
# Where the installers put it without telling the search path.
PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


def is_old_word(content: bytes) -> bool:
    if not content.startswith(SIGNATURE):
        return False
    try:
        return STREAM in Container("", content).streams()
    except DamagedFile:
        return False


def is_rich_text(content: bytes) -> bool:
    return content.startswith(RICH_TEXT)


def read_old_word(name: str, content: bytes) -> tuple[Table, ...]:
    """As .docx. Raises OldDocument where there is no LibreOffice, PasswordProtected, DamagedFile."""
    container = Container(name, content)
    stream = container.read(container.streams()[STREAM])
    if len(stream) >= FLAGS_OFFSET + 2 and struct.unpack_from("<H", stream, FLAGS_OFFSET)[0] & ENCRYPTED:
        raise PasswordProtected(name)
    office = find_office()
    if office is None:
        raise OldDocument(name)
    return read_word(name, converted(name, content, office, "doc"))


def read_rich_text(name: str, content: bytes) -> tuple[Table, ...]:
    """As .docx. Raises RichText where there is no LibreOffice, DamagedFile."""
    office = find_office()
    if office is None:
        raise RichText(name)
    return read_word(name, converted(name, content, office, "rtf"))


def find_office() -> str | None:
    found = (shutil.which(program) for program in PROGRAMS)
    return next((path for path in found if path), None) or next((path for path in PLACES if Path(path).exists()), None)


def converted(name: str, content: bytes, office: str, suffix: str) -> bytes:
    """The bytes of the .docx. LibreOffice gets a profile of its own, so that an open one does not answer instead."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place)
        (folder / f"in.{suffix}").write_bytes(content)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--norestore", "--convert-to", "docx", "--outdir", place]
        try:
            run_within_limits([*command, str(folder / f"in.{suffix}")])
            result = folder / "in.docx"
            FILE_BYTES.check(name, result.stat().st_size)
            return result.read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise DamagedFile(name, reason=NOT_CONVERTED) from error


def run_within_limits(command: list[str]) -> None:
    """Run an office program, and end it with all that it started when it takes too long."""
    nowhere = subprocess.DEVNULL
    with memory_unlimited():
        process = subprocess.Popen(  # noqa: S603 — a program that was found, and our own file names
            command, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
        )
    try:
        if process.wait(CONVERTING_SECONDS):
            raise subprocess.CalledProcessError(process.returncode, command[0])
    finally:
        if sys.platform != "win32":
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()


@contextmanager
def memory_unlimited() -> Iterator[None]:
    """An office program reserves more than the reading process may; it has a limit of its own in time."""
    try:
        import resource
    except ImportError:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
