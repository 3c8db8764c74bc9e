"""The page of an indicator: finding, four numbers, controls, charts, tables, and how to read the figure.

The address is the state. The page is laid out for its address at once; after that one callback takes the address and
the controls, and gives back the address, the controls and the content, so that Back, links and focus all work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from dash import Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from indicators.answers import VERSION, Answers
from indicators.selection import KEYS, Selection, parse_query
from indicators.view import View
from layouts import addresses, not_found_404, pieces
from layouts.attributes import aria
from layouts.controls import classes_of, controls, fixed_of, options_of, picked_query, values_of
from layouts.frame import breadcrumb, heading
from layouts.ready import ready, written
from layouts.regroup import regrouping
from layouts.sidebar import sidebar
from layouts.still import still
from layouts.table_tools import copy_table, files_of_tables
from layouts.target_pieces import beside

KEPT_WRITTEN = 64
"""Views whose content is kept as JSON; most are about 100 kB."""

CONTENT = ("head", "body", "tables", "side")
"""The parts of the page that are written as JSON."""


class ids:
    """The ids of this page."""

    ADDRESS = "indicator-address"
    SLUG = "indicator-slug"
    CONTENT = "indicator-content"
    TABLES = "indicator-tables"
    SIDE = "indicator-side"
    STATUS = "indicator-status"
    CONTROLS = "indicator"


def layout(answers: Answers, /, indicator: str = "", **query: object) -> Component:
    """Lay out one address; without a name, as Dash asks once at the start to learn the ids, any indicator."""
    known = answers.indicator(indicator) if indicator else answers.any_indicator()
    if known is None:
        return not_found_404.layout(answers)
    shown = answers.edition(query).view(known, query)
    steps = (("Home", addresses.link("/")), _domain_step(answers, shown), (known.title, ""))
    return html.Div(
        [
            dcc.Location(id=ids.ADDRESS, refresh=False),
            dcc.Store(id=ids.SLUG, data=known.slug),
            breadcrumb(*steps),
            html.Div(_head(shown), id=f"{ids.CONTENT}-head"),
            html.Div(
                [
                    html.Div(
                        [
                            controls(shown, ids.CONTROLS),
                            html.Div(className="failure", role="alert"),
                            html.Div(_body(shown), id=ids.CONTENT),
                        ],
                        className="main-column",
                    ),
                    html.Aside(sidebar(shown), id=ids.SIDE, className="side-column", **aria(label="Bij dit cijfer")),
                    html.Div(_tables(shown), id=ids.TABLES, className="main-column"),
                ],
                className="columns indicator-columns",
            ),
            html.Div(id=ids.STATUS, role="status", className="visually-hidden"),
        ],
        className="width",
    )


def register_callbacks(app: Dash, answers: Answers) -> None:
    """Keep address, controls and content in step; the content of a view is written as JSON once."""
    kept = lru_cache(maxsize=KEPT_WRITTEN)(_written)

    @app.callback(
        output={
            "search": Output(ids.ADDRESS, "search"),
            "picked": {key: Output(f"{ids.CONTROLS}-{key}", "value") for key in KEYS},
            "options": {key: Output(f"{ids.CONTROLS}-{key}", "data") for key in KEYS},
            "classes": {key: Output(f"{ids.CONTROLS}-{key}-block", "className") for key in KEYS},
            "fixed": Output(f"{ids.CONTROLS}-fixed", "children"),
            "head": Output(f"{ids.CONTENT}-head", "children"),
            "body": Output(ids.CONTENT, "children"),
            "tables": Output(ids.TABLES, "children"),
            "side": Output(ids.SIDE, "children"),
            "status": Output(ids.STATUS, "children"),
        },
        inputs={
            "search": Input(ids.ADDRESS, "search"),
            "picked": {key: Input(f"{ids.CONTROLS}-{key}", "value") for key in KEYS},
            "slug": State(ids.SLUG, "data"),
            "path": State(ids.ADDRESS, "pathname"),
        },
        prevent_initial_call=True,
    )
    def update(search: str, picked: Mapping[str, object], slug: str, path: str) -> dict[str, object]:
        asked = parse_query(search)
        pinned = {VERSION: asked[VERSION]} if VERSION in asked else {}
        edition = answers.edition(pinned)
        by_controls = edition.view_of(slug, picked_query(picked) | pinned)
        by_address = edition.view_of(slug, asked)
        if ctx.triggered_id not in (None, ids.ADDRESS):
            before = _parts(by_address, kept(by_address, True)) | {"picked": picked}
            return _answer(_changed(before, _parts(by_controls, kept(by_controls, False))))
        if by_controls.selection == by_address.selection or _is_elsewhere(path, slug):
            raise PreventUpdate
        return _answer(_parts(by_address, kept(by_address, True)))


def _parts(shown: View, content: Mapping[str, str]) -> dict[str, Any]:
    """Give all that a view fills on the page, by the names of the outputs."""
    return {
        "search": shown.selection.to_search(),
        "picked": values_of(shown.selection),
        "options": options_of(shown),
        "classes": classes_of(shown),
        "fixed": fixed_of(shown),
        **content,
        "status": f"Weergave aangepast: {shown.shown.title}, {shown.in_words}.",
    }


def _changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what the page has already: for each part that it gets, the browser visits every component."""
    return {
        key: _changed(before[key], value) if isinstance(value, dict) else no_update if value == before[key] else value
        for key, value in after.items()
    }


