"""The group with which a municipality is compared: why it looks alike, how sure that is, and who is in it."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from indicators.local.profile import Profile
from layouts import addresses


def group_box(shown: Profile) -> Component:
    """Show the group, closed at first; its members are one click away."""
    told = shown.group
    members = [html.Li(dcc.Link(name, href=addresses.municipality(slug))) for name, slug in told.members]
    listed = [html.H3("Wie zit in de groep?"), html.Ul(members, className="members")] if members else []
    content = [*_facts("Waarom lijkt deze groep op je gemeente?", told.alike)]
    content += _facts("Waarin verschilt ze het meest?", told.different)
    note = [html.P(told.note)] if told.note else []
    return html.Details([html.Summary(f"De groep: {told.group.counted}"), *content, *note, *listed], className="group")


def _facts(title: str, told: tuple[str, ...]) -> list[Component]:
    items = [html.Li(f"{one[:1].upper()}{one[1:]}") for one in told]
    return [html.H3(title), html.Ul(items)] if items else []
