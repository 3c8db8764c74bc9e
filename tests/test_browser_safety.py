"""Text of a source is shown as text and runs nothing; a server that fails leaves the page usable."""

import re

import pytest
from hostile import SLUG, TEXTS
from playwright.sync_api import Page, Route, expect
from reading import NEWCOMERS, WORK, address, at, choose_view, control, drawn, heading, open_page, title, view_control

CALLBACKS = "**/_dash-update-component*"
NOTICE = "Deze grafiek laadt niet."


@pytest.mark.parametrize("view", ["grafiek", "kloof", "tabel"])
def test_hostile_text_is_shown_and_runs_nothing(hostile: str, page: Page, view: str) -> None:
    open_page(page, f"{hostile}/indicator/{SLUG}?weergave={view}")
    page.locator("summary", has_text="Alle cijfers zoals de bron ze drukt").click()
    text = page.locator("main").inner_text()

    shown = [one for one in TEXTS if " ".join(one.split()) in " ".join(text.split())]
    assert len(shown) == len(TEXTS), set(TEXTS) - set(shown)
    assert page.evaluate("window.hit") is None
    assert (
        page.locator("main script, main iframe, main [onerror], main [onload], main a[href^=javascript]").count() == 0
    )
    assert page.locator("main img:not([src^='data:'])").count() == 0
    assert "49 " not in text  # of 7 times 7
    inside_charts = page.locator(".graph a, .graph script, .graph foreignObject")
    assert inside_charts.count() == 0


def test_hostile_text_runs_nothing_when_a_mark_is_pointed_at(hostile: str, page: Page) -> None:
    open_page(page, f"{hostile}/indicator/{SLUG}")

    page.locator(".graph .points path").first.hover(force=True)

    expect(page.locator(".graph .hoverlayer .hovertext").first).to_be_visible()
    assert page.evaluate("window.hit") is None
    assert page.locator(".graph .hoverlayer a, .graph .hoverlayer script").count() == 0


def test_hostile_text_in_the_address_runs_nothing(live: str, page: Page) -> None:
    open_page(page, live + address(WORK, "?weergave=<img src=x onerror='window.hit=1'>&<b>x</b>={{7*7}}"))

    expect(page.get_by_text("Deze link bevat een keuze die we niet kennen")).to_contain_text("{{7*7}}")
    assert page.evaluate("window.hit") is None


def fail(route: Route) -> None:
    route.fulfill(status=500, body="")


def cut(route: Route) -> None:
    route.abort()


@pytest.mark.parametrize("trouble", [fail, cut])
def test_a_choice_that_fails_leaves_the_page_usable(
    live: str, page: Page, complaints: list[str], trouble: object
) -> None:
    place = live + address(WORK)
    open_page(page, place)
    page.wait_for_load_state("networkidle")
    page.route(CALLBACKS, trouble)  # type: ignore[arg-type]
    choose_view(page, "Tabel")

    notice = page.get_by_role("alert").filter(has_text=NOTICE)
    expect(notice).to_be_visible()
    expect(heading(page)).to_have_text(title(WORK))
    expect(page.locator(".graph .main-svg").first).to_be_visible()  # what was there stays
    expect(page.locator("#indicator-tables table").first).to_be_visible()

    page.unroute(CALLBACKS)
    notice.get_by_role("button", name="Probeer opnieuw").click()
    at(page, f"{place}?weergave=tabel")
    expect(page.locator("#chart-0-title")).to_have_count(0)
    expect(notice).to_have_count(0)
    expect(view_control(page, "Tabel")).to_be_checked()
    assert complaints
    complaints.clear()


def test_after_a_failure_another_choice_clears_the_notice(live: str, page: Page, complaints: list[str]) -> None:
    open_page(page, live + address(WORK))
    page.route(CALLBACKS, fail, times=1)
    page.wait_for_load_state("networkidle")
    choose_view(page, "Tabel")
    expect(page.get_by_text(NOTICE)).to_be_visible()

    choose_view(page, "Kloof")

    at(page, f"{live}{address(WORK)}?weergave=kloof")
    expect(page.get_by_text(NOTICE)).to_have_count(0)
    complaints.clear()


def test_a_page_that_does_not_come_can_be_asked_again(live: str, page: Page, complaints: list[str]) -> None:
    open_page(page, live + address(WORK))
    page.wait_for_load_state("networkidle")
    page.route(CALLBACKS, fail)
    page.get_by_role("navigation", name="Kruimelpad").get_by_role("link", name="Werk").click()

    expect(page.get_by_text("Deze pagina laadt niet.")).to_be_visible()
    page.unroute(CALLBACKS)
    page.get_by_role("button", name="Probeer opnieuw").click()

    expect(page).to_have_title("Werk | Integratie in cijfers")
    drawn(page)
    complaints.clear()


def test_a_refusal_meant_for_people_is_told(live: str, page: Page) -> None:
    """A callback that cannot be answered says why; the message goes when the next answer is a good one."""
    open_page(page, live + address(NEWCOMERS))
    page.wait_for_load_state("networkidle")

    def spoil(route: Route) -> None:
        route.continue_(post_data=re.sub(r'"nieuwkomers"', '"verdwenen"', route.request.post_data or ""))

    page.route(CALLBACKS, spoil, times=1)
    choose_view(page, "Tabel")
    message = page.locator("#message")
    expect(message).to_have_text("De indicator “verdwenen” bestaat niet.")
    expect(message).to_have_attribute("role", "alert")

    control(page, "Uitsplitsing").click()
    page.get_by_role("option").nth(1).click()

    expect(message).to_have_text("")
