"""python -m analytics gather: filed forms read on Spark, their facts as Parquet for `cluster`."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from analytics.commands.cluster import MEMORY, NO_SPARK, failed
from data.commands.export import NOT_EMPTY
from data.commands.load_report import COUNT, PLAIN_COUNT
from data.errors import Fault
from data.texts import mark, translate

if TYPE_CHECKING:
    from analytics.cluster.gathering import Gathered, Wish

COUNTIES = mark("共 {counties} 个县,事实数据已写入 {folder}。")


@click.command()
@click.option("--master", required=True, help="local[2] | spark://主机:7077")
@click.option(
    "--forms",
    required=True,
    help="自评表所在文件夹,各计算节点都能读取;或 Spark 能读取的地址 · a folder that every worker sees, or an address",
)
@click.option(
    "--facts",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="空文件夹,各计算节点都能写入 · an empty folder, writable by every worker",
)
@click.option(
    "--originals",
    type=click.Path(file_okay=False, path_type=Path),
    help="原始文件存放处,如 数据库文件夹/originals · where originals are kept, such as originals in the store",
)
@click.option("--by-county", is_flag=True, help="其下每个文件夹为一个县 · each folder in it is a county")
@MEMORY
def gather(master: str, forms: str, facts: Path, originals: Path | None, by_county: bool, memory: str | None) -> None:
    """在 Spark 上并行读取自评表 · read forms on Spark."""
    if facts.exists() and any(facts.iterdir()):
        raise click.UsageError(translate(NOT_EMPTY, "zh", name=str(facts)))
    try:
        from analytics.cluster.gathering import Wish

        wish = Wish(absolute(forms), facts.resolve(), originals and originals.resolve(), by_county)
        done = run(master, wish, memory)
    except ImportError as error:
        raise click.UsageError(translate(NO_SPARK, "zh")) from error
    except Fault as fault:
        click.echo(str(fault), err=True)
        raise SystemExit(1) from fault
    click.echo(told(done, facts))
    raise SystemExit(1 if any(one.refused for one in done) else 0)


def absolute(forms: str) -> str:
    return forms if "://" in forms else str(Path(forms).resolve())


def run(master: str, wish: "Wish", memory: str | None) -> "tuple[Gathered, ...]":
    """Raises ImportError, ClusterFailed, and what reading raises."""
    from analytics.cluster.engine import FAULTS, spark_session
    from analytics.cluster.gathering import gather as gathered

    try:
        with spark_session(master, memory) as spark:
            return gathered(spark, wish)
    except FAULTS as error:
        raise failed(wish.facts, error) from error


def told(done: "Sequence[Gathered]", facts: Path) -> str:
    """The files that were rejected with their reasons, and the counts in both languages, as an import tells them."""
    figures = Counter[str]()
    for one in done:
        figures.update(one.counts)
    refused = (f"{read.file.name}: {read.text}" for one in done for read in one.refused)
    counts = (translate(COUNT, "zh", **figures), PLAIN_COUNT.format(**figures))
    return "\n".join([*refused, *counts, translate(COUNTIES, "zh", counties=len(done), folder=str(facts))])
