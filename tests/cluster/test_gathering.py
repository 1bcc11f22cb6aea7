"""Forms read by many workers give the facts that one import gives, county by county."""

import os
import shutil
import zipfile
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result

from analytics.__main__ import main
from data.demo.generate import county
from data.demo.writer import workbook
from data.load import load_paths
from data.parquet import TABLES, attach_parquet
from data.store import Store, attach

pytestmark = [
    pytest.mark.skipif(find_spec("pyspark") is None, reason="the extra cluster is not installed"),
    pytest.mark.skipif(shutil.which("java") is None, reason="Java is not installed"),
    pytest.mark.skipif("JIXIAO_CLUSTER_TESTS" not in os.environ, reason="takes minutes: make test-cluster"),
]
SAMPLE = Path("data/samples/yanchi-2022.txt")
# When a form came in differs from run to run.
MOMENTS = {"document": "exclude (received)", "refused": "exclude (received)"}


@pytest.fixture(scope="module")
def filed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two counties: many formats of naming, a zip, a file twice, a corrected form, one that nobody can read."""
    root = tmp_path_factory.mktemp("filed")
    for name, seed in (("甲县", 11), ("乙 县#%20", 12)):
        forms = [workbook([filing]) for filing in islice(county(seed), 14)]
        for at, content in enumerate(forms[:10]):
            path = root / name / f"{at % 3}局" / f"{'_' * (at % 4 == 0)}自评表 {at}.xlsx"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        with zipfile.ZipFile(root / name / "报送.zip", "w") as archive:
            for at, content in enumerate([*forms[10:], forms[0]]):
                archive.writestr(f"包 {at % 2}/{at}.xlsx", content)
        (root / name / "坏.xlsx").write_bytes(forms[0][:500])
    shutil.copyfile(SAMPLE, root / "甲县" / "盐池.txt")
    shutil.copyfile(SAMPLE, root / "乙 县#%20" / "盐池.txt")
    return root


def gathered(*options: object) -> Result:
    return CliRunner().invoke(main, ["gather", "--master", "local[2]", *map(str, options)])


def rows(connection: duckdb.DuckDBPyConnection, table: str) -> list[tuple[object, ...]]:
    return connection.execute(f"select * {MOMENTS.get(table, '')} from facts.{table} order by all").fetchall()


def test_all_as_one_county_is_one_import(filed: Path, tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    report = load_paths([filed], store)
    done = gathered("--forms", filed, "--facts", tmp_path / "facts", "--originals", tmp_path / "kept")
    counts = f"seen {report.seen} = imported {report.imported} + unchanged {report.unchanged} + held {report.held}"
    assert done.exit_code == 1, done.output  # two files were rejected
    assert f"{counts} + rejected {report.rejected}" in done.output
    assert done.output.count("/坏.xlsx: 《坏.xlsx》已损坏") == 2
    generation = store.current()
    assert generation is not None
    with attach(generation) as here, attach_parquet(tmp_path / "facts") as there:
        assert {table: rows(there, table) for table in TABLES} == {table: rows(here, table) for table in TABLES}
    assert {path.name for path in (tmp_path / "kept").iterdir()} == {path.name for path in store.originals.iterdir()}


def test_each_county_is_an_import_of_its_own_with_numbers_of_its_own(filed: Path, tmp_path: Path) -> None:
    done = gathered("--forms", filed, "--facts", tmp_path / "facts", "--by-county")
    assert "共 2 个县" in done.output, done.output
    with attach_parquet(tmp_path / "facts") as there:
        numbers = {row[0] for row in there.execute("select evaluation from facts.evaluation").fetchall()}
        documents = [row[0] for row in there.execute("select document from facts.document").fetchall()]
        lines = there.execute("select count(*) from facts.indicator").fetchall()[0][0]
    assert len(set(documents)) == len(documents)  # the same file came to both
    counted = 0
    for at, name in enumerate(sorted(path.name for path in filed.iterdir())):
        store = Store(tmp_path / f"store-{at}")
        load_paths([filed / name], store)
        generation = store.current()
        assert generation is not None
        counted += generation.counts["indicator"]
        assert {at * 500_000 + n for n in range(1, generation.counts["evaluation"] + 1)} <= numbers
    assert lines == counted


def test_a_file_that_ends_its_reader_costs_that_file_alone(tmp_path: Path) -> None:
    (tmp_path / "filed").mkdir()
    shutil.copyfile(SAMPLE, tmp_path / "filed" / "好.txt")
    (tmp_path / "filed" / "空.xlsx").write_bytes(b"")
    done = gathered("--forms", tmp_path / "filed", "--facts", tmp_path / "facts")
    assert "seen 2 = imported 1 + unchanged 0 + held 0 + rejected 1" in done.output
    assert "空.xlsx" in done.output


def test_an_address_is_read_as_a_folder_is(filed: Path, tmp_path: Path) -> None:
    named = tmp_path / "filed"
    for at, path in enumerate(sorted((filed / "甲县").rglob("[!_]*.xlsx"))):
        (named / "局").mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, named / "局" / f"{at}.xlsx")
    assert gathered("--forms", named, "--facts", tmp_path / "here").exit_code == 1
    assert gathered("--forms", f"file://{named}", "--facts", tmp_path / "there").exit_code == 1
    with attach_parquet(tmp_path / "here") as here, attach_parquet(tmp_path / "there") as there:
        assert {table: rows(there, table) for table in TABLES} == {table: rows(here, table) for table in TABLES}


def test_facts_that_are_there_are_not_mixed_with_others(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "x").touch()
    assert gathered("--forms", tmp_path, "--facts", tmp_path / "facts").exit_code == 2
