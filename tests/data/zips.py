"""Zips as people send them, made for the tests."""

import io
import zipfile


class NamedIn(zipfile.ZipInfo):
    """An entry whose name is written in an encoding, without saying so: as Chinese Windows and macOS do."""

    encoding = "gb18030"

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 — as zipfile calls it
        return self.filename.encode(self.encoding), self.flag_bits & ~0x800


def zipped(files: dict[str, bytes], encoding: str | None = None) -> bytes:
    """A zip; `encoding` None says UTF-8 in its flags, as newer programs do."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name) if encoding is None else NamedIn(name)
            if isinstance(entry, NamedIn):
                entry.encoding = encoding or ""
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()
