"""The plan as a whole: what it counts, its priority actions, and two ways in: by policy domain and by goal.

The address is the state: `?weergave=doelstelling` lists the goals, and the control beside the list writes it.
"""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import Dash, Input, Output, ctx, dcc, html
from dash.development.base_component import Component

from indicators.answers import Answers
from indicators.plan.facts import GoalBranch, Oddity, OverviewPage, Priority
from indicators.selection import parse_query
from layouts import addresses, plan_pieces
from layouts.attributes import aria
from layouts.frame import breadcrumb, heading
from layouts.still import still

VIEWS = {"domein": "Per beleidsdomein", "doelstelling": "Per doelstelling"}
"""Values of `?weergave=`; the first is the default, and then absent."""

DEFAULT = "domein"


class ids:
    """The ids of this page."""

    ADDRESS = "plan-address"
    VIEW = "plan-view"
    LIST = "plan-list"


def layout(answers: Answers, /, weergave: object = "", **_query: object) -> Component:
    """Lay out the plan in one of its views; an unknown view is told, and the default shown."""
    found = answers.plan.overview
    steps = (("Home", addresses.link(addresses.HOME)), ("Plan", ""))
    return html.Div(
        [
            dcc.Location(id=ids.ADDRESS, refresh=False),
            breadcrumb(*steps),
            heading(found.finding, found.subtitle),
            *([_unknown(weergave)] if weergave and weergave != view_of(weergave) else []),
            _counts(found),
            _priorities(found),
            _browse(found, view_of(weergave)),
            _shared(found),
            _oddities(found),
        ],
        className="width",
    )


def register_callbacks(app: Dash, answers: Answers) -> None:
    """Keep the address, the control and the list in step."""

    @app.callback(
        output={
            "search": Output(ids.ADDRESS, "search"),
            "view": Output(ids.VIEW, "value"),
            "listed": Output(ids.LIST, "children"),
        },
        inputs={"search": Input(ids.ADDRESS, "search"), "picked": Input(ids.VIEW, "value")},
        prevent_initial_call=True,
    )
    def update(search: str, picked: object) -> dict[str, object]:
        by_address = ctx.triggered_id in (None, ids.ADDRESS)
        view = view_of(parse_query(search).get("weergave") if by_address else picked)
        return {
            "search": "" if view == DEFAULT else f"?weergave={view}",
            "view": view,
            "listed": still(_listed(answers.plan.overview, view)),
        }


def view_of(value: object) -> str:
    """Read the name of a view; the default for anything else."""
    return value if isinstance(value, str) and value in VIEWS else DEFAULT


def _unknown(weergave: object) -> Component:
    text = f"Deze link bevat een keuze die we niet kennen: “{weergave}”. We tonen de standaardweergave."
    return html.Div(text, className="notice warning", role="status")


def _counts(found: OverviewPage) -> Component:
    cells = [
        html.Div(
            [
                html.Dt(label),
                html.Dd([html.Span(number, className="strip-value"), html.Span(told, className="strip-below")]),
            ],
            className="strip-cell",
        )
        for label, number, told in found.counts
    ]
    return html.Dl(cells, className="strip plan-strip")


def _priorities(found: OverviewPage) -> Component:
    intro = html.P("De Vlaamse Regering zette deze acties in het plan voorop, voor alle beleidsdomeinen samen.")
    cards = [_priority(place, one) for place, one in enumerate(found.priorities, 1)]
    return html.Section(
        [html.H2("Prioritaire acties"), intro, html.Div(cards, className="plan-cards")], className="block"
    )


def _priority(place: int, one: Priority) -> Component:
    dates = [
        part
        for date in one.milestones
        for part in (html.Dt(html.Time(date.printed, dateTime=date.time_period)), html.Dd(date.text))
    ]
    explained = [html.P(one.explanation, className="note")] if one.explanation else []
    return html.Section(
        [
            html.H3(f"Prioritaire actie {place}"),
            html.P(one.text),
            *explained,
            html.Dl(dates),
            *_related(one),
            plan_pieces.measures(one.measures) if one.measures else html.P(plan_pieces.NO_FIGURE, className="note"),
        ],
        id=one.id,
        className="card",
    )


def _related(one: Priority) -> list[Component]:
    if one.related is None:
        return []
    link = dcc.Link(one.related.name, href=addresses.plan_action(one.related.id))
    return [html.P(["In de fiches: ", link])]


def _browse(found: OverviewPage, view: str) -> Component:
    label = f"{ids.VIEW}-label"
    options = [{"value": value, "label": name} for value, name in VIEWS.items()]
    control = dmc.SegmentedControl(id=ids.VIEW, data=options, value=view, **aria(labelledby=label))
    return html.Section(
        [
            html.H2("Zoek een actie"),
            html.Div([html.Div("Weergave", id=label, className="control-label"), control], className="plan-views"),
            html.Div(_listed(found, view), id=ids.LIST),
        ],
        className="block",
    )


def _listed(found: OverviewPage, view: str) -> Component:
    return _domains(found) if view == DEFAULT else html.Div([_branch(one) for one in found.branches])


def _domains(found: OverviewPage) -> Component:
    items = [
        html.Li([dcc.Link(one.title, href=addresses.plan_domain(one.slug)), html.Span(one.told, className="note")])
        for one in found.domains
    ]
    return html.Ul(items, className="plain plan-list")


def _branch(one: GoalBranch) -> Component:
    head = html.H3(dcc.Link(f"Strategische doelstelling {one.code}", href=addresses.plan_goal(one.code)))
    listed = plan_pieces.goal_list(one.goals)
    return html.Section([head, html.P(one.text), *plan_pieces.pillars(one.pillars), listed], className="plan-branch")


def _shared(found: OverviewPage) -> Component:
    intro = html.P("De tekst merkt deze acties met “ALLE”. Wij tonen elk ervan als één actie met veel eigenaars.")
    return html.Section(
        [html.H2("Acties voor alle beleidsdomeinen"), intro, plan_pieces.actions(found.shared)], className="block"
    )


def _oddities(found: OverviewPage) -> Component:
    intro = html.P("We nemen de tekst letterlijk over. Alleen de hoofdletters van de gedrukte titels zijn hersteld.")
    told = html.Ul([html.Li([*_place(one), one.text]) for one in found.oddities])
    shown = html.Details([html.Summary(f"Toon {len(found.oddities)} opmerkingen"), told])
    return html.Section([html.H2("Wat opvalt in de tekst"), intro, shown], className="block")


def _place(one: Oddity) -> list[Component | str]:
    if one.action:
        return [dcc.Link(one.place, href=addresses.plan_action(one.action)), ": "]
    return [dcc.Link(one.place, href=addresses.plan_domain(one.fiche)), ": "] if one.fiche else []
