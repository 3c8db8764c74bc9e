"""What is new: each publication, the newest first, and how much it changed."""

from __future__ import annotations

from collections.abc import Sequence

from dash import Dash, dcc, html
from dash.development.base_component import Component

from indicators.answers import Answers
from indicators.news import ChangedFigure, IndicatorNews, News
from layouts import addresses
from layouts.attributes import data
from layouts.frame import breadcrumb, heading

HEADS = ("Cijfer", "Voor", "Na", "Verschil")
OPEN_UP_TO = 5
"""A publication that touched no more indicators than this shows them at once; the others open with a click."""


def layout(answers: Answers, /, **query: object) -> Component:
    """Lay out the page, up to the revision that the address names."""
    found, pin = answers.news(query), answers.pin(query)
    feed = html.A("Volg de publicaties met een nieuwslezer (Atom)", href=addresses.link(addresses.FEED))
    return html.Div(
        [
            breadcrumb(("Home", addresses.link(addresses.HOME)), ("Wat is er nieuw", "")),
            heading("Wat is er nieuw?", "Elke publicatie, en welke cijfers ze toevoegde, wijzigde of introk"),
            html.P(feed),
            *[_publication(one, pin) for one in found],
        ],
        className="width news",
    )


def register_callbacks(_app: Dash, _answers: Answers) -> None:
    """Nothing on this page changes without a change of page."""


def _publication(one: News, pin: str) -> Component:
    told = html.P(f"{one.author}. {one.note}")
    title = html.H2(one.title, id=anchor(one.number))
    return html.Section([title, told, _indicators(one.indicators, pin)], className="prose block")


def _indicators(lines: Sequence[IndicatorNews], pin: str) -> Component:
    if not lines:
        return html.P("Deze publicatie wijzigde geen enkel cijfer.")
    listed = html.Ul([_indicator(line, pin) for line in lines])
    if len(lines) <= OPEN_UP_TO:
        return listed
    return html.Details([html.Summary(f"Toon de {len(lines)} indicatoren"), listed])


def anchor(number: int) -> str:
    """Name the place of a publication on the page."""
    return f"versie-{number}"


def _indicator(line: IndicatorNews, pin: str) -> Component:
    link = dcc.Link(line.title, href=addresses.indicator(line.slug, pin))
    return html.Li([link, f": {line.told}", *([_figures(line)] if line.figures else [])])


def _figures(line: IndicatorNews) -> Component:
    head = html.Thead(html.Tr([html.Th(text, scope="col") for text in HEADS]))
    caption = html.Caption(f"Gewijzigde cijfers van {line.title}", className="visually-hidden")
    table = html.Table([caption, head, html.Tbody([_figure(one) for one in line.figures])])
    more = [html.P(f"En nog {line.unlisted} andere.", className="note")] if line.unlisted else []
    return html.Div([table, *more], className="line-table")


def _figure(one: ChangedFigure) -> Component:
    cells = zip(HEADS[1:], (one.before, one.after, one.difference), strict=True)
    return html.Tr([html.Th(one.what, scope="row"), *[html.Td(text, **data(label=head)) for head, text in cells]])
