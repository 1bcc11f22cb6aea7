"""Make the county's three forms in the other formats again: python -m tests.documents.make_formats

Word and web page are written here. The rest is saved by LibreOffice from them, so that what is read is what an
office program writes.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from data.forms import read_forms
from data.readers import read_document
from data.records import Evaluation
from tests.data.readers.workbooks import packed
from tests.documents.make_documents import FOLDER, SAMPLE, Grid, county_grid, extent

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default '
    'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
    'PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
ROOT = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Target="word/document.xml" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
MARGINS = " ".join(f'w:{side}="600"' for side in ("top", "bottom", "left", "right"))
PAGE = f'<w:sectPr><w:pgSz w:w="23811" w:h="16838" w:orient="landscape"/><w:pgMar {MARGINS}/></w:sectPr>'
SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
WIDTHS = (1200, 1700, 1900, 4200, 2300, 2300, 1000, 1000, 3600, 3000, 900)


def word_document(body: str) -> bytes:
    """A .docx around the XML of its body."""
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}{PAGE}</w:body></w:document>'
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": ROOT, "word/document.xml": document}
    return packed({name: part.encode() for name, part in parts.items()})


def paragraph(text: str) -> str:
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:p><w:r>{lines}</w:r></w:p>"


def word_table(grid: Grid) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS[: len(grid[0])])
    rows = "".join(f"<w:tr>{''.join(word_cells(grid, row))}</w:tr>" for row in range(len(grid)))
    style = f'<w:tblPr><w:tblLayout w:type="fixed"/><w:tblBorders>{SIDES}</w:tblBorders></w:tblPr>'
    return f"<w:tbl>{style}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def word_cells(grid: Grid, row: int) -> Iterator[str]:
    for column, text in enumerate(grid[row]):
        if text == "<":
            continue
        top = row
        while grid[top][column] == "^":
            top -= 1
        bottom, right = extent(grid, top, column)
        span = f'<w:gridSpan w:val="{right - column + 1}"/>'
        merge = "" if bottom == top else "<w:vMerge/>" if row > top else '<w:vMerge w:val="restart"/>'
        width = f'<w:tcW w:w="{sum(WIDTHS[column : right + 1])}"/>'
        yield f"<w:tc><w:tcPr>{width}{span}{merge}</w:tcPr>{paragraph('' if row > top else text)}</w:tc>"


def web_table(grid: Grid) -> str:
    rows = "".join(f"<tr>{''.join(web_cells(grid, row))}</tr>" for row in range(len(grid)))
    return f"<table border=1>{rows}</table>"


def web_cells(grid: Grid, row: int) -> Iterator[str]:
    for column, text in enumerate(grid[row]):
        if text not in ("<", "^"):
            bottom, right = extent(grid, row, column)
            text = escape(text).replace("\n", "<br>")
            yield f"<td rowspan={bottom - row + 1} colspan={right - column + 1}>{text}</td>"


def around_table(form: Evaluation) -> tuple[list[str], Grid, list[str]]:
    """Title and year above the table, the notes below it, as in a Word file."""
    grid = county_grid(form)
    end = next(index for index, row in enumerate(grid) if row[0] == "总分") + 1
    return [row[0] for row in grid[:2]], grid[2:end], [row[0] for row in grid[end:]]


def word_forms(forms: Sequence[Evaluation]) -> bytes:
    body = ""
    for form in forms:
        above, grid, below = around_table(form)
        body += "".join(map(paragraph, above)) + word_table(grid) + "".join(map(paragraph, below)) + paragraph("")
    return word_document(body)


def web_forms(forms: Sequence[Evaluation], encoding: str) -> bytes:
    body = ""
    for form in forms:
        above, grid, below = around_table(form)
        lines = [f"<p>{escape(text)}</p>" for text in (*above, "", *below)]
        body += "".join(lines[:2]) + web_table(grid) + "".join(lines[2:])
    page = f'<html><head><meta charset="{encoding}"><title>自评表</title></head><body>{body}</body></html>'
    return page.encode(encoding)


def saved_as(source: Path, suffix: str, target: Path) -> None:
    """Let LibreOffice save `source` in another format."""
    office = shutil.which("soffice") or "soffice"
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", suffix, "--outdir", folder, str(source)]
        subprocess.run(command, check=True, timeout=120)  # noqa: S603 — our own files
        shutil.copy(Path(folder, f"{source.stem}.{suffix.partition(':')[0]}"), target)


def main() -> None:
    forms = read_forms(read_document(SAMPLE.name, SAMPLE.read_bytes()))
    (FOLDER / "yanchi-2022.docx").write_bytes(word_forms(forms))
    (FOLDER / "yanchi-2022.html").write_bytes(web_forms(forms, "gb18030"))
    for suffix in ("xls", "ods"):
        saved_as(FOLDER / "yanchi-2022.xlsx", suffix, FOLDER / f"yanchi-2022.{suffix}")
    for suffix in ("doc", "pdf"):
        saved_as(FOLDER / "yanchi-2022.docx", suffix, FOLDER / f"yanchi-2022.{suffix}")


if __name__ == "__main__":
    main()
