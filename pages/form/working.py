"""The computation of one line in words."""

from pages.shared.formats import points
from pages.shared.labels import word
from pages.shared.language import t
from pages.shared.table import Table


def working(line: Table) -> str:
    """What the rule allows and what was filed."""
    low, high = line.value("low_score"), line.value("high_score")
    allowed = points(low) if low == high else f"{points(low)} – {points(high)}"
    return t("规则允许 {allowed};自评 {filed}", allowed=allowed, filed=points(line.value("filed_score"))) + f" {word('rule', line.value('rule'))}"
