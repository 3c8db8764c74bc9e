"""The site with the keyboard alone: where the focus goes, the menu, and the sheet of controls on a phone."""

import pytest
from playwright.sync_api import Locator, Page, expect
from reading import (
    NEWCOMERS,
    PROFILE,
    WORK,
    address,
    at,
    choose,
    control,
    follow_in_menu,
    heading,
    open_page,
    title,
    view_control,
)


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size({"width": 390, "height": 844})
    return page


def sheet(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Kies weergave")


def open_sheet(page: Page) -> Locator:
    return page.get_by_role("button", name="Kies weergave")


def test_the_first_tab_leads_to_the_content(live: str, page: Page) -> None:
    open_page(page, live + address(WORK))

    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Ga naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")

    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("navigation", name="Kruimelpad").get_by_role("link", name="Home")).to_be_focused()


def test_the_focus_stays_on_a_control_after_a_choice(live: str, page: Page) -> None:
    open_page(page, live + address(WORK))

    control(page, "Uitsplitsing").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    at(page, f"{live}{address(WORK)}?uitsplitsing=nationality")
    expect(heading(page)).to_have_text(title(WORK, uitsplitsing="nationality"))
    expect(control(page, "Uitsplitsing")).to_be_focused()

    view_control(page, "Grafiek").focus()
    page.keyboard.press("ArrowRight")
    at(page, f"{live}{address(WORK)}?weergave=kloof&uitsplitsing=nationality")
    page.wait_for_load_state("networkidle")
    expect(view_control(page, "Kloof")).to_be_focused()
    expect(view_control(page, "Kloof")).to_be_checked()


def test_the_focus_goes_to_the_heading_after_a_change_of_page(live: str, page: Page) -> None:
    open_page(page, live)
    expect(heading(page)).not_to_be_focused()

    follow_in_menu(page, "Nieuwkomers")
    expect(heading(page)).to_have_text(title(NEWCOMERS))
    expect(heading(page)).to_be_focused()
    expect(page).to_have_title("Nieuwkomers | Integratie in cijfers")
    assert page.evaluate("scrollY") == 0

    page.get_by_role("contentinfo").get_by_role("link", name="Over deze site").click()
    expect(heading(page)).to_have_text("Over deze site")
    expect(heading(page)).to_be_focused()
    assert page.evaluate("scrollY") == 0

    page.go_back()
    expect(heading(page)).to_have_text(title(NEWCOMERS))
    expect(heading(page)).to_be_focused()


def test_the_focus_is_not_lost_by_back_on_the_same_page(live: str, page: Page) -> None:
    open_page(page, live + address(WORK))
    choose(page, "Uitsplitsing", "Naar nationaliteit")
    at(page, f"{live}{address(WORK)}?uitsplitsing=nationality")

    page.go_back()

    expect(control(page, "Uitsplitsing")).to_have_value("Alles")
    expect(page.locator("body")).not_to_be_focused()


