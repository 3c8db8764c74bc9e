"""The page of a target: its words, what we measure, the road, the arithmetic, and a calculation example."""

from __future__ import annotations

from dataclasses import asdict

from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html
from dash.development.base_component import Component

from indicators.answers import Answers
from indicators.targets.page import TargetPage, Way
from indicators.targets.what_if import WhatIf
from layouts import addresses, not_found_404, pieces
from layouts.attributes import aria
from layouts.frame import breadcrumb, heading
from layouts.plan_pieces import actions_box
from layouts.target_pieces import status_chip


class ids:
    """The ids of this page."""

    ROAD = "target-road"
    PACE = "target-pace"
    EXAMPLE = "target-example"
    NUMBERS = "target-numbers"


def layout(answers: Answers, /, target: str = "", **query: object) -> Component:
    """Lay out one target; without a name, as Dash asks once at the start to learn the ids, one with all parts."""
    edition = answers.edition(query)
    shown = edition.target(target) if target else edition.any_target()
    if shown is None:
        return not_found_404.layout(answers)
    steps = (("Home", addresses.link(addresses.HOME)), ("Doelen", addresses.link(addresses.TARGETS)), (shown.title, ""))
    side = [_facts(shown), *_related(shown), *actions_box(answers.plan.for_target(shown.id))]
    return html.Div(
        [
            breadcrumb(*steps),
            heading(shown.title, shown.short),
            html.Div(
                [
                    html.Div(
                        [_stand(shown.main, _kind(shown)), _quote(shown), *_main(shown), *_others(shown)],
                        className="main-column",
                    ),
                    html.Aside(side, className="side-column", **aria(label="Bij dit doel")),
                ],
                className="columns",
            ),
        ],
        className="width",
    )


def register_callbacks(app: Dash, _answers: Answers) -> None:
    """Redraw road and sentence of the calculation example in the browser (`assets/20-what-if.js`)."""
    app.clientside_callback(
        ClientsideFunction("targets", "what_if"),
        Output(ids.ROAD, "figure"),
        Output(ids.EXAMPLE, "children"),
        Input(ids.PACE, "value"),
        State(ids.NUMBERS, "data"),
        State(ids.ROAD, "figure"),
    )


def _stand(way: Way, *kind: Component) -> Component:
    """Say how it stands: the status, why there is none, how sure it is."""
    texts = [way.sentence, way.missing, way.later, way.certainty]
    told = html.P(" ".join(text for text in texts if text))
    return html.Div([html.P([status_chip(way.status, way.chip), *kind]), told], className="target-stand")


def _kind(shown: TargetPage) -> Component:
    return html.Span(shown.kind, className="chip neutral")


def _quote(shown: TargetPage) -> Component:
    before, part, after = shown.quote
    sentence = html.P(["“", before, html.Strong(part), after, "”"])
    return html.Section(
        [
            html.H2("Wat zegt de bron?"),
            html.Figure([html.Blockquote(sentence), html.Figcaption(shown.cite, className="source")]),
        ],
        className="target-quote",
    )


def _main(shown: TargetPage) -> list[Component]:
    way = shown.main
    return [*_road(way, shown.what_if), *_what_if(shown.what_if), *_table(way, "road-table"), *_sums(way, "sums")]


def _road(way: Way, example: WhatIf | None) -> list[Component]:
    if way.panel is None:
        return []
    return [pieces.chart(way.panel, "road", way.source_line, graph_id=ids.ROAD if example else "")]


def _what_if(example: WhatIf | None) -> list[Component]:
    """Show the example with its slider; the browser writes the sentence."""
    if example is None:
        return []
    way = "erbij" if example.sign > 0 else "eraf"
    unit = "procentpunten" if example.unit_measure in ("percent", "percentage_points") else "eenheden"
    slider = dcc.Input(
        id=ids.PACE, type="range", min=0, max=example.most, step=example.step, value=example.pace, className="slider"
    )
    return [
        html.Section(
            [
                html.H2("Wat als?", className="chart-title"),
                html.P(html.Span("Rekenvoorbeeld", className="chip info")),
                html.Label(f"Hoeveel {unit} per jaar {way}?", htmlFor=ids.PACE),
                slider,
                html.P(id=ids.EXAMPLE, role="status", className="example"),
                html.P("Dit is een som, geen voorspelling. De puntjeslijn in de grafiek toont ze.", className="note"),
                dcc.Store(id=ids.NUMBERS, data=asdict(example)),
            ],
            className="what-if",
        )
    ]


def _table(way: Way, prefix: str) -> list[Component]:
    return [pieces.table(way.table, prefix)] if way.table else []


def _sums(way: Way, prefix: str) -> list[Component]:
    """Show the arithmetic line by line, and both methods side by side."""
    lines = html.Ol([html.Li(line) for line in way.lines], className="arithmetic")
    parts = [html.H2("Zo rekenen we"), lines]
    if way.methods:
        parts += [pieces.table(way.methods, f"{prefix}-methods"), _methods_told(way)]
    return [html.Section(parts, className="block")]


def _methods_told(way: Way) -> Component:
    rule = "De rechte lijn geeft het oordeel. Voor beide klassen zijn de grenzen 0,95, 0,60 en 0."
    if not way.why_methods_differ:
        return html.P(rule, className="note")
    text = html.P([html.Strong("De methodes verschillen. "), f"{way.why_methods_differ} {rule}"])
    return pieces.notice(text, "warning")


def _others(shown: TargetPage) -> list[Component]:
    return [_other(one, f"other-{place}") for place, one in enumerate(shown.others)]


def _other(way: Way, prefix: str) -> Component:
    """Show what another way to measure the same target says."""
    chart = [pieces.chart(way.panel, f"{prefix}-road", way.source_line)] if way.panel else []
    lines = html.Ol([html.Li(line) for line in way.lines], className="arithmetic")
    sums = html.Details([html.Summary("Zo rekenen we"), lines])
    head = html.H2(f"Andere indeling: {way.label[:1].lower()}{way.label[1:]}")
    explanation = [html.P(way.explanation)] if way.explanation else []
    return html.Section(
        [head, *explanation, _stand(way), *chart, *_table(way, f"{prefix}-table"), sums], className="block"
    )


def _facts(shown: TargetPage) -> Component:
    told = [
        part for label, texts in shown.facts for part in (html.Dt(label), html.Dd([html.P(text) for text in texts]))
    ]
    return html.Section([html.H2("Hoe lezen wij dit doel?"), html.Dl(told)], className="card")


def _related(shown: TargetPage) -> list[Component]:
    own = [way.indicator for way in (shown.main, *shown.others) if way.indicator]
    lists = (("Gemeten met", own), ("Verwante cijfers", shown.related))
    return [
        html.Section(
            [
                html.H2(title),
                html.Ul([html.Li(dcc.Link(name, href=addresses.indicator(slug))) for name, slug in named]),
            ],
            className="card",
        )
        for title, named in lists
        if named
    ]
