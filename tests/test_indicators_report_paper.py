"""The report as PDF: what a screen reader and a printer need, on real figures and on hostile ones."""

import io
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
import shipped
from local_made import GENT
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from indicators.report.content import Report
from indicators.report.paper import card_pdf, report_pdf

TODAY = date(2026, 11, 25)
MECHELEN = "12025"
"""It has a percentage of which the source gives no counts."""

MILLIMETRE = 72 / 25.4
LONGEST_NAMES = ("46030", "72042", "23104")
HOSTILE = ["#panic()", "= Kop", "<script>alert(1)</script>", "*vet* _cursief_", "@bron $x$", "\\"]
SITE = "https://cijfers.example.be"


@cache
def made(code: str, **query: str) -> Report:
    return shipped.answers().newest.report(code, query, TODAY, SITE)


@cache
def paper(code: str, **query: str) -> PdfReader:
    return PdfReader(io.BytesIO(report_pdf(made(code, **query))))


def tags(node: object) -> Iterable[str]:
    """All structure types below a node of the structure tree."""
    found = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(found, DictionaryObject):
        if "/S" in found:
            yield str(found["/S"])
        yield from tags(found.get("/K"))
    elif isinstance(found, list):
        for one in found:
            yield from tags(one)


def fonts(reader: PdfReader) -> list[DictionaryObject]:
    found = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    return [one["/DescendantFonts"][0]["/FontDescriptor"].get_object() for one in found if "/DescendantFonts" in one]


def test_a_report_has_title_language_bookmarks_and_declares_pdf_ua() -> None:
    found = paper(GENT)
    root = found.trailer["/Root"]

    assert found.metadata is not None
    assert found.metadata.title == "Gent: integratie in cijfers"
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"].value) == ("nl-BE", True)
    assert [one.title for one in found.outline if not isinstance(one, list)] == ["Gent: integratie in cijfers"]
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


def test_a_report_is_tagged_with_headings_tables_and_described_figures() -> None:
    found = set(tags(paper(GENT).trailer["/Root"]["/StructTreeRoot"]))

    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/TD", "/Figure", "/L", "/LI"} <= found


def test_a_report_is_four_sheets_of_a4_that_are_numbered() -> None:
    found = paper(GENT)

    boxes = [page.mediabox for page in found.pages]
    sizes = {(round(box.width / MILLIMETRE), round(box.height / MILLIMETRE)) for box in boxes}
    assert (len(found.pages), sizes) == (4, {(210, 297)})
    for number, page in enumerate(found.pages, 1):
        text = page.extract_text()
        assert f"Gent · stand 1 januari 2015 · blad {number} van 4" in text
        assert "Bronnen: Statbel, open data bevolking" in text
        assert "CC BY 4.0" in text


@pytest.mark.parametrize("code", [*LONGEST_NAMES, "73028"])
def test_the_summary_is_one_sheet_also_for_the_longest_names(code: str) -> None:
    second = paper(code).pages[1].extract_text().splitlines()

    assert second[1] == "Demografie"


@pytest.mark.parametrize("code", [GENT, MECHELEN])
def test_fonts_are_embedded_and_ours(code: str) -> None:
    """Mechelen has a school year, whose hyphen is not in our fonts."""
    found = fonts(paper(code))

    assert all({"/FontFile2", "/FontFile3"} & set(one) for one in found)
    assert {"Inter-Regular", "Inter-Bold"} == {str(one["/FontName"]).partition("+")[2] for one in found}


def test_a_percentage_without_counts_says_so_on_paper() -> None:
    text = "".join(page.extract_text() for page in paper(MECHELEN).pages)

    assert "aantal niet in de bron" in text


def test_only_chosen_chapters_are_printed_and_the_choice_stands_in_the_report() -> None:
    found = paper(GENT, hoofdstukken="uitleg", groepering="buren")
    text = " ".join(" ".join(page.extract_text().split()) for page in found.pages)

    assert "Waar staat Gent?" not in text
    assert "en 9 buurgemeenten" in text
    assert "Hoofdstukken Uitleg en bronnen" in text


def test_the_printed_address_keeps_all_choices_and_the_revision() -> None:
    found = made(GENT, hoofdstukken="uitleg", groepering="buren").address

    assert re.fullmatch(rf"{SITE}/gemeente/44021-gent/rapport\?groepering=buren&versie=\d+&hoofdstukken=uitleg", found)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_is_printed_as_it_is(text: str) -> None:
    hostile = replace(made(GENT), name=text, title=text, notices=(text,))

    assert text in PdfReader(io.BytesIO(report_pdf(hostile))).pages[0].extract_text()


def test_a_report_without_figures_says_so_and_lists_what_is_awaited() -> None:
    bare = replace(made(GENT), highlights=(), keys=(), strips=(), trend=None, domains=(), definitions=(), sources=())
    pages = PdfReader(io.BytesIO(report_pdf(bare))).pages
    text = " ".join("".join(page.extract_text() for page in pages).split())

    assert "Voor Gent zijn er nog geen cijfers." in text
    assert "nog geen cijfers van" in text


def test_the_same_report_of_the_same_day_has_the_same_bytes() -> None:
    assert report_pdf(made(GENT)) == report_pdf(made(GENT))


def test_a_card_is_half_an_a4_with_the_number_its_count_and_its_source() -> None:
    found = made(GENT)
    entry = found.entry("vreemde-nationaliteit-per-gemeente")
    assert entry is not None
    reader = PdfReader(io.BytesIO(card_pdf(found, entry)))

    box, text = reader.pages[0].mediabox, reader.pages[0].extract_text()
    assert (len(reader.pages), round(box.width / MILLIMETRE), round(box.height / MILLIMETRE, 1)) == (1, 210, 148.5)
    assert "33.831 van 253.266 personen" in text
    assert "Bron: Statbel, open data bevolking" in text
    assert {"/H1", "/Figure"} <= set(tags(reader.trailer["/Root"]["/StructTreeRoot"]))


def test_a_card_without_a_spread_has_the_number_and_why_there_is_no_count() -> None:
    found = made(MECHELEN)
    entry = next(one for one in found.domains[-1].entries if one.own.value == "19,3%")

    assert entry.strip == ""
    assert "aantal niet in de bron" in PdfReader(io.BytesIO(card_pdf(found, entry))).pages[0].extract_text()
