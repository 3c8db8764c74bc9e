"""What a search found, in groups. The address is the state: `/zoeken?q=…`; every new query lays out the page anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dash import Dash, dcc, html
from dash.development.base_component import Component

from indicators.answers import Answers
from indicators.search import LONGEST, Hit, Note, Results
from indicators.search_entries import ACTION, DOMAIN, INDICATOR, MUNICIPALITY, PRIORITY, TARGET, TERM
from layouts import addresses
from layouts.frame import breadcrumb, heading
from layouts.search_form import search_form

SHOWN = 8
"""How many results of a group are shown at once; the others open below them."""

ADDRESSES: Mapping[str, Callable[[str], str]] = {
    INDICATOR: addresses.indicator,
    DOMAIN: addresses.domain,
    TARGET: addresses.target,
    ACTION: addresses.plan_action,
    PRIORITY: addresses.priority_action,
    TERM: addresses.term,
    MUNICIPALITY: addresses.municipality,
}


def layout(answers: Answers, /, q: object = "", **query: object) -> Component:
    """Lay out the results of a query; without one only the form."""
    found = answers.edition(query).search.results(q)
    title = f"Zoekresultaten voor “{found.query}”" if found.query else "Zoeken"
    return html.Div(
        [
            breadcrumb(("Home", addresses.link(addresses.HOME)), ("Zoeken", "")),
            heading(title),
            search_form("page-query", "Zoek een indicator, domein, doel, actie of begrip", "page-search", found.query),
            html.P(told(found), className="search-count", role="status"),
            *_remarks(found),
            *[_group(name, hits) for name, hits in found.groups],
            *([] if found.count else [_domains(answers)]),
        ],
        className="width search-page",
    )


def register_callbacks(_app: Dash, _answers: Answers) -> None:
    """The query stands in the address, and a new address lays out the page."""


def told(found: Results) -> str:
    """Tell how much was found."""
    if not found.query:
        return "Typ een woord en druk op Enter. Een ouder woord of een typfout is geen probleem."
    if not found.count:
        return f"Niets gevonden voor “{found.query}”. Probeer een ander woord of bekijk alle domeinen."
    return "1 resultaat." if found.count == 1 else f"{found.count} resultaten."


def _remarks(found: Results) -> list[Component]:
    """Tell what was done with the query: cut, mended, read as a newer word, or met in part."""
    texts: list[Any] = []
    if found.is_cut:
        texts.append(f"Je zoekvraag is erg lang. We zochten met de eerste {LONGEST} tekens.")
    texts += [f"“{typed}” staat niet op deze site. We zochten “{taken}”." for typed, taken in found.mended]
    texts += [_old(one) for one in found.notes]
    if found.is_partial:
        texts.append("Niets heeft al je woorden. We tonen wat een deel ervan heeft.")
    return [html.Div([html.P(one) for one in texts], className="notice info")] if texts else []


def _old(note: Note) -> list[Any]:
    term = dcc.Link(f"“{note.term}”", href=addresses.term(note.id))
    return [f"Je zocht “{note.asked}”. Wij gebruiken nu ", term, "."]


def _group(name: str, hits: Sequence[Hit]) -> Component:
    content: list[Component] = [html.H2(f"{name} ({len(hits)})"), _list(hits[:SHOWN])]
    if rest := hits[SHOWN:]:
        content.append(html.Details([html.Summary(f"Toon nog {len(rest)}"), _list(rest)]))
    return html.Section(content, className="block search-group")


def _list(hits: Sequence[Hit]) -> Component:
    items = [
        html.Li([dcc.Link(one.title, href=ADDRESSES[one.kind](one.key)), html.Span(one.about, className="note")])
        for one in hits
    ]
    return html.Ul(items, className="plain search-hits")


def _domains(answers: Answers) -> Component:
    links = [html.Li(dcc.Link(one.title, href=addresses.domain(one.slug))) for one in answers.domains()]
    return html.Section([html.H2("Alle domeinen"), html.Ul(links)], className="block")
