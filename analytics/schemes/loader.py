"""Read the schemes of this folder. An impossible number is refused by its name."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from analytics.schemes.limits import FLAGS, LAG_WEIGHTS, LEVEL_POINTS, NUMBERS, RISING, WHOLE, WORDS, Limit
from analytics.schemes.scheme import Basis, Cap, Parameter, Recognition, Scheme
from data.errors import Fault
from data.texts import mark
from data.texts.punctuation import printed

FOLDER = Path(__file__).parent
NO_YEAR = (0, 9999)
NO_SUCH = mark("没有这个参数")
FIGURE = re.compile(r"-?[0-9]{1,6}(\.[0-9]{1,6})?")


class ImpossibleScheme(Fault):
    """A scheme says something that cannot be applied."""

    code = "impossible_scheme"
    text = mark("评分口径《{name}》的 {place} 不能使用:{reason}。请改正 analytics/schemes 中的这一行。")


class UnknownScheme(Fault):
    """No scheme of that name."""

    code = "unknown_scheme"
    text = mark("没有名为“{name}”的评分口径,可用的有:{known}。")


@cache
def schemes() -> tuple[Scheme, ...]:
    """All schemes of this folder, the one that forms fall back to last. Raises ImpossibleScheme."""
    found = [parse_scheme(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))]
    return tuple(sorted(found, key=lambda scheme: (scheme.default, scheme.scheme)))


def require_scheme(name: str) -> Scheme:
    """The scheme of that name. Raises UnknownScheme."""
    for scheme in schemes():
        if scheme.scheme == name:
            return scheme
    raise UnknownScheme(name, known=", ".join(scheme.scheme for scheme in schemes()))


def parse_scheme(name: str, text: str) -> Scheme:
    """One toml as a Scheme. Raises ImpossibleScheme with the name of the parameter that cannot be."""
    try:
        raw = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise ImpossibleScheme(name, "toml", reason=str(error)) from error
    parameters = _parameters(name, raw.get("parameters", {}))
    try:
        scheme = Scheme(
            scheme=raw["scheme"],
            title_zh=printed(raw["title_zh"]),
            title_en=raw["title_en"],
            valid_from=raw["valid_from"],
            reference=raw["reference"],
            default=raw["default"],
            recognised=_recognition(raw["recognised"]),
            parameters=parameters,
            caps=tuple(_cap(name, cap) for cap in raw.get("caps", [])),
        )
    except KeyError as error:
        raise ImpossibleScheme(name, str(error.args[0]), reason=mark("没有填写")) from error
    _refuse(scheme)
    return scheme


def changed_scheme(scheme: Scheme, name: str, changes: Mapping[str, str]) -> Scheme:
    """`scheme` under another name with some numbers changed, by the same rules as a toml. Raises ImpossibleScheme.

    A value is written as in an address: "0.85", "true", "linear".
    """
    for unknown in sorted(changes.keys() - {parameter.name for parameter in scheme.parameters}):
        raise ImpossibleScheme(scheme.scheme, unknown, reason=NO_SUCH)
    parameters = tuple(
        replace(parameter, value=_value(scheme.scheme, parameter.name, _read(changes[parameter.name])))
        if parameter.name in changes
        else parameter
        for parameter in scheme.parameters
    )
    changed = replace(scheme, parameters=parameters)
    _refuse(changed)
    return replace(changed, scheme=name, default=False)  # no form follows it by itself


def _read(text: str) -> Decimal | bool | str:
    """A value as it is written in an address; what is no figure stays a text."""
    if text in ("true", "false"):
        return text == "true"
    return Decimal(text) if FIGURE.fullmatch(text) else text


def _recognition(raw: dict[str, Any]) -> Recognition:
    low, high = NO_YEAR
    return Recognition(
        counties=tuple(raw["counties"]),
        year_from=raw.get("year_from", low),
        year_to=raw.get("year_to", high),
        phrases=tuple(raw["phrases"]),
    )


def _parameters(name: str, raw: dict[str, Any]) -> tuple[Parameter, ...]:
    known = {*NUMBERS, *FLAGS, *WORDS}
    for missing in sorted(known - raw.keys()):
        raise ImpossibleScheme(name, missing, reason=mark("没有填写"))
    for unknown in sorted(raw.keys() - known):
        raise ImpossibleScheme(name, unknown, reason=NO_SUCH)
    return tuple(_parameter(name, key, value) for key, value in raw.items())


def _parameter(name: str, key: str, raw: dict[str, Any]) -> Parameter:
    return Parameter(key, _value(name, key, raw.get("value")), _basis(name, key, raw), str(raw.get("reference", "")))


def _value(name: str, key: str, value: object) -> Decimal | bool | str:
    if key in NUMBERS:
        return _number(name, key, value, NUMBERS[key])
    if key in FLAGS and isinstance(value, bool):
        return value
    if key in WORDS and isinstance(value, str) and value in WORDS[key]:
        return value
    raise ImpossibleScheme(name, key, reason=f"{value!r}")


def _number(name: str, key: str, value: object, limit: Limit) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ImpossibleScheme(name, key, reason=f"{value!r}")
    number = Decimal(value)
    if not number.is_finite() or not limit.low <= number <= limit.high or number % limit.step:
        raise ImpossibleScheme(name, key, reason=f"{number} ∉ [{limit.low}, {limit.high}] / {limit.step}")
    return number


def _basis(name: str, key: str, raw: dict[str, Any]) -> Basis:
    basis = raw.get("basis")
    if basis == "source":
        return "source"
    if basis == "assumption":
        return "assumption"
    raise ImpossibleScheme(name, key, reason=f"basis = {basis!r}")


def _cap(name: str, raw: dict[str, Any]) -> Cap:
    return Cap(
        _number(name, "execution_below_rate", raw.get("execution_below_rate"), NUMBERS["agreed_from_rate"]),
        _number(name, "total_at_most", raw.get("total_at_most"), NUMBERS["excellent_from"]),
        _basis(name, "caps", raw),
        str(raw.get("reference", "")),
    )


def _refuse(scheme: Scheme) -> None:
    """Numbers that are each possible but not together."""
    for lower, upper in RISING:
        low, high = scheme.number(lower), scheme.number(upper)
        if low > high:
            raise ImpossibleScheme(scheme.scheme, lower, reason=f"{lower} {low} > {upper} {high}")
    _refuse_sum(scheme, "lag_weight", LAG_WEIGHTS)
    inside = ("execution_points",) if scheme.value("execution_inside") else ()
    _refuse_sum(scheme, "points", (*LEVEL_POINTS, *inside))
    _refuse_caps(scheme)


def _refuse_sum(scheme: Scheme, named: str, names: Sequence[str]) -> None:
    whole = sum((scheme.number(name) for name in names), Decimal(0))
    if whole != WHOLE:
        raise ImpossibleScheme(scheme.scheme, named, reason=f"{' + '.join(names)} = {whole} ≠ {WHOLE}")


def _refuse_caps(scheme: Scheme) -> None:
    """Of two caps the lower rate must have the lower total, and no rate may have two."""
    caps = sorted(scheme.caps, key=lambda cap: cap.execution_below_rate)
    for lower, upper in pairwise(caps):
        if lower.execution_below_rate == upper.execution_below_rate or lower.total_at_most > upper.total_at_most:
            written = [f"{cap.execution_below_rate} → {cap.total_at_most}" for cap in (lower, upper)]
            raise ImpossibleScheme(scheme.scheme, "caps", reason="; ".join(written))
