import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from dash import Dash, dcc, html
from flask import Flask
from playwright.sync_api import Page, expect
from plotly.offline import get_plotlyjs_version

import layouts
from layouts.static_suites import install

LAYOUTS = Path(layouts.__path__[0])
BUNDLE = LAYOUTS / "vendor" / "plotly-basic.min.js"
LOCALE = LAYOUTS / "assets" / "01-plotly-locale-nl.js"

# In the bundle a text to translate is the second argument of a call: a sentence, or a word with a capital.
TRANSLATED = re.compile(r'[\w$]\([\w$.]+,"([A-Z][^"\n]+|[a-z]+ [^"\n]+)"\)')
BUTTONS = ["drawline", "drawcircle", "drawrect", "eraseshape", "select2d", "lasso2d", "hovercompare"]
FIGURE = {
    "data": [{"type": "bar", "x": ["2010-01-01", "2010-05-01"], "y": [1234.5, 11234.5]}],
    "layout": {
        "xaxis": {"tickformat": "%-d %B %Y", "tickvals": ["2010-03-01"]},
        "yaxis": {"tickformat": ",.1f"},
    },
}


@pytest.fixture(scope="module")
def dictionary() -> dict[str, str]:
    pairs = re.findall(r'^ {6}("[^"]+"):\s+("[^"]+"),$', LOCALE.read_text("utf-8"), re.MULTILINE)
    return {json.loads(english): json.loads(dutch) for english, dutch in pairs}


def test_the_small_bundle_is_the_plotly_that_the_package_expects() -> None:
    assert f"plotly.js (basic - minified) v{get_plotlyjs_version()}\n" in BUNDLE.read_text("utf-8")[:200]


def test_every_text_of_the_bundle_has_a_dutch_one(dictionary: dict[str, str]) -> None:
    texts = set(TRANSLATED.findall(BUNDLE.read_text("utf-8")))
    assert len(texts) > 40
    assert texts - dictionary.keys() == set()
    assert dictionary.keys() - texts == {"trace"}  # a bare word, which the pattern does not tell from a key


@pytest.mark.parametrize("english", ["This chart will be sent to {serverUrl}."])
def test_a_dutch_text_keeps_the_place_to_fill_in(dictionary: dict[str, str], english: str) -> None:
    assert re.findall("{.*}", dictionary[english]) == re.findall("{.*}", english)


def test_a_chart_speaks_dutch_and_stays_at_home(
    page: Page, serve: Callable[[Flask], str], dictionary: dict[str, str]
) -> None:
    app = Dash("chart", assets_folder=str(LAYOUTS / "assets"))
    config = {"displayModeBar": True, "modeBarButtonsToAdd": BUTTONS}
    app.layout = html.Main([html.H1("Kop"), dcc.Graph(figure=FIGURE, config=config)])
    install(app, BUNDLE)
    page.goto(serve(app.server))
    expect(page.locator(".ytick text").last).to_have_text("10.000,0")
    expect(page.locator(".xtick text")).to_have_text("1 maart 2010")
    titles = [button.get_attribute("data-title") for button in page.locator(".modebar-btn").all()]
    assert len(titles) > len(BUTTONS)
    assert set(titles) <= set(dictionary.values()) - {dictionary["Share chart..."]}
    assert page.evaluate("document.querySelector('.js-plotly-plot')._context.plotlyServerURL") == ""
