"""The report in a browser: no fault, on every width, with chosen chapters, and on paper."""

import io
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

REPORT = "/gemeente/44021-gent/rapport"
TITLE = "Gent: integratie in cijfers"


@pytest.mark.parametrize("width", [1440, 320])
def test_a_report_has_no_fault_and_fits(
    live: str, page: Page, axe: Callable[[Page, str], list[str]], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(live + REPORT)

    assert axe(page, TITLE) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_reader_comes_from_the_municipality_chooses_chapters_and_prints_them(live: str, page: Page) -> None:
    page.goto(f"{live}/gemeente/44021-gent?groepering=buren")
    page.get_by_role("link", name="Maak rapport").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    for chapter in ("Demografie", "Uitleg en bronnen"):
        page.get_by_role("checkbox", name=chapter).uncheck()
    page.get_by_role("button", name="Toon deze hoofdstukken").click()

    expect(page).to_have_url(f"{live}{REPORT}?groepering=buren&hoofdstukken=samenvatting")
    expect(page.get_by_role("heading", name="Uitleg en bronnen")).to_have_count(0)
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, tagged=True))).pages
    assert round(sheets[0].mediabox.height / 72 * 25.4) == 297
    assert "Toon deze hoofdstukken" not in sheets[0].extract_text()
