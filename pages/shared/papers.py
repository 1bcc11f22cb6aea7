"""Links to Word files: briefs and rectification notices, made when they are asked for."""

from collections.abc import Callable
from datetime import datetime

from analytics.reports.county import county_brief
from analytics.reports.department import department_brief
from analytics.reports.notice import departments_to_notify, notice
from analytics.reports.report import Origin
from analytics.reports.word import brief_file, notice_file, notices_file
from pages.shared import store
from pages.shared.deliveries import file_name, link
from pages.shared.exports import DOCX, ZIP, offer
from pages.shared.language import language, t
from pages.shared.query import UNFILLED
from pages.shared.scope import Scope


def county_link(scope: Scope) -> None:
    """The county brief of the year; without a year there is none."""
    session, origin = store.session_of(scope), origin_of(scope)
    if origin is not None:
        paper(
            t("简报 (Word)"), t("全县简报"), scope, lambda: brief_file(county_brief(session, origin), origin.language)
        )


def department_links(scope: Scope) -> None:
    """Brief and rectification notice of the department."""
    session, origin, who = store.session_of(scope), origin_of(scope), filed_name(scope.department)
    if origin is not None:
        brief = lambda: brief_file(department_brief(session, who, origin), origin.language)  # noqa: E731
        paper(t("简报 (Word)"), t("部门简报"), scope, brief)
        paper(t("整改通知"), t("整改通知"), scope, lambda: notice_file(notice(session, who, origin)))


def notices_link(scope: Scope) -> None:
    """The notices of all departments in one zip."""
    session, origin = store.session_of(scope), origin_of(scope)
    if origin is None:
        return

    def build() -> bytes:
        return notices_file([notice(session, one, origin) for one in departments_to_notify(session, origin.year)])

    link(t("全部整改通知 (zip)"), offer(f"{file_name(t('整改通知'), scope)}.zip", ZIP, build), "paper_notices")


def paper(words: str, title: str, scope: Scope, build: Callable[[], bytes]) -> None:
    link(words, offer(f"{file_name(title, scope)}.docx", DOCX, build), f"paper_{title}")


def filed_name(department: str | None) -> str | None:
    """The department as the views know it: blank where the forms name none."""
    return None if department == UNFILLED else department


def origin_of(scope: Scope) -> Origin | None:
    """Where the figures come from; None for forms without a year."""
    if not scope.year:
        return None
    number, demo = store.generation().number, store.store().is_demo
    return Origin(scope.year, number, datetime.now().astimezone(), language(), demo)
