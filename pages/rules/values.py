"""Values of parameters as they stand in an address. Pure."""

from decimal import Decimal

from analytics.schemes.limits import EXCEEDED_RATE, NUMBERS, RATE
from pages.rules.tables import shown


def settled(name: str, scheme: str | None) -> str | None:
    """What the scheme says; None where the schemes that forms follow do not agree."""
    values = {text(one.value(name)) for one in shown(scheme)}
    return values.pop() if len(values) == 1 else None


def written(name: str, value: float | int | str | None) -> str | None:
    """What a field holds: rates are shown as per cent."""
    if value is None or isinstance(value, str):
        return value
    times = 100 if NUMBERS[name] in (RATE, EXCEEDED_RATE) else 1
    return text(Decimal(str(value)) / times)


def text(value: Decimal | bool | str) -> str:
    """0.80 is 0.8, 10.0 is 10."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return value
    plain = f"{value:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
