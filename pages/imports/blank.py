"""The county's form, unfilled: what departments are to fill in, so that every field reads back."""

from data.forms.blank import Heading, blank_form
from pages.shared.deliveries import hand_out, link, meta
from pages.shared.exports import XLSX
from pages.shared.language import t
from pages.shared.scope import Scope
from pages.shared.store import fetch


def blank_link(year: int | None, department: str | None) -> None:
    """A link to the blank form of this county, with year and department of the batch where they are given."""
    county = fetch("project_summary", Scope(), limit=1).value("county") or ""
    heading = Heading(county, str(year or ""), department or "")
    title = t("空白自评表")
    url = hand_out(f"{title}.xlsx", XLSX, lambda: blank_form(heading), meta(title), None)
    link(t("下载空白自评表"), url, "blank_form")
