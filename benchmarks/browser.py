"""What a reader does in Chromium, on loopback: choose another view, go to another page; until the charts are drawn.

The floor is `Plotly.react` with the same JSON in the same kind of page. No choice of this site redraws a chart in the
browser alone, so there is no ratio for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from benchmarks.chromium import chromium, figures, go, open_new
from benchmarks.harness import Question
from benchmarks.site import PAGE, site

VIEWS = ("Kloof", "Grafiek")
PLACES = ("/indicator/nieuwkomers", PAGE)
"""Each with a chart, and in the menu of the other."""
FLOOR = "Plotly.react, the same JSON"

UNTIL = """() => new Promise(done => {
  const look = () => {
    const graphs = [...document.querySelectorAll(".graph")];
    const drawn = graphs.length && graphs.every(one => one.querySelector(".main-svg"));
    const other = document.querySelector(".js-plotly-plot")?.data !== window.before;
    drawn && other ? done() : requestAnimationFrame(look);
  };
  look();
})"""
CHOOSE = f"""(view) => {{
  window.before = document.querySelector(".js-plotly-plot").data;
  [...document.querySelectorAll("[role=radiogroup] label")].find(one => one.textContent === view).click();
  return ({UNTIL})();
}}"""
FOLLOW = f"""(href) => {{
  window.before = document.querySelector(".js-plotly-plot").data;
  document.querySelector(`a[href="${{href}}"]`).click();
  return ({UNTIL})();
}}"""
REACT = """async (charts) => {
  const places = document.querySelectorAll(".js-plotly-plot");
  await Promise.all(charts.map((one, at) => places[at] && Plotly.react(places[at], one.data, one.layout)));
  await new Promise(requestAnimationFrame);
}"""


def questions(folder: Path) -> Iterator[Question]:
    """Give the questions; the folder is for the store."""
    with chromium() as browser:
        address = site(folder)
        page, floor = open_new(browser), open_new(browser)
        go(floor, address + PAGE)
        go(page, address + PAGE)
        charts = _charts_of_views(page)
        yield Question("choice to redrawn chart", FLOOR, _in_turn(page, CHOOSE, VIEWS), _react(floor, charts), most=3.5)
        yield Question("page change", FLOOR, _in_turn(page, FOLLOW, PLACES), _react(floor, charts), limit=250)


def _charts_of_views(page: Page) -> list[list[dict[str, Any]]]:
    charts = []
    for view in VIEWS:
        page.evaluate(CHOOSE, view)
        charts.append(figures(page))
    return charts


def _in_turn(page: Page, script: str, options: Any) -> Any:
    turn = cycle(options)
    return lambda _: page.evaluate(script, next(turn))


def _react(page: Page, charts: list[list[dict[str, Any]]]) -> Any:
    """Hand the charts over as text, as they come over the network."""
    turn = cycle(charts)
    return lambda _: page.evaluate(REACT, next(turn))
