"""Why files were refused: the sentence of each, and one for all that were refused for the same reason. Pure."""

import json
from collections import defaultdict
from collections.abc import Iterable

from data.errors import retold
from pages.shared.language import language
from pages.shared.table import Table

GROUPS = ("why_refused", "refused_files", "file")
ANY = "…"


def why(told: str) -> str:
    """The reason in the reader's language."""
    return retold(told, language())


def of_any(told: str) -> str:
    """The reason without the one file and the one place that it is about."""
    return retold(json.dumps(json.loads(told) | {"name": ANY, "place": ANY}), language())


def grouped(refused: Iterable[tuple[str, str]]) -> Table:
    """One row per reason, the most frequent first: the reason, how many files, and the first of them.

    `refused` are pairs of a file and its fault as told.
    """
    files: defaultdict[str, list[str]] = defaultdict(list)
    for file, told in refused:
        files[of_any(told)].append(file)
    rows = sorted(((reason, len(found), found[0]) for reason, found in files.items()), key=lambda row: -row[1])
    return Table("refused_reason", GROUPS, tuple(rows))
