"""Two indicators in one picture: `/verband?x=…&y=…`. The address is the state, as on the page of one indicator."""

from __future__ import annotations

from collections.abc import Mapping

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, ctx, dcc, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from indicators.answers import VERSION, Answers
from indicators.pair_view import KEYS, PairView
from indicators.selection import parse_query
from layouts import addresses, pieces
from layouts.attributes import aria
from layouts.frame import breadcrumb, heading
from layouts.ready import ready
from layouts.still import still

TITLE = "Twee indicatoren vergelijken"
LABELS = {
    "x": "Eerste indicator",
    "y": "Tweede indicator",
    "groep": "Groep",
    "punten": "De punten zijn",
    "vast": "Gebied",
}
FIXED = {"gebieden": "Jaar", "jaren": "Gebied"}


class ids:
    """The ids of this page."""

    ADDRESS = "pair-address"
    CONTENT = "pair-content"
    STATUS = "pair-status"
    CONTROLS = "pair"


def layout(answers: Answers, /, **query: object) -> Component:
    """Lay out one address; without indicators the first pair that we suggest."""
    shown = answers.edition(query).pair_views.view(query)
    return html.Div(
        [
            dcc.Location(id=ids.ADDRESS, refresh=False),
            breadcrumb(("Home", addresses.link("/")), ("Gegevens", addresses.link(addresses.HOLDINGS)), (TITLE, "")),
            heading(
                TITLE, "Kies twee indicatoren. Elk punt is een gebied of een jaar waarvoor beide een cijfer hebben."
            ),
            _suggested(answers, query),
            html.Div(
                html.Div([_control(key, shown) for key in KEYS], className="controls pair-controls"),
                className="controls-block",
            ),
            html.Div(className="failure", role="alert"),
            html.Div(_content(shown, tells_unknown=True), id=ids.CONTENT),
            html.Div(id=ids.STATUS, role="status", className="visually-hidden"),
        ],
        className="width pair",
    )


def register_callbacks(app: Dash, answers: Answers) -> None:
    """Keep address, controls and content in step."""

    @app.callback(
        output={
            "search": Output(ids.ADDRESS, "search"),
            "picked": {key: Output(f"{ids.CONTROLS}-{key}", "value") for key in KEYS},
            "options": {key: Output(f"{ids.CONTROLS}-{key}", "data") for key in KEYS},
            "classes": {key: Output(f"{ids.CONTROLS}-{key}-block", "className") for key in KEYS},
            "fixed": Output(f"{ids.CONTROLS}-vast", "label"),
            "content": Output(ids.CONTENT, "children"),
            "status": Output(ids.STATUS, "children"),
        },
        inputs={
            "search": Input(ids.ADDRESS, "search"),
            "picked": {key: Input(f"{ids.CONTROLS}-{key}", "value") for key in KEYS},
            "path": State(ids.ADDRESS, "pathname"),
        },
        prevent_initial_call=True,
    )
    def update(search: str, picked: Mapping[str, object], path: str) -> dict[str, object]:
        asked = parse_query(search)
        pinned = {VERSION: asked[VERSION]} if VERSION in asked else {}
        chosen = {key: value for key, value in picked.items() if isinstance(value, str)}
        views = answers.edition(pinned).pair_views
        shown = views.view(chosen | pinned)
        by_address = ctx.triggered_id in (None, ids.ADDRESS)
        if by_address:
            told, shown = shown, views.view(asked)
            if told.search == shown.search or not str(path).rstrip("/").endswith(addresses.PAIR):
                raise PreventUpdate
        return _answer(shown, by_address)


def _answer(shown: PairView, by_address: bool) -> dict[str, object]:
    return {
        "search": shown.search,
        "picked": dict(shown.values),
        "options": {key: _options(shown, key) for key in KEYS},
        "classes": {key: _class(shown, key) for key in KEYS},
        "fixed": _name(shown, "vast"),
        "content": ready(still(_content(shown, tells_unknown=by_address))),
        "status": f"Grafiek aangepast: {shown.x.title} en {shown.y.title}. {shown.in_words}",
    }


