"""Makes workbooks part by part, so that a test can put anything in any part of them."""

import io
import zipfile
from collections.abc import Iterable, Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STRICT = {
    MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

SHEET = "xl/worksheets/sheet1.xml"
ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'


def sheet(rows: str = ONE_CELL, after: str = "", prolog: str = XML) -> str:
    return f'{prolog}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def inline(address: str, text: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def parts(content: str = "", *, sheets: Iterable[str] = ('name="Blad1"',), shared: str = "") -> dict[str, str]:
    """The least parts of a workbook; all sheets after the first are empty."""
    names = list(sheets)
    listed = "".join(f'<sheet {one} sheetId="{i}" r:id="rId{i}"/>' for i, one in enumerate(names, 1))
    links = "".join(
        f'<Relationship Id="rId{i}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(names) + 1)
    )
    made = {
        "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/></Types>',
        "_rels/.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{links}'
        f'<Relationship Id="rIdS" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'{XML}<sst xmlns="{MAIN}">{shared}</sst>',
        SHEET: content or sheet(),
    }
    return made | {f"xl/worksheets/sheet{i}.xml": sheet("") for i in range(2, len(names) + 1)}


def zipped(content: Mapping[str, str | bytes] | Iterable[tuple[str, str | bytes]], level: int = 6) -> bytes:
    """A zip of these parts, in this order; a name may come twice."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, body in content.items() if isinstance(content, Mapping) else content:
            archive.writestr(name, body)
    return file.getvalue()


def workbook(rows: str = ONE_CELL, after: str = "", **kwargs: str) -> bytes:
    """A workbook with one sheet."""
    return zipped(parts(sheet(rows, after), **kwargs))


def strict(rows: str = ONE_CELL) -> bytes:
    """The same in the strict form of ISO/IEC 29500, which has other namespaces."""
    made = parts(sheet(rows))
    for transitional, purl in STRICT.items():
        made = {name: body.replace(transitional, purl) for name, body in made.items()}
    return zipped(made)
