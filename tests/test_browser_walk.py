"""The points of a chart with the keyboard: one stop, arrow keys, every number told in order; the walk with tones."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

DOTS = "/indicator/werkzaamheidsgraad?versie=1"
LINES = "/indicator/profiel-nieuwkomers?versie=1"
STACKED = "/indicator/schoolse-vertraging?versie=1"
EMPLOYMENT = [
    "Niet-EU-nationaliteit, 2010: 44%",
    "Belgische of EU-nationaliteit, 2010: 73% (afgeleid)",
    "Geboren buiten de EU, 2010: 53%",
    "Geboren in België, 2010: 74% (afgeleid)",
    "Niet-EU-nationaliteit, vrouwen, 2010: ongeveer 30% (“slechts 3 op de 10”)",
]
NEWCOMERS = {
    "rest van de EU+": ["25,0%", "33,0%", "33,1%", "30,2%", "35,4%"],
    "van buiten de EU+": ["51,4%", "44,6%", "50,0%", "53,9%", "48,3%"],
    "Nederland": ["23,4%", "22,3%", "16,4%", "15,5%", "14,6%"],
    "onbekend of staatloos": ["0,2%", "0,1%", "0,5%", "0,3%", "1,7%"],
}
KEYS = {
    "Home End": "2010, onbekend of staatloos: 1,7%",
    "Home": "2006, rest van de EU+: 25,0%",
    "ArrowUp": "2006, rest van de EU+: 25,0%",
    "ArrowLeft": "2006, rest van de EU+: 25,0%",
    "ArrowRight ArrowDown": "2007, van buiten de EU+: 44,6%",
    "ArrowDown ArrowDown ArrowUp": "2007, Nederland: 22,3%",
    "Escape": "",
    "ArrowRight ArrowRight": "2007, rest van de EU+: 33,0%",
}
"""Keys that are pressed one after the other, and what is told after them."""

LISTENS = """
window.tones = [];
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (at) { tones.push(this.frequency.value); start.call(this, at); };
"""
HINT = "Gebruik de pijltjestoetsen om de punten te lezen."


def opened(page: Page, address: str) -> Locator:
    """Open a page and give its first chart."""
    page.goto(address)
    chart = page.locator("figure.chart").first
    expect(chart.locator(".main-svg").first).to_be_visible()
    return chart


def tab_to_chart(page: Page) -> None:
    """Press Tab until a chart has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.chart-area')"):
            return
    raise AssertionError("no chart has the focus")


def walked(page: Page, chart: Locator) -> list[str]:
    """Walk to the last point, and give what was told on the way."""
    told, last = [], ""
    while True:
        page.keyboard.press("ArrowRight")
        text = chart.locator(".told").inner_text()
        if text == last:
            return told
        told.append(text)
        last = text


def shown(chart: Locator) -> Locator:
    """Give the label at the point that is pointed at."""
    return chart.locator(".hoverlayer .hovertext")


def test_a_chart_of_dots_is_one_stop_and_is_told_row_by_row(live: str, page: Page) -> None:
    chart = opened(page, live + DOTS)
    expect(chart.get_by_text(HINT)).to_be_hidden()

    tab_to_chart(page)

    expect(chart.get_by_text(HINT)).to_be_visible()
    assert walked(page, chart) == EMPLOYMENT
    expect(chart.get_by_role("status")).to_have_text(EMPLOYMENT[-1])
    expect(shown(chart)).to_have_text(EMPLOYMENT[-1])
    page.keyboard.press("Tab")
    expect(chart.get_by_role("button", name="Vertel het me")).to_be_focused()
    expect(chart.get_by_role("status")).to_have_text("")
    expect(shown(chart)).to_have_count(0)


def test_a_chart_of_lines_is_told_line_by_line_and_each_key_goes_where_it_should(live: str, page: Page) -> None:
    chart = opened(page, live + LINES)
    tab_to_chart(page)

    expected = [
        f"{year}, {name}: {value}"
        for name, values in NEWCOMERS.items()
        for year, value in zip(range(2006, 2011), values, strict=True)
    ]
    assert walked(page, chart) == expected
    for keys, told in KEYS.items():
        for key in keys.split():
            page.keyboard.press(key)
        expect(chart.get_by_role("status")).to_have_text(told)
        expect(shown(chart)).to_have_text([told] if told else [])
    expect(chart.locator(".chart-area")).to_be_focused()


