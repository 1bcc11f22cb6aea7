"""Marks for verdicts, severities and grades: a colour, a shape and a word, so that none stands on colour alone.

Every colour keeps 3:1 against both the light and the dark surface; the set stays apart for colour-blind eyes.
"""

from dataclasses import dataclass

from pages.shared.language import t

INK = "#1f6f8b"  # the quantity itself
ACCENT = "#cf6a1b"  # what to look at
CALM = "#7b8a94"  # the rest of the field
GOOD = "#3a8f7b"
BAD = "#c8453b"
DOUBT = "#9a7a2e"


@dataclass(frozen=True, slots=True)
class Mark:
    """`shape` is one character, `symbol` the marker that Plotly draws for it."""

    code: str
    word: str
    shape: str
    symbol: str
    color: str


def verdict_marks() -> tuple[Mark, ...]:
    """The verdicts on a filed score, worst first."""
    return (
        Mark("overstated", t("偏高"), "▲", "triangle-up", BAD),
        Mark("understated", t("偏低"), "▼", "triangle-down", INK),
        Mark("not_comparable", t("无法比较"), "≠", "x", DOUBT),
        Mark("unverifiable", t("无法核验"), "?", "diamond-open", CALM),
        Mark("agrees", t("相符"), "✓", "circle", GOOD),
    )


def severity_marks() -> tuple[Mark, ...]:
    """The weights of a finding."""
    return (
        Mark("error", t("错误"), "■", "square", BAD),
        Mark("warning", t("提醒"), "◆", "diamond", ACCENT),
        Mark("note", t("提示"), "○", "circle-open", CALM),
    )


def grade_marks() -> tuple[Mark, ...]:
    """The grades of a total out of 100."""
    return (
        Mark("excellent", t("优"), "●", "circle", GOOD),
        Mark("good", t("良"), "◕", "circle", INK),
        Mark("fair", t("中"), "◑", "diamond", DOUBT),
        Mark("poor", t("差"), "◔", "triangle-down", BAD),
    )


def mark_of(code: str | None) -> Mark | None:
    """The mark of a verdict, severity or grade."""
    return next((mark for mark in (*verdict_marks(), *severity_marks(), *grade_marks()) if mark.code == code), None)


def marked(code: str | None) -> str:
    """Shape and word: "▲ 偏高". A code without a mark stands as it is."""
    mark = mark_of(code)
    return f"{mark.shape} {mark.word}" if mark else code or "—"
