"""The address and what is shown always agree: links, Back and Forward, and what several readers choose."""

import random
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from reading import (
    CHILDREN,
    NEWCOMERS,
    PROFILE,
    PROGRAMMES,
    WORK,
    address,
    at,
    choose,
    choose_view,
    control,
    drawn,
    follow_in_menu,
    heading,
    open_page,
    title,
    view_control,
)
from shipped import answers, slugs, view_of

TEXT = "main => [...main.children].filter(one => one.role !== 'status').map(one => one.innerText).join()"
"""All text but what was only told to a screen reader."""

BIRTH, PASSPORT = "?uitsplitsing=country_of_birth", "?uitsplitsing=nationality"
EVERYTHING = "Alles"
CALLBACKS = "**/_dash-update-component*"


@contextmanager
def another_reader(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="nl-BE", viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


def expect_view(page: Page, place: str, cut: str, view: str, shown: str) -> None:
    at(page, place)
    expect(control(page, "Uitsplitsing")).to_have_value(cut)
    expect(view_control(page, view)).to_be_checked()
    expect(heading(page)).to_have_text(shown)


def test_nine_steps(live: str, page: Page) -> None:
    place = live + address(WORK)
    by_birth, by_passport = title(WORK, uitsplitsing="country_of_birth"), title(WORK, uitsplitsing="nationality")

    open_page(page, place + BIRTH)
    expect_view(page, place + BIRTH, "Naar geboorteland", "Grafiek", by_birth)
    choose(page, "Uitsplitsing", "Naar nationaliteit")
    expect_view(page, place + PASSPORT, "Naar nationaliteit", "Grafiek", by_passport)
    follow_in_menu(page, "Werkzaamheidsgraad")
    expect_view(page, place, EVERYTHING, "Grafiek", title(WORK))
    page.go_back()
    expect_view(page, place + PASSPORT, "Naar nationaliteit", "Grafiek", by_passport)
    page.go_back()
    expect_view(page, place + BIRTH, "Naar geboorteland", "Grafiek", by_birth)
    page.go_forward()
    expect_view(page, place + PASSPORT, "Naar nationaliteit", "Grafiek", by_passport)
    page.get_by_role("banner").get_by_role("link", name="Over deze site").click()
    expect(heading(page)).to_have_text("Over deze site")
    page.go_back()
    expect_view(page, place + PASSPORT, "Naar nationaliteit", "Grafiek", by_passport)
    page.reload()
    expect_view(page, place + PASSPORT, "Naar nationaliteit", "Grafiek", by_passport)


def test_back_to_a_view_of_an_indicator_that_the_present_one_does_not_have(live: str, page: Page) -> None:
    gap = live + address(WORK, "?weergave=kloof")
    open_page(page, gap)
    follow_in_menu(page, view_of(PROGRAMMES).indicator.title)
    expect(heading(page)).to_have_text(title(PROGRAMMES))

    page.go_back()

    expect_view(page, gap, EVERYTHING, "Kloof", title(WORK, weergave="kloof"))
    expect(page.get_by_text("niet kennen")).to_have_count(0)


def test_a_page_is_laid_out_once(live: str, page: Page) -> None:
    """The second request, by which Dash tells that the address stands, has nothing to renew."""
    answers_: list[int] = []
    page.on("response", lambda answer: "_dash-update" in answer.url and answers_.append(answer.status))

    open_page(page, live + address(WORK))
    page.wait_for_load_state("networkidle")

    assert answers_ == [200, 204]


def test_a_copied_link_shows_another_reader_the_same(live: str, browser: Browser) -> None:
    context = browser.new_context(locale="nl-BE", permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    open_page(page, live + address(PROFILE))
    choose(page, "Groepen", "Nederland")
    choose_view(page, "Tabel")
    at(page, f"{live}{address(PROFILE)}?weergave=tabel&groep=nl")
    seen = page.locator("main .width").evaluate(TEXT)
    page.get_by_role("button", name="Kopieer de link").click()
    expect(page.get_by_text("Link gekopieerd. Wie hem opent, ziet dezelfde weergave.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()

    with another_reader(browser) as reader:
        open_page(reader, copied)
        shown = reader.locator("main .width").evaluate(TEXT)

    assert copied == f"{live}{address(PROFILE)}?weergave=tabel&groep=nl"
    assert shown == seen


def test_two_readers_never_see_what_the_other_chose(live: str, page: Page, browser: Browser) -> None:
    with another_reader(browser) as other:
        for reader in (page, other):
            open_page(reader, live + address(WORK))
        choose(page, "Uitsplitsing", "Naar nationaliteit")
        choose(other, "Uitsplitsing", "Naar geboorteland")
        choose_view(page, "Kloof")
        at(page, f"{live}{address(WORK)}?weergave=kloof&uitsplitsing=nationality")

        expect_view(
            other,
            live + address(WORK) + BIRTH,
            "Naar geboorteland",
            "Grafiek",
            title(WORK, uitsplitsing="country_of_birth"),
        )
        other.reload()
        expect_view(
            other,
            live + address(WORK) + BIRTH,
            "Naar geboorteland",
            "Grafiek",
            title(WORK, uitsplitsing="country_of_birth"),
        )


def test_of_two_quick_choices_the_last_one_stays(live: str, page: Page) -> None:
    """The answer to the first choice comes late; it must not turn the second one back."""
    open_page(page, live + address(WORK))
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    page.route(CALLBACKS, hold_the_first)
    choose(page, "Uitsplitsing", "Naar geboorteland")
    choose(page, "Uitsplitsing", "Naar nationaliteit")
    expect(heading(page)).to_have_text(title(WORK, uitsplitsing="nationality"))
    with page.expect_response(CALLBACKS):
        held[0].continue_()
    page.wait_for_load_state("networkidle")

    expect_view(
        page, live + address(WORK) + PASSPORT, "Naar nationaliteit", "Grafiek", title(WORK, uitsplitsing="nationality")
    )


def test_a_double_click_on_a_control_is_one_choice(live: str, page: Page) -> None:
    open_page(page, live + address(WORK))

    page.get_by_role("radiogroup", name="Weergave").get_by_text("Tabel", exact=True).dblclick()

    at(page, f"{live}{address(WORK)}?weergave=tabel")
    page.wait_for_load_state("networkidle")
    expect(view_control(page, "Tabel")).to_be_checked()
    page.go_back()
    at(page, live + address(WORK))
    expect(view_control(page, "Grafiek")).to_be_checked()


def test_groups_are_added_and_taken_away(live: str, page: Page) -> None:
    open_page(page, live + address(PROFILE))
    place = live + address(PROFILE)

    choose(page, "Groepen", "Nederland")
    at(page, f"{place}?groep=nl")
    page.get_by_role("listbox", name="Groepen").get_by_role("option", name="van buiten de EU+").click()
    at(page, f"{place}?groep=non_eu_plus~nl")
    page.get_by_role("listbox", name="Groepen").get_by_role("option", name="Nederland").click()
    at(page, f"{place}?groep=non_eu_plus")
    page.keyboard.press("Escape")
    page.locator(".mantine-Pill-remove").click()
    at(page, place)
    page.go_back()
    at(page, f"{place}?groep=non_eu_plus")
    expect(page.locator(".mantine-Pill-label")).to_have_text(["van buiten de EU+"])


def test_another_unit_changes_the_figure_its_controls_and_its_description(live: str, page: Page) -> None:
    open_page(page, live + address(NEWCOMERS))

    page.get_by_role("radiogroup", name="Eenheid").get_by_text("Procent", exact=True).click()

    expect(heading(page)).to_have_text(title(NEWCOMERS, eenheid="procent"))
    control(page, "Uitsplitsing").click()
    expect(page.get_by_role("option", name="Naar nationaliteit")).to_be_visible()
    page.keyboard.press("Escape")
    slug = view_of(NEWCOMERS, eenheid="procent").shown.slug
    link = page.get_by_role("link", name="Download alle cijfers (CSV)")
    expect(link).to_have_attribute("href", f"/api/indicator/{slug}.csv")


def test_an_unknown_choice_is_told_politely(live: str, page: Page) -> None:
    open_page(page, f"{live}{address(WORK)}?weergave=taart&kleur=rood")

    notice = page.get_by_text("Deze link bevat een keuze die we niet kennen")
    expect(notice).to_contain_text(re.compile("“weergave=taart”.* We tonen de standaardweergave"))
    expect(notice).to_contain_text("“kleur=rood”")
    choose_view(page, "Tabel")
    at(page, f"{live}{address(WORK)}?weergave=tabel")
    expect(notice).to_have_count(0)


def test_an_unknown_page_says_so_in_dutch(live: str, page: Page, complaints: list[str]) -> None:
    page.goto(f"{live}/indicator/bestaat-niet")

    expect(heading(page)).to_have_text("Deze pagina bestaat niet")
    expect(page).to_have_title("Deze pagina bestaat niet | Integratie in cijfers")
    page.get_by_role("main").get_by_role("link", name="Werk", exact=True).click()
    expect(page).to_have_title("Werk | Integratie in cijfers")
    assert [one for one in complaints if "404" not in one] == []
    complaints.clear()  # the browser complains of the status itself


@pytest.mark.parametrize("slug", random.Random(2012).sample(sorted(slugs()), 3))
def test_an_indicator_is_two_clicks_from_home(live: str, page: Page, slug: str) -> None:
    one = answers().indicator(slug)
    assert one
    domain = answers().domain(one.domain)
    assert domain
    open_page(page, live)

    page.get_by_role("main").get_by_role("link", name=domain.title, exact=True).first.click()
    expect(heading(page)).to_have_text(domain.question)
    page.get_by_role("main").get_by_role("link", name=one.title, exact=True).first.click()

    at(page, live + address(one.id))
    expect(heading(page)).to_have_text(title(one.id))


def test_a_chart_follows_the_width_of_the_window(live: str, page: Page) -> None:
    open_page(page, live + address(CHILDREN))
    chart = page.locator(".graph .main-svg").first
    wide = chart.bounding_box()

    page.set_viewport_size({"width": 390, "height": 844})

    expect(chart).not_to_have_css("width", re.compile(r"[4-9]\d\d"))  # no longer 400 pixels or more
    narrow = chart.bounding_box()
    assert wide
    assert narrow
    assert wide["width"] > 700
    assert narrow["x"] >= 0
    assert narrow["x"] + narrow["width"] <= 390


def test_pages_and_links_work_below_a_prefix(page: Page, below: str) -> None:
    open_page(page, below + address(WORK, "?weergave=kloof"))
    follow_in_menu(page, "Nieuwkomers")
    expect(heading(page)).to_have_text(title(NEWCOMERS))
    choose_view(page, "Tabel")
    at(page, below + address(NEWCOMERS, "?weergave=tabel"))
    page.go_back()
    page.go_back()

    expect_view(page, below + address(WORK, "?weergave=kloof"), EVERYTHING, "Kloof", title(WORK, weergave="kloof"))
    drawn(page)
