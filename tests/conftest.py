"""What all tests share: settings that keep them alike on every machine."""

import os
import sys

# A test never touches the store of the person who runs it; those that need one name it.
os.environ.pop("JIXIAO_STORE", None)

if sys.stdout.encoding.lower() not in ("utf-8", "utf8"):
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
