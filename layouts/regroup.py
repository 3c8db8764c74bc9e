"""One figure under two definitions of the group: a switch that moves the marks, the sentences, both definitions.

All texts of both groupings are in the page; which ones are seen, and where the marks stand, follows from the switch by
style alone (`assets/regroup.css`). A script only tells the change to who cannot see it (`assets/22-regroup.js`).
"""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from indicators.regroup import Grouping, Mark, Regrouping
from layouts import pieces
from layouts.attributes import aria, data

TITLE = "Herdefinieer de groep: nationaliteit of geboorteland?"
PREFIX = "regroup"
MIDDLE = 50
"""Per cent of the axis; from there on a number stands left of its mark, so that it stays within the drawing."""


def regrouping(content: Regrouping, source_line: str) -> Component:
    """Show a figure under both definitions."""
    sentences = [html.P(text) for text in content.sentences]
    return html.Section(
        [
            html.H2(TITLE, id=f"{PREFIX}-title", className="chart-title"),
            html.P(content.subtitle, className="chart-subtitle"),
            _switch(content),
            _rows(content),
            html.P(
                role="status",
                className="visually-hidden",
                **data(**{one.dimension: one.told for one in content.groupings}),
            ),
            *sentences,
            html.Div([_definition(one) for one in content.groupings], className="definitions"),
            html.P(source_line, className="source"),
        ],
        className="regroup",
        **aria(labelledby=f"{PREFIX}-title"),
    )


def _switch(content: Regrouping) -> Component:
    options = [{"value": one.dimension, "label": one.label} for one in content.groupings]
    label_id = f"{PREFIX}-label"
    control = dmc.SegmentedControl(data=options, value=options[0]["value"], **aria(labelledby=label_id))
    label = html.Div("Deel in naar", id=label_id, className="control-label")
    return html.Div([label, control], className="control")


def _rows(content: Regrouping) -> Component:
    """Show a row a group, with one mark that has a place in both groupings."""
    heads = html.Tr(
        [
            html.Th("Groep", scope="col"),
            html.Th(["Aandeel in %", pieces.axis(content.axis_end)], scope="col", className="axis"),
            html.Th("Kloof", scope="col", className="gap"),
        ]
    )
    dimensions = [one.dimension for one in content.groupings]
    rows = [_row(dict(zip(dimensions, row, strict=True))) for row in content.rows]
    caption = html.Caption(content.subtitle, className="visually-hidden")
    return pieces.gap_table([caption, html.Thead(heads), html.Tbody(rows)], content.axis_end)


def _row(marks: dict[str, Mark]) -> Component:
    places: Any = {f"--{dimension}": f"{mark.place:.2f}%" for dimension, mark in marks.items()}
    numbers = [_by(dimension, _number(mark)) for dimension, mark in marks.items()]
    track = html.Div(html.Span(numbers, className="mark", style=places), className="track")
    names = [_by(dimension, mark.name) for dimension, mark in marks.items()]
    gaps = [_by(dimension, mark.gap) for dimension, mark in marks.items()]
    return html.Tr(
        [html.Th(names, scope="row"), html.Td(track, className="axis"), html.Td(gaps, className="gap")],
    )


def _number(mark: Mark) -> list[Component]:
    side = "left" if mark.place > MIDDLE else "right"
    return [pieces.symbol(mark.family, is_open=mark.is_open), html.Span(mark.text, className=f"mark-text {side}")]


def _by(dimension: str, content: Any) -> Component:
    """Show something of one grouping only."""
    return html.Span(content, className=f"by-{dimension}")


def _definition(one: Grouping) -> Component:
    groups = html.Ul([html.Li(group) for group in one.groups])
    return html.Div([html.H3(f"Naar {one.label.lower()}"), html.P(one.rule), groups])
