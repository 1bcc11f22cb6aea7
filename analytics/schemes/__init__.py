"""Scoring schemes: dated sets of rules, one toml each."""
