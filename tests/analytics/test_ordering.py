"""Views and rules as files: ordered by what they read, and complete."""

from graphlib import CycleError

import pytest

from analytics.ordering import FOLDER, needed, order, ordered_views
from analytics.rules import parse_rule, rules

HEAD = """-- zh: 一句话。
-- en: A sentence.
-- severity: note
-- reference: 注 1
-- zh-todo: 改正。
-- en-todo: Correct it.
"""


def test_a_view_comes_after_those_that_it_reads() -> None:
    names = [name for name, _ in ordered_views()]
    assert (
        names.index("indicator_text")
        < names.index("admissible_score")
        < names.index("finding")
        < names.index("project_summary")
    )


def test_names_and_not_file_names_decide() -> None:
    views = order({"a": "select * from z", "m": "select * from facts.a", "z": "-- from a\nselect 1 from m"})
    assert [name for name, _ in views] == ["m", "z", "a"]
    assert [name for name, _ in needed(views, ("z",))] == ["m", "z"]
    with pytest.raises(CycleError):
        order({"a": "select * from b", "b": "select * from a"})


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.sql")), ids=lambda path: path.stem)
def test_each_view_says_its_grain_first(path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    assert text.startswith("-- One row")
    assert f"create or replace view {path.stem} as" in text  # type: ignore[attr-defined]


def test_each_rule_is_named_as_the_rules_say() -> None:
    assert len(rules()) == 40
    assert {rule.severity for rule in rules()} == {"error", "warning", "note"}


@pytest.mark.parametrize("missing", ["zh", "en", "severity", "reference", "zh-todo", "en-todo"])
def test_a_rule_without_a_line_of_its_head_is_refused(missing: str) -> None:
    text = "\n".join(line for line in HEAD.splitlines() if not line.startswith(f"-- {missing}:"))
    with pytest.raises(ValueError, match=missing):
        parse_rule("example", text)
    assert parse_rule("example", HEAD + "select 1;").select == "select 1"


def test_a_severity_is_one_of_three() -> None:
    with pytest.raises(ValueError, match="fatal"):
        parse_rule("example", HEAD.replace("note", "fatal"))
