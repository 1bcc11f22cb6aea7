"""python -m tests.benchmarks.read_like_openpyxl: 500 generated workbooks through our reader and through openpyxl."""

import time
from collections import Counter

import click

from data.readers import read_document
from tests.data.readers.made_sheets import WRITERS, made_workbook
from tests.data.readers.second_opinion import second_opinion


def difference(seed: int) -> str | None:
    """The first cell that the two readers see otherwise, told; None where both see the same."""
    writer, content = made_workbook(seed)
    ours, theirs = read_document("表.xlsx", content).tables, second_opinion("表.xlsx", content).tables
    if [table.name for table in ours] != [table.name for table in theirs]:
        return f"{seed} by {writer}: sheets {[table.name for table in ours]} ≠ {[table.name for table in theirs]}"
    for mine, other in zip(ours, theirs, strict=True):
        for one, two in zip(mine.cells, other.cells, strict=False):
            if one != two:
                return f"{seed} by {writer}: {one} ≠ {two}"
        if len(mine.cells) != len(other.cells):
            return f"{seed} by {writer}: {len(mine.cells)} cells ≠ {len(other.cells)}"
    return None


@click.command()
@click.option("--files", default=500, show_default=True, help="workbooks to compare")
def main(files: int) -> None:
    """Print how many workbooks of each writer were compared, and every one that is read otherwise."""
    started = time.perf_counter()
    found = [told for seed in range(files) if (told := difference(seed)) is not None]
    writers = Counter(WRITERS[seed % len(WRITERS)][0] for seed in range(files))
    told = ", ".join(f"{name} {count}" for name, count in writers.items())
    click.echo(f"{files} workbooks ({told}): {len(found)} differ · {time.perf_counter() - started:.1f} s")
    for line in found:
        click.echo(f"  {line}")
    raise SystemExit(1 if found else 0)


if __name__ == "__main__":
    main()
