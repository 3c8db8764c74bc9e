"""Pages as of a revision in a browser: Figuur 1 as it was in the annex and as it is now, and all figures."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect
from reading import address, at, choose, choose_view, drawn, heading, inside, open_page

Axe = Callable[[Page, str], list[str]]
NATIONALS, TENANTS = "foreign_nationals_share", "social_tenants"
PINNED = "Je ziet versie 1 van 6: de cijfers zoals ze toen waren."
THEN = "Van de inwoners van het Vlaams Gewest had 6,4% op 1 januari 2010 een vreemde nationaliteit"
NOW = (
    "Het aandeel inwoners met een vreemde nationaliteit steeg van 4,6% op 1 januari 1992 "
    "naar 10,5% op 1 januari 2023 (afgeleid)"
)
WIDTHS = (1440, 768, 390)


def notice(page: Page) -> Locator:
    return page.locator(".pinned")


def row(page: Page, name: str) -> list[str]:
    """The percentages in a row of the first table, without the letters and remarks beside them."""
    cells = (
        page.locator("table").first.get_by_role("row").filter(has=page.get_by_role("rowheader", name=name, exact=True))
    )
    return [text.partition("%")[0] + "%" for text in cells.get_by_role("cell").all_inner_texts() if text.strip()]


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_figuur_1_of_the_first_version_has_the_values_of_the_annex(live: str, page: Page) -> None:
    open_page(page, live + address(NATIONALS, "?versie=1"))

    expect(heading(page)).to_have_text(THEN)
    expect(notice(page)).to_contain_text(PINNED)
    values = {
        "België": "9,8%",
        "Vlaams Gewest": "6,4%",
        "Brussels Hoofdstedelijk Gewest": "30,0%",
        "Waals Gewest": "9,5%",
    }
    assert {name: row(page, name) for name in values} == {name: [value] for name, value in values.items()}


def test_figuur_1_of_now_is_a_trend_with_a_line_for_each_region(live: str, page: Page) -> None:
    open_page(page, live + address(NATIONALS))

    expect(heading(page)).to_have_text(NOW)
    expect(notice(page)).to_have_count(0)
    flanders = row(page, "Vlaams Gewest")
    assert (len(flanders), flanders[0], flanders[18], flanders[-1]) == (32, "4,6%", "6,4%", "10,5%")
    assert page.locator(".graph").first.locator(".scatterlayer path.js-line").count() >= 4


def test_the_notice_leads_to_the_newest_figures_and_back_to_the_old_ones(live: str, page: Page) -> None:
    place = live + address(NATIONALS)
    open_page(page, f"{place}?versie=1")

    notice(page).get_by_role("link", name="Bekijk de nieuwste cijfers.").click()
    at(page, place)
    expect(heading(page)).to_have_text(NOW)
    expect(notice(page)).to_have_count(0)

    page.go_back()
    at(page, f"{place}?versie=1")
    expect(heading(page)).to_have_text(THEN)
    expect(notice(page)).to_contain_text(PINNED)


def test_choices_keep_the_version_in_the_address(live: str, page: Page) -> None:
    open_page(page, live + address(NATIONALS, "?versie=1"))

    choose_view(page, "Tabel")
    at(page, live + address(NATIONALS, "?weergave=tabel&versie=1"))
    choose(page, "Gebied", "Waals Gewest")
    expect(page.locator(".chosen")).to_contain_text("Waals Gewest")

    assert query(page) == {"weergave": ["tabel"], "gebied": ["wg"], "versie": ["1"]}
    assert page.locator("table").first.inner_text().count("9,5%") == 1
    expect(notice(page)).to_contain_text(PINNED)


def test_an_indicator_of_a_later_version_says_that_it_has_no_figures_yet(live: str, page: Page, axe: Axe) -> None:
    open_page(page, live + address(TENANTS, "?versie=1"))

    expect(page.locator(".notice.info")).to_have_text("Er zijn nog geen cijfers in deze versie.")
    expect(page.locator(".graph")).to_have_count(0)
    assert axe(page, "Welke nationaliteit hebben huurders van een sociale woning?") == []


@pytest.mark.parametrize("search", ["", "?versie=1"])
def test_the_page_of_all_figures_has_no_fault_and_fits(live: str, page: Page, axe: Axe, search: str) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        open_page(page, f"{live}/gegevens{search}")

        assert axe(page, "Alle gegevens") == []
        inside(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_of_an_older_version_has_no_fault_and_fits(live: str, page: Page, axe: Axe, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_page(page, live + address(NATIONALS, "?versie=1"))

    assert axe(page, THEN) == []
    inside(page)


def test_a_file_can_be_had_from_the_page_of_all_figures(live: str, page: Page) -> None:
    open_page(page, f"{live}/gegevens?versie=1")

    with page.expect_download() as file:
        page.get_by_role("link", name="Download alles (zip)").click()

    assert file.value.suggested_filename == "integratie-in-cijfers-versie-1.zip"
    drawn(page)
