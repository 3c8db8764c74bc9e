"""How pages adapt: narrow screens, large text, paper, forced colours, no motion, no scripts."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from plotly.io.json import to_json_plotly
from reading import (
    CHILDREN,
    NEWCOMERS,
    PROFILE,
    PROGRAMMES,
    SCHOOL,
    WORK,
    address,
    choose,
    choose_view,
    drawn,
    inside,
    open_page,
)
from shipped import answers, view_of

PATHS = [
    "/",
    "/domein/werk",
    "/domein/onderwijs",
    address(WORK),
    address(WORK, "?weergave=kloof"),
    address(WORK, "?weergave=tabel&kleur=rood"),
    address(CHILDREN),
    address(NEWCOMERS),
    address(SCHOOL),
    address(PROGRAMMES, "?versie=1"),
    "/kwaliteit",
    "/over",
]


@pytest.mark.parametrize("path", PATHS)
def test_a_page_scrolls_down_only(live: str, page: Page, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    open_page(page, live + path)
    inside(page)

    for size in ({"width": 390, "height": 844}, {"width": 768, "height": 1024}):
        page.set_viewport_size(size)
        inside(page)

    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    inside(page)
    assert page.evaluate(CLIPPED) == []


CLIPPED = """() => [...document.querySelectorAll("main *, header *, footer *")].filter(one => {
  if (!one.checkVisibility() || one.closest(".visually-hidden, .skip-link, .graph, svg, input")) return false;
  const style = getComputedStyle(one);
  const hides = style.overflowX === "hidden" || style.overflowY === "hidden" || style.overflowX === "clip";
  const isCut = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
  return hides && isCut && one.clientWidth > 1 && one.innerText;
}).map(one => `${one.tagName}.${one.className}: ${one.innerText.slice(0, 40)}`)"""


def test_an_unknown_page_scrolls_down_only(live: str, page: Page, complaints: list[str]) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    open_page(page, f"{live}/nee")

    inside(page)
    complaints.clear()  # of the status 404 itself


def test_no_text_of_a_chart_is_cut_or_shrunk_on_the_narrowest_phone(live: str, page: Page) -> None:
    """Every chart of every indicator, drawn as wide as it is on a screen of 320 pixels."""
    page.set_viewport_size({"width": 320, "height": 700})
    open_page(page, live + address(WORK))
    figures = [
        (f"{one.slug} {shown} {place}", panel.figure)
        for id_, one in answers().catalogue.indicators.items()
        for shown in view_of(id_).choices.views
        for place, panel in enumerate(view_of(id_, weergave=shown).panels)
    ]
    assert len(figures) > 50

    assert page.evaluate(CUT, json.loads(to_json_plotly(figures))) == []


CUT = """async figures => {
  const found = [];
  const place = document.createElement("div");
  place.style.width = document.querySelector("main .width").clientWidth + "px";
  document.querySelector("main").append(place);
  for (const [name, figure] of figures) {
    await Plotly.newPlot(place, figure.data, figure.layout, {displayModeBar: false});
    const edge = place.querySelector(".main-svg").getBoundingClientRect();
    for (const text of place.querySelectorAll("svg text")) {
      const box = text.getBoundingClientRect();
      const style = getComputedStyle(text);
      if (!text.textContent.trim() || !box.width || style.opacity === "0" || style.visibility === "hidden") continue;
      const size = parseFloat(style.fontSize) * text.getScreenCTM().d;
      const isOut = box.left < edge.left - 1.5 || box.right > edge.right + 1.5
        || box.top < edge.top - 1.5 || box.bottom > edge.bottom + 1.5;
      if (isOut || size < 11.9) found.push([name, text.textContent, size]);
    }
  }
  place.remove();
  return found;
}"""


def test_a_wide_table_scrolls_by_itself_and_says_so(live: str, page: Page) -> None:
    open_page(page, live + address(PROFILE, "?weergave=tabel&versie=1"))
    hint, table = (
        page.get_by_text("Schuif opzij voor meer kolommen.").first,
        page.locator("#indicator-tables .table-scroll").first,
    )
    expect(hint).to_be_hidden()
    expect(table).to_have_attribute("tabindex", "-1")

    page.set_viewport_size({"width": 390, "height": 844})

    expect(hint).to_be_visible()
    expect(table).to_have_attribute("tabindex", "0")
    table.focus()
    name = page.locator("#indicator-tables .table-scroll tbody th").first
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_role("columnheader", name="2010").first).to_be_in_viewport()
    edge = page.locator("#indicator-tables .table-scroll").first.bounding_box()
    place = name.bounding_box()
    assert place
    assert edge
    assert place["x"] == edge["x"]  # the names of the rows stay


def test_paper_has_no_navigation_and_no_controls(live: str, page: Page) -> None:
    open_page(page, live + address(WORK))
    choose_view(page, "Kloof")
    expect(page.get_by_text("Je keuze: Kloof.")).to_be_hidden()
    page.emulate_media(media="print")

    for hidden in (".header nav", ".breadcrumb", ".controls-block", ".footer nav", ".skip-link", ".link-button"):
        assert page.locator(hidden).first.evaluate("one => one.checkVisibility()") is False, hidden
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("Je keuze: Kloof.")).to_be_visible()
    expect(page.locator("#indicator-tables table").first).to_be_visible()
    expect(page.get_by_text("Wat is dit cijfer?")).to_be_visible()


def test_what_is_closed_on_a_phone_is_open_on_paper(live: str, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, live + address(WORK))
    expect(page.get_by_text("Wat is dit cijfer?")).to_be_hidden()

    page.emulate_media(media="print")

    expect(page.get_by_text("Wat is dit cijfer?")).to_be_visible()


def test_paper_carries_the_address_and_nothing_is_cut_off(live: str, page: Page) -> None:
    open_page(page, live + address(SCHOOL, "?weergave=tabel"))

    assert page.pdf(prefer_css_page_size=True)
    expect(page.locator(".printed-address")).to_contain_text(f"{live}{address(SCHOOL)}?weergave=tabel (")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 1000})  # A4 less its margins
    inside(page)
    assert page.evaluate("[...document.querySelectorAll('.table-scroll')].every(one => one.scrollWidth <= 680)")


@pytest.fixture
def without_scripts(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_scripts_the_way_to_the_figures_is_shown(live: str, without_scripts: Page) -> None:
    without_scripts.goto(live + address(WORK))

    told = without_scripts.locator("body").inner_text().split("\n\n")
    link = without_scripts.locator("noscript a")

    assert told == [
        "Integratie in cijfers",
        "Deze site tekent haar pagina’s met JavaScript. Zonder JavaScript kun je alle cijfers downloaden:",
        "alle indicatoren als CSV",
    ]
    assert without_scripts.request.get(live + str(link.get_attribute("href"))).ok


def test_symbols_keep_their_colours_where_the_system_forces_colours(live: str, page: Page) -> None:
    page.emulate_media(forced_colors="active", color_scheme="dark")
    open_page(page, live)
    symbol = page.locator(".gap-table .symbol").first
    expect(symbol).to_be_visible()
    assert symbol.evaluate("one => getComputedStyle(one).forcedColorAdjust") == "none"
    ground, line = (page.locator(name).first for name in (".track", ".connector"))
    expect(ground).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(line).not_to_have_css("background-color", "rgb(255, 255, 255)")
    expect(line).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")

    open_page(page, live + address(WORK))

    marks = page.locator(".graph .points path")
    assert "rgb(194, 78, 8)" in marks.evaluate_all("marks => marks.map(one => getComputedStyle(one).stroke)")
    assert page.locator(".chart-area").first.evaluate("one => getComputedStyle(one).forcedColorAdjust") == "none"
    expect(page.locator(".mantine-SegmentedControl-label[data-active]").first).to_have_css("outline-style", "solid")


@pytest.mark.parametrize("path", ["/", address(WORK)])
def test_with_letters_of_twice_the_size_a_table_of_gaps_becomes_a_list(live: str, page: Page, path: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    open_page(page, live + path)
    row = page.locator(".gap-table tbody tr").first
    expect(row).to_have_css("display", "table-row")

    page.add_style_tag(content="html { font-size: 200%; }")

    expect(row).to_have_css("display", "block")
    assert page.locator(".gap-table thead .axis").first.evaluate("axis => axis.offsetWidth") > 400
    inside(page)


def test_nothing_moves_where_that_is_asked(live: str, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_page(page, live + address(WORK))

    assert page.evaluate(MOVING) == []


MOVING = """() => [...document.querySelectorAll("body *")].filter(one => {
  const style = getComputedStyle(one);
  return style.transitionDuration.split(", ").some(time => parseFloat(time) > 0) || style.animationName !== "none";
}).map(one => `${one.tagName}.${one.className}`)"""


def test_a_change_is_told_once_to_a_screen_reader(live: str, page: Page) -> None:
    open_page(page, live + address(PROFILE))
    told = page.locator("#indicator-status")
    expect(told).to_have_attribute("role", "status")
    expect(told).to_have_text("")

    choose(page, "Groepen", "Nederland")

    expect(told).to_have_text("Weergave aangepast: Profiel van de nieuwkomers, Grafiek, Nederland.")


def test_a_chart_has_a_name_and_a_text(live: str, page: Page) -> None:
    open_page(page, live + address(CHILDREN))
    panel = view_of(CHILDREN).panels[0]

    figure = page.get_by_role("figure", name=panel.title)

    expect(figure).to_have_accessible_description(panel.description)
    drawn(page)
