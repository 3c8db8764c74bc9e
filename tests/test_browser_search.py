"""The search and the pages below /over in a browser: with the keyboard only, on a phone, accessible and narrow."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from reading import faults_at_each_width

PAGES = {
    "/zoeken": "Zoeken",
    "/zoeken?q=allochtoon": "Zoekresultaten voor “allochtoon”",
    "/zoeken?q=xyzzyq": "Zoekresultaten voor “xyzzyq”",
    "/over/methode": "Methode",
    "/over/begrippen": "Begrippen",
    "/over/toegankelijkheid": "Toegankelijkheidsverklaring",
    "/over/privacy": "Privacy",
}


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_fault_and_fits_320_pixels(
    live: str, page: Page, axe: Callable[[Page, str], list[str]], path: str
) -> None:
    assert faults_at_each_width(page, axe, live + path, PAGES[path]) == []


def test_the_keyboard_alone_leads_from_the_header_to_an_indicator(live: str, page: Page) -> None:
    page.goto(live)
    heading(page, "Hoe staat het met integratie in Vlaanderen?")
    page.evaluate("window.same = true")
    field = page.get_by_role("searchbox", name="Zoek op deze site")
    for _ in range(12):
        page.keyboard.press("Tab")
        if field.evaluate("one => one === document.activeElement"):
            break
    expect(field).to_be_focused()
    page.keyboard.type("tewerkstelling")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{live}/zoeken?q=tewerkstelling")
    heading(page, "Zoekresultaten voor “tewerkstelling”")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page.get_by_text("Wij gebruiken nu “werkzaamheidsgraad”.")).to_be_visible()
    result = page.locator("main").get_by_role("link", name="Werkzaamheidsgraad", exact=True)
    for _ in range(12):
        page.keyboard.press("Tab")
        if result.evaluate("one => one === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{live}/indicator/werkzaamheidsgraad")
    assert page.evaluate("window.same")  # the site was not loaded anew


def test_a_new_query_keeps_the_field_and_is_announced(live: str, page: Page) -> None:
    page.goto(f"{live}/zoeken?q=werkloosheidsgraad")
    heading(page, "Zoekresultaten voor “werkloosheidsgraad”")
    field = page.locator("main").get_by_role("searchbox")
    field.fill("xyzzyq")
    page.keyboard.press("Enter")

    heading(page, "Zoekresultaten voor “xyzzyq”")
    expect(page.get_by_role("status")).to_contain_text("Niets gevonden voor “xyzzyq”.")
    expect(field).to_have_value("xyzzyq")
    page.go_back()
    heading(page, "Zoekresultaten voor “werkloosheidsgraad”")
    expect(field).to_have_value("werkloosheidsgraad")


def test_the_button_does_what_enter_does(live: str, page: Page) -> None:
    page.goto(f"{live}/zoeken")
    heading(page, "Zoeken")
    page.locator("main").get_by_role("searchbox").fill("OKAN")
    page.locator("main").get_by_role("button", name="Zoek").click()

    heading(page, "Zoekresultaten voor “OKAN”")
    expect(page.get_by_role("link", name="Leerlingen in het onthaalonderwijs")).to_be_visible()


def test_the_form_works_without_our_script(live: str, page: Page) -> None:
    page.route("**/17-search.js*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(f"{live}/zoeken")
    heading(page, "Zoeken")
    page.locator("main").get_by_role("searchbox").fill("OKAN")
    page.keyboard.press("Enter")

    heading(page, "Zoekresultaten voor “OKAN”")


def test_on_a_phone_the_search_stands_in_the_menu(live: str, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(live)
    field = page.get_by_role("searchbox", name="Zoek op deze site")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(field).to_have_count(0)
    page.get_by_text("Domeinen", exact=True).first.click()
    field.fill("armoede")
    page.keyboard.press("Enter")

    heading(page, "Zoekresultaten voor “armoede”")
    expect(field).to_have_count(0)  # the menu is closed again


def test_a_term_that_was_found_is_shown_in_its_place(live: str, page: Page) -> None:
    page.goto(f"{live}/zoeken?q=nwwz")
    page.get_by_role("link", name="niet-werkende werkzoekenden").click()

    heading(page, "Begrippen")
    expect(page.locator("#nwwz")).to_be_focused()
    expect(page.locator("#nwwz")).to_be_in_viewport()


def test_a_hostile_query_runs_nothing(live: str, page: Page) -> None:
    page.goto(f"{live}/zoeken")
    page.locator("main").get_by_role("searchbox").fill("<img src=x onerror=alert(1)>")
    page.keyboard.press("Enter")

    heading(page, "Zoekresultaten voor “<img src=x onerror=alert(1)>”")
    assert page.locator("main img").count() == 0


def test_the_rest_of_a_long_group_opens_with_the_keyboard(live: str, page: Page) -> None:
    page.goto(f"{live}/zoeken?q=werk")
    summary = page.locator("summary", has_text="Toon nog").first
    summary.focus()
    page.keyboard.press("Enter")

    expect(page.locator(".search-group details[open] a").first).to_be_visible()


def test_the_site_keeps_nothing_in_the_browser(live: str, page: Page) -> None:
    page.goto(f"{live}/zoeken?q=werk")
    heading(page, "Zoekresultaten voor “werk”")

    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
