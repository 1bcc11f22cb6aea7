"""Names as people type them, and what a form is about."""

import unicodedata
from functools import lru_cache

Key = tuple[int, str, str, str]


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """A name without what typing differs in: widths and white space."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def identity(year: int | None, department: str | None, unit: str | None, project: str | None) -> Key | None:
    """Which project of which year a form is about; None where it does not say so: then it corrects nothing.

    The unit belongs to it: many schools of one bureau file a project of the same name. A blank unit is the department.
    """
    who = department or unit
    if year is None or not who or not project:
        return None
    return year, folded(who), folded(unit or who), folded(project)
