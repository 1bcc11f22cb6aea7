"""JSON as the commands print it: Chinese as it is, figures without artefacts (9.54, never 9.540000000000001)."""

import json
from decimal import Decimal
from typing import Any


def json_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def number(figure: Decimal | int | None) -> int | float | None:
    """A whole figure as an integer; others as the nearest double, which prints the same digits."""
    if figure is None:
        return None
    return int(figure) if figure == int(figure) else float(figure)
