"""python -m data value: one target or actual, or a file of them, as typed quantities."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import click

from data.records import Value
from data.texts import mark, translate
from data.values import parse_value

ENCODINGS = ("utf-8-sig", "gb18030")
FIELDS = ("operator", "low", "high", "unit", "kind", "signed")
NO_COLUMN = mark("《{name}》没有名为 raw 的列,请在第一行写上列名 raw。")
NO_TEXT = mark("《{name}》不是 UTF-8 或 GB18030 编码的文本,请另存为 CSV UTF-8。")
BROKEN = mark("《{name}》第 {line} 行不是完整的 CSV({reason})。")
ONE_OF_BOTH = mark("请给出一个文本,或用 --batch 给出一个 CSV 文件(列名 raw),两者取一。")


@click.command(context_settings={"ignore_unknown_options": True})  # -5% is a text, not an option
@click.argument("text", required=False)
@click.option("--batch", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="CSV, 列 raw · column raw")
@click.option("--json", "as_json", is_flag=True, help="JSON 输出 · print JSON")
def value(text: str | None, batch: Path | None, as_json: bool) -> None:
    """读取一个指标值 · read one target or actual."""
    if (text is None) == (batch is None):
        raise click.UsageError(translate(ONE_OF_BOTH, "zh"))
    if batch is None:
        read = parse_value(text)
        click.echo(value_json(read) if as_json else value_line(read))
        return
    texts = raw_column(batch)
    values = [parse_value(each) for each in texts]
    click.echo(batch_json(values) if as_json else batch_lines(texts, values))


def raw_column(path: Path) -> list[str]:
    """Give the column raw of a CSV in row order; exit 2 with a clear word when there is none."""
    rows = csv.reader(io.StringIO(decoded(path), newline=""))
    try:
        names = [name.strip() for name in next(rows, [])]
        if "raw" not in names:
            raise click.UsageError(translate(NO_COLUMN, "zh", name=path.name))
        return [cell(row, names.index("raw")) for row in rows if row or len(names) == 1]
    except csv.Error as error:
        raise click.UsageError(translate(BROKEN, "zh", name=path.name, line=rows.line_num, reason=error)) from error


def cell(row: Sequence[str], column: int) -> str:
    """An empty line of a file with one column is an empty text."""
    return row[column] if column < len(row) else ""


def decoded(path: Path) -> str:
    content = path.read_bytes()
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise click.UsageError(translate(NO_TEXT, "zh", name=path.name))


def value_json(read: Value) -> str:
    """Give the six fields of the contract. Figures are written as they are: no float comes between."""
    return "{" + ", ".join(f'"{name}": {literal(getattr(read, name))}' for name in FIELDS) + "}"


def batch_json(values: Sequence[Value]) -> str:
    return "[" + ",\n ".join(map(value_json, values)) + "]"


def literal(part: Decimal | date | str | bool | None) -> str:
    if isinstance(part, Decimal):
        return plain(part)
    return json.dumps(part.isoformat() if isinstance(part, date) else part, ensure_ascii=False)


def plain(figure: Decimal) -> str:
    """28.2720 → 28.272, 23.0 → 23."""
    text = f"{figure + 0:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def value_line(read: Value) -> str:
    """One line for a person: percent: >= 95 %."""
    low, high = (None if part is None else literal(part).strip('"') for part in (read.low, read.high))
    figure = low if low == high or high is None else high if low is None else f"{low} – {high}"
    return " ".join(part for part in (f"{read.kind}:", read.operator, figure, read.unit) if part)


def batch_lines(texts: Sequence[str], values: Sequence[Value]) -> str:
    return "\n".join(f"{text}\t{value_line(read)}" for text, read in zip(texts, values, strict=True))
