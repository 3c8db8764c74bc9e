"""What words mean on this site, in the order of the alphabet; each term has its own address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import Dash, html
from dash.development.base_component import Component

from indicators import words
from indicators.answers import Answers
from layouts import addresses
from layouts.frame import breadcrumb, heading

if TYPE_CHECKING:
    from data.terms import Term


def layout(answers: Answers, /, **_query: object) -> Component:
    """Lay out the page."""
    steps = (("Home", addresses.link(addresses.HOME)), ("Over deze site", addresses.link(addresses.ABOUT)))
    listed = sorted(answers.terms, key=lambda one: one.term.casefold())
    return html.Div(
        [
            breadcrumb(*steps, ("Begrippen", "")),
            heading("Begrippen", f"Wat {len(listed)} woorden op deze site betekenen"),
            html.Div([_rules(), html.Section([html.H2("Van A tot Z"), _list(listed)])], className="prose"),
        ],
        className="width",
    )


def register_callbacks(_app: Dash, _answers: Answers) -> None:
    """Nothing on this page changes without a change of page."""


def _rules() -> Component:
    return html.Section(
        [
            html.P("De naam van een groep zegt wat er gemeten is: nationaliteit, geboorteland of herkomst."),
            html.P(
                "Elke bron telt op haar eigen manier. De definitie bij een indicator gaat voor op deze lijst. "
                "Een woord van de bron staat tussen aanhalingstekens."
            ),
        ]
    )


def _list(terms: list[Term]) -> Component:
    return html.Dl([html.Div(_one(term), id=term.id, className="term") for term in terms], className="terms")


def _one(term: Term) -> list[Component]:
    parts: list[Component] = [html.Dt(term.term), html.Dd(term.meaning)]
    if others := [one for one in term.synonyms if one.lower() != term.term.lower()]:
        parts.append(html.Dd(f"Ook: {words.listed(others)}.", className="note"))
    if term.old:
        quoted = [f"“{one}”" for one in term.old]
        parts.append(html.Dd(f"Woorden die we niet meer gebruiken: {words.listed(quoted)}.", className="note"))
    return parts
