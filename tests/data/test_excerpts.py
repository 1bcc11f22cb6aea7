"""Of two long texts only the part that differs is shown, and nothing that differs is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.excerpts import SHORT, excerpts

LONG = (
    "全年共保障机关用车、用电、用水和会议等各项支出,确保机关正常运转,没有发生一起安全事故,群众满意度逐年提高,各项工作按时完成。"
    * 2
)


@pytest.mark.parametrize(("old", "new"), [(None, LONG), (LONG, None), ("74条", LONG), (LONG, ""), ("74条", "73条")])
def test_short_and_blank_texts_stay_whole(old: str | None, new: str | None) -> None:
    assert excerpts(old, new) == (old, new)


def test_a_long_text_is_cut_down_to_what_differs() -> None:
    changed = LONG[:70] + "两起" + LONG[72:]
    old, new = excerpts(LONG, changed)
    assert old and new and old.startswith("…") and old.endswith("…")
    assert "两起" in new and "两起" not in old and len(new) < 40


def test_what_was_added_at_the_end_is_shown() -> None:
    assert excerpts(LONG, LONG + "另有一项。")[1] == f"…{LONG[-12:]}另有一项。"


@given(st.text("甲乙丙", min_size=SHORT + 1), st.text("甲乙丙", min_size=SHORT + 1))
def test_texts_that_differ_have_excerpts_that_differ(old: str, new: str) -> None:
    shown = excerpts(old, new)
    assert (shown[0] == shown[1]) == (old == new)
    assert str(shown[0]).strip("…") in old and str(shown[1]).strip("…") in new
