"""The page of a domain: its question, its gaps on one axis, and all its indicators with their newest figure."""

from __future__ import annotations

from typing import Any

from dash import Dash, dcc, html
from dash.development.base_component import Component

from indicators.answers import Answers
from indicators.edition import Edition
from indicators.figures import small
from indicators.overview import DomainCard, Line
from layouts import addresses, not_found_404, pieces
from layouts.attributes import data
from layouts.frame import breadcrumb, heading


def layout(answers: Answers, /, domain: str = "", **query: object) -> Component:
    """Lay out one domain; without a name, as Dash asks at the start, an empty page."""
    card = answers.domain(domain)
    if card is None:
        return not_found_404.layout(answers)
    edition = answers.edition(query)
    return html.Div(
        [_head(card), _gaps(edition, card), _list(edition, card), *pieces.waiting(card.waiting)], className="width"
    )


def register_callbacks(_app: Dash, _answers: Answers) -> None:
    """Nothing on this page changes without a change of page."""


def _head(card: DomainCard) -> Component:
    steps = (("Home", addresses.link(addresses.HOME)), (card.title, ""))
    count = len(card.indicators)
    told = f"{card.title}: {count} indicatoren" if count > 1 else f"{card.title}: 1 indicator"
    return html.Div([breadcrumb(*steps), heading(card.question, told)])


def _gaps(edition: Edition, card: DomainCard) -> Component:
    groups, end = edition.domain_gaps(card.slug)
    if not groups:
        return html.P("In dit domein vergelijkt de bron geen twee groepen met een percentage.", className="note")
    caption = f"{card.title}: het aandeel in twee groepen en hun verschil in procentpunten"
    told = "Aandeel in % per groep, kloof in procentpunten. Open symbool: afgeleid of afgerond cijfer."
    parts = [html.H2("De kloof in dit domein"), html.P(told, className="chart-subtitle"), pieces.gap_legend(groups)]
    return html.Section([*parts, pieces.gap_rows(groups, end, caption)], className="block")


def _list(edition: Edition, card: DomainCard) -> Component:
    filled = {slug for _, slug in card.indicators}
    rows = [_row(line) for line in edition.lines(card.slug) if line.slug in filled]
    heads = ("Indicator", "Nieuwste cijfer", "Kloof", "Verandering")
    head = html.Thead(html.Tr([html.Th(text, scope="col") for text in heads]))
    caption = html.Caption("Alle indicatoren met cijfers van dit domein", className="visually-hidden")
    content = html.Table([caption, head, html.Tbody(rows)], className="line-table")
    return html.Section([html.H2("Alle indicatoren"), content], className="block")


def _row(line: Line) -> Component:
    name = [dcc.Link(line.title, href=addresses.indicator(line.slug)), html.Span(line.finding, className="note")]
    picture = [html.Img(src=small.data_uri(line.sparkline), alt="", className="sparkline")] if line.sparkline else []
    value = [html.Strong(line.value), html.Span(line.period, className="note")]
    cells = (
        (value, "Nieuwste cijfer"),
        (line.gap, "Kloof"),
        ([*picture, html.Span(line.change)], "Verandering"),
    )
    return html.Tr([html.Th(name, scope="row"), *(_cell(content, label) for content, label in cells)])


def _cell(content: Any, label: str) -> Component:
    """Show one cell with its label, which a phone shows instead of the head of the table."""
    return html.Td(content or "–", className="" if content else "is-empty", **data(label=label))
