"""How eagerly a process asks for the processor: an import lets those go first who are looking at pages meanwhile."""

import os
from contextlib import suppress

NICENESS = 10  # beside one who wants it, such a process gets a tenth of the processor; alone all of it
BELOW_NORMAL = 0x4000  # the same on Windows, where processes that are started from here inherit it too


def let_viewers_go_first() -> None:
    """From here on this process, and what it starts, waits for others. Where that cannot be had, nothing changes."""
    with suppress(OSError, AttributeError):
        if os.name == "nt":
            lower_on_windows()
        else:
            os.nice(NICENESS)


def lower_on_windows() -> None:
    import ctypes
    from ctypes import wintypes

    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.SetPriorityClass.argtypes = (wintypes.HANDLE, wintypes.DWORD)
    kernel.SetPriorityClass(kernel.GetCurrentProcess(), BELOW_NORMAL)
