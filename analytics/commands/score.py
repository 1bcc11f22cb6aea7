"""python -m analytics score: one indicator, or a csv of them, scored through the same views as whole forms."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from analytics.commands.check import refuse_unknown
from analytics.commands.json_text import json_text
from analytics.commands.score_lines import NotAnIndicator, Result, Typed, read_typed, score_all
from data.texts import mark, translate

SCHEME = "yanchi-2022"
COLUMNS = ("level2", "target", "actual", "points", "score", "year", "name")


@click.command()
@click.option("--target", help="年度指标值 · target")
@click.option("--actual", help="全年实际值 · actual")
@click.option("--points", help="分值 · points")
@click.option("--score", "filed", help="自评得分 · filed score")
@click.option("--level2", help="二级指标 · level-2 indicator")
@click.option("--year", help="年度 · year")
@click.option("--name", help="三级指标 · indicator")
@click.option("--scheme", default=SCHEME, show_default=True, help="评分口径 · scheme")
@click.option(
    "--batch",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="CSV: level2,target,actual,points,score,year",
)
@click.option("--json", "as_json", is_flag=True, help="JSON 输出 · print JSON")
def score(batch: Path | None, scheme: str, as_json: bool, **typed: str | None) -> None:
    """按评分口径复算一项或一批指标 · score one indicator or many."""
    refuse_unknown(scheme)
    if batch is not None:
        show(score_all(read_batch(batch), scheme), as_json)
        return
    if typed["points"] is None:
        raise click.UsageError(translate(mark("请用 --points 给出分值,或用 --batch 给出 CSV 文件。"), "zh"))
    try:
        line = read_typed({name: typed["filed" if name == "score" else name] for name in COLUMNS})
    except NotAnIndicator as wrong:
        raise click.UsageError(str(wrong)) from wrong
    result = score_all([line], scheme)[0]
    click.echo(json_text(result.as_json()) if as_json else result.working)


def read_batch(path: Path) -> list[Typed | NotAnIndicator]:
    """The rows of a csv. A row that is no indicator is kept as its reason. Wrong usage where points are missing."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030", errors="replace")
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if "points" not in (reader.fieldnames or ()):
        raise click.UsageError(translate(mark("《{name}》没有 points 一列。"), "zh", name=path.name))
    return [read_or_reason(row) for row in reader]


def read_or_reason(row: Mapping[str, str | None]) -> Typed | NotAnIndicator:
    try:
        return read_typed(row)
    except NotAnIndicator as wrong:
        return wrong


def show(results: Sequence[Result], as_json: bool) -> None:
    click.echo(
        json_text([result.as_json() for result in results]) if as_json else "\n".join(r.working for r in results)
    )
