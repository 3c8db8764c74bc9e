"""The page of a policy domain of the plan: its goals as its fiche prints them, with their actions or with none."""

from __future__ import annotations

from dash import Dash, dcc, html
from dash.development.base_component import Component

from indicators.answers import Answers
from indicators.plan.facts import DomainPage, GoalBranch
from layouts import addresses, not_found_404, plan_pieces
from layouts.frame import heading


def layout(answers: Answers, /, fiche: str = "", **_query: object) -> Component:
    """Lay out one policy domain; without a name, as Dash asks at the start, the page that says so."""
    found = answers.plan.domain(fiche)
    if found is None:
        return not_found_404.layout(answers)
    return html.Div(
        [
            plan_pieces.trail((found.name, "")),
            heading(found.finding, found.subtitle),
            *_figures(answers, found),
            *[_branch(one) for one in found.branches],
            *plan_pieces.remarks(found.remarks),
        ],
        className="width prose",
    )


def register_callbacks(_app: Dash, _answers: Answers) -> None:
    """Nothing on this page changes without a change of page."""


def _figures(answers: Answers, found: DomainPage) -> list[Component]:
    domain = answers.domain(found.figures)
    if domain is None:
        return []
    return [html.P(dcc.Link(f"Bekijk de cijfers over {domain.title.lower()}", href=addresses.domain(domain.slug)))]


def _branch(one: GoalBranch) -> Component:
    return html.Section(
        [
            html.H2(f"Strategische doelstelling {one.code}"),
            html.P(one.text),
            *plan_pieces.pillars(one.pillars),
            *[plan_pieces.goal(goal) for goal in one.goals],
        ]
    )
