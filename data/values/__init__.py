"""Targets and actuals as typed quantities: "≥24次" → >=, low 24, unit 次. Words and units are toml beside it."""

from data.values.pair import read_pair
from data.values.parse import parse_value

__all__ = ["parse_value", "read_pair"]
