"""The page that sets municipalities beside each other: six at most, on twelve indicators at most."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, ctx, dcc, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from indicators.answers import VERSION, Answers
from indicators.local.compare import SEPARATOR, VIEWS, Comparing
from indicators.local.lookup import Lookup
from indicators.selection import parse_query
from layouts import addresses, pieces
from layouts.attributes import aria, data
from layouts.compare_table import table
from layouts.frame import breadcrumb, heading
from layouts.profile_controls import sheet

LISTS = ("gemeenten", "indicatoren")
SINGLE = ("van", "tot")
CONTROLS = (*LISTS, "weergave", *SINGLE)
EXAMPLE = ("11002", "44021")


class ids:
    """The ids of this page."""

    ADDRESS = "compare-address"
    CONTENT = "compare-content"
    STATUS = "compare-status"
    CONTROLS = "compare"


def layout(answers: Answers, /, **query: object) -> Component:
    """Lay out one address."""
    shown = answers.edition(query).comparing(query)
    return html.Div(
        [
            dcc.Location(id=ids.ADDRESS, refresh=False),
            breadcrumb(("Home", addresses.link(addresses.HOME)), ("Vergelijken", "")),
            heading("Vergelijk gemeenten", "Hoogstens 6 gemeenten en 12 indicatoren"),
            _controls(shown, answers.lookup),
            html.Div(className="failure", role="alert"),
            html.Div(_content(shown), id=ids.CONTENT),
            html.Div(id=ids.STATUS, role="status", className="visually-hidden"),
        ],
        className="width",
    )


def register_callbacks(app: Dash, answers: Answers) -> None:
    """Keep address, controls and content in step."""

    @app.callback(
        output={
            "search": Output(ids.ADDRESS, "search"),
            "picked": {key: Output(f"{ids.CONTROLS}-{key}", "value") for key in CONTROLS},
            "options": {key: Output(f"{ids.CONTROLS}-{key}", "data") for key in ("indicatoren", *SINGLE)},
            "content": Output(ids.CONTENT, "children"),
            "status": Output(ids.STATUS, "children"),
        },
        inputs={
            "search": Input(ids.ADDRESS, "search"),
            "picked": {key: Input(f"{ids.CONTROLS}-{key}", "value") for key in CONTROLS},
            "path": State(ids.ADDRESS, "pathname"),
        },
        prevent_initial_call=True,
    )
    def update(search: str, picked: Mapping[str, object], path: str) -> dict[str, object]:
        asked = parse_query(search)
        by_address = ctx.triggered_id in (None, ids.ADDRESS)
        pinned = {VERSION: asked[VERSION]} if VERSION in asked else {}
        shown = answers.edition(pinned).comparing(asked if by_address else _query(picked) | pinned)
        if not str(path).endswith(addresses.COMPARE) or (by_address and _values(shown) == picked):
            raise PreventUpdate
        return {
            "search": shown.to_search(),
            "picked": _values(shown),
            "options": _options(shown),
            "content": _content(shown),
            "status": " ".join(shown.refused) or f"{len(shown.places)} gemeenten, {len(shown.rows)} rijen.",
        }


def _query(picked: Mapping[str, object]) -> dict[str, str]:
    lists = {key: picked.get(key) for key in LISTS}
    query = {
        key: SEPARATOR.join(one for one in values if isinstance(one, str))
        for key, values in lists.items()
        if isinstance(values, list)
    }
    return query | {key: value for key in ("weergave", *SINGLE) if isinstance(value := picked.get(key), str)}


def _values(shown: Comparing) -> dict[str, object]:
    return {
        "gemeenten": list(shown.gemeenten),
        "indicatoren": list(shown.indicatoren),
        "weergave": shown.weergave,
        "van": shown.van,
        "tot": shown.tot,
    }


def _options(shown: Comparing) -> dict[str, list[dict[str, str]]]:
    years = [{"value": "", "label": "Eerste en laatste"}, *({"value": one, "label": one} for one in shown.years)]
    return {
        "indicatoren": [{"value": word, "label": title} for word, title in shown.lines.items()],
        "van": years,
        "tot": years,
    }


def _controls(shown: Comparing, lookup: Lookup) -> Component:
    values, options = _values(shown), _options(shown)
    places = [{"value": one.code, "label": one.title} for one in lookup.places.values() if one.exists]
    several = {"searchable": True, "nothingFoundMessage": "Niets met deze naam"}
    prefix = ids.CONTROLS
    made = [
        dmc.MultiSelect(id=f"{prefix}-gemeenten", label="Gemeenten", data=places, value=values["gemeenten"], **several),
        dmc.MultiSelect(
            id=f"{prefix}-indicatoren",
            label="Indicatoren",
            data=options["indicatoren"],
            value=values["indicatoren"],
            placeholder="De eerste 6",
            **several,
        ),
        html.Div(
            [
                html.Div("Toon als", id=f"{prefix}-view-label", className="control-label"),
                dmc.SegmentedControl(
                    id=f"{prefix}-weergave",
                    data=[{"value": value, "label": label} for value, label in VIEWS.items()],
                    value=shown.weergave,
                    **aria(labelledby=f"{prefix}-view-label"),
                ),
            ]
        ),
        dmc.Select(id=f"{prefix}-van", label="Van", data=options["van"], value=shown.van, allowDeselect=False),
        dmc.Select(id=f"{prefix}-tot", label="Tot", data=options["tot"], value=shown.tot, allowDeselect=False),
    ]
    return sheet([html.Div(one, className="control") for one in made], prefix, "controls-block compare-controls")


def _content(shown: Comparing) -> list[Component]:
    told = [pieces.notice(text, "warning") for text in shown.refused]
    told += [pieces.unknown(shown.unknown)] if shown.unknown else []
    if not shown.places:
        example = addresses.link(f"{addresses.COMPARE}?gemeenten={SEPARATOR.join(EXAMPLE)}")
        text: list[Any] = [
            "Kies minstens één gemeente. Bijvoorbeeld: ",
            dcc.Link("Antwerpen en Gent", href=example),
            ".",
        ]
        return [*told, html.P(text)]
    return [*told, _tools(shown), *table(shown)]


def _tools(shown: Comparing) -> Component:
    copy = html.Button("Kopieer link", type="button", className="button", **data(action="copy-link"))
    told = "Link gekopieerd. Wie hem opent, ziet dezelfde weergave."
    file = html.A("Download de cijfers (CSV)", href=addresses.link(f"{addresses.COMPARE}.csv{shown.to_search()}"))
    return html.Div([copy, html.P("", className="note", role="status", **data(copied=told)), file], className="copied")
