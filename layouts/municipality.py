"""The page of a municipality: what stands out, its group, and its figures per domain beside Flanders and the group.

The address is the state, as on the page of an indicator: one callback takes address and controls, and gives back both
with the content.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dash import Dash, Input, Output, State, ctx, dcc, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from indicators.answers import VERSION, Answers
from indicators.local.lookup import Place
from indicators.local.profile import Profile
from indicators.selection import parse_query
from layouts import addresses, not_found_404, pieces, profile_controls, profile_table
from layouts.attributes import data
from layouts.frame import breadcrumb, heading
from layouts.local_gap import gap_section
from layouts.profile_group import group_box

NOTE = (
    "Het Vlaams Gewest ligt vaak rechts van het midden: grote steden wegen zwaar door. Positie: van hoog naar laag. "
    "Een hoge positie is niet altijd beter of slechter. Kleine verschillen tussen gemeenten zijn vaak toeval: bij een "
    "telling zegt de onzekerheidsmarge hoeveel een cijfer van jaar tot jaar kan schommelen. Het cijfer van de groep is "
    "door ons berekend: de som van de tellers gedeeld door de som van de noemers, of anders de mediaan."
)


class ids:
    """The ids of this page."""

    ADDRESS = "municipality-address"
    CODE = "municipality-code"
    CONTENT = "municipality-content"
    HEAD = "municipality-head"
    STATUS = "municipality-status"
    CONTROLS = "municipality"


def layout(answers: Answers, /, municipality: str = "", **query: object) -> Component:
    """Lay out one address; without a name, as Dash asks once at the start to learn the ids, any municipality."""
    place = answers.municipality(municipality) if municipality else answers.any_municipality()
    if place is None:
        return not_found_404.layout(answers)
    shown = answers.edition(query).profile(place.code, query)
    municipalities = ("Gemeenten", addresses.link(addresses.MUNICIPALITIES))
    return html.Div(
        [
            dcc.Location(id=ids.ADDRESS, refresh=False),
            dcc.Store(id=ids.CODE, data=place.code),
            breadcrumb(("Home", addresses.link(addresses.HOME)), municipalities, (place.title, "")),
            html.Div(_head(answers, place, shown), id=ids.HEAD),
            profile_controls.controls(shown, answers.lookup, ids.CONTROLS),
            html.Div(className="failure", role="alert"),
            html.Div(_content(shown), id=ids.CONTENT),
            gap_section(place.title, answers.edition(query).local_gaps(place.code, shown.choice.indeling)),
            html.Div(id=ids.STATUS, role="status", className="visually-hidden"),
        ],
        className="width",
    )


def register_callbacks(app: Dash, answers: Answers) -> None:
    """Keep address, controls and content in step."""

    @app.callback(
        output={
            "search": Output(ids.ADDRESS, "search"),
            "picked": {key: Output(f"{ids.CONTROLS}-{key}", "value") for key in profile_controls.LABELS},
            "classes": {key: Output(f"{ids.CONTROLS}-{key}-block", "className") for key in profile_controls.LABELS},
            "head": Output(ids.HEAD, "children"),
            "content": Output(ids.CONTENT, "children"),
            "status": Output(ids.STATUS, "children"),
        },
        inputs={
            "search": Input(ids.ADDRESS, "search"),
            "picked": {key: Input(f"{ids.CONTROLS}-{key}", "value") for key in profile_controls.LABELS},
            "code": State(ids.CODE, "data"),
            "path": State(ids.ADDRESS, "pathname"),
        },
        prevent_initial_call=True,
    )
    def update(search: str, picked: Mapping[str, object], code: str, path: str) -> dict[str, object]:
        place, asked = answers.municipality(str(code)), parse_query(search)
        if place is None or f"/{place.code}" not in str(path):
            raise PreventUpdate
        kept = {key: asked[key] for key in (VERSION, "toon") if key in asked}
        by_address = ctx.triggered_id in (None, ids.ADDRESS)
        query = asked if by_address else profile_controls.picked_query(picked) | kept
        shown = answers.edition(query).profile(place.code, query)
        if by_address and profile_controls.values_of(shown) == picked:
            raise PreventUpdate
        return _answer(answers, place, shown)


def _answer(answers: Answers, place: Place, shown: Profile) -> dict[str, object]:
    return {
        "search": shown.choice.to_search(),
        "picked": profile_controls.values_of(shown),
        "classes": profile_controls.classes_of(shown),
        "head": _head(answers, place, shown),
        "content": _content(shown),
        "status": f"{place.title} is nu {shown.group.head}.",
    }


def _head(answers: Answers, place: Place, shown: Profile) -> list[Component]:
    told = [one for one in (shown.inhabitants, shown.group.head) if one]
    unknown = [pieces.unknown(shown.unknown)] if shown.unknown else []
    merged = [pieces.notice(shown.merged)] if shown.merged else []
    return [heading(place.title, " · ".join(told)), *_ended(answers, place), *unknown, *merged, _tools(shown)]


def _ended(answers: Answers, place: Place) -> list[Component]:
    """Say that a municipality has ended, with the way to the one that it belongs to."""
    after = answers.municipality(place.successor) if place.successor else None
    if after is None:
        return []
    day = place.became.removeprefix("hoort sinds ").partition(" bij ")[0]
    link = dcc.Link(f"Bekijk {after.title}.", href=addresses.municipality(after.slug))
    told = f"Deze gemeente bestaat niet meer. Sinds {day} hoort ze bij {after.title}. "
    return [pieces.notice([told, link, " Hieronder staan de cijfers van vóór de fusie."], "warning")]


def _tools(shown: Profile) -> Component:
    copy = html.Button("Kopieer link", type="button", className="button", **data(action="copy-link"))
    told = "Link gekopieerd. Wie hem opent, ziet dezelfde weergave."
    slug, search = shown.municipality.slug, replace(shown.choice, toon="").to_search()
    report = html.A("Maak rapport", href=addresses.report(slug, search=search), className="button")
    paper = html.A("Rapport (PDF)", href=addresses.report(slug, "pdf", search), className="button")
    status = html.P("", className="note", role="status", **data(copied=told))
    return html.Div([copy, " ", report, " ", paper, status], className="copied")


def _content(shown: Profile) -> list[Component]:
    return [
        _outstanding(shown),
        group_box(shown),
        profile_table.legend(shown),
        *profile_table.table(shown),
        html.P(NOTE, className="note profile-note"),
        *([html.P(f"Bron: {'; '.join(shown.sources)}.", className="source")] if shown.sources else []),
    ]


def _outstanding(shown: Profile) -> Component:
    found = shown.outstanding
    items = [html.Li(one.text) for one in found.sentences]
    missing = [html.P(f"Waarom geen drie punten? {' '.join(found.missing)}", className="note")] if found.missing else []
    content = [html.Ul(items)] if items else [html.P("Er zijn niet genoeg cijfers om iets te laten opvallen.")]
    return html.Section([html.H2("Wat valt op?"), *content, *missing], className="outstanding")
