"""A reader sets two indicators side by side, with the keyboard, and goes back."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect
from reading import WORK, address, choose, control, drawn, inside, open_page


def test_a_reader_chooses_a_pair_walks_its_points_and_goes_back(live: str, page: Page) -> None:
    open_page(page, live + address(WORK))
    page.get_by_role("link", name="Vergelijk met een andere indicator").click()
    page.get_by_role("link", name="Werkzaamheidsgraad 15-64 jaar, Census 2011 en werkloosheidsgraad").click()
    expect(page.locator(".chart-title")).to_contain_text("Census 2011")
    drawn(page)
    before = page.url
    expect(page.locator(".width.pair")).to_have_css("display", "block")

    choose(page, "Groep", "Geboren buiten de EU")
    expect(page.get_by_role("status").filter(has_text="geboren buiten de EU, 2011")).to_have_count(1)
    assert parse_qs(urlsplit(page.url).query)["groep"] == ["country_of_birth-non_eu"]
    expect(control(page, "Groep")).to_be_focused()

    page.locator(".chart-area").focus()
    page.keyboard.press("End")
    expect(page.locator(".told")).to_contain_text("Waals Gewest. Werkzaamheidsgraad 15-64 jaar, Census 2011: 40,8%")

    page.go_back()
    expect(page).to_have_url(before)
    expect(control(page, "Groep")).to_have_value("Niet-EU-nationaliteit")


def test_a_point_is_told_on_a_narrow_phone_without_scrolling_sideways(live: str, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    open_page(page, f"{live}/verband")

    page.locator(".chart-area").focus()
    page.keyboard.press("End")

    expect(page.locator(".hoverlayer .hovertext")).to_have_count(1)
    inside(page)
