"""What stands on a page, and which of it is data: for finding words of the wrong language."""

import csv
import re
from collections.abc import Iterable, Set
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

import analytics
from analytics.descriptions import views
from data.readers import read_document
from data.store import Store, attach
from data.texts import english

EXAMPLES = Path(analytics.__file__).with_name("examples.csv")
CHINESE_RUN = re.compile(r"[\u3400-\u9fff][\u3400-\u9fff\u3000-\u303f\uff00-\uffef]*")
# A sign of the keyboard right behind Chinese words.
TYPED_SIGN = re.compile(r"[\u3400-\u9fff]{1,6}[,:;]")
ENGLISH_WORD = re.compile(r"[A-Za-z]{2,}")
# Names and units that a Chinese page writes in Latin letters too.
ALLOWED_ENGLISH = frozenset(
    {"Excel", "Word", "PNG", "zip", "CSV", "Parquet", "Esc", "PageUp", "PageDown", "English", "xlsx", "csv"}
)
# The names by which the rules page speaks of the views that it describes.
VIEW_NAMES = frozenset(word for view in views() for word in ENGLISH_WORD.findall(view.name))
# Names of languages are written each in its own.
ALLOWED_CHINESE = frozenset({"中文"})
# In the upload box our styles draw other words over the library's own.
# Every text node that is drawn, and the cells of grids (which lie inside their canvas); icons are drawn by
# name, and the framework's own link for keyboards is seen only by who tabs to it.
TEXT_NODES = """() => {
    const skip = 'script, style, noscript, [translate="no"], [data-testid$="DynamicIcon"], [role="img"], '
        + '[data-testid="stToolbar"], [data-testid="stSkipToContent"], '
        + 'html[lang="zh-CN"] [data-testid="stFileUploaderDropzone"] *';
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        const text = node.nodeValue.trim();
        if (text && !node.parentElement.closest(skip)) found.push(text);
    }
    for (const input of document.querySelectorAll('input:not([type=checkbox]):not([type=radio])')) {
        if (input.value || input.placeholder) found.push(input.value || input.placeholder);
    }
    return found;
}"""


def text_nodes(page: Page) -> list[str]:
    return list(page.evaluate(TEXT_NODES))


def worked_examples() -> Set[str]:
    """The targets and actuals that the rules page computes as examples: values as forms write them."""
    with EXAMPLES.open(encoding="utf-8", newline="") as file:
        return {text for row in csv.DictReader(file) for text in (row["target"], row["actual"])}


@cache
def data_texts(store: Path) -> Set[str]:
    """Every text of the facts and of the originals: what forms say may stand on a page in any language."""
    held = Store(store)
    generation = held.current()
    assert generation is not None
    connection = attach(generation)
    documents = connection.execute("select document, name from facts.document").fetchall()
    originals = (read_document(name, held.original(sha256)) for sha256, name in documents)
    filed = {cell.text for document in originals for table in document.tables for cell in table.cells}
    tables = (
        "select table_name, column_name from duckdb_columns() where database_name = 'facts' and data_type = 'VARCHAR'"
    )
    return (
        filed
        | worked_examples()
        | frozenset(
            row[0]
            for table, column in connection.execute(tables).fetchall()
            for row in connection.execute(
                f"select distinct {column} from facts.{table} where {column} is not null"
            ).fetchall()
        )
    )


def english_left(texts: Iterable[str], store: Path) -> list[str]:
    """English words on a Chinese page that are neither allowed nor of a form."""
    known = {word for text in data_texts(store) for word in ENGLISH_WORD.findall(text)} | ALLOWED_ENGLISH | VIEW_NAMES
    return [text for text in texts if any(word not in known for word in ENGLISH_WORD.findall(text))]


def chinese_left(texts: Iterable[str], store: Path) -> list[str]:
    """Chinese on an English page that is not of a form."""
    held = data_texts(store)
    joined = "\n".join(held)
    return [text for text in texts if _untranslated(text, held) or any(run not in joined for run in _runs(text))]


def typed_signs(texts: Iterable[str], store: Path) -> list[str]:
    """Chinese of our own with the half-width signs of the keyboard."""
    joined = "\n".join(data_texts(store))
    return [text for text in texts if any(found not in joined for found in TYPED_SIGN.findall(text))]


def _runs(text: str) -> list[str]:
    return [run for run in CHINESE_RUN.findall(text) if run not in ALLOWED_CHINESE]


def _untranslated(text: str, held: Set[str]) -> bool:
    """A text of the catalogue that stands there in Chinese, though it is no value of a form."""
    return text in english() and text not in held and bool(CHINESE_RUN.search(text))
