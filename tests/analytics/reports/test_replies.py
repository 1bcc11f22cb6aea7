"""Filled notices come back as departments send them: saved anew by another program, damaged, foreign, or too late."""

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import duckdb
import pytest

from analytics.reports.notice import KEYS, departments_to_notify, notice
from analytics.reports.replies import NoReplies, Replies, decide_replies, read_replies
from analytics.reports.word import notice_file
from analytics.session import bring_decisions, open_session_on
from data.errors import Fault
from data.readers import read_document
from tests.analytics.made import CLEAN, form, line
from tests.analytics.reports.papers import NOW, ORIGIN

WHO = "交通运输局"
DONE, SAID, KEY = 7, 8, 9


def county(project: str = "公路养护", actual: str = "5次") -> duckdb.DuckDBPyConnection:
    wrong = line("≥10次", actual, 20, 20, "数量指标", "开展培训", level1_points="40")
    return open_session_on([form(wrong, *CLEAN[1:], project=project)])


@pytest.fixture(scope="module")
def session() -> duckdb.DuckDBPyConnection:
    return county()


@pytest.fixture(scope="module")
def sent(session: duckdb.DuckDBPyConnection) -> bytes:
    return notice_file(notice(session, WHO, ORIGIN))


def filled(content: bytes, done: str = "是", said: str = "已按算式改正", rows: int | None = None) -> bytes:
    """The notice with the first `rows` places answered, all of them without a number."""
    word, buffer = docx.Document(BytesIO(content)), BytesIO()
    for row in word.tables[-1].rows[1 : None if rows is None else rows + 1]:
        row.cells[DONE].text, row.cells[SAID].text = done, said
    word.save(buffer)
    return buffer.getvalue()


def taken(content: bytes, session: duckdb.DuckDBPyConnection) -> Replies:
    return decide_replies(session, read_replies(read_document("回复.docx", content)), "王", NOW, "zh")


def places(content: bytes) -> int:
    return len(docx.Document(BytesIO(content)).tables[-1].rows) - 1


def test_every_place_answered_is_rectified(session: duckdb.DuckDBPyConnection, sent: bytes) -> None:
    found = taken(filled(sent), session)
    assert len(found.decisions) == places(sent) > 1 and not found.problems
    assert {(one.state, one.reason, one.who) for one in found.decisions} == {("rectified", "已按算式改正", "王")}


def test_an_english_notice_is_read_as_well(session: duckdb.DuckDBPyConnection) -> None:
    from dataclasses import replace

    content = notice_file(notice(session, WHO, replace(ORIGIN, language="en")))
    found = taken(filled(content, "Yes", "corrected"), session)
    assert len(found.decisions) == places(content) and not found.problems


def test_a_paragraph_below_the_table_is_no_row(session: duckdb.DuckDBPyConnection, sent: bytes) -> None:
    word, buffer = docx.Document(BytesIO(filled(sent, rows=1))), BytesIO()
    word.add_paragraph("以上情况属实。")
    word.save(buffer)
    found = taken(buffer.getvalue(), session)
    assert (len(found.decisions), found.blank, found.problems) == (1, places(sent) - 1, ())


def test_a_notice_saved_anew_by_another_program(
    session: duckdb.DuckDBPyConnection, sent: bytes, tmp_path: Path
) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    (tmp_path / "回复.docx").write_bytes(filled(sent))
    home = (tmp_path / "home").as_uri()
    command = [office, f"-env:UserInstallation={home}", "--headless", "--convert-to", "odt", "回复.docx"]
    again = [
        office,
        f"-env:UserInstallation={home}",
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        "out",
        "回复.odt",
    ]
    for one in (command, again):  # through its own format and back: nothing of the file stays as we wrote it
        subprocess.run(one, cwd=tmp_path, check=True, capture_output=True, timeout=120)  # noqa: S603
    content = (tmp_path / "out" / "回复.docx").read_bytes()
    found = taken(content, session)
    assert len(found.decisions) == places(sent) and not found.problems


def test_a_reply_to_another_store_or_to_what_has_changed_decides_nothing(sent: bytes) -> None:
    for other in (county(project="桥梁养护", actual="6次"), county(actual="7次")):
        wanted = {one.found for one in taken(notice_of(other), other).decisions}
        found = taken(filled(sent), other)
        changed = [one for one in found.decisions if one.found not in wanted]
        assert not changed
        assert any("已不在现有核查发现之中" in one for one in found.problems)


def notice_of(session: duckdb.DuckDBPyConnection) -> bytes:
    return filled(notice_file(notice(session, WHO, ORIGIN)))


def test_a_finding_that_was_decided_on_stays_as_it_is(sent: bytes) -> None:
    session = county()
    bring_decisions(session, taken(filled(sent, rows=1), session).decisions)
    found = taken(filled(sent), session)
    assert len(found.decisions) == places(sent) - 1
    assert len(found.problems) == 1 and "已处理过" in found.problems[0]
    bring_decisions(session, taken(filled(sent), session).decisions)
    assert departments_to_notify(session, 2022) in ((), (WHO,))


@pytest.mark.parametrize(
    ("done", "said"),
    [("否", "依据见附件"), ("不是", "已改"), ("是否", "已改"), ("是?", "已改"), ("", "已改"), ("是", ""), ("是", "  "),
     ("部分", "已改"), ("待定", "已改"), ("否", ""), ("=1+1", "=1+1"), ("{{ 7*7 }}", "{% x %}")],
)  # fmt: skip
def test_nothing_but_a_clear_yes_with_words_decides(
    session: duckdb.DuckDBPyConnection, sent: bytes, done: str, said: str
) -> None:
    found = taken(filled(sent, done, said), session)
    assert not found.decisions
    assert len(found.problems) == places(sent)


@pytest.mark.parametrize("said", ["{{ 7*7 }}", "=1+1", "长" * 40_000, "a\u202eb", "<w:p/>"])
def test_what_a_department_writes_is_kept_as_text(session: duckdb.DuckDBPyConnection, sent: bytes, said: str) -> None:
    found = taken(filled(sent, "是", said), session)
    assert {one.reason for one in found.decisions} == {said[:1000]}


def no_table(_: bytes) -> bytes:
    word, buffer = docx.Document(), BytesIO()
    word.add_paragraph("回复")
    word.add_table(2, 3).rows[0].cells[0].text = "序号"
    word.save(buffer)
    return buffer.getvalue()


def other_heads(content: bytes) -> bytes:
    word, buffer = docx.Document(BytesIO(content)), BytesIO()
    word.tables[-1].rows[0].cells[KEY].text = "备注"
    word.save(buffer)
    return buffer.getvalue()


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "another document": no_table,
    "another head": other_heads,
    "cut in half": lambda content: content[: len(content) // 2],
    "no document": lambda _: b"x" * 1000,
    "nothing": lambda _: b"",
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_cannot_be_read_is_refused_with_a_sentence(
    kind: str, session: duckdb.DuckDBPyConnection, sent: bytes
) -> None:
    with pytest.raises(Fault) as fault:
        taken(BROKEN[kind](filled(sent)), session)
    assert "回复.docx" in fault.value.sentence("zh")
    assert fault.value.code == NoReplies.code or kind not in ("another document", "another head")


def test_a_key_fits_its_finding_alone(sent: bytes) -> None:
    rows = docx.Document(BytesIO(sent)).tables[-1].rows[1:]
    keys = [row.cells[KEY].text for row in rows]
    assert all(map(KEYS.fullmatch, keys)) and len(set(keys)) == len(keys)
