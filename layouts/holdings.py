"""All figures in one list: how many, from when, how old, from whom, as which files; then the publications."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from dash import Dash, dcc, html
from dash.development.base_component import Component

from indicators import words
from indicators.answers import Answers
from indicators.holdings import Holding
from layouts import addresses, pieces
from layouts.attributes import data
from layouts.frame import breadcrumb, heading

HEADS = ("Indicator", "Domein", "Cijfers", "Periode", "Bron", "Download")
KINDS = ("csv", "xlsx", "json")


def layout(answers: Answers, /, **query: object) -> Component:
    """Lay out the page, as of the revision that the address names."""
    found, pin = answers.holdings(query, datetime.now(UTC).date()), answers.pin(query)
    waiting = [one for domain in answers.domains() for one in domain.waiting]
    count = sum(one.count for one in found)
    filled = sum(1 for one in found if one.count)
    told = f"{words.number(count, 0)} cijfers van {filled} indicatoren, met hun bron, periode en ouderdom"
    return html.Div(
        [
            breadcrumb(("Home", addresses.link(addresses.HOME)), ("Gegevens", "")),
            heading("Alle gegevens", told),
            _everything(pin),
            _list([one for one in found if (one.title, one.slug) not in waiting], pin),
            *pieces.waiting(waiting, pin),
            _next(found),
            _revisions(answers),
        ],
        className="width",
    )


def register_callbacks(_app: Dash, _answers: Answers) -> None:
    """Nothing on this page changes without a change of page."""


def _everything(pin: str) -> Component:
    link = html.A("Download alles (zip)", href=addresses.link(f"{addresses.API}/alles.zip{pin}"), className="button")
    text = "In de zip zitten alle cijfers als CSV, SDMX-CSV en Excel, met de definities, de lijsten en de versies."
    told = dcc.Link("Lees de cijfers met een programma (API)", href=addresses.link(addresses.API_TOLD))
    pair = dcc.Link("Zet twee indicatoren naast elkaar in één grafiek", href=addresses.pair(pin))
    return html.Section([html.P(one) for one in (text, link, told, pair)], className="prose block")


def _list(found: Sequence[Holding], pin: str) -> Component:
    head = html.Thead(html.Tr([html.Th(text, scope="col") for text in HEADS]))
    caption = html.Caption("Alle indicatoren", className="visually-hidden")
    content = html.Table([caption, head, html.Tbody([_row(one, pin) for one in found])])
    return html.Section([html.H2("Indicatoren"), html.Div(content, className="line-table holdings")], className="block")


def _row(one: Holding, pin: str) -> Component:
    old = [html.Span(f"{one.years_old} jaar oud", className="chip neutral")] if one.is_old else []
    period = f"{one.first} tot {one.newest}" if one.first not in ("", one.newest) else one.newest
    files = [html.A(kind.upper(), href=addresses.download(one.slug, kind) + pin) for kind in KINDS]
    cells: tuple[Any, ...] = (
        one.domain,
        words.number(one.count, 0) if one.count else "nog geen",
        [period or ("jaar niet vermeld" if one.count else ""), " ", *old],
        "; ".join(one.sources),
        [part for link in files for part in (link, " ")],
    )
    name = html.Th(dcc.Link(one.title, href=addresses.indicator(one.slug, pin)), scope="row")
    return html.Tr([name, *[html.Td(cell, **data(label=head)) for head, cell in zip(HEADS[1:], cells, strict=True)]])


def _next(found: Sequence[Holding]) -> Component:
    """Say what comes next, where the source has announced it."""
    known = [html.Li(f"{one.title}: {one.next_delivery}") for one in found if one.next_delivery]
    none = html.P("Voor geen enkele indicator is een volgende levering aangekondigd.")
    return html.Section([html.H2("Wat komt er?"), html.Ul(known) if known else none], className="block")


def _revisions(answers: Answers) -> Component:
    items = [html.Li(text) for text in answers.revisions_told()]
    intro = html.P(
        "Elke publicatie krijgt een nummer. Zet “?versie=1” achter het adres van een pagina of bestand "
        "en je ziet de cijfers zoals ze in die versie waren, voor altijd dezelfde."
    )
    news = html.P(dcc.Link("Wat elke publicatie veranderde", href=addresses.link(addresses.NEWS)))
    return html.Section([html.H2("Versies", id="versies"), intro, html.Ul(items), news], className="block")
