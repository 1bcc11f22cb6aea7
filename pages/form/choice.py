"""Which form is shown: the one in the address, else the one with the most errors."""

from dataclasses import replace

import streamlit as st

from pages.shared.formats import score
from pages.shared.kept import kept
from pages.shared.labels import department_name
from pages.shared.language import t
from pages.shared.query import UNFILLED
from pages.shared.say import empty
from pages.shared.scope import Scope
from pages.shared.store import fetch
from pages.shared.table import Table
from pages.shared.ways import narrow

VERSIONS = ("version", "document_name", "received_to", "filed_total", "place", "evaluation")


def choose_form(forms: Table, scope: Scope) -> Scope:
    """Offer the forms in scope; the scope of the chosen one alone."""
    wanted = scope.evaluation
    if wanted is not None and wanted not in forms.column("evaluation"):
        look_elsewhere(wanted)
    names: dict[int, str] = kept("form_names", lambda: names_of(forms))
    evaluations = tuple(names)
    chosen = wanted if wanted in evaluations else evaluations[0]
    st.session_state["form_choice"] = chosen
    st.selectbox(
        t("自评表({n} 份,错误多的在前)", n=len(forms)),
        evaluations,
        format_func=names.get,
        key="form_choice",
        on_change=lambda: narrow(evaluation=st.session_state["form_choice"], n=None, finding=None),
    )
    if wanted != chosen:
        st.query_params["evaluation"] = str(chosen)
    return Scope(evaluation=chosen, scheme=scope.scheme)


def names_of(forms: Table) -> dict[int, str]:
    """The forms by number, those with the most errors first."""
    named = forms.by("errors").pick("evaluation", "project", "department", "filed_score_100")
    return {evaluation: form_name(*row) for evaluation, *row in named}


def form_name(project: str | None, department: str | None, filed: object) -> str:
    return t(
        "{project}({department},自评 {score} 分)",
        project=project or "—",
        department=department_name(department),
        score=score(filed),
    )


def look_elsewhere(evaluation: int) -> None:
    """A link may name a form outside the filters: then the filters follow the form."""
    other = fetch("project_summary", Scope(evaluation=evaluation))
    if not other:
        empty(t("没有编号为 {n} 的自评表,可能已被更正版代替。下面是本范围内的另一份。", n=evaluation))
        return
    narrow(year=other.value("year"), department=None, search=None)
    st.rerun()


def address_of(scope: Scope, shown: Scope) -> Scope:
    """The address of this page with the form that it shows, whether the reader named it or not."""
    return replace(scope, evaluation=shown.evaluation)


def year_before(form: Table, scope: Scope) -> Table:
    """The form of the same project in the year before; no row where there is none."""
    year, department = form.value("year"), form.value("department")
    if not year or not form.value("project"):
        return form.head(0)
    wanted = Scope(year=year - 1, department=department or UNFILLED, scheme=scope.scheme)
    return fetch("project_summary", wanted).narrowed(project=form.value("project")).head(1)


def versions(filed: Table, form: Table) -> Table:
    """All versions of the same project, newest first."""
    return filed.narrowed(project=form.value("project"), department=form.value("department")).by("version")
