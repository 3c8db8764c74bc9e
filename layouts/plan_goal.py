"""The page of a goal of the plan: its actions over all policy domains, and how the plan explains it."""

from __future__ import annotations

from dash import Dash, dcc, html
from dash.development.base_component import Component

from indicators.answers import Answers
from indicators.plan.facts import GoalBranch, GoalPage
from layouts import addresses, not_found_404, plan_pieces
from layouts.frame import heading


def layout(answers: Answers, /, code: str = "", **_query: object) -> Component:
    """Lay out one goal; without a code, as Dash asks at the start, the page that says so."""
    found = answers.plan.goal(code)
    if found is None:
        return not_found_404.layout(answers)
    return html.Div(
        [
            plan_pieces.trail(*_steps(found)),
            heading(found.finding),
            plan_pieces.quote(found.text),
            *_parent(found),
            *(_below(found.branch) if found.branch else _actions(found)),
            *_explanations(found),
            *_wordings(found),
        ],
        className="width prose",
    )


def register_callbacks(_app: Dash, _answers: Answers) -> None:
    """Nothing on this page changes without a change of page."""


def _steps(found: GoalPage) -> list[tuple[str, str]]:
    parent = [(f"Doelstelling {found.parent[0]}", addresses.plan_goal(found.parent[0]))] if found.parent else []
    return [*parent, (found.title, "")]


def _parent(found: GoalPage) -> list[Component]:
    if found.parent is None:
        return []
    code, text = found.parent
    link = dcc.Link(f"strategische doelstelling {code}", href=addresses.plan_goal(code))
    return [html.P(["Deel van ", link, f": {text}"])]


def _below(branch: GoalBranch) -> list[Component]:
    told = "Het plan zegt niet welke operationele doelstelling bij A of B hoort."
    split = [*plan_pieces.pillars(branch.pillars), html.P(told, className="note")] if branch.pillars else []
    return [*split, html.Section([html.H2("Operationele doelstellingen"), plan_pieces.goal_list(branch.goals)])]


def _actions(found: GoalPage) -> list[Component]:
    listed = plan_pieces.actions(found.actions) if found.actions else html.P("Geen enkele fiche noemt hier een actie.")
    without = [html.P(found.without, className="note")] if found.without else []
    return [html.Section([html.H2("Acties"), listed, *without])]


def _explanations(found: GoalPage) -> list[Component]:
    if not found.explanations:
        return []
    told = [
        part
        for text, footnote in found.explanations
        for part in (
            plan_pieces.quote(text),
            *([html.P(f"Voetnoot: {footnote}", className="note")] if footnote else []),
        )
    ]
    return [html.Section([html.H2("Hoe het plan de doelstelling uitlegt"), *told])]


def _wordings(found: GoalPage) -> list[Component]:
    if not found.wordings:
        return []
    items = html.Ul([html.Li(text) for text in found.wordings])
    return [html.Section([html.H2("In andere woorden"), html.P("De fiches zeggen deze doelstelling anders."), items])]
