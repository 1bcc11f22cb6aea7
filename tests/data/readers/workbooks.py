"""Workbooks made by hand for the tests of the reader: the few parts that a workbook needs, as text."""

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
LINKS = f'<Relationships xmlns="{PACKAGE}/relationships">%s</Relationships>'
ROOT = LINKS % '<Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/>'


def workbook(
    sheet_data: str = "",
    after: str = "",
    strings: str = "",
    styles: str = "",
    properties: str = "",
    namespace: str = MAIN,
    sheets: str = '<sheet name="表" sheetId="1" r:id="s1"/>',
    more: dict[str, bytes] | None = None,
) -> bytes:
    """A workbook of one sheet: the rows in `sheet_data`, what follows them in `after`."""
    links = {
        "s1": "worksheets/sheet1.xml",
        "s2": "worksheets/sheet2.xml",
        "ss": "sharedStrings.xml",
        "st": "styles.xml",
    }
    spaces = f'xmlns="{namespace}" xmlns:r="{RELATIONS}"'
    relations = "".join(f'<Relationship Id="{key}" Type="x" Target="{target}"/>' for key, target in links.items())
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT,
        "xl/workbook.xml": f"<workbook {spaces}>{properties}<sheets>{sheets}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": LINKS % relations,
        "xl/sharedStrings.xml": f'<sst xmlns="{namespace}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{namespace}">{styles}</styleSheet>',
        "xl/worksheets/sheet1.xml": f"<worksheet {spaces}><sheetData>{sheet_data}</sheetData>{after}</worksheet>",
        "xl/worksheets/sheet2.xml": f'<worksheet xmlns="{namespace}"><sheetData/></worksheet>',
    }
    return packed({name: part.encode("utf-8") for name, part in parts.items()} | (more or {}))


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()
