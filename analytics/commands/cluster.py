"""python -m analytics cluster: every view on Spark, the results published as a generation."""

import shutil
from pathlib import Path

import click
from tqdm import tqdm

from analytics.ordering import ordered_views
from data.errors import Fault
from data.store import Generation, Store
from data.texts import mark, translate

NO_SPARK = mark("没有安装 Spark。请先运行 make cluster 安装 pyspark、sqlglot 和 Java 17。")
ENDED = mark("Spark 进程已中止,多半是内存不足,可用 --memory 增加")
FAILED = mark("Spark 计算没有完成:{reason}。没有改动任何数据,可排除原因后重新运行。")
NOT_COMPARED = mark("自评表超过 {forms} 份,未逐份比对文字相似度,“文字雷同”一项没有核查。")
DONE = mark("计算完成:自评表 {forms} 份、指标 {lines} 项,已作为第 {number} 代数据启用。")


class ClusterFailed(Fault):
    """Spark could not compute a view, or could not be reached."""

    code = "cluster_failed"
    text = FAILED


MEMORY = click.option(
    "--memory",
    help="每个 Spark 进程的内存,如 8g;不写则由 Spark 决定,local 为 4g · memory of each process of Spark",
)


def failed(folder: Path, error: Exception) -> ClusterFailed:
    """What Spark said, in one line; of a process that is gone, that it is."""
    from analytics.cluster.engine import ENDED as GONE

    said = ENDED if isinstance(error, GONE) else str(error).partition("\n")[0][:200]
    return ClusterFailed(str(folder), reason=said)


@click.command()
@click.option("--master", required=True, help="local[2] | spark://主机:7077")
@click.option(
    "--facts",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="python -m data export 写出的文件夹,各计算节点都能读取 · the folder of facts, readable by every worker",
)
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="数据库文件夹,各计算节点都能写入 · the folder of the store, writable by every worker",
)
@MEMORY
def cluster(master: str, facts: Path, out: Path, memory: str | None) -> None:
    """在 Spark 上复算全部结果 · compute every view on Spark."""
    try:
        generation = run(master, facts.resolve(), Store(out.resolve()), memory)
    except ImportError as error:
        raise click.UsageError(translate(NO_SPARK, "zh")) from error
    except Fault as fault:
        click.echo(str(fault), err=True)
        raise SystemExit(1) from fault
    counts = generation.counts
    said = {"forms": counts["evaluation"], "lines": counts["indicator"], "number": generation.number}
    click.echo(translate(DONE, "zh", **said))


def run(master: str, facts: Path, store: Store, memory: str | None = None) -> Generation:
    """Compute in a folder of the store, publish, leave nothing else behind. Raises ImportError and ClusterFailed."""
    from analytics.cluster.engine import FAULTS, compute_views, spark_session
    from analytics.cluster.publication import publish
    from analytics.cluster.session_tables import FORMS_COMPARED, write_session

    work = store.folder / "cluster"
    shutil.rmtree(work, ignore_errors=True)
    try:
        if not write_session(facts, work / "session"):
            click.echo(translate(NOT_COMPARED, "zh", forms=FORMS_COMPARED), err=True)
        with tqdm(total=len(ordered_views()), leave=False) as bar, spark_session(master, memory) as spark:
            compute_views(spark, facts, work / "session", work / "views", lambda _: bar.update())
        return publish(facts, work / "session", work / "views", store)
    except FAULTS as error:
        raise failed(store.folder, error) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
