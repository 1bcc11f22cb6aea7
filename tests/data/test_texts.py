"""Every text has both languages, says the same in both, and nothing old lies in the catalogue."""

import re
import tomllib
from pathlib import Path
from string import Formatter

import pytest

from data.texts import CATALOGUE, LANGUAGES, english, translate
from data.texts.extract import PROJECT, texts
from data.texts.merge import merge, read_translations

TEXTS = texts()
ENGLISH = english()
CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
QUOTED = re.compile(r"“[^”]*”|《[^》]*》|\"[^\"]*\"")
FINDINGS = sorted((PROJECT / "analytics" / "findings").glob("*.sql"))
SCHEMES = sorted((PROJECT / "analytics" / "schemes").glob("*.toml"))


def operands(text: str) -> set[str]:
    return {name.partition(".")[0].partition("[")[0] for _, name, _, _ in Formatter().parse(text) if name is not None}


def bare(text: str) -> str:
    """The text without quoted names and without its operands."""
    return re.sub(r"\{[^}]*\}", "", QUOTED.sub("", text))


def test_texts_are_found_in_every_room() -> None:
    rooms = {place.partition("/")[0] for places in TEXTS.values() for place in places}
    assert {"app.py", "data", "analytics", "pages"} <= rooms


def test_every_text_has_a_translation() -> None:
    missing = [f"{text} ({', '.join(places)})" for text, places in TEXTS.items() if not ENGLISH.get(text)]
    assert not missing, "add the English to en.po (python -m data.texts lists them):\n" + "\n".join(missing)


def test_no_entry_is_obsolete() -> None:
    obsolete = [text for text in ENGLISH if text not in TEXTS]
    assert not obsolete, "no longer used (python -m data.texts takes them out):\n" + "\n".join(obsolete)


def test_the_catalogue_is_as_the_tool_writes_it() -> None:
    assert merge(TEXTS, [read_translations(CATALOGUE)]).content == CATALOGUE.read_bytes()


def test_both_languages_have_the_same_operands() -> None:
    wrong = [text for text, words in ENGLISH.items() if operands(text) != operands(words)]
    assert not wrong


def test_no_chinese_is_left_in_english() -> None:
    wrong = {text: words for text, words in ENGLISH.items() if CHINESE.search(bare(words))}
    assert not wrong


@pytest.mark.parametrize("path", FINDINGS, ids=lambda path: path.stem)
def test_a_finding_says_what_it_finds_and_what_to_do_in_both_languages(path: Path) -> None:
    head = dict(re.findall(r"^-- ([a-z-]+): *(.+)$", path.read_text(encoding="utf-8"), re.MULTILINE))
    for part in ("", "-todo"):
        assert CHINESE.search(head.get(f"zh{part}", "")), f"{path.name} needs a line -- zh{part}: …"
        words = head.get(f"en{part}", "")
        assert words, f"{path.name} needs a line -- en{part}: …"
        assert not CHINESE.search(bare(words)), f"{path.name}: -- en{part}: holds Chinese"


@pytest.mark.parametrize("path", SCHEMES, ids=lambda path: path.stem)
def test_a_scheme_has_a_title_in_both_languages(path: Path) -> None:
    scheme = tomllib.loads(path.read_text(encoding="utf-8"))
    assert CHINESE.search(scheme["title_zh"])
    assert scheme["title_en"]
    assert not CHINESE.search(bare(scheme["title_en"]))


# The tools themselves.


def test_translate_puts_operands_in() -> None:
    assert translate("共 {n} 行", "zh", n=3) == "共 3 行"
    assert translate("单位:万元", "en") == "Unit: 10,000 yuan"
    assert LANGUAGES == ("zh", "en")


def test_texts_are_found_where_they_are_marked(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "example.py").write_text(
        'A = mark("甲")\nB = translate("乙{n}", language, n=1)\nC = t("丙"\n      "丁")\nD = t(A)\nE = "不是"\n',
        encoding="utf-8",
    )
    (tmp_path / "analytics").mkdir()
    for name in ("columns.csv", "codes.csv"):
        (tmp_path / "analytics" / name).write_text("name,label,definition\nx,标签,含义\n", encoding="utf-8")
    found = texts(tmp_path)
    assert set(found) == {"甲", "乙{n}", "丙丁", "标签", "含义"}
    assert found["甲"] == ("data/example.py",)


def test_merging_says_what_is_missing_obsolete_or_in_conflict(tmp_path: Path) -> None:
    used = {"甲": ("a.py",), "乙": ("a.py",), "丙": ("b.py",)}
    merged = merge(used, [{"甲": "A", "乙": "B"}, {"甲": "AA", "丁": "D"}])
    assert (merged.missing, merged.obsolete, merged.conflicts) == (("丙",), ("丁",), ("甲",))
    written = tmp_path / "en.po"
    written.write_bytes(merged.content)
    assert read_translations(written) == {"甲": "A", "乙": "B"}, "an earlier source wins, empty entries are left out"


def test_merging_twice_changes_nothing(tmp_path: Path) -> None:
    used = {"含“引号”和\\反斜线": ("a.py",), "两\n行": ("a.py",), "《{name}》": ("a.py", "b.py")}
    first = merge(used, [{"两\n行": "two\nlines", "《{name}》": '"{name}"', "含“引号”和\\反斜线": 'a "quote" \\'}])
    written = tmp_path / "en.po"
    written.write_bytes(first.content)
    assert merge(used, [read_translations(written)]).content == first.content
