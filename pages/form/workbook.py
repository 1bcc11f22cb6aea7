"""The form with marks, put together for a workbook. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from analytics.exports.form_workbook import Beside, MarkedForm, Remark
from data.documents import Cell
from pages.form.found import Found
from pages.form.margin import by_weight, word_of
from pages.form.notes import Reading
from pages.form.places import Map, Spot
from pages.form.told import whole_form
from pages.shared.formats import text
from pages.shared.labels import label, word
from pages.shared.language import t
from pages.shared.marks import marked
from pages.shared.table import Table

TONES = {"error": "bad", "warning": "watch", "note": "good", "doubt": "watch"}


def marked_form(cells: Sequence[Cell], reading: Reading, form: Table, money: Table, filed: Table) -> MarkedForm:
    """The cells as they count, with what is said about each."""
    where = Map(cells)
    return MarkedForm(
        cells=cells,
        remarks=remarks(reading, where),
        beside=scores(reading, where) | sums(form, money, filed, where),
        beside_heads=(t("复算"), label("verdict"), label("working")),
        found_heads=(
            t("序号"), t("程度"), t("核查发现"), t("位置"), t("表上所填"), t("对照内容"), label("working"), t("涉及分"),
            t("怎么办"), t("依据"),
        ),
        found=[row(one) for one in reading.found],
    )  # fmt: skip


def remarks(reading: Reading, where: Map) -> dict[Spot, Remark]:
    """By cell what was found and doubted; a finding of a row without a cell stands on the row's first cell."""
    said: dict[Spot, list[tuple[str, str]]] = defaultdict(list)
    for one in by_weight(reading.found):
        if spot := where.spot(one.cell):
            said[spot].append((one.severity, remark(one)))
    for place, sentence in reading.doubts:
        if spot := where.spot(place):
            said[spot].append(("doubt", t("读取存疑:{sentence}", sentence=sentence)))
    return {spot: Remark(TONES[ones[0][0]], "\n\n".join(words for _, words in ones)) for spot, ones in said.items()}


def remark(one: Found) -> str:
    """A finding as the text of a comment."""
    lines = (
        word_of(one),
        t("表上所填:{found}", found=one.found) if one.found else "",
        t("对照内容:{expected}", expected=one.expected) if one.expected else "",
        one.working or "",
        one.rule.todo,
    )
    return "\n".join(line for line in lines if line)


def scores(reading: Reading, where: Map) -> dict[int, Beside]:
    """The recomputed score beside the row of each line."""
    names = ("n", "score_cell", "cell", "recomputed_score", "verdict")
    found = {}
    for n, score_cell, cell, score, verdict in reading.lines.pick(*names):
        at = where.row(score_cell or cell)
        if at is not None:
            found[at] = Beside(score, "0.00", marked(verdict) if verdict else "", reading.workings.get(n, ""))
    return found


def sums(form: Table, money: Table, filed: Table, where: Map) -> dict[int, Beside]:
    """The execution rate beside the funds, the total beside the total."""
    parts = (
        (money.value("cell"), money.value("execution_rate"), "0.00%", label("execution_rate")),
        (filed.value("total_cell"), form.value("recomputed_total"), "0.00", label("recomputed_total")),
    )
    return {
        at: Beside(Decimal(figure), style, "", name)
        for place, figure, style, name in parts
        if figure is not None and (at := where.row(place)) is not None
    }


def row(one: Found) -> tuple[str | Decimal | int | None, ...]:
    return (
        one.number, word("severity", one.severity), one.rule.sentence, whole_form(one.cell), text(one.found),
        one.expected, one.working, one.points, one.rule.todo, one.rule.reference,
    )  # fmt: skip
