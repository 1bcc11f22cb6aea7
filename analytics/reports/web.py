"""A brief as one page for the browser: its pictures and tables inside, no script, nothing that asks a network."""

from base64 import b64encode
from collections.abc import Iterator
from html import escape
from pathlib import Path

from analytics.exports.clean import visible
from analytics.reports.drawing import draw
from analytics.reports.report import Annex, Brief, Picture, Section
from analytics.reports.word import first, numbered, second

ALONE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
LOOK = Path(__file__).with_name("web.css")


def brief_page(brief: Brief, language: str) -> bytes:
    """The brief as the bytes of an .html file. Every text is escaped here."""
    spoken = "en" if language == "en" else "zh-CN"
    body, look = "".join(parts(brief, language)), LOOK.read_text(encoding="utf-8")
    page = (
        f'<!doctype html><html lang="{spoken}"><head><meta charset="utf-8">'
        f"<title>{said(' '.join(brief.title.split()))}</title>"
        f'<meta http-equiv="Content-Security-Policy" content="{ALONE}">'
        f'<meta name="viewport" content="width=device-width"><style>{look}</style></head><body>{body}</body></html>'
    )
    return page.encode("utf-8", "replace")


def parts(brief: Brief, language: str) -> Iterator[str]:
    yield f"<h1>{said(brief.title)}</h1>"
    if brief.demo:
        yield f'<p class="middle">{said(brief.demo)}</p>'
    yield f'<p class="middle">{said(brief.subtitle)}</p><p>{said(brief.summary)}</p>'
    for at, one in enumerate(brief.sections):
        yield from section(one, at, language)
    yield f'<p class="right">{said(brief.signed)}<br>{said(brief.date)}</p>'
    for at, annex in enumerate(brief.annexes, start=1):
        yield table(numbered(annex, at, language))
    yield from (f'<p class="note">{said(note)}</p>' for note in brief.notes)


def section(one: Section, at: int, language: str) -> Iterator[str]:
    yield f"<h2>{said(first(at, one.heading, language))}</h2>"
    headings = [part for part in one.paragraphs if part.heading]
    for part in one.paragraphs:
        if part.heading:
            yield f"<h3>{said(second(headings.index(part), part.heading, language))}</h3>"
        yield f"<p>{said(part.text)}</p>"
    yield from map(picture, one.pictures)


def picture(one: Picture) -> str:
    """The picture inside the page; nothing where this machine cannot draw it."""
    content = draw(one)
    if content is None:
        return ""
    return f'<p><img alt="{said(one.title)}" src="data:image/png;base64,{b64encode(content).decode()}"></p>'


def table(annex: Annex) -> str:
    heads = "".join(f"<th>{said(head)}</th>" for head in annex.heads)
    rows = "".join(f"<tr>{line(row, annex.figures)}</tr>" for row in annex.rows)
    unit = f'<p class="right note">{said(annex.unit)}</p>' if annex.unit else ""
    return (
        f'<div class="scroll"><table><caption>{said(annex.title)}{unit}</caption><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def line(row: tuple[str, ...], figures: tuple[int, ...]) -> str:
    return "".join(
        f'<td class="num">{said(cell)}</td>' if at in figures else f"<td>{said(cell)}</td>"
        for at, cell in enumerate(row)
    )


def said(text: str) -> str:
    return escape(visible(text))
