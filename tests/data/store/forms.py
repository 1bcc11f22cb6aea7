"""Small forms for the tests of the store, made without reading a document."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from data.contents import content_digest
from data.facts import Filed, Original, insert_evaluations, insert_originals
from data.records import Evaluation, Funding, Indicator, Value
from data.store import Generation, Store, attach

RECEIVED = datetime(2023, 1, 1, tzinfo=UTC).replace(tzinfo=None)
COUNTED = Value("=", Decimal(76), Decimal(76), "条", "number", False, None, "条", Decimal(76), Decimal(76))
LINE = Indicator(
    1, "产出指标", Decimal(40), "数量指标", "线路", "76条", "74条", COUNTED, COUNTED,
    Decimal("9.8"), Decimal("9.8"), Decimal("0.1"), None, None, "D12",
)  # fmt: skip
MONEY = Funding(
    "total", Decimal("28.272"), Decimal("28.272"), Decimal("21.855"), Decimal(10),
    Decimal("0.77"), Decimal("0.01"), Decimal("7.7"), Decimal("0.1"), "C5",
)  # fmt: skip


def form(project: str = "线路租用费", score: str = "9.8", year: int | None = 2022, lines: int = 1) -> Evaluation:
    """A form of one department with `lines` indicators."""
    return Evaluation(
        "Sheet1!A1:J30", "a-yanchi", year, "盐池县", "县委办公室", "县委办公室", project, "目标", "完成情况",
        Decimal(100), Decimal("97.5"), Decimal("0.1"), None, None, "G30", (MONEY,),
        tuple(replace(LINE, n=n, filed_score=Decimal(score)) for n in range(1, lines + 1)), (), 40, 40,
    )  # fmt: skip


def add(store: Store, project: str) -> Generation:
    """Publish a generation with one more form."""
    with store.locked(), store.building() as (connection, built):
        number = len(connection.execute("select evaluation from evaluation").fetchall()) + 1
        one = form(project)
        insert_originals(connection, "facts", [Original(project, "a.xlsx", RECEIVED, "xlsx")])
        insert_evaluations(connection, "facts", [Filed(number, project, 1, None, content_digest(one), one)])
        return store.publish(connection, built)


def forms(generation: Generation | None) -> int:
    """How many forms a generation holds."""
    assert generation is not None
    with attach(generation) as connection:
        row = connection.execute("select count(*) from facts.evaluation").fetchone()
    return int(row[0]) if row else 0
