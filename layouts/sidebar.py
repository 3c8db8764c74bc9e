"""Beside an indicator: how to read the figure, how to use it, and what is related."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from indicators.view import View
from layouts import addresses
from layouts.attributes import data

POLARITIES = {
    "higher_is_better": "Hoger is gunstiger",
    "lower_is_better": "Lager is gunstiger",
    "neutral": "Geen oordeel",
}
SOURCE_KINDS = {
    "register": "Registratie: telling uit een databank",
    "survey": "Steekproef: bevraging van een deel van de mensen. De onzekerheidsmarge staat niet in de bron.",
    "estimate": "Raming",
    "census": "Volkstelling",
    "study": "Onderzoek van anderen, aangehaald in de bron",
    "projection": "Vooruitzicht: verwachte waarde, geen meting",
}


def sidebar(shown: View) -> Component:
    """Show the three boxes beside the figures of an indicator."""
    return html.Aside([_read_well(shown), _use(shown), *_related(shown)], className="side-column")


def _read_well(shown: View) -> Component:
    one = shown.shown
    entries = [
        ("Wat is dit cijfer?", one.definition),
        ("Teller", one.numerator),
        ("Noemer", one.denominator),
        ("Wie hoort bij welke groep?", one.group_definition),
        ("Let op", list(one.caveats)),
        ("Hoe lees je een hoog cijfer?", POLARITIES[one.polarity]),
        ("Soort bron", SOURCE_KINDS[one.source_kind]),
        ("Bron", shown.source_line.removeprefix("Bron: ")),
        ("Volgende levering", one.next_delivery),
    ]
    told = [part for label, text in entries if text for part in (html.Dt(label), _text(text))]
    return html.Section([html.H2("Lees dit cijfer goed"), html.Dl(told)], className="card")


def _text(text: str | Sequence[str]) -> Component:
    if isinstance(text, str):
        return html.Dd(text)
    return html.Dd([html.P(sentence) for sentence in text])


def _use(shown: View) -> Component:
    slug = shown.shown.slug
    links = [
        html.Li(
            html.Button(
                "Kopieer de link naar deze weergave", type="button", className="link-button", **data(action="copy-link")
            )
        ),
        html.Li(html.A("Download de gegevens (CSV)", href=addresses.download(slug, "csv"))),
        html.Li(html.A("Download de gegevens (JSON)", href=addresses.download(slug, "json"))),
        html.Li(html.Button("Druk deze pagina af", type="button", className="link-button", **data(action="print"))),
    ]
    copied = html.P(
        "", className="note", role="status", **data(copied="Link gekopieerd. Wie hem opent, ziet dezelfde weergave.")
    )
    return html.Section([html.H2("Gebruik dit cijfer"), html.Ul(links, className="plain"), copied], className="card")


def _related(shown: View) -> list[Component]:
    lists = (("Verwant", shown.related), ("Niet te vergelijken met", shown.not_comparable))
    return [_links(title, named) for title, named in lists if named]


def _links(title: str, named: Sequence[tuple[str, str]]) -> Component:
    items = [html.Li(dcc.Link(name, href=addresses.indicator(slug))) for name, slug in named]
    return html.Section([html.H2(title), html.Ul(items)], className="card")
