"""A percentage of all municipalities on a map, with its table. The address holds the choice."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from dash import Dash, dcc, html
from dash.development.base_component import Component

from indicators.answers import VERSION, Answers
from indicators.figures import small, tiles
from indicators.local.area_map import AreaMap
from layouts import addresses, pieces
from layouts.attributes import aria
from layouts.frame import breadcrumb, heading

HOW = (
    "De vijf klassen zijn gemaakt uit alle jaren samen: een kleur betekent elk jaar hetzelfde. Een donkere kleur is "
    "een hoger cijfer, geen oordeel."
)
HEXAGONS = "Elke gemeente is één zeshoek van dezelfde grootte, ongeveer op haar plaats."
BOUNDARIES = "Een grote gemeente valt meer op dan een kleine met hetzelfde cijfer."

TITLE = "Kaart van de gemeenten"


def layout(answers: Answers, /, **query: object) -> Component:
    """Lay out one address."""
    shown = answers.edition(query).area_map(query, answers.boundaries)
    municipalities = ("Gemeenten", addresses.link(addresses.MUNICIPALITIES))
    steps = breadcrumb(("Home", addresses.link(addresses.HOME)), municipalities, ("Kaart", ""))
    if shown is None:
        none = html.P("Er zijn nog geen percentages van gemeenten om op een kaart te zetten.")
        return html.Div([steps, heading(TITLE), none], className="width")
    version = query.get(VERSION)
    pin = {VERSION: version} if isinstance(version, str) and version else {}
    unknown = [pieces.unknown(shown.unknown)] if shown.unknown else []
    content = [heading(TITLE, f"{shown.title}. {shown.about}"), *unknown, *_choices(shown, pin)]
    return html.Div([steps, *content, _map(shown), _table(shown)], className="width map-page")


def register_callbacks(_app: Dash, _answers: Answers) -> None:
    """The choice stands in the address, and a new address lays out the page."""


def _choices(shown: AreaMap, pin: dict[str, str]) -> list[Component]:
    """Offer the years of this indicator as links, and the other indicators in a list that opens."""
    line = {"indicator": shown.line} if shown.line else {}
    years = [_choice(one, line | {"jaar": one} | pin, one == (shown.jaar or shown.years[-1])) for one in shown.years]
    others = [_choice(title, {"indicator": word} | pin, title == shown.title) for word, title in shown.lines.items()]
    listed = html.Details([html.Summary("Kies een ander cijfer"), html.Ul(others)], className="group")
    return [listed, html.Nav(html.Ul(years, className="map-years"), **aria(label="Jaar"))]


def _choice(text: str, query: dict[str, str], is_chosen: bool) -> Component:
    current: dict[str, Any] = aria(current="true") if is_chosen else {}
    link = dcc.Link(text, href=addresses.link(f"{addresses.MAP}?{urlencode(query)}"))
    return html.Li(html.Span(text, **current) if is_chosen else link)


def _map(shown: AreaMap) -> Component:
    items = [html.Li([_swatch(place), name]) for place, name in shown.legend]
    items += [html.Li([_swatch(None), f"geen cijfer ({shown.missing} gemeenten)"])] if shown.missing else []
    drawn_from = f" Grenzen: {shown.boundaries_source}." if shown.boundaries_source else ""
    source = html.P(f"Bron: {'; '.join(shown.sources)}.{drawn_from}", className="source")
    how = f"{BOUNDARIES if shown.boundaries_source else HEXAGONS} {HOW}"
    image = html.Img(src=small.data_uri(shown.svg), alt=shown.text, className="tile-map")
    content = [html.Ul(items, className="legend"), image, html.Figcaption(how, className="note"), source]
    return html.Figure(content, **aria(label=f"{TITLE}: {shown.title}"))


def _swatch(place: int | None) -> Component:
    return html.Img(src=small.data_uri(tiles.swatch(place)), alt="", className="symbol")


def _table(shown: AreaMap) -> Component:
    heads = [html.Th(text, scope="col") for text in ("Gemeente", "Cijfer", "Klasse")]
    rows = [
        html.Tr(
            [
                html.Th(dcc.Link(one.name, href=addresses.municipality(one.slug)), scope="row"),
                html.Td(one.value),
                html.Td(one.group),
            ]
        )
        for one in shown.places
    ]
    caption = html.Caption("Alle gemeenten, van hoog naar laag", className="visually-hidden")
    content = html.Table([caption, html.Thead(html.Tr(heads)), html.Tbody(rows)], className="compare-table")
    return html.Section([html.H2("Tabel"), content], className="block")
