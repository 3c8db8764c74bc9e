"""The form that leads to the results of a search; it stands in the header, in the menu and above the results.

It is a plain form: Enter or its button asks for `/zoeken?q=…`. A script of ours lets Dash change the page where it can.
The field is Mantine's: that of Dash moves the cursor while somebody types fast.
"""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from layouts import addresses
from layouts.attributes import aria


def search_form(id_: str, label: str, name: str, query: str = "", placeholder: str = "", action: str = "") -> Component:
    """Lay out the form; `id_` is that of its field, `name` that of its look; a placeholder where the label hides.

    `action` is the page that answers, that of the search where it is not given.
    """
    field = dmc.TextInput(
        id=id_,
        name="q",
        value=query,
        autoComplete="off",
        debounce=True,
        unstyled=True,
        placeholder=placeholder,
        className="search-field",
        attributes={"input": {"type": "search"}},
    )
    content = [
        html.Label(label, htmlFor=id_, className="search-label"),
        html.Div([field, html.Button("Zoek", type="submit", className="button")], className="search-row"),
    ]
    names = f"search-form {name}"
    return html.Form(
        content,
        role="search",
        action=action or addresses.link(addresses.SEARCH),
        method="get",
        className=names,
        **aria(label=label),
    )
