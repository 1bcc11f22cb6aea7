"""python -m tests.benchmarks.fuzz_readers: broken files of every format through the reading process, with figures."""

import tempfile
import time
from collections import Counter
from pathlib import Path

import click
from tqdm import tqdm

from data.file_list import Listed
from data.reading import reading
from tests.data.readers.mutated import SOURCES, mutated


@click.command()
@click.option("--files", default=400, show_default=True, help="broken files of each format")
def main(files: int) -> None:
    """Print, for each format, how its broken files were read or refused, and how long they took."""
    failed = 0
    for suffix in SOURCES:
        with tempfile.TemporaryDirectory() as folder:
            listed = [written(Path(folder), suffix, seed) for seed in range(files)]
            started = time.perf_counter()
            found = list(tqdm(reading(listed, frozenset()), total=files, desc=suffix, leave=False))
            seconds = time.perf_counter() - started
        codes = Counter(one.code or "read" for one in found)
        nameless = sum(1 for one in found if one.code and f"《{one.file.name}》" not in one.text)
        failed += codes["failed"] + nameless
        told = ", ".join(f"{code} {count}" for code, count in codes.most_common())
        click.echo(f"{suffix:5} {len(found)} files in {seconds:.1f} s: {told}; refused without a name: {nameless}")
        for one in found:
            if one.code == "failed":
                click.echo(f"      {one.file.name}: {one.text}")
    raise SystemExit(1 if failed else 0)


def written(folder: Path, suffix: str, seed: int) -> Listed:
    path = folder / f"{seed}.{suffix}"
    path.write_bytes(mutated(suffix, seed))
    return Listed(path, path.name)


if __name__ == "__main__":
    main()
