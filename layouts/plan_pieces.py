"""Pieces that the pages of the plan share, and the box of actions beside a target or an indicator."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from indicators.plan.facts import ActionLine, GoalLine, Measure, Part, Reference
from layouts import addresses, pieces
from layouts.frame import breadcrumb

NO_FIGURE = "Er is nog geen cijfer dat deze actie meet."
KINDS = {"target": "Doel", "indicator": "Cijfer"}


def trail(*steps: tuple[str, str]) -> Component:
    """Show the way to a page below the plan."""
    home = ("Home", addresses.link(addresses.HOME))
    return breadcrumb(home, ("Plan", addresses.link(addresses.PLAN)), *steps)


def quote(text: str) -> Component:
    """Show a longer text of the plan, set apart."""
    return html.Blockquote(html.P(text))


def actions(lines: Sequence[ActionLine]) -> Component:
    """List actions with their words, their parts and what else to look at."""
    return html.Ul([html.Li(_action(one)) for one in lines], className="plain plan-actions")


def _action(one: ActionLine) -> list[Component]:
    parts = [html.Ul([html.Li(part(each)) for each in one.parts], className="plan-parts")] if one.parts else []
    return [
        html.Span(_link(one), className="plan-name"),
        html.P(one.text),
        *parts,
        html.P([one.note, *_see_also(one.see_also)], className="note"),
    ]


def _link(one: ActionLine) -> Component:
    """Lead to an action; a priority action has its place on the page of the whole plan."""
    place = f"{addresses.link(addresses.PLAN)}#{one.id}"
    return dcc.Link(one.name, href=place if one.is_priority else addresses.plan_action(one.id))


def part(one: Part) -> list[Any]:
    """Show a sub-action, with who lists it, when, and what else to look at."""
    notes = [f"Alleen in {one.owners}."] if one.owners else []
    notes += [f"Datum in de tekst: {one.timing}."] if one.timing else []
    told = [" ".join(notes), *_see_also(one.see_also)]
    return [one.text, html.Span([" ", *told], className="note")] if any(told) else [one.text]


def _see_also(found: Sequence[Reference]) -> list[Any]:
    if not found:
        return []
    links = [part for one in found for part in (", ", reference(one))][1:]
    return [" Zie ook ", *links, "."]


def reference(one: Reference) -> Any:
    """Show what a text refers to: a link, or the name of another plan."""
    if one.action:
        return dcc.Link(one.text, href=addresses.plan_action(one.action))
    if one.fiche:
        return dcc.Link(f"fiche {one.text}", href=addresses.plan_domain(one.fiche))
    return one.text


def goal(one: GoalLine) -> Component:
    """Show an operational goal with its actions; one without says so."""
    head = html.H3(dcc.Link(f"Doelstelling {one.number}", href=addresses.plan_goal(one.code)))
    note = [html.P(one.note, className="note")] if one.note else []
    listed = actions(one.actions) if one.actions else html.P("Geen actie.", className="plan-none")
    return html.Section([head, html.P(one.text), *note, listed], className="plan-goal")


def goal_list(goals: Sequence[GoalLine]) -> Component:
    """List operational goals with the number of their actions."""
    return html.Ul([html.Li(_goal_in_list(one)) for one in goals], className="plain plan-list")


def _goal_in_list(one: GoalLine) -> list[Component]:
    count = len(one.actions)
    told = f"{count} {'actie' if count == 1 else 'acties'}" if count else "Geen actie"
    link = dcc.Link(f"Doelstelling {one.code}", href=addresses.plan_goal(one.code))
    return [link, html.Span(one.text), html.Span(told, className="note")]


def pillars(found: Sequence[tuple[str, str]]) -> list[Component]:
    """List the pillars of a strategic goal."""
    return [html.Ul([html.Li(f"{letter}. {text}") for letter, text in found], className="plain")] if found else []


def measures(found: Sequence[Measure]) -> Component:
    """List what can measure an action, and by what."""
    return html.Ul([html.Li(_measure(one)) for one in found], className="plain plan-measures")


def _measure(one: Measure) -> list[Any]:
    address = addresses.target(one.slug) if one.kind == "target" else addresses.indicator(one.slug)
    return [f"{KINDS[one.kind]}: ", dcc.Link(one.title, href=address), html.Span(f" ({one.reason})", className="note")]


def remarks(texts: Sequence[str]) -> list[Component]:
    """Tell what does not fit in the text of the plan."""
    if not texts:
        return []
    told = html.Ul([html.Li(text) for text in texts])
    return [html.Section([html.H2("Wat opvalt in de tekst"), told], className="block")]


def actions_box(lines: Sequence[ActionLine]) -> list[Component]:
    """Show, beside a target or an indicator, the actions of the plan that it can measure; nothing where none."""
    if not lines:
        return []
    items = [html.Li([_link(one), html.Span(one.text, className="note")]) for one in lines]
    told = html.P("Wij leggen dit verband. Het zegt niet of een actie werkte.", className="note")
    return [pieces.box("Acties in het plan", [told, html.Ul(items, className="plain plan-box")])]
