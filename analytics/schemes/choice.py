"""By which scheme a session scores each form: one for all or each form's own, with numbers changed or not."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from analytics.schemes.loader import changed_scheme, require_scheme, schemes
from analytics.schemes.scheme import Scheme

Changes = Mapping[str, str]  # parameter → value as it is written in an address
NO_CHANGES: Changes = MappingProxyType({})
CHANGED = "+"  # stands after the name of a scheme whose numbers were changed


@dataclass(frozen=True, slots=True)
class Choice:
    """`schemes` as rows of a session; `applied` says for each form's own scheme by which one it is scored."""

    schemes: tuple[Scheme, ...]
    applied: tuple[tuple[str, str], ...]


def choose(scheme: str | None = None, changes: Changes = NO_CHANGES) -> Choice:
    """`scheme` for all forms, None for each form's own. The forms' own schemes stay as they are beside a changed one.

    Raises UnknownScheme, and ImpossibleScheme where `changes` say what cannot be applied.
    """
    known = schemes()
    own = tuple(one for one in known if one.followed)
    bases = own if scheme is None else (require_scheme(scheme),)
    changed = tuple(changed_scheme(base, base.scheme + CHANGED, changes) for base in bases) if changes else ()
    suffix = CHANGED if changes else ""
    return Choice((*known, *changed), tuple((one.scheme, (scheme or one.scheme) + suffix) for one in own))
