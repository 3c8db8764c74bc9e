"""The pages of municipalities in a browser: a reader's whole task with the mouse, and another with keys only."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from reading import control, faults_at_each_width

GENT = "/gemeente/44021-gent"
PAGES = {
    "/gemeenten?q=borsbeek": "Zoek een gemeente",
    f"{GENT}?toon=demografie": "Gent",
    "/gemeente/11056-zwijndrecht": "Zwijndrecht",
    "/vergelijken?gemeenten=44021~11002~12025": "Vergelijk gemeenten",
    "/vergelijken?gemeenten=44021~11002&weergave=woorden": "Vergelijk gemeenten",
    "/gemeenten/kaart": "Kaart van de gemeenten",
}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_fault_and_fits_320_pixels(
    live: str, page: Page, axe: Callable[[Page, str], list[str]], path: str
) -> None:
    assert faults_at_each_width(page, axe, live + path, PAGES[path]) == []


def group_cell(page: Page) -> Locator:
    return page.locator(".profile-table tbody tr:not(.group-head) td").nth(2)


def test_a_former_municipality_leads_to_its_successor_where_another_group_gives_another_figure(
    live: str, page: Page
) -> None:
    page.goto(f"{live}/gemeenten")
    page.locator("main").get_by_role("searchbox").fill("kruibeke")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Kruibeke", exact=True).click()
    page.get_by_role("link", name="Bekijk Beveren-Kruibeke-Zwijndrecht.").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Beveren-Kruibeke-Zwijndrecht")
    before = group_cell(page).inner_text()

    control(page, "Vergelijk met").click()
    page.get_by_role("option", name="Buurgemeenten").click()

    expect(page).to_have_url(f"{live}/gemeente/46030-beveren-kruibeke-zwijndrecht?groepering=buren")
    expect(page.get_by_text("vergeleken met").first).to_contain_text("buurgemeenten")
    expect(group_cell(page)).not_to_have_text(before)
    after = group_cell(page).inner_text()
    page.reload()
    expect(group_cell(page)).to_have_text(after)
    page.get_by_role("link", name="Rapport", exact=False).first.click()
    expect(page).to_have_url(re.compile(r"/rapport\?groepering=buren$"))
    expect(page.locator("main")).to_contain_text("buurgemeenten")
    expect(page.locator("main")).to_contain_text(after.split()[0])
    page.go_back()
    page.go_back()
    expect(group_cell(page)).to_have_text(before)


def press_until(page: Page, wanted: Locator, key: str = "Tab") -> None:
    for _ in range(40):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError("the keyboard does not reach it")


def test_municipalities_are_compared_with_the_keyboard_only(live: str, page: Page) -> None:
    page.goto(f"{live}/vergelijken")
    expect(page.get_by_role("heading", level=1)).to_have_text("Vergelijk gemeenten")
    field = control(page, "Gemeenten")
    press_until(page, field)
    for name in ("Gent", "Leuven"):
        page.keyboard.type(name)
        expect(page.get_by_role("option", name=name, exact=True)).to_be_visible()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page.get_by_role("columnheader", name=name)).to_be_visible()
    expect(field).to_be_focused()
    page.keyboard.press("Escape")

    expect(page).to_have_url(f"{live}/vergelijken?gemeenten=44021~24062")
    press_until(page, page.get_by_role("radio", name="Stroken"))
    page.keyboard.press("ArrowRight")

    expect(page).to_have_url(f"{live}/vergelijken?gemeenten=44021~24062&weergave=verandering")
    expect(page.locator(".compare-table tbody tr").first).to_contain_text("2009 tot 2015")


def test_tab_goes_from_one_list_of_names_to_the_next_with_the_focus_in_sight(live: str, page: Page) -> None:
    page.goto(f"{live}/vergelijken?gemeenten=44021~11002")
    field = control(page, "Gemeenten")
    field.focus()
    expect(page.get_by_role("option", name="Aalst", exact=True)).to_be_visible()
    expect(page.locator(".mantine-MultiSelect-input").first).to_have_css("outline-style", "solid")

    page.keyboard.press("Tab")

    expect(control(page, "Indicatoren")).to_be_focused()


def test_a_comparison_is_cards_on_a_phone_and_nothing_scrolls_sideways(live: str, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{live}/vergelijken?gemeenten=44021~11002~24062~31005~41002~46030")
    first = page.locator(".compare-table td").first

    expect(first).to_have_css("display", "grid")
    assert first.evaluate("one => getComputedStyle(one, '::before').content") == '"A Gent"'
    wrapper = page.locator(".compare-scroll .table-scroll")
    assert wrapper.evaluate("one => one.scrollWidth <= one.clientWidth")
