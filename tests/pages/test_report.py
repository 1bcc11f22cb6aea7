"""The command `analytics report` makes what the pages hand out: the same tables, row by row, and the same papers."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from analytics.__main__ import main
from analytics.reports.page_tables import TABLES
from data.audit import audit_journal, digest, read_audit
from pages.shared import exports
from pages.shared.deliveries import seen
from pages.shared.taken import Part, Rows
from pages.shared.ways import page_now
from tests.pages.conftest import DEPARTMENTS, HOSTILE
from tests.pages.test_every_export import same_csv, same_parquet, same_workbook
from tests.pages.test_pages import opened

SHOWN = (
    ("county", {}),
    ("execution", {}),
    ("indicators", {}),
    ("departments", {}),
    ("department", {"department": DEPARTMENTS[2]}),
    ("findings", {}),
    ("findings", {"part": "rules"}),
    ("findings", {"part": "departments"}),
)
LETTERS = HOSTILE.translate({ord(sign): None for sign in '\\/:*?"<>|'})


def run(store: Path, out: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["report", *words, "--store", str(store), "--out", str(out)])


@pytest.fixture(scope="module")
def made(county_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything, once."""
    out = tmp_path_factory.mktemp("report")
    result = run(county_store, out, "all", "--year", "2022")
    assert result.exit_code == 0, result.output
    return out


@pytest.mark.parametrize(("page", "params"), SHOWN, ids=lambda one: one if isinstance(one, str) else "".join(one))
def test_the_tables_are_those_of_the_page(
    page: str, params: dict[str, str], made: Path, county_store: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("JIXIAO_STORE", str(county_store))
    shown: list[tuple[str, Part]] = []  # the first page that opens is always the county
    monkeypatch.setattr("pages.shared.deliveries.take", lambda part: shown.append((page_now(), part)))
    at = opened(page, year="2022", **params)
    assert not at.exception
    tables = [one for where, one in shown if where == page and isinstance(one, Rows)]
    assert tables
    for one in tables:
        who = params.get("department")
        name = f"{one.title}-2022-{who}" if who else f"{one.title}-2022"
        folder = made / "部门" / who if who else made
        table = seen(one.table)
        same_csv((folder / f"{name}.csv").read_bytes(), table, tmp_path)
        same_parquet((folder / f"{name}.parquet").read_bytes(), table, tmp_path)
        same_workbook((folder / f"{name}.xlsx").read_bytes(), table)


def test_every_kind_is_there_and_nothing_is_left_over(made: Path) -> None:
    names = {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()}
    assert {"全县简报-2022.docx", "全县简报-2022.html", "整改通知-2022.zip"} <= names
    assert {f"部门简报-2022-{who}.docx" for who in (*DEPARTMENTS[:3], LETTERS)} <= names
    assert len([name for name in names if name.startswith("自评表/")]) == len(DEPARTMENTS) * 3
    assert not [name for name in names if ".jixiao" in name]


def test_every_file_stands_in_the_audit_journal_with_its_bytes(made: Path, county_store: Path) -> None:
    acts = {dict(one.detail)["file"]: one for one in read_audit(audit_journal(county_store)) if "report" in one.object}
    for path in made.rglob("*.*"):
        act = acts[path.relative_to(made).as_posix()]
        assert (act.what, act.result, act.sha256) == ("export", "done", digest(path.read_bytes()))


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("tables", "--year", "1999"), 2, "已载入的年度：2021、2022"),
        (("tables", "--department", "没有局"), 2, "有自评表的部门"),
        (("tables", "--scheme", "nonsense"), 2, "nonsense"),
        (("nonsense",), 2, "nonsense"),
        ((), 2, "county-brief"),
        (("tables", "--format", "pdf"), 2, "pdf"),
        (("tables", "--page", "form"), 2, "form"),
        (("tables", "--page", "imports"), 1, "没有这样的内容"),
        (("tables", "--page", "county", "--format", "csv", "--lang", "en"), 0, ""),
        (("county-brief", "notices", "--department", "县水务局", "--scheme", "strict"), 0, ""),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_wrong_wishes_are_answered(
    words: tuple[str, ...], code: int, said: str, county_store: Path, tmp_path: Path
) -> None:
    result = run(county_store, tmp_path / "out", *words)
    assert result.exit_code == code, result.output
    assert said in result.output and "Traceback" not in result.output


def test_without_a_year_the_last_one(county_store: Path, tmp_path: Path) -> None:
    assert run(county_store, tmp_path, "county-brief").exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["全县简报-2022.docx"]


def test_an_empty_store_is_said(tmp_path: Path) -> None:
    result = run(tmp_path / "store", tmp_path / "out", "all")
    assert (result.exit_code, "Traceback" in result.output) == (1, False)


def test_what_cannot_be_replaced_stays_whole_and_is_told(
    county_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows a file that is open in Excel cannot be replaced: it stays, the others are written."""
    locked = tmp_path / "滞后部门-2022.csv"
    locked.write_text("old", encoding="utf-8")
    whole = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target == locked:
            raise PermissionError
        return whole(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    result = run(county_store, tmp_path, "tables", "--page", "county", "--format", "csv")
    assert result.exit_code == 1 and "正被其他程序打开" in result.output
    assert locked.read_text(encoding="utf-8") == "old" and (tmp_path / "未执行最多的项目-2022.csv").exists()
    acts = [one for one in read_audit(audit_journal(county_store)) if dict(one.detail).get("file") == locked.name]
    assert acts[-1].result == "not_written"


@pytest.mark.parametrize("page", ["county", "department", "findings", "form"])
def test_every_paper_of_a_page_is_built_and_written_down(
    page: str, county_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIXIAO_STORE", str(county_store))
    exports._parcels.clear()
    assert not opened(page, year="2022").exception
    offered = {one.name: one for one in exports._parcels.values() if one.name.endswith((".docx", ".zip"))}
    if page != "county":  # the first page that opens is always the county
        del offered["全县简报-2022.docx"]
    assert len(offered) == {"county": 1, "department": 2, "findings": 1, "form": 0}[page]
    for one in offered.values():
        content = one.build()
        last = read_audit(audit_journal(county_store))[-1]
        assert content[:2] == b"PK" and (last.sha256, last.result) == (digest(content), "done")
        assert dict(last.detail)["file"] == one.name and last.object.startswith(f"{page}?")


def test_the_marked_form_of_the_page_is_that_of_the_command(
    made: Path, county_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.analytics.exports.reopened import reopened

    monkeypatch.setenv("JIXIAO_STORE", str(county_store))
    exports._parcels.clear()
    opened("form", year="2022", department=DEPARTMENTS[0])
    shown = [one.build() for one in exports._parcels.values() if one.name.endswith(".xlsx")]
    book = next(one for one in map(reopened, shown) if one.sheetnames[0] == "自评表")
    same = [reopened(path.read_bytes()) for path in (made / "自评表" / DEPARTMENTS[0]).glob("*.xlsx")]
    assert cells(book) in [cells(one) for one in same]


def cells(book) -> list[tuple[object, ...]]:  # type: ignore[no-untyped-def]
    """Texts, figures and comments of the first sheet."""
    rows = book.worksheets[0].iter_rows()
    return [tuple((cell.value, cell.comment.text if cell.comment else None) for cell in row) for row in rows]


def test_every_table_has_its_page() -> None:
    assert {one.page for one in TABLES.values()} == {page for page, _ in SHOWN} | {"imports"}
