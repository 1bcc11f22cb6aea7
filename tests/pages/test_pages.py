"""Every page opens on a small and on a larger store, in both languages, without a fault."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared.language import chosen_language

PROJECT = Path(__file__).parents[2]
PAGES = (
    "county", "execution", "indicators", "departments", "department", "findings", "form", "rules", "imports",
    "precheck", "meeting",
)  # fmt: skip


def opened(page: str, **params: str) -> AppTest:
    at = AppTest.from_file(str(PROJECT / "app.py"), default_timeout=60)
    at.run()
    at.query_params.update(params)
    at.switch_page(f"pages/{page}/page.py").run()
    return at


def words(at: AppTest) -> str:
    kinds = (at.html, at.title, at.subheader, at.info, at.caption)
    return " ".join(str(element.value) for kind in kinds for element in kind)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.usefixtures("any_store")
def test_every_page_opens(page: str, lang: str) -> None:
    at = opened(page, lang=lang)
    assert not at.exception and not at.error
    assert "2022" in at.query_params["year"]
    assert "jx-foot" in words(at)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.usefixtures("any_store")
def test_a_strange_address_is_said_and_survived(page: str) -> None:
    at = opened(page, year="1999", department="'; drop table x; --", verdict="<b>", evaluation="999999", n="77")
    assert not at.exception and not at.error
    assert at.info


@pytest.mark.parametrize("page", PAGES)
def test_every_scheme_can_be_chosen(page: str, county_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_STORE", str(county_store))
    at = opened(page, scheme="strict")
    assert not at.exception and not at.error
    assert at.query_params["scheme"] == "strict" or at.query_params["scheme"] == ["strict"]


def test_hostile_text_reaches_no_page_as_a_tag(county_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_STORE", str(county_store))
    for page in PAGES:
        assert "<img" not in "".join(str(element.value) for element in opened(page).html)


def test_the_form_shows_the_working_of_the_line_in_the_address(
    samples_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIXIAO_STORE", str(samples_store))
    at = opened("form", evaluation="3", n="1")
    assert "74 ÷ 76 × 9.8 = 9.54" in words(at)
    assert ' here"' in words(at)


def test_the_three_forms_rank_nobody(samples_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_STORE", str(samples_store))
    assert "没有可比的部门" in words(opened("departments"))


LANGUAGES = """
地址 | 浏览器 | 语言
-    | zh-CN  | zh
-    | en-US  | en
-    | fr     | zh
-    | -      | zh
zh   | en     | zh
en   | zh-CN  | en
x    | en     | en
"""


@pytest.mark.parametrize(
    ("address", "browser", "language"), [line.split("|") for line in LANGUAGES.strip().splitlines()[1:]]
)
def test_the_browser_chooses_the_language_and_the_address_overrides(address: str, browser: str, language: str) -> None:
    asked, spoken = (None if text.strip() == "-" else text.strip() for text in (address, browser))
    assert chosen_language(asked, spoken) == language.strip()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_an_outline(page: str) -> None:
    source = (PROJECT / "pages" / page / "page.py").read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 60
    assert not re.search(r"\btry\b|\bselect\b|\bwhere\s+\w+\s*=|[^*]\*[^*]| / | \+ ", source.partition('"""\n')[2])
    others = [other for other in PAGES if other != page]
    for file in (PROJECT / "pages" / page).glob("*.py"):
        assert not re.search(rf"pages\.({'|'.join(others)})\b", file.read_text(encoding="utf-8"))


def test_nothing_but_the_room_itself_lies_in_pages() -> None:
    assert [path.name for path in (PROJECT / "pages").glob("*.py")] == ["__init__.py"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("asked", ["strict", "own,agreed_from_rate:0.9,reverse_formula:linear", "own", "mof-2020"])
@pytest.mark.usefixtures("any_store")
def test_a_what_if_in_the_address_is_shown(asked: str, lang: str) -> None:
    at = opened("rules", lang=lang, what_if=asked)
    assert not at.exception and not at.error and not at.warning
    assert at.query_params["what_if"] in (asked, [asked])
    assert ("按该口径" if lang == "zh" else "Under this scheme") in words(at)


IMPOSSIBLE = ("own,agreed_from_rate:7", "nobody", "own,<b>:1", "own,lag_weight_errors:50", "own,good_from:99")


@pytest.mark.parametrize("asked", IMPOSSIBLE)
def test_an_impossible_what_if_is_said_and_the_rules_are_shown(
    asked: str, county_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIXIAO_STORE", str(county_store))
    at = opened("rules", what_if=asked)
    assert not at.exception and not at.error
    assert [warning.value for warning in at.warning] and "按该口径" not in words(at)


def test_numbers_typed_on_the_page_go_into_the_address(county_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_STORE", str(county_store))
    at = opened("rules")
    at.number_input(key="what_if_excellent_from").set_value(95.0)
    at.selectbox(key="what_if_reverse_formula").set_value("linear")
    next(button for button in at.button if button.label == "按这些数对比").click().run()
    assert not at.exception and not at.error
    assert at.query_params["what_if"] in (one := "own,excellent_from:95,reverse_formula:linear", [one])
