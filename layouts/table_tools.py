"""Below the tables of an indicator: copy one as text, and take along the figures that they show as a file."""

from __future__ import annotations

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from indicators.table_text import as_text
from indicators.tables import Table
from indicators.view import View
from layouts import addresses
from layouts.attributes import aria, data

FILES = (("csv", "CSV"), ("xlsx", "Excel"))
COPIED = "Tabel gekopieerd. Plak ze in Excel of Word."


def permalink(shown: View) -> str:
    """Give the address that goes on showing these figures: that of the view in its revision."""
    search = replace(shown.selection, versie=shown.choices.versions[0]).to_search()
    return addresses.indicator(shown.indicator.slug, search)


def copy_table(table: Table, shown: View) -> Component:
    """Offer a table as text; the browser adds the name of the site, and copies it (`assets/12-buttons.js`)."""
    button = html.Button(
        "Kopieer als tekst",
        type="button",
        className="link-button",
        **data(action="copy-table", text=as_text(table, shown.source_line), permalink=permalink(shown)),
        **aria(label=f"Kopieer als tekst: {table.caption}"),
    )
    told = html.P("", className="note", role="status", **data(copied=COPIED))
    return html.Div([button, told], className="table-tools")


def files_of_tables(shown: View) -> Component:
    """Offer the figures behind the tables of this view as files, of the same revision."""
    slug = shown.shown.slug
    chosen = replace(shown.selection, weergave="grafiek", eenheid="").to_search()
    query = f"{chosen}&omvang=weergave" if chosen else "?omvang=weergave"
    told = html.P("Eén rij per cijfer, met eenheid en bron.", className="note")
    links = [
        html.A(f"Download de cijfers van deze weergave ({name})", href=f"{addresses.download(slug, kind)}{query}")
        for kind, name in FILES
    ]
    return html.Div([*links, told], className="table-tools")
