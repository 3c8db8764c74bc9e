"""Pieces that pages with targets share: the status as icon and word, and the road with its table."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from indicators.figures import small
from indicators.figures.status_icons import status_icon
from indicators.targets.beside import Beside
from layouts import addresses, pieces

PER_YEAR = "Nodige waarde en afstand per jaar"
FAMILIES = {
    "REACHED": "ok",
    "ON_COURSE": "ok",
    "TOO_SLOW": "warning",
    "MOVING_AWAY": "fault",
    "NOT_REACHED": "fault",
}
"""The tint behind a status; the others are neutral."""


def status_chip(status: str, text: str) -> Component:
    """Show a status by icon, word and tint."""
    icon = html.Img(src=small.data_uri(status_icon(status)), alt="", className="status-icon")
    return html.Span([icon, text], className=f"chip status {FAMILIES.get(status, 'neutral')}")


def beside(found: Beside, prefix: str, *, has_chart: bool) -> Component:
    """Show a target on the page of its indicator: the road where there is one, and the way to its page."""
    link = dcc.Link("Bekijk het doel, de berekening en de bron", href=addresses.target(found.slug))
    head = html.P([html.Strong(found.title), ": ", found.short, ". ", status_chip(found.status, found.chip)])
    parts = [head, html.P([found.sentence, " ", link])]
    chart = [pieces.chart(found.panel, f"{prefix}-road", f"Doel: {found.short}.")] if found.panel and has_chart else []
    table = (
        [html.Details([html.Summary(PER_YEAR), pieces.table(found.table, f"{prefix}-table")])] if found.table else []
    )
    return html.Div([*parts, *chart, *table], className="beside-target")
