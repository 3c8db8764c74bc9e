"""Beside an indicator: how to read the figure, how to use it, and what is related."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from dash import dcc, html
from dash.development.base_component import Component

from indicators.selection import Selection
from indicators.view import View
from layouts import addresses, pieces
from layouts.attributes import data
from layouts.embed import ready_code
from layouts.frame import NAME
from layouts.plan_pieces import actions_box
from layouts.table_tools import permalink

FILES = (("csv", "CSV"), ("xlsx", "Excel"), ("json", "JSON"))
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


def sidebar(shown: View) -> list[Component]:
    """Show the boxes beside the figures of an indicator; on a phone they are closed until they are asked for."""
    return [_read_well(shown), _use(shown), *actions_box(shown.actions), *_related(shown)]


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
    return pieces.box("Lees dit cijfer goed", [html.Dl(told)])


def _text(text: str | Sequence[str]) -> Component:
    if isinstance(text, str):
        return html.Dd(text)
    return html.Dd([html.P(sentence) for sentence in text])


def _use(shown: View) -> Component:
    """Offer what can be taken along; of an indicator without figures the link and the page alone."""
    files = FILES if shown.has_figures else ()
    links = [
        _button("Kopieer de link naar deze weergave", "copy-link"),
        *[html.Li(html.A(f"Download alle cijfers ({name})", href=_download(shown, kind))) for kind, name in files],
        _button("Druk deze pagina af", "print"),
    ]
    copied = html.P(
        "", className="note", role="status", **data(copied="Link gekopieerd. Wie hem opent, ziet dezelfde weergave.")
    )
    more = [_citation(shown), ready_code(shown)] if shown.has_figures else []
    title = "Gebruik dit cijfer" if shown.has_figures else "Gebruik deze pagina"
    return pieces.box(title, [html.Ul(links, className="plain"), copied, *more])


def _button(text: str, action: str) -> Component:
    return html.Li(html.Button(text, type="button", className="link-button", **data(action=action)))


def _citation(shown: View) -> Component:
    """Show how to refer to this view; the browser adds the date and the address (`assets/12-buttons.js`)."""
    text = f"{shown.shown.title}{_headline(shown)}. {shown.source_line} {NAME}, versie {shown.choices.versions[0]}"
    copy = html.Button("Kopieer de verwijzing", type="button", className="link-button", **data(action="copy-citation"))
    content = [
        html.P(className="citation", **data(text=text, permalink=permalink(shown))),
        copy,
        html.P("", className="note", role="status", **data(copied="Verwijzing gekopieerd.")),
    ]
    return html.Details([html.Summary("Citeer dit cijfer"), *content], className="cite")


def _headline(shown: View) -> str:
    """Tell the first number of a page, its period and place: " (2010, niet-EU-nationaliteit: 44%, Vlaanderen)"."""
    cell = shown.strip[0]
    return "" if cell.is_chip else f" ({cell.label}: {cell.text}, {cell.below.partition('. ')[0]})"


def _download(shown: View, kind: str) -> str:
    """Give the address of all figures as a file, of the same revision as the view."""
    return addresses.download(shown.shown.slug, kind) + Selection(versie=shown.selection.versie).to_search()


def _related(shown: View) -> list[Component]:
    search = f"?{urlencode({'x': shown.shown.slug})}"
    compare = dcc.Link("Vergelijk met een andere indicator", href=addresses.pair(search))
    lists = (("Verwant", shown.related), ("Niet te vergelijken met", shown.not_comparable))
    boxes = [_links(title, named) for title, named in lists if named]
    return [*boxes, pieces.box("Vergelijk", [html.Ul([html.Li(compare)])])] if shown.has_figures else boxes


def _links(title: str, named: Sequence[tuple[str, str]]) -> Component:
    items = [html.Li(dcc.Link(name, href=addresses.indicator(slug))) for name, slug in named]
    return pieces.box(title, [html.Ul(items)])