def _suggested(answers: Answers, query: Mapping[str, object]) -> Component:
    edition = answers.edition(query)
    views = [
        edition.pair_views.view({"x": x.slug, "y": y.slug} | ({VERSION: query[VERSION]} if VERSION in query else {}))
        for x, y in edition.pair_views.pairs.suggested
    ]
    links = [html.Li(dcc.Link(_suggestion(one), href=addresses.pair(one.search))) for one in views]
    if not links:
        return html.P("In deze versie zijn er geen twee indicatoren met genoeg punten gemeen.", className="note")
    told = "Begin bijvoorbeeld met:"
    return html.Nav([html.P(told), html.Ul(links)], className="prose block", **aria(label=told.rstrip(":")))


def _suggestion(one: PairView) -> str:
    count = len(one.shown.points) if one.shown else 0
    return f"{one.x.title} en {one.y.title[:1].lower()}{one.y.title[1:]} ({count} punten)"


def _control(key: str, shown: PairView) -> Component:
    control_id = f"{ids.CONTROLS}-{key}"
    control = dmc.Select(
        id=control_id,
        label=_name(shown, key),
        data=_options(shown, key),
        value=shown.values[key],
        allowDeselect=False,
        searchable=key in ("x", "y"),
        nothingFoundMessage="Niets gevonden",
    )
    return html.Div(control, id=f"{control_id}-block", className=_class(shown, key))


def _name(shown: PairView, key: str) -> str:
    return FIXED.get(shown.values["punten"], LABELS[key]) if key == "vast" else LABELS[key]


def _options(shown: PairView, key: str) -> list[dict[str, str]]:
    return [{"value": value, "label": text} for value, text in shown.options[key].items()]


def _class(shown: PairView, key: str) -> str:
    wide = " wide" if key in ("x", "y") else ""
    return f"control{wide}" if len(shown.options[key]) > 1 else f"control{wide} is-hidden"


def _content(shown: PairView, *, tells_unknown: bool) -> list[Component]:
    unknown = [_unknown(shown)] if shown.unknown and tells_unknown else []
    if shown.panel is None or shown.table is None:
        return [*unknown, pieces.notice(html.P(shown.why_not))]
    file = html.A("Download de punten (CSV)", href=addresses.link(f"{addresses.API}/verband.csv{shown.search}"))
    return [
        *unknown,
        html.P(f"Je keuze: {shown.x.title} en {shown.y.title}; {shown.in_words}.", className="chosen"),
        *_warning(shown),
        pieces.chart(shown.panel, "pair-chart", shown.source_line),
        html.Section([html.H2("Tabel"), pieces.table(shown.table, "pair-table"), html.P(file)], className="tables"),
        _pages(shown),
    ]


def _unknown(shown: PairView) -> Component:
    said = ", ".join(f"“{one}”" for one in shown.unknown)
    return pieces.notice(
        f"Deze link bevat een keuze die we niet kennen: {said}. We tonen wat we wel kennen.", "warning"
    )


def _warning(shown: PairView) -> list[Component]:
    """Say before the chart what is defined in another way, with both definitions side by side."""
    if shown.differences is None:
        return []
    strong = "Vergelijk deze twee cijfers niet met elkaar alsof ze hetzelfde meten." if shown.is_forbidden else ""
    told = html.P([html.Strong("Let op: de definities verschillen. "), strong])
    table = html.Div(pieces.table(shown.differences, "pair-differences"), className="definitions")
    return [pieces.notice(told, "warning"), table]


def _pages(shown: PairView) -> Component:
    links = [html.Li(dcc.Link(one.title, href=addresses.indicator(one.slug))) for one in (shown.x, shown.y)]
    return html.Section([html.H2("Lees elk cijfer op zijn eigen pagina"), html.Ul(links)], className="block")
