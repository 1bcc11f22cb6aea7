"""Choosing a what-if: another scheme, or other numbers. It stands in the address, and nowhere else."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import streamlit as st

from analytics.schemes.limits import LAG_WEIGHTS, NUMBERS, POINTS, WEIGHT, WORDS
from analytics.schemes.loader import ImpossibleScheme, UnknownScheme
from analytics.what_if import WhatIf, parse_what_if, read_what_if
from pages.rules.tables import shown
from pages.rules.values import settled, written
from pages.shared.labels import scheme_title, word
from pages.shared.language import t
from pages.shared.say import plain
from pages.shared.scope import Scope
from pages.shared.store import scheme_names
from pages.shared.ways import here, narrow

FAR_EXCEEDED = ("far_exceeded_rate", "far_exceeded_deduction")
GROUPS: tuple[tuple[Callable[[], str], tuple[str, ...]], ...] = (
    (
        lambda: t("指标计分"),
        ("agreed_from_rate", "partly_from_rate", "reverse_formula", "unsigned_cost", *FAR_EXCEEDED),
    ),
    (lambda: t("总分与等级"), ("execution_in_total", "excellent_from", "good_from", "fair_from")),
    (
        lambda: t("界线"),
        ("low_scoring_below_rate", "explain_below_rate", "lagging_below_rate", "money_gap_rate", "budget_change_rate"),
    ),
    (lambda: t("滞后部门"), ("lagging_reasons", *LAG_WEIGHTS)),
)  # fmt: skip
OFFERED = tuple(name for _, names in GROUPS for name in names)
WIDE = 190


def under(scope: Scope) -> Scope:
    """The same year under the what-if."""
    return replace(scope.keep("year"), scheme=scope.what_if)


def choose_what_if(scope: Scope) -> WhatIf | None:
    """Draw the controls; the what-if in force, None where none is asked for or it cannot be."""
    asked = parse_what_if(scope.what_if) if scope.what_if else WhatIf(scope.scheme)
    known = (None, *scheme_names())
    choose_scheme(asked if asked.scheme in known else WhatIf(), known)
    with st.expander(t("改动其中的数"), expanded=bool(asked.changes)):
        change_numbers(asked if asked.scheme in known else WhatIf())
    return checked(scope) if scope.what_if else None


def choose_scheme(asked: WhatIf, known: tuple[str | None, ...]) -> None:
    key = "what_if_scheme"
    st.session_state[key] = asked.scheme
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.selectbox(
            t("与之对比的口径"),
            known,
            format_func=scheme_title,
            key=key,
            width=330,
            placeholder=scheme_title(None),
            help=t("按另一口径重算,与所用口径对照。只影响本页,不保存。"),
            on_change=lambda: narrow(what_if=str(WhatIf(st.session_state[key]))),
        )
        if here().what_if:
            st.button(t("取消对比"), icon=":material/close:", on_click=lambda: narrow(what_if=None))


def change_numbers(asked: WhatIf) -> None:
    """One field for each number; a field left blank keeps what each scheme says."""
    with st.form("what_if_numbers", border=False):
        for title, names in GROUPS:
            st.caption(title())
            with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
                for name in names:
                    field(name, asked)
        st.form_submit_button(t("按这些数对比"), icon=":material/compare_arrows:", on_click=lambda: submit(asked))


def field(name: str, asked: WhatIf) -> None:
    """One parameter as a field, showing the value asked for, else the scheme's."""
    key = f"what_if_{name}"
    value = dict(asked.changes).get(name) or settled(name, asked.scheme)
    said = t("依据:{reference}", reference=t(reference(name, asked.scheme)))
    if name in WORDS:
        st.session_state[key] = value if value in WORDS[name] else None
        st.selectbox(
            word("parameter", name),
            WORDS[name],
            format_func=lambda code: word("parameter_value", code),
            key=key,
            width=WIDE,
            placeholder=t("各口径自定"),
            help=plain(said),
        )
        return
    limit, times = NUMBERS[name], 1 if NUMBERS[name] in (POINTS, WEIGHT) or name == "lagging_reasons" else 100
    whole = name == "lagging_reasons" or name in LAG_WEIGHTS
    st.session_state[key] = number(value, times, whole=whole)
    st.number_input(
        word("parameter", name) + (" (%)" if times == 100 else ""),
        float(limit.low * times) if not whole else int(limit.low),
        float(limit.high * times) if not whole else int(limit.high),
        step=1 if whole else 1.0,
        format="%d" if whole else "%.1f",
        key=key,
        width=WIDE,
        placeholder=t("各口径自定"),
        help=plain(said),
    )


def number(value: str | None, times: int, *, whole: bool) -> float | int | None:
    """A value of an address as a field shows it; what is no figure shows as blank."""
    try:
        figure = Decimal(value or "") * times
    except ArithmeticError:
        return None
    if not figure.is_finite():
        return None
    return int(figure) if whole else float(figure)


def reference(name: str, scheme: str | None) -> str:
    return next(one.reference for one in shown(scheme)[-1].parameters if one.name == name)


def submit(asked: WhatIf) -> None:
    """Put what differs from the scheme into the address."""
    values = {name: written(name, st.session_state[f"what_if_{name}"]) for name in OFFERED}
    changes = sorted((name, text) for name, text in values.items() if text and text != settled(name, asked.scheme))
    narrow(what_if=str(WhatIf(asked.scheme, tuple(changes))))


def checked(scope: Scope) -> WhatIf | None:
    """The what-if of the address, or a sentence that says why it cannot be."""
    try:
        return read_what_if(scope.what_if or "")
    except (ImpossibleScheme, UnknownScheme) as fault:
        st.warning(plain(refusal(fault)), icon=":material/block:")
        return None


def refusal(fault: ImpossibleScheme | UnknownScheme) -> str:
    """Which number cannot be, with the parameters by their names."""
    if isinstance(fault, UnknownScheme):
        return t("没有名为“{name}”的评分口径,没有对比。", name=fault.name)
    reason = " ".join(word("parameter", part) for part in t(str(fault.operands["reason"])).split(" "))
    return t("“{parameter}”不能这样设置:{reason}。没有对比。", parameter=word("parameter", fault.place), reason=reason)
