"""A reading process that breaks when the name of a file says so, as a library does with a hostile one."""

import os
import sys

from data.documents import Document
from data.errors import Fault
from data.file_list import Listed
from data.file_read import FileRead, Opened, open_document, read_file
from data.worker_process import main


def break_down(name: str) -> None:
    if name == "终止.txt":
        os._exit(134)
    if name == "内存.txt":
        os.write(1, b"x" * len(bytearray(10**13)))
    while name == "死循环.txt":
        pass
    print("a library that prints", file=sys.stdout)


def read(file: Listed, known: frozenset[str]) -> FileRead:
    break_down(file.name)
    return "胡言" if file.name == "胡言.txt" else read_file(file, known)  # type: ignore[return-value]


def open_(wanted: Opened) -> Document | Fault:
    break_down(wanted.name)
    return "胡言" if wanted.name == "胡言.txt" else open_document(wanted)  # type: ignore[return-value]


if __name__ == "__main__":
    main(read, open_)
