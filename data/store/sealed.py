"""Small files that notice every changed bit in themselves: JSON whose last entry is the digest of all before it."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

SEAL = "seal"


def sealed_text(written: Mapping[str, Any]) -> str:
    """What is written, as JSON with its seal."""
    seal = hashlib.sha256(plain_text(written).encode()).hexdigest()
    return plain_text({**written, SEAL: seal})


def read_sealed(content: bytes) -> dict[str, Any]:
    """What was written, without its seal. Raises ValueError when a single byte is not what was written.

    The files of earlier programs bear no seal: of them only the form can be compared.
    """
    text = content.decode("utf-8")
    written = json.loads(text)
    if not isinstance(written, dict):
        raise ValueError("no object")
    said = {name: value for name, value in written.items() if name != SEAL}
    if text != (sealed_text(said) if SEAL in written else plain_text(said)):
        raise ValueError(SEAL)
    return said


def plain_text(written: Mapping[str, Any]) -> str:
    return json.dumps(written, indent=1) + "\n"
