"""The page for an address that does not exist: it says so in Dutch and shows the way to all domains."""

from __future__ import annotations

from dash import Dash, dcc, html
from dash.development.base_component import Component

from indicators.answers import Answers
from layouts import addresses
from layouts.frame import heading
from layouts.search_form import search_form


def layout(answers: Answers, /, **_query: object) -> Component:
    """Lay out the page."""
    links = [html.Li(dcc.Link(one.title, href=addresses.domain(one.slug))) for one in answers.domains()]
    home = dcc.Link("Naar de startpagina", href=addresses.link(addresses.HOME))
    text = html.P("Misschien is de link verouderd of verkeerd getypt. Kies een domein, of ga naar de startpagina.")
    form = search_form("missing-query", "Zoek wat je nodig hebt", "page-search")
    return html.Div([heading("Deze pagina bestaat niet"), text, form, html.Ul(links), home], className="width")


def register_callbacks(_app: Dash, _answers: Answers) -> None:
    """Nothing on this page changes without a change of page."""
