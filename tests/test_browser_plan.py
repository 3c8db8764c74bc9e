"""The pages of the plan in a browser: accessible, reached in two clicks, usable with the keyboard, and printable."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from reading import faults_at_each_width

WHOLE = "86 acties in 13 beleidsdomeinen: 4 gelden voor 9 domeinen of meer"
HEADINGS = {
    "/plan": WHOLE,
    "/plan?weergave=doelstelling": WHOLE,
    "/plan/domein/onderwijs": "Onderwijs: 20 acties voor 8 van de 15 doelstellingen",
    "/plan/doelstelling/1": "Doelstelling 1: 69 acties bij 7 operationele doelstellingen",
    "/plan/doelstelling/1.7": "Doelstelling 1.7: 3 acties in 2 beleidsdomeinen",
    "/plan/actie/alle-taal": (
        "“De Vlaamse overheid gaat op een positieve manier om met meertaligheid "
        "en stimuleert een goede kennis van het Nederlands.”"
    ),
    "/plan/actie/onderwijs-1.7.1": (
        "“Het recht op onderwijs voor minderjarig zonder wettig verblijf wordt gerespecteerd”"
    ),
}


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


@pytest.mark.parametrize("path", HEADINGS)
def test_a_page_of_the_plan_has_no_fault_and_fits_320_pixels(
    live: str, page: Page, axe: Callable[[Page, str], list[str]], path: str
) -> None:
    assert faults_at_each_width(page, axe, live + path, HEADINGS[path]) == []


def test_two_clicks_lead_to_an_action_by_policy_domain(live: str, page: Page) -> None:
    page.goto(f"{live}/plan")
    page.get_by_role("link", name="Onderwijs", exact=True).click()
    heading(page, HEADINGS["/plan/domein/onderwijs"])
    page.get_by_role("link", name="Actie 1.7.1", exact=True).click()

    heading(page, HEADINGS["/plan/actie/onderwijs-1.7.1"])


def test_two_clicks_lead_to_an_action_by_goal(live: str, page: Page) -> None:
    page.goto(f"{live}/plan?weergave=doelstelling")
    page.get_by_role("link", name="Doelstelling 1.7", exact=True).click()
    heading(page, HEADINGS["/plan/doelstelling/1.7"])
    page.get_by_role("link", name="Actie 1.7.1 van Onderwijs").click()

    heading(page, HEADINGS["/plan/actie/onderwijs-1.7.1"])
    expect(page.get_by_role("heading", level=1)).to_be_focused()


def test_the_keyboard_chooses_the_view_and_back_returns_it(live: str, page: Page) -> None:
    page.goto(f"{live}/plan")
    by_domain = page.get_by_role("radio", name="Per beleidsdomein")
    by_domain.focus()
    page.keyboard.press("ArrowRight")

    expect(page).to_have_url(f"{live}/plan?weergave=doelstelling")
    expect(page.get_by_role("link", name="Doelstelling 3.4", exact=True)).to_be_visible()
    expect(page.get_by_role("radio", name="Per doelstelling")).to_be_focused()
    page.go_back()
    expect(by_domain).to_be_checked()
    expect(page.get_by_role("link", name="Onderwijs", exact=True)).to_be_visible()


def test_the_keyboard_opens_what_does_not_fit_in_the_text(live: str, page: Page) -> None:
    page.goto(f"{live}/plan")
    page.locator("summary", has_text="opmerkingen").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_text("De bron zegt hier “1%”. Het Pact 2020 zegt “1 procentpunt”.")).to_be_visible()


def test_the_box_of_an_indicator_leads_to_a_priority_action(live: str, page: Page) -> None:
    page.goto(f"{live}/indicator/gebruik-van-het-nederlands")
    page.get_by_role("link", name="Prioritaire actie 1").click()

    heading(page, WHOLE)
    expect(page.locator("#prioriteit-1")).to_be_in_viewport(ratio=0.9)
    expect(page.locator("#prioriteit-1")).to_be_focused()


def test_print_shows_the_remarks_and_no_control(live: str, page: Page) -> None:
    page.goto(f"{live}/plan")
    heading(page, WHOLE)
    page.emulate_media(media="print")

    expect(page.locator(".plan-views")).to_be_hidden()
    expect(page.get_by_text("De bron zegt hier “1%”. Het Pact 2020 zegt “1 procentpunt”.")).to_be_visible()
