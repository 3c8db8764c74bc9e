"""The gaps between groups in a municipality; a sentence where its figures allow none."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from indicators.figures import small
from indicators.local.origin_gap import LocalGap
from layouts import addresses

NONE = (
    "Voor {name} zijn er nog geen cijfers naar herkomst of nationaliteit met een groep om mee te vergelijken. "
    "Daarom tonen we hier geen kloof."
)


def gap_section(name: str, found: Sequence[LocalGap]) -> Component:
    """Show each gap with its margin, the people it stands for, and which side moved."""
    content = [html.Ul([_gap(one) for one in found], className="plain local-gaps")]
    return html.Section(
        [html.H2("De herkomstkloof"), *(content if found else [html.P(NONE.format(name=name))])], className="block"
    )


def _gap(one: LocalGap) -> Component:
    line = [html.Img(src=small.data_uri(one.sparkline), alt="", className="sparkline")] if one.sparkline else []
    return html.Li(
        [
            html.H3(dcc.Link(one.title, href=addresses.indicator(one.slug))),
            html.P(one.groups, className="note"),
            html.P([html.Strong(one.size), f" ({one.margin}). {one.region}."]),
            html.P(one.people),
            html.P([*line, " ", html.Span(one.course, className="note")]),
            *([html.P(one.moved)] if one.moved else []),
        ]
    )
