"""No fault of accessibility on any kind of page, on a wide screen and on a phone, after charts and tables are drawn."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from reading import (
    CHILDREN,
    NEWCOMERS,
    PROGRAMMES,
    SCHOOL,
    WORK,
    address,
    control,
    drawn,
    heading_of,
    open_page,
    title,
)

Axe = Callable[[Page, str], list[str]]

WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
PAGES = {
    "/": "Hoe staat het met integratie in Vlaanderen?",
    "/domein/werk": heading_of("/domein/werk"),
    "/domein/onderwijs": heading_of("/domein/onderwijs"),
    address(WORK): title(WORK),
    address(WORK, "?weergave=kloof"): title(WORK, weergave="kloof"),
    address(WORK, "?weergave=tabel&kleur=rood"): title(WORK, weergave="tabel"),
    address(CHILDREN): title(CHILDREN),
    address(NEWCOMERS): title(NEWCOMERS),
    address(SCHOOL): title(SCHOOL),
    address(PROGRAMMES): title(PROGRAMMES),
    "/kwaliteit": "Kwaliteit van de cijfers",
    "/nieuw": "Wat is er nieuw?",
    "/verband": "Twee indicatoren vergelijken",
    "/over": "Over deze site",
}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_fault(live: str, page: Page, axe: Axe, path: str) -> None:
    open_page(page, live + path)
    assert axe(page, PAGES[path]) == []

    page.set_viewport_size(PHONE)
    page.reload()
    drawn(page)

    assert axe(page, PAGES[path]) == []


def test_a_page_without_any_figure_has_no_fault(live: str, page: Page, axe: Axe) -> None:
    """The annex alone has none; what is shipped since may."""
    open_page(page, live + address(PROGRAMMES, "?versie=1"))

    assert axe(page, page.get_by_role("heading", level=1).inner_text()) == []


def test_an_unknown_page_has_no_fault(live: str, page: Page, axe: Axe, complaints: list[str]) -> None:
    open_page(page, f"{live}/nee")
    complaints.clear()  # of the status 404 itself

    for size in (WIDE, PHONE):
        page.set_viewport_size(size)
        assert axe(page, "Deze pagina bestaat niet") == []


def test_the_open_menu_has_no_fault(live: str, page: Page, axe: Axe) -> None:
    open_page(page, live + address(WORK))
    page.locator("summary", has_text="Domeinen").click()

    for size in (WIDE, PHONE):
        page.set_viewport_size(size)
        assert axe(page, title(WORK)) == []


@pytest.mark.parametrize("name", ["Uitsplitsing", "Groepen"])
def test_an_open_list_has_no_fault(live: str, page: Page, axe: Axe, name: str) -> None:
    open_page(page, live + address(SCHOOL))
    control(page, name).click()
    expect(page.get_by_role("listbox", name=name)).to_be_visible()

    assert axe(page, title(SCHOOL)) == []


def test_the_open_sheet_has_no_fault(live: str, page: Page, axe: Axe) -> None:
    page.set_viewport_size(PHONE)
    open_page(page, live + address(SCHOOL))
    page.get_by_role("button", name="Kies weergave").click()
    assert axe(page, title(SCHOOL)) == []

    control(page, "Uitsplitsing").click()

    assert axe(page, title(SCHOOL)) == []


def test_the_list_of_all_printed_figures_has_no_fault(live: str, page: Page, axe: Axe) -> None:
    open_page(page, live + address(WORK))
    page.locator("summary", has_text="Alle cijfers zoals de bron ze drukt").click()
    expect(page.get_by_role("columnheader", name="Zoals gedrukt")).to_be_visible()

    assert axe(page, title(WORK)) == []
