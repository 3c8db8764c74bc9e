"""All targets of policy: how many can be assessed, and for each one what it asks, how it stands and what is missing."""

from __future__ import annotations

from typing import Any

from dash import Dash, dcc, html
from dash.development.base_component import Component

from indicators.answers import Answers
from indicators.figures import small
from indicators.targets.rows import TargetList, TargetRow
from indicators.targets.statuses import RULES, Status
from layouts import addresses
from layouts.attributes import aria, data
from layouts.frame import breadcrumb, heading
from layouts.target_pieces import status_chip

INTRODUCTION = (
    "Pact 2020 en Vlaams actieplan integratie. We vergelijken het vereiste tempo per jaar met het werkelijke tempo. "
    "Daarvoor zijn minstens twee metingen nodig."
)
METHOD = (
    "De rechte lijn van begin naar doel geeft het oordeel. Op de pagina van een doel staat de groeivoet ernaast.",
    "De marge komt uit de onzekerheid van de metingen. Staat die niet in de bron, dan is ze 1 procentpunt, "
    "of 2% van een aantal.",
    "Over een breuk in een reeks vergelijken we niet, behalve als de tekst van het doel dat zelf doet.",
    "Na het doeljaar telt de meting van het doeljaar. Ontbreekt die, dan telt de eerste meting erna.",
)
HEADS = (
    "Doel",
    "Status",
    "Van nu naar het doel",
    "Vereist per jaar",
    "Werkelijk tempo per jaar",
    "Wat ontbreekt nog",
)
NUMBERS = HEADS[3:5]


def layout(answers: Answers, /, **query: object) -> Component:
    """Lay out the page."""
    shown = answers.edition(query).target_list
    return html.Div(
        [
            breadcrumb(("Home", addresses.link(addresses.HOME)), ("Doelen", "")),
            heading(shown.heading, INTRODUCTION),
            _counts(shown),
            _table(shown),
            html.P(
                "Een doel zonder cijfers staat er ook bij: het zegt welke cijfers we zoeken. "
                "Met een nieuwe meting berekenen we de status meteen opnieuw.",
                className="note",
            ),
            _rules(),
        ],
        className="width",
    )


def register_callbacks(_app: Dash, _answers: Answers) -> None:
    """Nothing on this page changes without a change of page."""


def _counts(shown: TargetList) -> Component:
    tiles = [
        html.Li([status_chip(status, word), html.Span(str(count), className="status-count")])
        for status, word, count in shown.counts
    ]
    return html.Ul(tiles, className="status-tiles")


def _rules() -> Component:
    """Publish the rules, so that every status can be found again by hand."""
    told = [part for status, text in RULES.items() for part in (html.Dt(_chip(status)), html.Dd(text))]
    texts = [html.P(text) for text in METHOD]
    return html.Section(
        [html.H2("Zo beoordelen we een doel"), html.Dl(told, className="rules"), *texts], className="block"
    )


def _chip(status: Status) -> Component:
    return status_chip(status.name, str(status))


def _table(shown: TargetList) -> Component:
    heads = [html.Th(text, scope="col", className="number" if text in NUMBERS else "") for text in HEADS]
    caption = "Alle doelen. Een tempo in procentpunten per jaar, als het doel over een percentage gaat."
    content = [html.Caption(caption), html.Thead(html.Tr(heads)), html.Tbody([_row(one) for one in shown.rows])]
    table = html.Table(content, className="line-table target-table")
    return html.Div(table, className="table-scroll", tabIndex=0, role="group", **aria(label="Alle doelen"))


def _row(one: TargetRow) -> Component:
    kind = html.Span(one.kind, className="chip neutral")
    short = html.Span(f"{one.short}{one.source}", className="note")
    name = [dcc.Link(one.title, href=addresses.target(one.slug)), short, kind]
    cells: tuple[tuple[Any, str], ...] = (
        (status_chip(one.status, one.chip), ""),
        (_line(one), ""),
        (one.required, "number target-pace" if one.is_pace_known else "number"),
        (one.actual, "number"),
        (html.Span(one.missing, className="note"), ""),
    )
    made = [
        html.Td(content, className=name, **data(label=head))
        for (content, name), head in zip(cells, HEADS[1:], strict=True)
    ]
    return html.Tr([html.Th(name, scope="row"), *made])


def _line(one: TargetRow) -> Component:
    if not one.svg:
        return html.Span(one.alt, className="note")
    return html.Img(src=small.data_uri(one.svg), alt=one.alt, className="number-line")
