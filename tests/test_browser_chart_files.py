"""What a reader takes along: a chart as a file, a citation, and the page on paper."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Locator, Page, expect

DOTS = "/indicator/werkzaamheidsgraad?versie=1"
LINES = "/indicator/profiel-nieuwkomers?versie=1"
STACKED = "/indicator/schoolse-vertraging?versie=1"
WIDTH = 1200
PAPER = 680


def opened(page: Page, address: str) -> Locator:
    """Open a page and give its charts, the first of which is drawn."""
    page.goto(address)
    charts = page.locator("figure.chart")
    expect(charts.first.locator(".main-svg").first).to_be_visible()
    return charts


def downloaded(page: Page, chart: Locator, kind: str) -> Path:
    """Press the button of a chart with the keyboard, and give the file under the name that a reader gets."""
    with page.expect_download() as download:
        chart.get_by_role("button", name=f"Download de grafiek ({kind})").press("Enter")
    found = download.value
    return found.path().rename(found.path().with_name(found.suggested_filename))


def packed(text: str) -> str:
    """Leave out blanks: lines of text are broken without one."""
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(("path", "slug"), [(DOTS, "werkzaamheidsgraad"), (STACKED, "schoolse-vertraging")])
def test_the_svg_of_a_chart_says_all_that_stands_around_it(live: str, page: Page, path: str, slug: str) -> None:
    chart = opened(page, live + path).first

    file = downloaded(page, chart, "SVG")

    assert file.name == f"{slug}.svg"
    root = ElementTree.fromstring(file.read_text("utf-8"))
    written = packed("".join(root.itertext()))
    parts = [".chart-title", ".chart-subtitle", ".legend li", ":scope > .source"]
    texts = [text for part in parts for text in chart.locator(part).all_inner_texts()]
    assert len(texts) > 4
    assert [text for text in texts if packed(text) not in written] == []
    assert packed(f"{live}{path}") in written
    assert root.attrib["width"] == str(WIDTH)


def test_the_png_of_a_chart_is_a_picture_of_that_width(live: str, page: Page) -> None:
    file = downloaded(page, opened(page, live + LINES).first, "PNG")

    content = file.read_bytes()
    assert file.name == "profiel-nieuwkomers.png"
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(content[16:20]) == WIDTH


def test_a_second_chart_has_a_name_of_its_own_and_its_drawing_stays_as_it_was(live: str, page: Page) -> None:
    charts = opened(page, live + STACKED)
    drawing = charts.nth(1).locator(".js-plotly-plot")
    before = drawing.inner_html()

    file = downloaded(page, charts.nth(1), "SVG")

    assert file.name == "schoolse-vertraging-2.svg"
    assert drawing.inner_html() == before


def test_a_figure_is_cited_with_version_date_and_address(live: str, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, live + DOTS)
    page.get_by_text("Citeer dit cijfer").click()
    today = page.evaluate("new Date().toLocaleDateString('nl-BE', {day: 'numeric', month: 'long', year: 'numeric'})")
    text = (
        "Werkzaamheidsgraad (2010, niet-EU-nationaliteit: 44%, Vlaanderen). "
        "Bron: ADSEI EAK 2010, via VRIND 2011 (omgevingsanalyse 2012, §2.2.2). "
        f"Integratie in cijfers, versie 1, geraadpleegd op {today}. {live}{DOTS}"
    )
    expect(page.locator(".citation")).to_have_text(text)

    page.get_by_role("button", name="Kopieer de verwijzing").click()

    expect(page.get_by_text("Verwijzing gekopieerd.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_the_citation_follows_a_choice(live: str, page: Page) -> None:
    opened(page, live + DOTS)
    page.get_by_role("radio", name="Kloof").focus()
    page.keyboard.press("Space")

    expect(page.locator(".citation")).to_contain_text(f"{live}/indicator/werkzaamheidsgraad?weergave=kloof&versie=1")


def test_on_paper_a_chart_has_the_width_of_the_sheet_and_all_is_open(live: str, page: Page) -> None:
    charts = opened(page, live + DOTS)
    width = charts.first.locator(".main-svg").first.bounding_box()["width"]  # type: ignore[index]
    closed = page.locator("main details:not([open])")
    count = closed.count()

    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")

    expect(charts.first.locator(".main-svg").first).to_have_attribute("width", str(PAPER))
    expect(closed).to_have_count(0)
    page.emulate_media(media="print")
    expect(charts.first.get_by_role("button")).to_have_count(0)
    expect(page.locator(".printed-address")).to_contain_text(f"{live}{DOTS} (")
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(charts.first.locator(".main-svg").first).to_have_attribute("width", str(int(width)))
    expect(closed).to_have_count(count)
