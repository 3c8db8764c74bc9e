"""The page of an action of the plan: its words, its owners, what it says about who and when, and what measures it."""

from __future__ import annotations

from dash import Dash, dcc, html
from dash.development.base_component import Component

from indicators.answers import Answers
from indicators.plan.facts import ActionPage, Owner
from layouts import addresses, not_found_404, plan_pieces
from layouts.frame import heading


def layout(answers: Answers, /, action: str = "", **_query: object) -> Component:
    """Lay out one action; without an id, as Dash asks at the start, the page that says so."""
    found = answers.plan.action(action)
    if found is None:
        return not_found_404.layout(answers)
    code = found.goal[0]
    return html.Div(
        [
            plan_pieces.trail((f"Doelstelling {code}", addresses.plan_goal(code)), (found.title, "")),
            heading(found.finding, found.subtitle),
            html.Div([html.Div(_text(found), className="main-column"), _side(found)], className="columns"),
        ],
        className="width",
    )


def register_callbacks(_app: Dash, _answers: Answers) -> None:
    """Nothing on this page changes without a change of page."""


def _text(found: ActionPage) -> list[Component]:
    return [
        html.Section([html.H2("De tekst van het plan"), plan_pieces.quote(found.text), *_goal(found), *_facts(found)]),
        *_parts(found),
        *_see_also(found),
        *plan_pieces.remarks(found.remarks),
    ]


def _goal(found: ActionPage) -> list[Component]:
    code, text = found.goal
    return [html.P(["Onder ", dcc.Link(f"doelstelling {code}", href=addresses.plan_goal(code)), f": {text}"])]


def _facts(found: ActionPage) -> list[Component]:
    entries = (
        ("Genoemd in de tekst", found.actors or "De tekst noemt geen uitvoerder."),
        ("Datum in de tekst", found.timing or "De actie zelf noemt geen datum."),
    )
    return [html.Dl([part for label, text in entries for part in (html.Dt(label), html.Dd(text))], className="facts")]


def _parts(found: ActionPage) -> list[Component]:
    if not found.parts:
        return []
    items = [html.Li(plan_pieces.part(one)) for one in found.parts]
    return [html.Section([html.H2("Deelacties"), html.Ul(items)], className="block")]


def _see_also(found: ActionPage) -> list[Component]:
    if not found.see_also:
        return []
    items = [html.Li(plan_pieces.reference(one)) for one in found.see_also]
    return [html.Section([html.H2("Zie ook, volgens het plan"), html.Ul(items)], className="block")]


def _side(found: ActionPage) -> Component:
    return html.Aside([_measures(found), _owners(found)], className="side-column")


def _measures(found: ActionPage) -> Component:
    told = html.P("Wij leggen dit verband. Een cijfer zegt niet of de actie werkte.", className="note")
    content = [plan_pieces.measures(found.measures), told] if found.measures else [html.P(plan_pieces.NO_FIGURE)]
    return html.Section([html.H2("Cijfers en doelen"), *content], className="card")


def _owners(found: ActionPage) -> Component:
    head = "Beleidsdomein" if len(found.owners) == 1 else f"{len(found.owners)} beleidsdomeinen"
    without = [html.P(found.without)] if found.without else []
    items = html.Ul([html.Li(_owner(one)) for one in found.owners], className="plain")
    place = html.P("De regels zijn die van de tekst van het plan, bijlage 2.", className="note")
    return html.Section([html.H2(head), items, *without, place], className="card")


def _owner(one: Owner) -> list[Component]:
    link = dcc.Link(one.title, href=addresses.plan_domain(one.slug))
    return [link, html.Span(f" actie {one.number}, {_lines(one.lines)}", className="note")]


def _lines(lines: str) -> str:
    return f"regels {lines}" if " tot " in lines else f"regel {lines}"
