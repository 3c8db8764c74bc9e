"""Content that no callback touches travels as one component, and stays what it is."""

from typing import Any

import orjson
import pytest
from components import parts, text_of
from contents import page_at
from dash import Dash, dcc, html
from flask.testing import FlaskClient
from plotly.io.json import to_json_plotly

from layouts.still import live_ids, still


def sent(content: Any) -> Any:
    """What the browser gets."""
    return orjson.loads(to_json_plotly(content))


def components(content: Any) -> list[str]:
    """The types of the components that Dash makes: those within a `Still` are none of its own."""
    if isinstance(content, list):
        return [kind for one in content for kind in components(one)]
    return [content["type"], *components(content["props"].get("children"))] if isinstance(content, dict) else []


def test_elements_and_links_without_callbacks_become_one_component() -> None:
    page = html.Div([html.H1("Titel"), html.P(["Zie ", dcc.Link("daar", href="/daar")])])

    made = sent(still(page))

    assert components(made) == ["Still"]
    assert text_of(made) == "TitelZie daar"


def test_an_element_that_a_callback_fills_stays_with_what_it_stands_in() -> None:
    page = html.Div([html.H1("Titel"), html.P("Voor"), html.Div(id="gevuld"), html.P("Na")])

    assert components(sent(still(page, {"gevuld"}))) == ["Div", "Still", "Div", "Still"]


def test_a_chart_stays_a_component() -> None:
    page = html.Figure([html.H2("Titel"), html.Div(dcc.Graph())])

    assert components(sent(still(page))) == ["Figure", "Still", "Div", "Graph"]


def test_attributes_stay_as_they_are() -> None:
    cell = html.Td("44%", colSpan=2, style={"--deel": 3}, **{"data-label": "Waarde"})

    assert sent(still(cell))["props"]["content"] == sent(cell)


@pytest.mark.parametrize("text", ["", "tekst", None, 7])
def test_what_is_no_component_stays_what_it_is(text: Any) -> None:
    assert still(text) == text


def test_the_elements_of_every_callback_are_live(site: Dash) -> None:
    assert {"indicator-address", "indicator-content", "indicator-jaar", "indicator-status"} <= live_ids(site)


@pytest.mark.parametrize(("path", "most"), [("/kwaliteit", 3), ("/gegevens", 3), ("/indicator/werkzaamheidsgraad", 80)])
def test_a_page_has_few_components_of_dash(site: Dash, client: FlaskClient, path: str, most: int) -> None:
    content = page_at(site, client, path)

    assert len(components(content)) <= most
    assert len(list(parts(content))) > 3 * most  # and yet all its elements
