"""Sheets like filed forms, drawn by a seed, and the same sheet as openpyxl, XlsxWriter and others keep it."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any, Literal
from xml.sax.saxutils import escape

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from data.readers.sheet import letters
from tests.data.readers.second_opinion import DAYS, FIGURES
from tests.data.readers.workbooks import MAIN, RELATIONS, TYPES, packed, workbook

WORDS = (
    "项目支出绩效自评表", "(2022年度)", "项目名称", "主管部门", "县委办公室", "其中:当年财政拨款", "—",
    "年度资金总额", "绩\n效\n指\n标", "产出指标\n(40分)", "数量指标", "≥24次", "30余次", "100%",
    "指标1:政务内网线路租用费", " 持续提升 ", "偏差原因分析<及>改进措施", "'001", "=SUM(A1)", "社会效益 & 影响", "  ",
    "第一行\n第二行",
    "①完成；②部分完成", "😀满意", "2022年12月", "1,030.50", "N/A", "\t制表",
)  # fmt: skip
ERRORS = ("#DIV/0!", "#N/A", "#REF!", "#VALUE!")
FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 — a sheet has no zone
SHARED = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
WITH_STRINGS = TYPES.replace("</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SHARED}"/></Types>')
Kind = Literal["text", "rich", "figure", "day", "bool", "error", "formula", "word"]


@dataclass(frozen=True, slots=True)
class Made:
    """One cell: `code` is its number format; a formula holds its kept result, a word the kept text of a formula."""

    kind: Kind
    value: Any
    code: str = "General"


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    hidden: bool
    cells: dict[tuple[int, int], Made]
    merges: tuple[tuple[int, int, int, int], ...]


def sheets(seed: int) -> tuple[Sheet, ...]:
    chance = Random(seed)
    count = chance.choice((1, 1, 1, 2))
    return tuple(sheet(f"表{n}", n > 0 and chance.random() < 0.5, chance) for n in range(count))


def sheet(name: str, hidden: bool, chance: Random) -> Sheet:
    rows, columns = chance.randrange(4, 22), chance.randrange(3, 10)
    merges = tuple(disjoint(chance, rows, columns))
    covered = {
        (row, column)
        for top, left, bottom, right in merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (row, column) != (top, left)
    }
    places = [(row, column) for row in range(rows) for column in range(columns) if (row, column) not in covered]
    return Sheet(name, hidden, {place: made(chance) for place in places if chance.random() < 0.75}, merges)


def disjoint(chance: Random, rows: int, columns: int) -> Iterator[tuple[int, int, int, int]]:
    taken: set[tuple[int, int]] = set()
    for _ in range(chance.randrange(8)):
        top, left = chance.randrange(rows), chance.randrange(columns)
        bottom, right = top + chance.randrange(3), left + chance.randrange(4)
        area = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        if len(area) > 1 and not area & taken:
            taken |= area
            yield top, left, bottom, right


def made(chance: Random) -> Made:
    kind: Kind = chance.choice(
        ("text",) * 8 + ("rich", "figure", "figure", "figure", "day", "bool", "error", "formula", "word")
    )
    if kind in ("figure", "formula"):
        return Made(kind, drawn_figure(chance), chance.choice(list(FIGURES)))
    if kind == "day":
        code = chance.choice(list(DAYS))
        part = chance.randrange(1, 96) / 96 if "h" in code else 0
        return Made(kind, (0 if code == "h:mm" else chance.randrange(36_000, 47_000)) + part, code)
    if kind == "bool":
        return Made(kind, chance.random() < 0.5)
    return Made(kind, chance.choice(ERRORS if kind == "error" else WORDS))


def drawn_figure(chance: Random) -> float | int:
    return chance.choice((
        chance.randrange(200), chance.randrange(10**9), -chance.randrange(1000) / 10, chance.randrange(10**6) / 1000,
        chance.random(), 1 / 3, 0.77304, 0, 28.272, 1e-7, 123456789012345,
    ))  # fmt: skip


def by_openpyxl(made_sheets: tuple[Sheet, ...]) -> bytes:
    """Formulas are left out: openpyxl keeps no results."""
    book = openpyxl.Workbook()
    for index, one in enumerate(made_sheets):
        target = book.active if index == 0 else book.create_sheet()
        target.title = one.name
        target.sheet_state = "hidden" if one.hidden else "visible"
        for (row, column), cell in one.cells.items():
            if cell.kind in ("formula", "word"):
                continue
            there = target.cell(row + 1, column + 1)
            there.value = FIRST_DAY + timedelta(days=cell.value) if cell.kind == "day" else value_of(cell)
            if isinstance(there.value, str) and cell.kind != "error":
                there.data_type = "s"
            there.number_format = cell.code
        for top, left, bottom, right in one.merges:
            target.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def value_of(cell: Made) -> Any:
    if cell.kind != "rich" or not cell.value.strip():
        return cell.value
    return CellRichText(cell.value[:1], TextBlock(InlineFont(b=True), cell.value[1:] or "。"))


def by_xlsxwriter(made_sheets: tuple[Sheet, ...]) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        styles = {code: book.add_format({"num_format": code}) for code in (*FIGURES, *DAYS)}
        bold = book.add_format({"bold": True})
        for index, one in enumerate(made_sheets):
            target = book.add_worksheet(one.name)
            if one.hidden and index:
                target.hide()
            for top, left, bottom, right in one.merges:
                target.merge_range(top, left, bottom, right, "")
            for (row, column), cell in one.cells.items():
                put(target, row, column, cell, styles[cell.code], bold)
    return buffer.getvalue()


def put(target: Any, row: int, column: int, cell: Made, style: Any, bold: Any) -> None:
    if cell.kind in ("figure", "day"):
        target.write_number(row, column, cell.value, style)
    elif cell.kind == "bool":
        target.write_boolean(row, column, cell.value)
    elif cell.kind in ("formula", "word", "error"):
        target.write_formula(row, column, "=A1", style, cell.value)
    elif cell.kind == "rich" and len(cell.value) > 2:
        target.write_rich_string(row, column, cell.value[:1], bold, cell.value[1:2], cell.value[2:])
    else:
        target.write_string(row, column, cell.value)


def by_hand(made_sheets: tuple[Sheet, ...], prefix: str = "", inline: bool = False, named: bool = True) -> bytes:
    """The first sheet as other programs write it.

    `prefix` stands before every element (x:row), `inline` keeps texts in their cells, not `named` leaves out the
    references of cells and rows where the one before says them.
    """
    one, strings = made_sheets[0], list[str]()
    codes = list({**dict.fromkeys(FIGURES), **dict.fromkeys(DAYS)})
    rows = "".join(row_xml(one, row, codes, strings, inline, named) for row in sorted({row for row, _ in one.cells}))
    merges = "".join(
        f'<mergeCell ref="{letters(left)}{top + 1}:{letters(right)}{bottom + 1}"/>'
        for top, left, bottom, right in one.merges
    )
    after = f'<mergeCells count="{len(one.merges)}">{merges}</mergeCells>' * bool(merges)
    formats = "".join(
        f'<numFmt numFmtId="{200 + n}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for n, code in enumerate(codes)
    )
    # WPS and others leave cellStyleXfs in front: only cellXfs counts.
    decoy = '<cellStyleXfs count="1"><xf numFmtId="9"/></cellStyleXfs>'
    looks = "<fonts><font/></fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders>"
    styles = f"<numFmts>{formats}</numFmts>{looks}{decoy}"
    styles += "<cellXfs>" + "".join(f'<xf numFmtId="{200 + n}"/>' for n in range(len(codes))) + "</cellXfs>"
    styles += '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    plain = workbook(
        rows,
        after,
        "".join(strings),
        styles,
        sheets=f'<sheet name="{one.name}" sheetId="1" r:id="s1"/>',
        more={"[Content_Types].xml": WITH_STRINGS.encode()},
    )
    return prefixed(plain, prefix) if prefix else plain


def row_xml(one: Sheet, row: int, codes: list[str], strings: list[str], inline: bool, named: bool) -> str:
    columns = sorted(column for at, column in one.cells if at == row)
    written = []
    for column in columns:
        follows = column == 0 or column - 1 in columns
        place = "" if follows and not named else f' r="{letters(column)}{row + 1}"'
        written.append(cell_xml(place, one.cells[row, column], codes, strings, inline))
    return f'<row r="{row + 1}" spans="1:9">{"".join(written)}</row>'


def cell_xml(place: str, cell: Made, codes: list[str], strings: list[str], inline: bool) -> str:
    style = f' s="{codes.index(cell.code)}"'
    if cell.kind in ("figure", "day"):
        return f"<c{place}{style}><v>{cell.value!r}</v></c>"
    if cell.kind == "bool":
        return f'<c{place} t="b"><v>{int(cell.value)}</v></c>'
    if cell.kind == "formula":
        return f"<c{place}{style}><f>1+1</f><v>{cell.value!r}</v></c>"
    if cell.kind == "error":
        return f'<c{place} t="e"><f>1/0</f><v>{cell.value}</v></c>'
    if cell.kind == "word":
        return f'<c{place} t="str"><f>A1</f><v xml:space="preserve">{coded(cell.value)}</v></c>'
    text = string_xml(cell)
    if inline:
        return f'<c{place} t="inlineStr"><is>{text}</is></c>'
    strings.append(f"<si>{text}</si>")
    return f'<c{place} t="s"><v>{len(strings) - 1}</v></c>'


def string_xml(cell: Made) -> str:
    """Plain, or in runs with a phonetic guide beside them."""
    if cell.kind != "rich":
        return f'<t xml:space="preserve">{coded(cell.value)}</t>'
    runs = "".join(f'<r><rPr><b/></rPr><t xml:space="preserve">{coded(part)}</t></r>' for part in cell.value)
    return f'{runs}<rPh sb="0" eb="1"><t>ㄐㄧˋ</t></rPh><phoneticPr fontId="0"/>'


def coded(text: str) -> str:
    return escape(text).replace("\n", "_x000A_")


def prefixed(content: bytes, prefix: str) -> bytes:
    """Every element of the sheet, the strings and the styles under a prefix of its own."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    for name, part in parts.items():
        if name.startswith("xl/") and "_rels" not in name:
            named = re.sub(r"<(/?)([A-Za-z])", rf"<\1{prefix}:\2", part)
            parts[name] = named.replace(f'xmlns="{MAIN}"', f'xmlns:{prefix}="{MAIN}"')
    assert RELATIONS in parts["xl/workbook.xml"]
    return packed({name: part.encode() for name, part in parts.items()})


WRITERS: tuple[tuple[str, Callable[[tuple[Sheet, ...]], bytes]], ...] = (
    ("openpyxl", by_openpyxl),
    ("XlsxWriter", by_xlsxwriter),
    ("plain parts", by_hand),
    ("prefixed parts", lambda found: by_hand(found, prefix="x")),
    ("texts inside", lambda found: by_hand(found, inline=True, named=False)),
)


def made_workbook(seed: int) -> tuple[str, bytes]:
    """Who wrote it, and the workbook."""
    name, write = WRITERS[seed % len(WRITERS)]
    return name, write(sheets(seed))
