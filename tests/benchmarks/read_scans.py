"""How much of the county's forms is read from pictures of them: python -m tests.benchmarks.read_scans [WORD …]

Every field of a form is held against what the workbook gives: figures and values as they are, sentences without white
space and with widths folded. What differs is printed. A wrong figure counts as silent where no issue names its cell.
"""

import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PIL import Image

from data.errors import Fault
from data.forms import read_forms
from data.forms.form_json import form_json
from data.readers import read_document
from tests.documents import scans
from tests.documents.make_documents import FOLDER, SAMPLE, county_grid
from tests.documents.make_formats import WIDTHS

Pages = list[Image.Image]
Change = Callable[[Image.Image], Image.Image]
PLACES = ("cell", "target_cell", "actual_cell", "score_cell", "place")
BESIDES = (*PLACES, "issues", "filled_cells", "accounted_cells", "accounted_share", "layout", "n")
FIGURES = ("points", "score", "target", "actual", "level1_points", "total_points", "total_score", "year")
MONEY = ("initial_budget_wan", "adjusted_budget_wan", "executed_wan", "execution_rate")

CASES: dict[str, tuple[int, Change]] = {
    "straight 150": (150, lambda page: page),
    "straight 200": (200, lambda page: page),
    "turned 150": (150, lambda page: scans.turned(page, 2)),
    "turned 200": (200, lambda page: scans.turned(page, -2)),
    "stamp 150": (150, scans.stamped),
    "stamp 200": (200, scans.stamped),
    "noise jpeg 150": (150, lambda page: scans.compressed(scans.noisy(scans.dusty(page)))),
    "noise jpeg 200": (200, lambda page: scans.compressed(scans.noisy(scans.dusty(page)))),
    "grey 150": (150, lambda page: scans.noisy(page).convert("L").convert("RGB")),
    "all of it 200": (200, lambda page: scans.compressed(scans.noisy(scans.turned(scans.stamped(page), 1.3)))),
    "upside down 150": (150, lambda page: page.rotate(180)),
    "sideways 150": (150, lambda page: page.rotate(90, expand=True)),
    "shadow 150": (150, lambda page: scans.compressed(scans.shaded(scans.turned(page, 1)), 80)),
}


@dataclass(frozen=True, slots=True)
class Difference:
    field: str
    expected: object
    found: object
    silent: bool

    @property
    def is_figure(self) -> bool:
        return self.field.rpartition(".")[2] in (*FIGURES, *MONEY)


@dataclass(frozen=True, slots=True)
class Result:
    fields: int
    differences: tuple[Difference, ...]
    doubts: int

    @property
    def share(self) -> float:
        return 1 - len(self.differences) / self.fields

    @property
    def silent_figures(self) -> int:
        return sum(one.silent and one.is_figure for one in self.differences)


def main(words: list[str]) -> None:
    sheets = [form_json(form) for form in read_forms(read_document("x", (FOLDER / "yanchi-2022.xlsx").read_bytes()))]
    grids = [county_grid(form) for form in read_forms(read_document(SAMPLE.name, SAMPLE.read_bytes()))]
    for name, (dpi, change) in CASES.items():
        for number, (grid, sheet) in enumerate(zip(grids, sheets, strict=True), 1):
            title = f"{name} form {number}"
            if all(word in title for word in words):
                report(title, scans.saved([change(page) for page in scans.drawn(grid, WIDTHS, dpi)]), sheet)


def report(title: str, content: bytes, sheet: dict[str, object]) -> None:
    start = time.perf_counter()
    try:
        found = read_forms(read_document("扫描.tif", content))
    except Fault as fault:
        print(f"{title:28} refused: {fault}")
        return
    result = compared(form_json(found[0]), sheet)
    seconds = time.perf_counter() - start
    print(
        f"{title:28} {result.share:6.1%} of {result.fields} fields, {result.silent_figures} silent wrong figures, "
        f"{result.doubts} doubts, {len(found)} form, {seconds:4.1f} s",
        flush=True,
    )
    for one in result.differences:
        print(f"    {'SILENT ' if one.silent else ''}{one.field}: {one.expected!r} read as {one.found!r}")


def compared(found: dict[str, object], sheet: dict[str, object]) -> Result:
    """Field by field, row by row."""
    issues = found["issues"]
    assert isinstance(issues, list)
    doubted = {issue["place"] for issue in issues}
    pairs = list(fields_of("", sheet, found, doubted))
    differences = tuple(one for one in pairs if plain(one.expected) != plain(one.found))
    return Result(len(pairs), differences, sum(issue["code"].startswith("scan_") for issue in issues))


def fields_of(name: str, sheet: object, found: object, doubted: set[str]) -> Iterator[Difference]:
    if isinstance(sheet, dict):
        here = found if isinstance(found, dict) else {}
        for key, value in sheet.items():
            if key not in BESIDES:
                yield from fields_of(f"{name}.{key}", value, here.get(key), doubted | places(here, doubted, key))
    elif isinstance(sheet, list):
        rows = found if isinstance(found, list) else []
        for number, value in enumerate(sheet):
            yield from fields_of(f"{name}[{number}]", value, rows[number] if number < len(rows) else None, doubted)
    else:
        yield Difference(name.lstrip("."), sheet, found, "*" not in doubted)


def places(row: dict[str, object], doubted: set[str], key: str) -> set[str]:
    """{"*"} where an issue names the cell of this field; a row of 项目资金 knows only itself, so any of its cells."""
    cell = str(row.get(f"{key}_cell") or row.get("cell"))
    line = cell.partition("行")[0] + "行" if "source_of_funds" in row else cell
    return {"*"} if any(each.startswith(line) for each in doubted) or row.get("cell") in doubted else set()


def plain(value: object) -> object:
    return "".join(unicodedata.normalize("NFKC", value).split()) if isinstance(value, str) else value


if __name__ == "__main__":
    main(sys.argv[1:])
