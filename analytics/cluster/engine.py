"""Every view computed by Spark, over facts that lie as Parquet where all workers can read them."""

import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from analytics.cluster.translation import spark_select
from analytics.ordering import ordered_views
from data.parquet import TABLES, table_folder
from data.worker import module_path

Progress = Callable[[str], object]
ENDED = (ConnectionError, Py4JError)  # what is heard of a Spark whose process is gone
FAULTS = (PySparkException, *ENDED)
LOCAL_MEMORY = "4g"  # where Spark computes in one process; its own 1g does not hold a million lines
SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",  # an overflow is an error, as it is in DuckDB
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.parquet.compression.codec": "zstd",
}


@contextmanager
def spark_session(master: str, memory: str | None = None) -> Iterator[SparkSession]:
    """A session on that master, with so much memory in each process, such as "8g".

    Views are SQL alone; forms are read by Python, which must find this program there.
    """
    os.environ["PYTHONPATH"] = module_path()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("jixiao")
    held = {"spark.executor.memory": memory, "spark.driver.memory": memory} if memory else {}
    if not memory and master.startswith("local"):
        held = {"spark.driver.memory": LOCAL_MEMORY}
    for name, value in (SETTINGS | held | {"spark.executorEnv.PYTHONPATH": module_path()}).items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    logging.getLogger("py4j").setLevel(logging.ERROR)
    try:
        yield spark
    finally:
        with suppress(*ENDED):  # a process that is gone needs no end, and must not hide why
            spark.stop()


def compute_views(spark: SparkSession, facts: Path, session: Path, out: Path, done: Progress) -> None:
    """Every view as a folder of Parquet in `out`, each computed once from the folders of those that it reads.

    `session` holds the tables of a session, one folder each. A lost worker costs its part of one view.
    """
    spark.conf.set("spark.sql.shuffle.partitions", parts(facts))
    for table in TABLES:
        read_as(spark, table_folder(facts, table), f"facts_{table}")
    for folder in sorted(session.iterdir()):
        read_as(spark, folder, folder.name)
    for name, sql in ordered_views():
        spark.sql(spark_select(sql)).write.mode("overwrite").parquet(str(out / name))
        read_as(spark, out / name, name)
        done(name)


def parts(facts: Path) -> int:
    """Into how many parts rows are shuffled: one for every 16 MB of facts, which a worker holds many times over."""
    return 2 + sum(file.stat().st_size for file in facts.rglob("*.parquet")) // 16_000_000


def read_as(spark: SparkSession, folder: Path, name: str) -> None:
    spark.read.parquet(str(folder)).createOrReplaceTempView(name)
