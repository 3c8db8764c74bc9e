"""The list of municipalities: search one of today or a former one, or choose from the list of a province."""

from __future__ import annotations

from collections.abc import Sequence

from dash import Dash, dcc, html
from dash.development.base_component import Component

from indicators.answers import Answers
from indicators.local.lookup import Place
from layouts import addresses
from layouts.frame import breadcrumb, heading
from layouts.search_form import search_form

TITLE = "Zoek een gemeente"


def layout(answers: Answers, /, q: object = "", **_query: object) -> Component:
    """Lay out the search, what it found, and all municipalities."""
    query = q.strip() if isinstance(q, str) else ""
    found = answers.lookup.search(query)
    address = addresses.link(addresses.MUNICIPALITIES)
    form = search_form(
        "municipality-query", "Naam van een gemeente van nu of vroeger", "page-search", query, action=address
    )
    return html.Div(
        [
            breadcrumb(("Home", addresses.link(addresses.HOME)), ("Gemeenten", "")),
            heading(TITLE),
            form,
            html.P(dcc.Link("Bekijk de gemeenten op een kaart", href=addresses.link(addresses.MAP))),
            *([_found(query, found)] if query else []),
            *[_province(name, members) for name, members in answers.lookup.by_province()],
        ],
        className="width municipalities",
    )


def register_callbacks(_app: Dash, _answers: Answers) -> None:
    """The query stands in the address, and a new address lays out the page."""


def _found(query: str, found: Sequence[Place]) -> Component:
    count = "1 gemeente" if len(found) == 1 else f"{len(found)} gemeenten"
    told = f"{count} gevonden voor “{query}”." if found else f"Niets gevonden voor “{query}”. Kies uit de lijst."
    items = [html.Li([_link(one), *_became(one)]) for one in found]
    return html.Section([html.P(told, role="status", className="search-count"), html.Ul(items, className="plain")])


def _became(one: Place) -> list[Component]:
    return [html.Span(f" {one.became}", className="note")] if one.became else []


def _link(one: Place) -> Component:
    return dcc.Link(one.title, href=addresses.municipality(one.slug))


def _province(name: str, members: Sequence[Place]) -> Component:
    items = [html.Li(_link(one)) for one in members]
    return html.Section([html.H2(name), html.Ul(items, className="plain places")], className="block")
