"""A reading process that breaks when the name of a file says so, as a library does with a hostile one."""

import os
import sys

from data.file_list import Listed
from data.file_read import FileRead, read_file
from data.worker_process import main


def read(file: Listed, known: frozenset[str]) -> FileRead:
    if file.name == "终止.txt":
        os._exit(134)
    if file.name == "内存.txt":
        os.write(1, b"x" * len(bytearray(10**13)))
    while file.name == "死循环.txt":
        pass
    if file.name == "胡言.txt":
        return "胡言"  # type: ignore[return-value]
    print("a library that prints", file=sys.stdout)
    return read_file(file, known)


if __name__ == "__main__":
    main(read)
