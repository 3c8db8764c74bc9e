"""Targets in a browser: accessible at two widths, no sideways scrolling, the example works with the keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from reading import faults_at_each_width
from recomputed import status

LIST = "Van 24 doelen kunnen we er 1 beoordelen: niet bereikt"
EMPLOYMENT = "/doelen/werkzaamheid-van-kansengroepen"
LEAVERS = "/doelen/schoolverlaters-zonder-startkwalificatie"
HEADINGS = {
    "/doelen": LIST,
    EMPLOYMENT: "Werk: werkzaamheid van kansengroepen",
    LEAVERS: "Onderwijs: schoolverlaters zonder startkwalificatie",
    "/doelen/discriminatie-uitgebannen": "Discriminatie",
}


def opened(page: Page, address: str, heading: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    for chart in page.locator(".chart-area").all():
        expect(chart.locator(".main-svg").first).to_be_visible()


@pytest.mark.parametrize("path", HEADINGS)
def test_a_page_of_targets_has_no_fault_and_fits_320_pixels(
    live: str, page: Page, axe: Callable[[Page, str], list[str]], path: str
) -> None:
    assert faults_at_each_width(page, axe, live + path, HEADINGS[path]) == []


def test_the_targets_are_one_click_from_every_page(live: str, page: Page) -> None:
    page.goto(live)
    page.get_by_role("banner").get_by_role("link", name="Doelen", exact=True).first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text(LIST)
    page.get_by_role("link", name="Werk: werkzaamheid van kansengroepen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(HEADINGS[EMPLOYMENT])


def test_the_example_follows_the_keyboard(live: str, page: Page) -> None:
    opened(page, live + EMPLOYMENT, HEADINGS[EMPLOYMENT])
    example = page.locator(".example")
    expect(example).to_have_text(
        "Met 1 procentpunt per jaar erbij vanaf 2010 wordt het doel van minstens 54% gehaald in 2020 "
        "(44 + 10 × 1 = 54). Dat is in het doeljaar 2020."
    )

    slider = page.get_by_role("slider", name="Hoeveel procentpunten per jaar erbij?")
    slider.focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")

    expect(example).to_have_text(
        "Met 0,7 procentpunten per jaar erbij vanaf 2010 wordt het doel van minstens 54% gehaald in 2025 "
        "(44 + 15 × 0,7 = 54,5). Dat is 5 jaar na het doeljaar 2020."
    )
    expect(slider).to_be_focused()
    drawn = "document.querySelector('.js-plotly-plot').data.map(trace => [trace.name, trace.x.at(-1), trace.y.at(-1)])"
    assert page.evaluate(drawn) == [["Rekenvoorbeeld", 2025, 54.5], ["Vereist pad", 2020, 54], ["Metingen", 2010, 44]]


def test_early_school_leavers_are_judged_after_the_target_year(live: str, page: Page) -> None:
    opened(page, f"{live}{LEAVERS}", HEADINGS[LEAVERS])

    stand = page.locator(".target-stand")
    expect(stand.locator(".status")).to_have_text("Niet bereikt")
    expect(stand).to_contain_text("In 2020 was het 6,7%. Het doel is hoogstens 4,25% in 2020.")
    lines = page.locator(".arithmetic").first.locator("li").all_inner_texts()
    assert status(lines) == "Niet bereikt"


def test_with_the_annex_alone_no_target_could_be_assessed(live: str, page: Page) -> None:
    opened(page, f"{live}/doelen?versie=1", "Van 24 doelen kunnen we er nog geen enkel beoordelen")

    expect(page.locator(".target-table .status").filter(has_text="Geen basiscijfer")).to_have_count(1)


def test_without_any_change_the_goal_is_not_reached(live: str, page: Page) -> None:
    opened(page, live + EMPLOYMENT, HEADINGS[EMPLOYMENT])

    page.get_by_role("slider").focus()
    page.keyboard.press("Home")

    expect(page.locator(".example")).to_have_text("Zonder verandering blijft het 44 en wordt het doel niet gehaald.")


def test_the_example_is_redrawn_without_asking_the_server(live: str, page: Page) -> None:
    opened(page, live + EMPLOYMENT, HEADINGS[EMPLOYMENT])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.get_by_role("slider").focus()
    page.keyboard.press("ArrowRight")

    expect(page.locator(".example")).to_contain_text("Met 1,1 procentpunten")
    assert asked == []