def test_the_menu_of_domains_with_the_keyboard_alone(live: str, page: Page) -> None:
    open_page(page, live)
    button, panel = page.locator("summary", has_text="Domeinen"), page.locator(".menu-panel")

    button.focus()
    page.keyboard.press("Enter")
    expect(panel).to_be_visible()
    page.keyboard.press("Tab")
    expect(panel.get_by_role("link", name="Demografie", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(button).to_be_focused()

    page.keyboard.press("Space")
    for _ in range(2):
        page.keyboard.press("Tab")
    chosen = page.locator(":focus")
    name = chosen.inner_text()
    page.keyboard.press("Enter")
    expect(page).to_have_title(f"{name} | Integratie in cijfers")
    expect(panel).to_be_hidden()


def test_the_menu_closes_with_a_click_beside_it(live: str, page: Page) -> None:
    open_page(page, live)
    page.locator("summary", has_text="Domeinen").click()
    expect(page.locator(".menu-panel")).to_be_visible()

    page.get_by_role("contentinfo").click(position={"x": 5, "y": 5})

    expect(page.locator(".menu-panel")).to_be_hidden()


def test_the_menu_marks_where_one_is(live: str, page: Page) -> None:
    open_page(page, f"{live}/over")
    current = page.get_by_role("banner").locator("[aria-current=page]")
    expect(current).to_have_text(["Over deze site"] * current.count())

    follow_in_menu(page, "Nieuwkomers")

    expect(page.locator(".menu-panel [aria-current=page]")).to_have_text(["Nieuwkomers"])
    expect(page.locator(".header nav > [aria-current=page]")).to_have_count(0)


def test_the_sheet_of_controls_on_a_phone(live: str, phone: Page) -> None:
    open_page(phone, live + address(PROFILE))
    expect(control(phone, "Groepen")).to_be_hidden()
    expect(open_sheet(phone)).to_have_attribute("aria-expanded", "false")

    open_sheet(phone).press("Enter")
    expect(sheet(phone)).to_be_visible()
    expect(open_sheet(phone)).to_have_attribute("aria-expanded", "true")
    expect(view_control(phone, "Grafiek")).to_be_focused()
    choose(phone, "Groepen", "Nederland")
    at(phone, f"{live}{address(PROFILE)}?groep=nl")
    phone.keyboard.press("Escape")  # the list takes the first for itself
    expect(sheet(phone)).to_be_visible()
    phone.get_by_role("button", name="Toon", exact=True).click()

    expect(phone.locator(".sheet")).to_be_hidden()
    expect(open_sheet(phone)).to_be_focused()
    expect(phone.get_by_text("Je keuze: Grafiek, Nederland.")).to_be_visible()


def test_escape_closes_the_sheet_and_gives_the_focus_back(live: str, phone: Page) -> None:
    open_page(phone, live + address(PROFILE))

    open_sheet(phone).click()
    expect(sheet(phone)).to_be_visible()
    phone.keyboard.press("Escape")
    expect(phone.locator(".sheet")).to_be_hidden()
    expect(open_sheet(phone)).to_be_focused()

    open_sheet(phone).click()
    phone.mouse.click(200, 20)  # beside it
    expect(phone.locator(".sheet")).to_be_hidden()


def test_the_keyboard_stays_in_the_open_sheet(live: str, phone: Page) -> None:
    open_page(phone, live + address(PROFILE))
    open_sheet(phone).click()

    phone.keyboard.press("Shift+Tab")
    expect(phone.get_by_role("button", name="Toon", exact=True)).to_be_focused()
    for _ in range(12):
        phone.keyboard.press("Tab")
        assert phone.evaluate("document.querySelector('.sheet').contains(document.activeElement)")


def test_what_one_reads_about_a_figure_opens_on_a_phone(live: str, phone: Page) -> None:
    open_page(phone, live + address(WORK))
    definition = phone.get_by_text("Wat is dit cijfer?")
    expect(definition).to_be_hidden()

    phone.locator("summary", has_text="Lees dit cijfer goed").press("Enter")

    expect(definition).to_be_visible()


def test_nothing_in_a_hidden_part_takes_the_focus(live: str, page: Page) -> None:
    open_page(page, live + address(WORK))
    hidden = page.locator("[aria-hidden=true]")

    assert hidden.locator("a, button:not([tabindex='-1']), input, [tabindex='0']").count() == 0


@pytest.mark.parametrize("name", ["Grafiek", "Uitsplitsing"])
def test_the_focus_can_be_seen(live: str, page: Page, name: str) -> None:
    open_page(page, live + address(WORK))
    page.get_by_role("navigation", name="Kruimelpad").get_by_role("link", name="Werk").focus()

    for _ in range(12):
        page.keyboard.press("Tab")
        seen = page.evaluate(RING)
        assert seen[1] == "solid", seen
        assert seen[2] in {"2px", "3px"}, seen
        if name in seen[0]:
            return
    pytest.fail(f"{name} was not reached")


RING = """() => {
  const one = document.activeElement;
  const drawn = one.matches(".mantine-SegmentedControl-input") ? one.nextElementSibling : one;
  const style = getComputedStyle(drawn);
  const label = one.labels && one.labels[0] ? one.labels[0].textContent : "";
  return [label || one.textContent || one.getAttribute("aria-label") || "", style.outlineStyle, style.outlineWidth];
}"""
