"""A county whose forms are written by somebody who means harm: every text of every form carries code.

What is executed sets `window.struck`; what is fetched asks for /struck of this machine or of another one.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from xlsxwriter import Workbook

from data.demo.generate import county
from data.demo.model import Filing
from data.demo.sheet import Area, areas
from data.demo.writer import STYLES, write_sheet

TEXTS = (
    "<script>window.struck=1;fetch('/struck')</script>",
    "<img src=/struck onerror=window.struck=1>",
    "<img src=http://struck.example/x.png onload=window.struck=1>",
    "</style></td></table></div><script>window.struck=1</script>",
    "</script><script>window.struck=1</script>",
    "<svg onload=window.struck=1><animate onbegin=window.struck=1 attributeName=x>",
    "<iframe src=/struck></iframe><object data=/struck></object><embed src=/struck>",
    "<style>@import url(/struck);*{background:url(http://struck.example/y)}</style>",
    "<link rel=stylesheet href=/struck><base href=http://struck.example/>",
    "<meta http-equiv=refresh content='0;url=/struck'>",
    "<form action=/struck><button autofocus onfocus=window.struck=1>x</button></form>",
    "<a href='javascript:window.struck=1'>点</a><details open ontoggle=window.struck=1>",
    "[点](javascript:window.struck=1) ![图](/struck) ![图](http://struck.example/z)",
    "<http://struck.example/> [r]: http://struck.example/ 'x'",
    "\" onmouseover=\"window.struck=1\" autofocus onfocus=\"window.struck=1\" x=\"",
    "' onmouseover='window.struck=1' x='",
    "` ${window.struck=1} {{constructor.constructor('window.struck=1')()}} <%= 1 %> #{1}",
    "*/window.struck=1;/* --> <!-- ]]> \\x3cscript\\x3ewindow.struck=1\\x3c/script\\x3e",
    "javascript:window.struck=1",
    "&lt;script&gt;window.struck=1&lt;/script&gt; &#60;img src=/struck onerror=window.struck=1&#62;",
    "<b><i>%{x} :red[红] :material/home: $\\href{javascript:window.struck=1}{x}$ <br>",
    "\u202e\u2066<img src=/struck onerror=window.struck=1>\u2069\u200b\ufeff",
    "<math><mtext></table><mglyph><style><img src=/struck onerror=window.struck=1></style>",
    "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>window.struck=1</x:script>",
)  # fmt: skip
FIGURE = re.compile(r"[\d.,%年月日次个人项万元≥≤><=以上前内/ ]+|—")
SEED, DEPARTMENTS = 2024, 3


def write_hostile(folder: Path) -> None:
    """The forms of three departments with a text of TEXTS behind every word that they write."""
    folder.mkdir(parents=True)
    texts = cycle(TEXTS)
    for at, filing in enumerate(county(SEED, DEPARTMENTS)):
        name = f"{at} {TEXTS[at % len(TEXTS)].replace('/', '')[:60]}.xlsx"
        write_book(folder / name, filing, texts)


def write_book(path: Path, filing: Filing, texts: Iterator[str]) -> None:
    with Workbook(path, {"strings_to_urls": False, "strings_to_formulas": False}) as book:
        styles = {name: book.add_format(style) for name, style in STYLES.items()}
        write_sheet(book.add_worksheet("<b>x<b>"), [struck(area, texts) for area in areas(filing.form)], styles)


def struck(area: Area, texts: Iterator[str]) -> Area:
    """The same cell with code behind its words; figures stay, so that there is something to count."""
    words = isinstance(area.value, str) and area.style in ("cell", "text") and not FIGURE.fullmatch(area.value)
    return replace(area, value=f"{area.value} {next(texts)}") if words else area
