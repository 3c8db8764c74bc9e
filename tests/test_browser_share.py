"""What a reader shares: a view in a page of another website, a table as text, a link that keeps its version."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from reading import WORK, address, at, choose_view, follow_in_menu, heading, inside, open_page, title

from data.shipped import SHIPPED

Axe = Callable[[Page, str], list[str]]
HEAD = '<!DOCTYPE html><title>Stad</title><link rel="icon" href="data:,">'
WORK_CODE = (
    '<iframe src="{live}/insluiten/indicator/werkzaamheidsgraad?weergave=kloof" title="{title}" '
    'width="100%" height="640" loading="lazy" style="border: 0"></iframe>'
)


@dataclass
class Elsewhere:
    """A website of somebody else: one page, whose content a test writes."""

    address: str = ""
    content: str = ""
    application: Flask = field(default_factory=lambda: Flask("elsewhere"))


@pytest.fixture(scope="module")
def elsewhere(serve: Callable[[Flask], str]) -> Elsewhere:
    made = Elsewhere()
    made.application.add_url_rule("/", view_func=lambda: f"{HEAD}{made.content}")
    made.address = serve(made.application)
    return made


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_view_is_embedded_in_a_page_of_another_site(live: str, page: Page, axe: Axe, elsewhere: Elsewhere) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_page(page, live + address(WORK))
    choose_view(page, "Kloof")
    at(page, live + address(WORK, "?weergave=kloof"))
    page.get_by_text("Insluiten op je website").click()
    page.get_by_role("button", name="Kopieer de code").press("Enter")
    expect(page.get_by_text("Code gekopieerd.")).to_be_visible()
    assert axe(page, title(WORK, weergave="kloof")) == []
    elsewhere.content = copied(page)
    assert elsewhere.content == WORK_CODE.format(live=live, title=title(WORK, weergave="kloof"))

    page.goto(elsewhere.address)

    inner = page.frame_locator("iframe")
    expect(inner.get_by_role("heading", level=1)).to_have_text(title(WORK, weergave="kloof"))
    expect(inner.locator(".main-svg").first).to_be_visible()
    expect(inner.get_by_role("banner")).to_have_count(0)
    expect(inner.get_by_role("contentinfo")).to_have_count(0)
    with page.context.expect_page() as opened:
        inner.get_by_role("link", name="Bekijk dit cijfer").click()
    expect(opened.value).to_have_url(live + address(WORK, "?weergave=kloof"))


def test_no_other_page_can_be_framed(live: str, page: Page, elsewhere: Elsewhere, complaints: list[str]) -> None:
    elsewhere.content = f'<iframe src="{live}{address(WORK)}" title="x"></iframe>'

    page.goto(elsewhere.address)

    expect(page.frame_locator("iframe").get_by_role("heading", level=1)).to_have_count(0)
    assert "frame-ancestors 'none'" in complaints[0]
    complaints.clear()


@pytest.mark.parametrize("search", ["", "?weergave=tabel"])
def test_an_embedded_view_has_no_fault_and_fits(live: str, page: Page, axe: Axe, search: str) -> None:
    chosen = {"weergave": "tabel"} if search else {}
    for width in (1000, 320):
        page.set_viewport_size({"width": width, "height": 640})
        open_page(page, f"{live}/insluiten/indicator/werkzaamheidsgraad{search}")

        assert axe(page, title(WORK, **chosen)) == []
        inside(page)


def test_a_table_is_copied_as_text_with_unit_source_and_address(live: str, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_page(page, live + address(WORK, "?weergave=tabel&versie=1"))

    page.get_by_role("button", name="Kopieer als tekst: Werkzaamheidsgraad: naar nationaliteit, in").press("Enter")

    expect(page.get_by_text("Tabel gekopieerd. Plak ze in Excel of Word.")).to_be_visible()
    lines = copied(page).splitlines()
    assert lines[:2] == [
        "Werkzaamheidsgraad: naar nationaliteit, in %, Vlaanderen, 2010",
        "Nationaliteit\tWaarde\tOpmerking",
    ]
    assert "Niet-EU-nationaliteit\t44%\tWaarde: (2)" in lines
    assert lines[-2:] == [
        "Bron: ADSEI EAK 2010, via VRIND 2011 (omgevingsanalyse 2012, §2.2.2).",
        live + address(WORK, "?weergave=tabel&versie=1"),
    ]


def test_a_table_is_copied_too_where_the_browser_gives_no_clipboard(live: str, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read"])
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true})")
    open_page(page, live + address(WORK, "?weergave=tabel"))
    page.evaluate("addEventListener('copy', () => { window.taken = document.activeElement.value })")
    button = page.get_by_role("button", name="Kopieer als tekst").first

    button.press("Enter")

    expect(page.get_by_text("Tabel gekopieerd. Plak ze in Excel of Word.")).to_be_visible()
    assert page.evaluate("window.taken").endswith(live + address(WORK, f"?weergave=tabel&versie={len(SHIPPED)}"))
    expect(button).to_be_focused()


def test_links_keep_the_older_version_until_the_reader_leaves_it(live: str, page: Page) -> None:
    open_page(page, live + address(WORK, "?versie=1"))

    page.get_by_role("navigation", name="Kruimelpad").get_by_role("link", name="Werk").click()
    at(page, f"{live}/domein/werk?versie=1")
    expect(page).to_have_title("Werk | Integratie in cijfers")
    expect(page.locator(".graph")).to_have_count(0)  # those of the page before
    follow_in_menu(page, "Wonen")
    at(page, f"{live}/domein/wonen?versie=1")
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Gegevens").hover()
    expect(page.locator(".header nav > a", has_text="Gegevens")).to_have_attribute("href", "/gegevens?versie=1")
    page.go_back()
    expect(page).to_have_title("Werk | Integratie in cijfers")  # the address changes before the page does
    page.get_by_role("link", name="Bekijk de nieuwste cijfers.").click()

    at(page, f"{live}/domein/werk")
    expect(page.locator(".pinned")).to_have_count(0)
    expect(heading(page)).to_be_visible()


def test_a_search_keeps_the_older_version(live: str, page: Page) -> None:
    open_page(page, f"{live}/over?versie=1")
    page.get_by_role("searchbox", name="Zoek op deze site").fill("werk en wonen")

    page.keyboard.press("Enter")

    at(page, f"{live}/zoeken?q=werk+en+wonen&versie=1")
    expect(page.locator(".pinned")).to_be_visible()
    expect(heading(page)).to_have_text("Zoekresultaten voor “werk en wonen”")


def test_a_browser_at_the_address_for_programs_gets_the_page_that_explains(live: str, page: Page, axe: Axe) -> None:
    for width in (1440, 320):
        page.set_viewport_size({"width": width, "height": 900})
        open_page(page, f"{live}/api")

        at(page, f"{live}/over/api")
        expect(page.locator("pre")).to_contain_text(f'SITE = "{live}"')
        assert axe(page, "Gegevens voor programma’s (API)") == []
        inside(page)
