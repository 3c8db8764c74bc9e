"""What a reader does in a browser, in the words of the site."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect
from shipped import answers, view_of

WORK, NEWCOMERS, CHILDREN = "employment_rate", "newcomers", "children_mother_origin"
SCHOOL, PROGRAMMES, PROFILE = "school_delay", "integration_programmes", "newcomers_profile"


def address(indicator: str, search: str = "") -> str:
    """The address of an indicator's page."""
    return f"/indicator/{view_of(indicator).indicator.slug}{search}"


def title(indicator: str, **chosen: str) -> str:
    """The H1 that an indicator's page must have."""
    return view_of(indicator, **chosen).title


def heading_of(path: str) -> str:
    """The H1 of a domain's page."""
    domain = answers().domain(path.removeprefix("/domein/"))
    assert domain
    return domain.question


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def open_page(page: Page, place: str) -> None:
    """Go to an address, and wait until its content stands and its charts are drawn."""
    page.goto(place)
    drawn(page)


def drawn(page: Page) -> None:
    """Wait until the content of a page stands and each of its charts is drawn."""
    expect(heading(page)).to_be_visible()
    charts = page.locator(".graph")
    expect(page.locator(".graph .main-svg:first-child")).to_have_count(charts.count())


def faults_at_each_width(page: Page, axe: Callable[[Page, str], list[str]], place: str, words: str) -> list[str]:
    """Open an address on a wide screen, a phone and the narrowest phone; words are the H1 that it must have."""
    found = []
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        open_page(page, place)
        found += axe(page, words)
    page.set_viewport_size({"width": 320, "height": 700})
    open_page(page, place)
    expect(heading(page)).to_have_text(words)
    needed = page.evaluate("document.documentElement.scrollWidth")
    return [*found, *([f"needs {needed} pixels of 320"] if needed != 320 else [])]


def choose(page: Page, control: str, option: str) -> None:
    """Choose from a list: "Uitsplitsing", "Groepen", "Gebied" or "Jaar"."""
    page.get_by_role("combobox", name=control, exact=True).click()
    page.get_by_role("listbox", name=control, exact=True).get_by_role("option", name=option, exact=True).click()


def control(page: Page, name: str) -> Locator:
    return page.get_by_role("combobox", name=name, exact=True)


def view_control(page: Page, name: str) -> Locator:
    """One of the views: "Grafiek", "Kloof", "Tabel"."""
    return page.get_by_role("radiogroup", name="Weergave").get_by_role("radio", name=name)


def choose_view(page: Page, name: str) -> None:
    page.get_by_role("radiogroup", name="Weergave").get_by_text(name, exact=True).click()


def at(page: Page, place: str) -> None:
    """Expect the address to be this one, to the letter."""
    expect(page).to_have_url(re.compile(f"^{re.escape(place)}$"))


def follow_in_menu(page: Page, name: str) -> None:
    """Open the menu of domains and follow one of its links."""
    page.locator("summary", has_text="Domeinen").click()
    page.locator(".menu-panel").get_by_role("link", name=name, exact=True).click()


def inside(page: Page) -> None:
    """Expect that the page does not scroll sideways, and that no visible text ends beyond its edge."""
    width = page.evaluate("document.documentElement.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(BEYOND) == []


BEYOND = """() => [...document.querySelectorAll("body *")].filter(one => {
  if (!one.checkVisibility() || one.closest(".table-scroll, .visually-hidden, .skip-link, svg")) return false;
  const place = one.getBoundingClientRect();
  return place.width > 0 && place.right > document.documentElement.clientWidth + 1;
}).map(one => `${one.tagName}.${one.className}`)"""
