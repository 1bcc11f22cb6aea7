"""A notice is filled in and read back: only a clear yes with words rectifies; hostile texts are shown, never run."""

from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest

from analytics.reports.notice import notice
from analytics.reports.replies import NoReplies, decide_replies, read_replies
from analytics.reports.report import Origin
from analytics.reports.word import notice_file
from analytics.session import open_session_on
from data.readers import read_document
from tests.analytics.made import CLEAN, form, line

NOW = datetime(2024, 3, 5, tzinfo=UTC)
HOSTILE = "{{ 7*7 }}{% for a in b %}&<b>{_{\x07\ud800"
SHOWN = "{{ 7*7 }}{% for a in b %}&<b>{_{\u2407\ufffd"


@pytest.fixture(scope="module")
def session():  # type: ignore[no-untyped-def]
    wrong = line("≥10次", "5次", 20, 20, "数量指标", "开展培训", level1_points="40")
    return open_session_on([form(wrong, *CLEAN[1:], project=HOSTILE.replace("\ud800", "\ufffd"))])


@pytest.fixture(scope="module")
def made(session) -> bytes:  # type: ignore[no-untyped-def]
    return notice_file(notice(session, "交通运输局", Origin(2022, 1, NOW)))


def replied(made: bytes, session, *cells: tuple[int, int, str]):  # type: ignore[no-untyped-def]
    word, buffer = docx.Document(BytesIO(made)), BytesIO()
    for row, column, text in cells:
        word.tables[-1].rows[row].cells[column].text = text
    word.save(buffer)
    replies = read_replies(read_document("回复.docx", buffer.getvalue()))
    return decide_replies(session, replies, "王", NOW, "zh")


def test_one_row_per_finding_with_the_hostile_name_as_text(made: bytes, session) -> None:  # type: ignore[no-untyped-def]
    found = session.execute("select count(*) from decided_finding where state = 'open'").fetchone()[0]
    rows = docx.Document(BytesIO(made)).tables[-1].rows
    assert len(rows) == found + 1
    assert all(row.cells[1].text.startswith(SHOWN) for row in rows[1:])


@pytest.mark.parametrize(
    ("done", "text", "decided"),
    [("是", "已改正", 1), ("", "", 0), ("", "不同意", 0), ("否", "有异议", 0), ("是", "", 0)],
)
def test_only_a_clear_yes_with_words_rectifies(made: bytes, session, done: str, text: str, decided: int) -> None:  # type: ignore[no-untyped-def]
    found = replied(made, session, (1, 7, done), (1, 8, text))
    assert [(one.state, one.reason) for one in found.decisions] == [("rectified", text)] * decided
    assert len(found.problems) == (1 if (done or text) and not decided else 0)


def test_an_altered_or_unknown_key_is_named(made: bytes, session) -> None:  # type: ignore[no-untyped-def]
    for key in ("x", "00000000-0000000000000000"):
        found = replied(made, session, (1, 7, "是"), (1, 8, "已改正"), (1, 9, key))
        assert not found.decisions
        assert len(found.problems) == 1


def test_a_document_without_the_table_is_refused() -> None:
    buffer = BytesIO()
    word = docx.Document()
    word.add_paragraph("回复")
    word.save(buffer)
    with pytest.raises(NoReplies):
        read_replies(read_document("x.docx", buffer.getvalue()))
