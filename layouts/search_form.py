"""The form that leads to the results of a search; it stands in the header, in the menu and above the results.

It is a plain form: Enter or its button asks for `/zoeken?q=…`. A script of ours lets Dash change the page where it can.
"""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from layouts import addresses
from layouts.attributes import aria


def search_form(id_: str, label: str, name: str, query: str = "") -> Component:
    """Lay out the form; `id_` is that of its field, `name` that of its look."""
    field = dcc.Input(id=id_, type="search", name="q", value=query, autoComplete="off", debounce=True)
    content = [
        html.Label(label, htmlFor=id_, className="search-label"),
        html.Div([field, html.Button("Zoek", type="submit", className="button")], className="search-row"),
    ]
    names = f"search-form {name}"
    return html.Form(
        content,
        role="search",
        action=addresses.link(addresses.SEARCH),
        method="get",
        className=names,
        **aria(label=label),
    )
