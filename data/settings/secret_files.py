"""Secrets from files of their own: never in the settings file, never printed."""

import os
import secrets
import stat
from pathlib import Path

from pydantic import SecretStr

from data.errors import Fault
from data.texts import mark

BYTES = 32
SHORTEST = 43  # 32 random bytes as base64 without padding; as hexadecimal digits they are 64
FEWEST_SIGNS = 12  # hexadecimal has 16, of which 64 random ones leave out few


class WrongSecretFile(Fault):
    """The file of a secret cannot be read, is empty, or is open to everybody."""

    code = "secret_file"
    text = mark("{place} 所指的文件 {name} 不能用({reason})。")


def secret(given: SecretStr | None, path: Path | None, option: str) -> str | None:
    """The secret of the environment, else that of the file; None when there is neither. Raises WrongSecretFile."""
    if given is not None:
        return given.get_secret_value()
    return None if path is None else read_secret(path, option)


def read_secret(path: Path, option: str) -> str:
    try:
        found = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise WrongSecretFile(str(path), option, reason=getattr(error, "strerror", None) or str(error)) from error
    if not found:
        raise WrongSecretFile(str(path), option, reason=mark("文件是空的"))
    if os.name == "posix" and path.stat().st_mode & stat.S_IROTH:
        raise WrongSecretFile(str(path), option, reason=mark("任何人都能读它,请用 chmod 600 收紧权限"))
    return found


def is_weak(found: str) -> bool:
    """Whether this can hardly be 32 random bytes."""
    return len(found) < SHORTEST or len(set(found)) < FEWEST_SIGNS


def write_secret(path: Path) -> None:
    """A new secret in a new file that only its owner may read. Raises FileExistsError and other OSErrors."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(BYTES) + "\n")
