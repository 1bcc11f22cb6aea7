"""A county as small as a test needs: random lines of every kind, the sample's forms, lists of a bureau, a held form."""

import random
from datetime import datetime
from pathlib import Path

from data.facts import Filed, Original, insert_evaluations, insert_originals, insert_rows
from data.forms import read_forms
from data.readers import read_document
from data.records import Evaluation
from data.store import Generation, Store
from tests.analytics.random_forms import random_forms

SAMPLE = Path(__file__).parents[2] / "data" / "samples" / "yanchi-2022.txt"
NAMES = (
    {"name": "甲局", "current_name": "甲乙局", "from_year": 2023, "to_year": None},
    {"name": "\u3000丙 局", "current_name": "丙局", "from_year": None, "to_year": None},
)
EXPECTED = (
    {"year": 2022, "department": "甲局", "unit": None, "project": "项目\uff11"},
    {"year": 2022, "department": "乙局", "unit": "乙站", "project": "没有报的项目"},
    {"year": 2023, "department": "甲乙局", "unit": None, "project": "项目3"},
)


def publish_county(store: Store, lines: int = 600) -> Generation:
    """The county as a generation."""
    forms = [*read_forms(read_document(SAMPLE.name, SAMPLE.read_bytes())), *random_forms(random.Random(7), lines)]
    with store.locked(), store.building() as (connection, path):
        insert_originals(connection, "facts", [Original("d", "表.txt", datetime(2023, 1, 1), "text")])  # noqa: DTZ001
        insert_evaluations(connection, "facts", [_filed(at, form) for at, form in enumerate(forms, start=1)])
        insert_rows(connection, "facts", "department_name", NAMES)
        insert_rows(connection, "facts", "expected_filing", EXPECTED)
        return store.publish(connection, path)


def _filed(at: int, form: Evaluation) -> Filed:
    return Filed(at, "d", 1, None, str(at), form, "recognised" if at == 5 else None)
