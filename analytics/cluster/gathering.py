"""Filed forms read by all workers at once, their facts as Parquet.

Each file is read alone, wherever a worker is free. The forms of a county are then put together as an import on one
machine does it: what came twice, what corrects what, what waits for a person.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import duckdb
from pyspark import RDD
from pyspark.sql import Row, SparkSession

from data.archives import Member, is_wanted
from data.errors import Fault
from data.facts import create_tables
from data.file_list import Listed, files_in, list_files
from data.file_read import FileRead
from data.importing import Import
from data.load import COUNTED, Batch, FileResult, LoadReport, take
from data.parquet import complete, write_share
from data.rights import LOCAL
from data.store.originals import make_lasting, write_original
from data.texts import mark
from data.worker import Worker

NUMBERS = 500_000  # for the forms of one county: 4,000 counties fit into the numbers that there are
FILES_PER_TASK = 200  # enough to outweigh the start of a reading process
Named = tuple[str, FileRead]  # the county, and what became of one of its files


class CountyTooLarge(Fault):
    """More forms than there are numbers for one county."""

    code = "county_too_large"
    text = mark("《{name}》一县有自评表 {forms} 份,超过 {most} 份。请按年度分成几个文件夹后重新读取。")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is read, and how: `folder` is a folder that every worker sees, or an address that Spark reads.

    `by_county`: each folder in it is a county. What could be read is kept in `originals`, where one is given.
    """

    folder: str
    facts: Path
    originals: Path | None = None
    by_county: bool = False

    @property
    def is_address(self) -> bool:
        return "://" in self.folder

    def county(self, name: str) -> str:
        """The county of a file by its name below the folder; one for all where counties have no folders."""
        return name.partition("/")[0] if self.by_county and "/" in name else ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What became of the files of one county: the counts of an import, and the files that were rejected."""

    county: str
    counts: dict[str, int]
    refused: tuple[FileResult, ...]


def gather(spark: SparkSession, wish: Wish) -> tuple[Gathered, ...]:
    """Read all files and write their facts, which need not be empty of what an earlier try left.

    Raises PathMissing, CountyTooLarge, and what Spark raises.
    """
    read = (at_address if wish.is_address else in_folder)(spark, wish).persist()
    counties = sorted(read.map(county_of).distinct().collect())
    first = {county: at * NUMBERS for at, county in enumerate(counties)}
    together = read.groupByKey(max(len(counties), 1)).map(lambda one: put_together(wish, first[one[0]], *one))
    done = tuple(sorted(together.collect(), key=lambda one: one.county))
    for one in done:
        if one.counts["forms"] > NUMBERS:
            raise CountyTooLarge(one.county, forms=one.counts["forms"], most=NUMBERS)
    complete(wish.facts)
    return done


def county_of(named: Named) -> str:
    return named[0]


def in_folder(spark: SparkSession, wish: Wish) -> "RDD[Named]":
    """The files of a folder, found as an import finds them."""
    files = list(list_files([Path(wish.folder)]))
    return spark.sparkContext.parallelize(files, tasks(spark, len(files))).mapPartitions(partial(read_all, wish))


def at_address(spark: SparkSession, wish: Wish) -> "RDD[Named]":
    """The files below an address; Spark passes over names that begin with _ or a point."""
    found = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(wish.folder)
    rows = found.select("path", "content").rdd
    return rows.repartition(tasks(spark, found.select("path").count())).mapPartitions(partial(fetch_all, wish))


def tasks(spark: SparkSession, files: int) -> int:
    return max(files // FILES_PER_TASK, int(spark.sparkContext.defaultParallelism))


def fetch_all(wish: Wish, rows: Iterable[Row]) -> Iterator[Named]:
    """Files that came as bytes, each read from a file as any other."""
    with TemporaryDirectory() as folder:
        for row in rows:
            name = row.path.partition(wish.folder.partition("://")[2].rstrip("/"))[2].lstrip("/")
            if is_wanted(name):
                path = Path(folder, "file" + PurePosixPath(name).suffix)
                path.write_bytes(row.content)
                yield from read_all(wish, files_in(path, name))


def read_all(wish: Wish, files: Iterable[Listed]) -> Iterator[Named]:
    """Each file in a reading process: what a file breaks is only that process."""
    kept = set[Path]()
    with Worker() as worker:
        for file in files:
            read = worker.read(file)
            if wish.originals is not None and read.original:
                aside = wish.originals.parent / "aside"
                kept.add(write_original(wish.originals, read.sha256, read.original, aside))
            yield wish.county(file.name), replace(read, original=b"")
    make_lasting(kept)


def put_together(wish: Wish, first: int, county: str, reads: Iterable[FileRead]) -> Gathered:
    """The facts of one county, its forms numbered on from `first`, in the order in which an import takes them."""
    report = LoadReport()
    with duckdb.connect() as connection:
        connection.execute("attach ':memory:' as facts")
        connection.execute("use facts")
        create_tables(connection)
        coming = Import(connection, first)
        report.results += (take(read, coming, Batch(), LOCAL) for read in sorted(reads, key=order_of))
        coming.finish()
        report.versions = coming.corrections()
        write_share(connection, wish.facts, f"county-{first // NUMBERS:04d}")
    counts = {name: getattr(report, name) for name in COUNTED}
    return Gathered(county, counts, tuple(report.problems))


def order_of(read: FileRead) -> tuple[PurePosixPath, Member]:
    """As `list_files` orders: by folder and file, and in a zip by its members."""
    packed = "".join(f"/{part}" for part in read.file.member)
    return PurePosixPath(read.file.name.removesuffix(packed)), read.file.member