def test_stacked_bars_are_told_part_by_part_as_the_table_has_them(live: str, page: Page) -> None:
    chart = opened(page, live + STACKED)
    tab_to_chart(page)

    told = walked(page, chart)

    assert len(told) == 18
    assert told[:3] == [
        f"Belgische nationaliteit, 1ste leerjaar, {part}, secundair onderwijs, schooljaar 2009‑2010: {value}"
        for part, value in (("1 jaar", "17,33%"), ("2 jaar", "1,45%"), ("meer dan 2 jaar", "0,07%"))
    ]
    bars = page.evaluate("document.querySelector('.js-plotly-plot').data.map(trace => trace.x)")
    drawn = [f"{value:.2f}".replace(".", ",") + "%" for row in zip(*bars, strict=True) for value in row]
    assert [text.rpartition(" ")[2] for text in told] == drawn


def test_a_choice_with_the_keyboard_gives_other_points(live: str, page: Page) -> None:
    chart = opened(page, live + DOTS)
    tab_to_chart(page)
    page.keyboard.press("End")
    page.get_by_role("radio", name="Kloof").focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(f"{live}/indicator/werkzaamheidsgraad?weergave=kloof&versie=1")
    expect(page.locator("[id=indicator-status]")).to_contain_text("Weergave aangepast")

    tab_to_chart(page)

    texts = page.evaluate(
        "document.querySelector('.js-plotly-plot').data.filter(one => one.hoverinfo === 'text')"
        ".flatMap(one => one.hovertext).toSorted()"
    )
    assert sorted(walked(page, chart)) == texts
    assert texts != sorted(EMPLOYMENT)


def test_the_chart_is_told_with_tones_until_escape(live: str, page: Page) -> None:
    page.add_init_script(LISTENS)
    chart = opened(page, live + DOTS)
    chart.get_by_role("button", name="Vertel het me").press("Enter")

    expect(chart.get_by_role("button", name="Stop")).to_be_focused()
    expect(chart.get_by_role("status")).to_have_text(EMPLOYMENT[0])
    expect(chart.get_by_role("status")).to_have_text(EMPLOYMENT[1])
    page.keyboard.press("Escape")

    expect(chart.get_by_role("status")).to_have_text("")
    expect(chart.get_by_role("button", name="Vertel het me")).to_be_focused()
    low, high = page.evaluate("tones")
    assert low == pytest.approx(220 * 4 ** (44 / 74), rel=1e-3)
    assert high == pytest.approx(220 * 4 ** (73 / 74), rel=1e-3)


def test_a_second_press_stops_and_a_still_page_moves_no_label(live: str, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    chart = opened(page, live + DOTS)
    chart.get_by_role("button", name="Vertel het me").click()
    expect(chart.get_by_role("status")).to_have_text(EMPLOYMENT[0])
    expect(shown(chart)).to_have_count(0)

    chart.get_by_role("button", name="Stop").click()

    expect(chart.get_by_role("status")).to_have_text("")
    expect(chart.get_by_role("button", name="Vertel het me")).to_be_visible()


def test_without_sound_there_is_no_button_for_it(live: str, page: Page) -> None:
    page.add_init_script("delete window.AudioContext;")
    chart = opened(page, live + DOTS)

    expect(chart.get_by_role("button")).to_have_text(["Download de grafiek (PNG)", "Download de grafiek (SVG)"])


@pytest.mark.parametrize(("path", "width"), [(DOTS, 1440), (LINES, 390)])
def test_a_chart_that_is_walked_is_accessible(
    live: str, page: Page, axe: Callable[[Page, str], list[str]], path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    chart = opened(page, live + path)
    chart.locator(".chart-area").focus()
    page.keyboard.press("ArrowRight")

    assert axe(page, page.get_by_role("heading", level=1).inner_text()) == []
