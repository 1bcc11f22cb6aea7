"""Links to Word files: briefs and rectification notices, made when they are asked for and written down like exports.

They speak the language of the page. Replies are read back in either language.
"""

from collections.abc import Callable

from analytics.reports.county import county_brief
from analytics.reports.department import department_brief
from analytics.reports.notice import departments_to_notify, notice
from analytics.reports.report import Origin
from analytics.reports.word import brief_file, notice_file, notices_file
from pages.shared import store
from pages.shared.deliveries import file_name, hand_out, link, meta
from pages.shared.exports import DOCX, ZIP
from pages.shared.language import t
from pages.shared.query import UNFILLED
from pages.shared.scope import Scope


def county_link(scope: Scope) -> None:
    """The county brief of the year; without a year there is none."""
    session, origin = store.session_of(scope), origin_of(scope)
    if origin is not None:
        brief = lambda: brief_file(county_brief(session, origin), origin.language)  # noqa: E731
        paper(t("简报 (Word)"), t("全县简报"), scope, brief)


def department_links(scope: Scope) -> None:
    """Brief and rectification notice of the department; without anything to rectify there is no notice."""
    session, origin, who = store.session_of(scope), origin_of(scope), filed_name(scope.department)
    if origin is None:
        return
    brief = lambda: brief_file(department_brief(session, who, origin), origin.language)  # noqa: E731
    paper(t("简报 (Word)"), t("部门简报"), scope, brief)
    if who in departments_to_notify(session, origin.year):
        paper(t("整改通知 (Word)"), t("整改通知"), scope, lambda: notice_file(notice(session, who, origin)))


def notices_link(scope: Scope) -> None:
    """The notices of all departments in one zip."""
    session, origin = store.session_of(scope), origin_of(scope)
    if origin is None:
        return

    def build() -> bytes:
        return notices_file([notice(session, one, origin) for one in departments_to_notify(session, origin.year)])

    if count := len(departments_to_notify(session, origin.year)):
        title = t("整改通知")
        name = f"{file_name(title, scope)}.zip"
        link(t("全部整改通知 (zip)"), hand_out(name, ZIP, build, meta(title), count, "report"), "paper_notices")


def paper(words: str, title: str, scope: Scope, build: Callable[[], bytes]) -> None:
    name = f"{file_name(title, scope)}.docx"
    link(words, hand_out(name, DOCX, build, meta(title), None, "report"), f"paper_{title}")


def filed_name(department: str | None) -> str | None:
    """The department as the views know it: blank where the forms name none."""
    return None if department == UNFILLED else department


def origin_of(scope: Scope) -> Origin | None:
    """Where the figures come from; None for forms without a year."""
    if not scope.year:
        return None
    told = meta("")
    return Origin(scope.year, told.generation, told.made_at, told.language, told.demo)
