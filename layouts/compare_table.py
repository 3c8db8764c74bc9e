"""The table of a comparison: one row an indicator, one column a municipality, named by letter and name.

A phone shows each row as a card, with the name of the municipality before its number.
"""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from indicators.figures import small
from indicators.local.compare import Compared, CompareRow, Comparing
from layouts import addresses
from layouts.attributes import aria, data

CAPTIONS = {
    "stroken": "Cijfers van de gekozen gemeenten, met hun plaats tussen alle gemeenten",
    "verandering": "Verandering tussen twee jaren, alleen waar er voor beide een cijfer is",
    "woorden": "Vergelijking met het Vlaams Gewest: alleen wat buiten de onzekerheidsmarge valt, is hoger of lager",
}


def table(shown: Comparing) -> list[Component]:
    """Show the rows of the chosen view; a sentence where there are none."""
    if not shown.rows:
        return [html.P("Voor deze gemeenten zijn er nog geen cijfers.")]
    with_strips = shown.weergave == "stroken"
    heads = [html.Th("Indicator", scope="col"), *[_place_head(*one) for one in shown.places]]
    rest = ("Vlaams Gewest", "Spreiding over alle gemeenten") if with_strips else ()
    heads += [html.Th(text, scope="col") for text in rest]
    caption = html.Caption(CAPTIONS[shown.weergave], id="compare-caption", className="note")
    body = html.Tbody([_row(one, shown, with_strips=with_strips) for one in shown.rows])
    content = html.Table([caption, html.Thead(html.Tr(heads)), body], className="compare-table")
    scroll = aria(labelledby="compare-caption")
    wrapper = html.Div(content, className="table-scroll", tabIndex=0, role="group", **scroll)
    hint = html.P("Schuif opzij voor meer gemeenten.", className="scroll-hint note")
    source = html.P(f"Bron: {'; '.join(shown.sources)}.", className="source")
    return [html.Div([hint, wrapper], className="compare-scroll"), source]


def _place_head(letter: str, name: str, slug: str) -> Component:
    link = dcc.Link(name, href=addresses.municipality(slug))
    return html.Th([html.Span(letter, className="letter"), " ", link], scope="col")


def _row(row: CompareRow, shown: Comparing, *, with_strips: bool) -> Component:
    name = html.Th([dcc.Link(row.title, href=addresses.indicator(row.slug)), _note(row.about)], scope="row")
    labels = [f"{letter} {place}" for letter, place, _ in shown.places]
    cells = [_cell(cell, label) for cell, label in zip(row.cells, labels, strict=True)]
    if with_strips:
        image = [html.Img(src=small.data_uri(row.strip), alt=row.strip_text, className="spread")] if row.strip else []
        region = html.Td(html.Span(row.region), **data(label="Vlaams Gewest"))
        cells += [region, html.Td(image, className="strip-cell-wide")]
    return html.Tr([name, *cells])


def _cell(cell: Compared, label: str) -> Component:
    word = {"▲": "is-higher", "▼": "is-lower"}.get(cell.text[:1], "")
    return html.Td([html.Strong(cell.text), _note(cell.below)], className=word, **data(label=label))


def _note(text: str) -> Component:
    return html.Span(text, className="note")
