"""With the keyboard alone: the switch between two definitions of a group, and closed rows of small drawings."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from reading import WORK, address, inside, open_page, title


def test_the_marks_move_with_the_keyboard_and_the_change_is_told(
    live: str, page: Page, axe: Callable[[Page, str], list[str]]
) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.emulate_media(reduced_motion="reduce")
    open_page(page, live + address(WORK))
    box = page.get_by_role("region", name="Herdefinieer de groep: nationaliteit of geboorteland?")
    mark = box.locator(".mark").last
    mark.evaluate("one => one.before = true")
    expect(box.get_by_role("row", name="Niet-EU-nationaliteit 44% 29 procentpunten lager")).to_be_visible()

    box.get_by_role("radio", name="Nationaliteit").focus()
    page.keyboard.press("ArrowRight")

    expect(box.get_by_role("row", name="Geboren buiten de EU 53% 21 procentpunten lager")).to_be_visible()
    expect(box.get_by_role("status")).to_have_text(
        "Naar geboorteland. Geboren in België: 74% (afgeleid); Geboren buiten de EU: 53%, 21 procentpunten lager."
    )
    assert mark.evaluate("one => [one.before, getComputedStyle(one).transitionDuration]") == [True, "0s"]
    share = "one => one.offsetLeft / one.parentElement.clientWidth"
    assert round(mark.evaluate(share), 2) == round(53 / 80, 2)
    inside(page)
    assert axe(page, title(WORK)) == []


def test_a_closed_row_of_small_drawings_opens_with_the_keyboard(
    live: str, page: Page, axe: Callable[[Page, str], list[str]]
) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    open_page(page, live + address("employment_rate_eurostat"))
    closed = page.locator(".multiple-row").filter(has_text="Naar geslacht")
    expect(closed.get_by_role("img")).to_have_count(0)

    closed.locator("summary").focus()
    page.keyboard.press("Enter")

    expect(closed.get_by_role("img", name="Vrouwen: van 61,8% in 2021 naar 63,3% in 2024.")).to_be_visible()
    inside(page)
    assert axe(page, title("employment_rate_eurostat")) == []
