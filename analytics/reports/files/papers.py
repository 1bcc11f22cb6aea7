"""Briefs and notices in Word, the figures of the briefs as pictures, and the briefs as pages for the browser."""

from collections.abc import Iterator
from functools import partial

from analytics.reports.county import county_brief
from analytics.reports.department import department_brief
from analytics.reports.drawing import chinese_font, draw
from analytics.reports.files.maker import Made, Maker
from analytics.reports.notice import departments_to_notify, notice
from analytics.reports.report import Brief, Picture
from analytics.reports.web import brief_page
from analytics.reports.word import brief_file, notices_file


def county_files(maker: Maker) -> Iterator[Made]:
    """The brief of the whole county, whatever department was asked for."""
    name = maker.t("全县简报-{year}", year=maker.wish.year)
    yield Made(f"{name}.docx", lambda: brief_file(county_brief(maker.session, maker.origin), maker.wish.language))


def department_files(maker: Maker) -> Iterator[Made]:
    for who in maker.wish.departments:
        yield Made(f"{department_name(maker, who)}.docx", partial(department_docx, maker, who))


def department_docx(maker: Maker, who: str | None) -> bytes:
    return brief_file(department_brief(maker.session, who, maker.origin), maker.wish.language)


def department_name(maker: Maker, who: str | None) -> str:
    return maker.t("部门简报-{year}-{who}", year=maker.wish.year, who=maker.named(who))


def notice_files(maker: Maker) -> Iterator[Made]:
    """The notices of all departments in one zip; none where nothing is to be rectified."""
    there = [who for who in departments_to_notify(maker.session, maker.wish.year) if who in maker.wish.departments]
    if there:
        name = maker.t("整改通知-{year}", year=maker.wish.year)
        yield Made(
            f"{name}.zip",
            lambda: notices_file([notice(maker.session, who, maker.origin) for who in there]),
            len(there),
        )


def briefs(maker: Maker) -> Iterator[tuple[str, Brief]]:
    """The brief of the county where all was asked for, else those of the departments, with their names."""
    if maker.wish.whole:
        yield maker.t("全县简报-{year}", year=maker.wish.year), county_brief(maker.session, maker.origin)
        return
    for who in maker.wish.departments:
        yield department_name(maker, who), department_brief(maker.session, who, maker.origin)


def web_files(maker: Maker) -> Iterator[Made]:
    """The briefs with their charts and tables as one page each that needs no network."""
    for name, brief in briefs(maker):
        yield Made(f"{name}.html", partial(brief_page, brief, maker.wish.language))


def figure_files(maker: Maker) -> Iterator[Made]:
    """The charts of the briefs as pictures; none where this machine has no Chinese font."""
    for name, brief in briefs(maker):
        pictures = [one for section in brief.sections for one in section.pictures] if chinese_font() else []
        for at, picture in enumerate(pictures, start=1):
            yield Made(f"{name}-{maker.t('图')}{at}.png", partial(drawn, picture))


def drawn(picture: Picture) -> bytes:
    return draw(picture) or b""
