"""The text of one paragraph of a Word document, as a person reads it."""

from collections.abc import Iterator

from lxml import etree

# Deleted and moved text, the phonetic guide above a word, what old programs see instead, and texts of other places.
LEFT_OUT = frozenset(
    {"del", "moveFrom", "rt", "Fallback", "txbxContent", "instrText", "delText", "pPr", "rPr", "sdtPr"}
)
FIXED = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# Characters that are typed as symbols of a font of their own.
SYMBOLS = {
    ("symbol", 0xB3): "≥", ("symbol", 0xA3): "≤", ("symbol", 0xB9): "≠", ("symbol", 0xB1): "±", ("symbol", 0xB4): "×",
    ("symbol", 0xB8): "÷", ("symbol", 0xB0): "°", ("symbol", 0x3D): "=", ("symbol", 0x3E): ">", ("symbol", 0x3C): "<",
    ("wingdings", 0xFE): "☑", ("wingdings", 0xFC): "√", ("wingdings", 0xA8): "□", ("wingdings", 0x6F): "□",
    ("wingdings 2", 0x52): "☑", ("wingdings 2", 0x50): "√", ("wingdings 2", 0xA3): "□", ("wingdings 2", 0x2A): "□",
}  # fmt: skip
OFF = ("0", "false", "off")


def local_name(element: etree._Element) -> str:
    """The name without its namespace: transitional and strict documents read alike. "" for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def is_kept(element: etree._Element) -> bool:
    return local_name(element) not in LEFT_OUT


def paragraph_text(paragraph: etree._Element) -> str:
    return "".join(pieces(paragraph)).strip()


def pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        name = local_name(child)
        if name == "t":
            yield child.text or ""
        elif name in FIXED:
            yield FIXED[name]
        elif name == "sym":
            yield symbol(child)
        elif is_kept(child) and not (name == "r" and is_hidden(child)):
            yield from pieces(child)


def is_hidden(run: etree._Element) -> bool:
    mark = run.find("{*}rPr/{*}vanish")
    return mark is not None and not any(value in OFF for value in mark.values())


def symbol(element: etree._Element) -> str:
    """w:sym names a font and a code, often shifted into the private area: F0B3 of Symbol is ≥."""
    named = {str(key).rpartition("}")[2]: str(value) for key, value in element.items()}
    try:
        code = int(named.get("char", ""), 16)
    except ValueError:
        return ""
    code = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    known = SYMBOLS.get((named.get("font", "").lower(), code))
    return known or (chr(code) if 0x20 <= code < 0xD800 else "")
