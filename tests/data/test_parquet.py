"""Facts as Parquet are the same facts, however they are read."""

from pathlib import Path

from data.parquet import TABLES, attach_parquet, load_parquet, write_parquet
from data.store import Store, attach
from data.store.checks import table_digests
from tests.cluster.small_county import publish_county


def test_there_and_back(tmp_path: Path) -> None:
    generation = publish_county(Store(tmp_path / "store"), lines=60)
    with attach(generation) as connection:
        assert write_parquet(connection, tmp_path / "facts") == generation.counts
    with attach_parquet(tmp_path / "facts") as read:
        assert table_digests(read) == generation.tables
    again = Store(tmp_path / "again")
    with again.locked(), again.building(anew=True) as (connection, path):
        load_parquet(connection, tmp_path / "facts")
        assert again.publish(connection, path, anew=True).tables == generation.tables


def test_large_tables_are_parted_by_year(tmp_path: Path) -> None:
    with attach(publish_county(Store(tmp_path / "store"), lines=60)) as connection:
        write_parquet(connection, tmp_path / "facts")
    assert sorted(folder.name for folder in (tmp_path / "facts").iterdir()) == sorted(TABLES)
    assert {part.name for part in (tmp_path / "facts" / "indicator").iterdir()} == {
        "filed_year=2022",
        "filed_year=2023",
    }
