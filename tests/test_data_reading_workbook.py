"""Workbooks as people have them, messy but honest: read with the right text and the right marks."""

from pathlib import Path

import pytest
from workbooks import inline, parts, sheet, strict, workbook, zipped

from data.reading.book import Book, read
from data.reading.limits import Limits


def book(folder: Path, content: bytes, name: str = "cijfers.xlsx") -> Book:
    path = folder / "upload"
    path.write_bytes(content)
    return read(path, name, Limits())


def cell(address: str, value: str, attributes: str = "") -> str:
    return f'<c r="{address}" {attributes}><v>{value}</v></c>'


def formula(address: str, value: str, attributes: str = "") -> str:
    return f'<c r="{address}" {attributes}><f>1+1</f>{value}</c>'


STYLES = (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="10"/></cellXfs></styleSheet>'
)
RELATION = (
    '<Relationship Id="rIdT" Target="styles.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/></Relationships>'
)


def styled(rows: str, properties: str = "") -> bytes:
    """A workbook whose styles 1, 2 and 3 are a date, a date with time, and a percentage."""
    made = parts(sheet(rows)) | {"xl/styles.xml": STYLES}
    links = "xl/_rels/workbook.xml.rels"
    made[links] = made[links].replace("</Relationships>", RELATION)
    made["xl/workbook.xml"] = made["xl/workbook.xml"].replace("<sheets>", f"{properties}<sheets>")
    return zipped(made)


@pytest.mark.parametrize(
    ("one", "text", "kind"),
    [
        (cell("A1", "41090"), "41090", "n"),
        (cell("A1", "6.4"), "6.4", "n"),
        (cell("A1", "-99996"), "-99996", "n"),
        (cell("A1", "0.30000000000000004"), "0.30000000000000004", "n"),
        (cell("A1", "1E-7"), "0.0000001", "n"),
        (cell("A1", "1.5E+20"), "150000000000000000000", "n"),
        (cell("A1", "1", 't="b"'), "1", "b"),
        (cell("A1", "#N/A", 't="e"'), "#N/A", "e"),
        (formula("A1", "<v>#REF!</v>", 't="e"'), "#REF!", "e"),
        (formula("A1", "<v>2</v>"), "2", "n"),
        (formula("A1", "<v>ja</v>", 't="str"'), "ja", "t"),
        (formula("A1", ""), "", "f"),
        (formula("A1", "<v/>"), "", "f"),
        (cell("A1", "45322", 's="1"'), "2024-01-31", "d"),
        (cell("A1", "45322.5", 's="2"'), "2024-01-31T12:00:00", "d"),
        (cell("A1", "0.064", 's="3"'), "0.064", "n"),
        (inline("A1", " België "), " België ", "t"),
        (inline("A1", "1\xa0234"), "1\xa0234", "t"),
        (inline("A1", "007"), "007", "t"),
        (inline("A1", "=1+1"), "=1+1", "t"),
        (inline("A1", "regel 1\nregel 2"), "regel 1\nregel 2", "t"),
    ],
)
def test_a_cell_keeps_what_is_stored(tmp_path: Path, one: str, text: str, kind: str) -> None:
    (only,) = book(tmp_path, styled(f'<row r="1">{one}{cell("B1", "1")}</row>')).sheets

    assert (only.rows, only.kinds) == (((text, "1"),), (f"{kind}n",))


def test_dates_of_a_mac_count_from_1904(tmp_path: Path) -> None:
    made = styled("<row>" + cell("A1", "43860", 's="1"') + "</row>", '<workbookPr date1904="1"/>')

    assert book(tmp_path, made).sheets[0].rows == (("2024-01-31",),)


def test_empty_first_rows_and_columns_keep_their_place(tmp_path: Path) -> None:
    (only,) = book(tmp_path, workbook(f'<row r="3">{cell("B3", "2010")}</row>')).sheets

    assert only.rows == (("", ""), ("", ""), ("", "2010"))
    assert only.kinds == ("  ", "  ", " n")


def test_styled_cells_without_content_make_no_sheet_larger(tmp_path: Path) -> None:
    far = '<c r="XFD1" s="1"/></row><row r="1048576" ht="12"/>'
    (only,) = book(tmp_path, styled(f'<row r="1">{cell("A1", "1")}{far}')).sheets

    assert only.rows == (("1",),)


def test_rows_and_cells_without_numbers_follow_each_other(tmp_path: Path) -> None:
    (only,) = book(tmp_path, workbook("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><f>A1</f></c></row>")).sheets

    assert (only.rows, only.kinds) == ((("1", "2"), ("", "")), ("nn", "f "))


def test_merged_heads_are_told_and_end_where_the_sheet_ends(tmp_path: Path) -> None:
    rows = f"<row>{inline('A1', 'Nationaliteit')}</row><row>{inline('A2', 'EU')}{inline('B2', 'niet-EU')}</row>"
    merged = '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A3:A1048576"/></mergeCells>'
    (only,) = book(tmp_path, workbook(rows, merged)).sheets

    assert only.rows == (("Nationaliteit", ""), ("EU", "niet-EU"))
    assert only.merged == ((0, 0, 0, 1),)


def test_hidden_sheets_are_read_and_marked(tmp_path: Path) -> None:
    names = ['name="Cijfers"', 'name="Oud" state="hidden"', 'name="Diep" state="veryHidden"']

    read_book = book(tmp_path, zipped(parts(sheets=names)))

    assert [(one.name, one.hidden) for one in read_book.sheets] == [("Cijfers", False), ("Oud", True), ("Diep", True)]


def test_the_strict_form_is_read(tmp_path: Path) -> None:
    (only,) = book(tmp_path, strict(f"<row>{cell('A1', '2010')}{inline('B1', 'Gent')}</row>")).sheets

    assert only.rows == (("2010", "Gent"),)


def test_shared_texts_are_read_without_their_phonetic_guide(tmp_path: Path) -> None:
    shared = "<si><r><t>Sint-</t></r><r><t>Niklaas</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si>"
    (only,) = book(tmp_path, workbook("<row>" + cell("A1", "0", 't="s"') + "</row>", shared=shared)).sheets

    assert only.rows == (("Sint-Niklaas",),)


def test_elements_with_a_prefix_are_elements(tmp_path: Path) -> None:
    prefixed = sheet("<row><c r='A1' t='e'><v>#N/A</v></c></row>").replace("xmlns=", "xmlns:x=")
    for name in ("worksheet", "sheetData", "row", "c", "v"):
        prefixed = prefixed.replace(f"<{name}", f"<x:{name}").replace(f"</{name}", f"</x:{name}")
    (only,) = book(tmp_path, zipped(parts(prefixed))).sheets

    assert (only.rows, only.kinds) == ((("#N/A",),), ("e",))


def test_a_workbook_is_known_by_its_content(tmp_path: Path) -> None:
    read_book = book(tmp_path, workbook(), name="cijfers.csv")

    assert read_book.kind == "xlsx"
    assert [one.code for one in read_book.notes] == ["name"]