def _answer(parts: Mapping[str, Any]) -> dict[str, Any]:
    """Let the content, which is JSON already, go into the answer as it is."""
    return {key: ready(value) if key in CONTENT and value is not no_update else value for key, value in parts.items()}


def _is_elsewhere(path: object, slug: str) -> bool:
    """Tell whether the address is already that of the next page, while this one still stands."""
    return not isinstance(path, str) or path.rstrip("/").rpartition("/")[2] != slug


def _written(shown: View, by_address: bool) -> dict[str, str]:
    """Write the content; only an address can hold what we do not know, a control at most what another unit does not."""
    return {
        "head": written(still(_head(shown, tells_unknown=by_address))),
        "body": written(still(_body(shown))),
        "tables": written(still(_tables(shown))),
        "side": written(still(sidebar(shown))),
    }


def _domain_step(answers: Answers, shown: View) -> tuple[str, str]:
    domain = answers.domain(shown.indicator.domain)
    assert domain is not None
    return domain.title, addresses.domain(domain.slug)


def _head(shown: View, *, tells_unknown: bool = True) -> list[Component]:
    cells = [_strip_cell(cell.label, cell.text, cell.below, cell.is_chip) for cell in shown.strip]
    unknown = [pieces.unknown(shown.unknown)] if shown.unknown and tells_unknown else []
    return [heading(shown.title, shown.subtitle), *unknown, html.Dl(cells, className="strip")]


def _strip_cell(label: str, text: str, below: str, is_chip: bool) -> Component:
    value = html.Span(text, className="chip neutral") if is_chip else html.Span(text, className="strip-value")
    return html.Div(
        [html.Dt(label), html.Dd([value, html.Span(below, className="strip-below")])], className="strip-cell"
    )


def _body(shown: View) -> list[Component]:
    charts = [pieces.chart(panel, f"chart-{place}", shown.source_line) for place, panel in enumerate(shown.panels)]
    twice = [regrouping(shown.regrouping, shown.source_line)] if shown.regrouping else []
    below = [*twice, *_multiples(shown), *_stated(shown), *_targets(shown)]
    return [*_chosen(shown), *charts, *_why_no_chart(shown), *below]


def _targets(shown: View) -> list[Component]:
    """Set the targets of this indicator beside its figures, with their road drawn where charts are asked."""
    if not shown.targets:
        return []
    has_chart = shown.selection.weergave == "grafiek"
    made = [beside(one, f"target-{place}", has_chart=has_chart) for place, one in enumerate(shown.targets)]
    return [html.Section([html.H2("Doel" if len(made) == 1 else "Doelen"), *made], className="block")]


def _chosen(shown: View) -> list[Component]:
    """Say what was chosen, where the controls cannot be seen: on a phone and on paper."""
    if replace(shown.selection, versie="") == Selection():
        return []
    return [html.P(f"Je keuze: {shown.in_words}.", className="chosen")]


def _why_no_chart(shown: View) -> list[Component]:
    if not shown.no_chart:
        return []
    if not shown.has_figures and not shown.selection.versie:
        return [_how_to_add()]
    picture = [html.P(shown.shown.picture)] if shown.shown.picture else []
    return [pieces.notice([html.P(shown.no_chart), *picture, html.P(shown.source_line, className="source")])]


def _how_to_add() -> Component:
    """Tell who has figures how they get here, on the page of an indicator without any."""
    told = (
        "Deze pagina beschrijft een indicator die nog wacht op cijfers: wat er geteld wordt, wie bij welke groep hoort "
        "en waarmee je hem niet mag vergelijken."
    )
    upload = html.A("Opladen", href=addresses.link(addresses.UPLOADS))
    how: list[Any] = [
        "Heb je deze cijfers? Ga naar ",
        upload,
        ". Daar vind je een sjabloon en publiceer je je bestand.",
    ]
    return html.Section([html.H2("Nog geen cijfers"), html.P(told), html.P(how)], className="prose block")


def _multiples(shown: View) -> list[Component]:
    return [pieces.multiple_row(row) for row in shown.multiples]


def _stated(shown: View) -> list[Component]:
    if not shown.stated:
        return []
    items = [html.Li(text) for text in shown.stated]
    return [html.Section([html.H2("Wat de bron zelf zegt", className="chart-title"), html.Ul(items)])]


def _tables(shown: View) -> list[Component]:
    """Show the tables of a view, and all figures as they are printed; nothing where there are no figures yet."""
    if not shown.mentions.rows:
        return []
    tables = [pieces.table(one, f"table-{place}") for place, one in enumerate(shown.tables)]
    made = [part for one, laid in zip(shown.tables, tables, strict=True) for part in (laid, copy_table(one, shown))]
    count = len(shown.mentions.rows)
    mentions = html.Details(
        [html.Summary(f"Alle cijfers zoals de bron ze drukt ({count})"), pieces.table(shown.mentions, "mentions")]
    )
    title = "Tabel" if len(tables) == 1 else "Tabellen"
    picture = [html.P(shown.shown.picture, className="note")] if shown.shown.picture and not shown.no_chart else []
    return [html.Section([html.H2(title), *picture, *made, files_of_tables(shown), mentions], className="tables")]
