"""The figures of a municipality as a table per domain; a phone shows each row as a card."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from indicators.figures import small, spread
from indicators.local.profile import DomainRows, Profile
from indicators.local.rows import Row
from layouts import addresses
from layouts.attributes import data

COLUMNS = 7


def legend(shown: Profile) -> Component:
    """Name the marks of a strip."""
    entries = (
        ("own", shown.municipality.name),
        ("region", "Vlaams Gewest"),
        ("group", f"{shown.group.group.name.lower()} (de groep)"),
        ("bands", "middelste 80% en 50% van de gemeenten"),
        ("dots", "elke gemeente"),
    )
    items = [html.Li([_image(spread.key(mark), "", "key"), name]) for mark, name in entries]
    return html.Ul(items, className="legend spread-legend")


def table(shown: Profile) -> list[Component]:
    """Show all domains that have figures; a sentence where none has."""
    if not shown.domains:
        return [html.P(f"Voor {shown.municipality.name} zijn er nog geen cijfers.")]
    heads = ("Indicator", shown.municipality.name, "Vlaams Gewest", shown.group.group.name)
    rest = ("Spreiding over alle gemeenten", "Positie", "Verloop")
    head = html.Thead(html.Tr([html.Th(text, scope="col") for text in (*heads, *rest)]))
    caption = html.Caption(f"De cijfers van {shown.municipality.name} per domein", className="visually-hidden")
    bodies = [_domain(one, shown) for one in shown.domains]
    return [html.Table([caption, head, *bodies], className="profile-table")]


def _domain(domain: DomainRows, shown: Profile) -> Component:
    head = html.Tr(
        html.Th(html.H2(domain.title, id=domain.slug), colSpan=COLUMNS, scope="rowgroup"), className="group-head"
    )
    rows = [_row(one, shown) for one in domain.rows]
    more = [html.Tr(html.Td(_more(domain, shown), colSpan=COLUMNS), className="more")] if domain.more else []
    return html.Tbody([head, *rows, *more])


def _more(domain: DomainRows, shown: Profile) -> Component:
    search = replace(shown.choice, toon=domain.slug).to_search()
    href = addresses.municipality(shown.municipality.slug, f"{search}#{domain.slug}")
    noun = "rij" if domain.more == 1 else "rijen"
    return dcc.Link(f"Toon nog {domain.more} {noun} van {domain.title}", href=href)


def _row(row: Row, shown: Profile) -> Component:
    pin = replace(shown.choice, grouping=type(shown.choice.grouping)(), jaar="", toon="").to_search()
    link = dcc.Link(row.title, href=addresses.indicator(row.slug, pin if shown.choice.versie else ""))
    name = html.Th([link, html.Span(row.about, className="note")], scope="row")
    own = html.Td([html.Strong(row.value), _note(row.count), *_card(row, shown)], className="own")
    sides = [_number(row.region, "Vlaams Gewest"), _number(row.group, shown.group.group.name)]
    if row.why_not:
        return html.Tr([name, own, *sides, html.Td(row.why_not, colSpan=3, className="why-not")])
    return html.Tr([name, own, *sides, _strip(row), _position(row), _course(row)])


def _card(row: Row, shown: Profile) -> list[Component]:
    """Lead to the card of an indicator for a council paper; further breakdowns and what has no number have none."""
    is_first = not row.why_not and dict(row.numbers.line.breakdown) == dict(row.numbers.indicator.headline.breakdown)
    if not is_first:
        return []
    href = addresses.card(shown.municipality.slug, row.slug, replace(shown.choice, toon="").to_search())
    of_what = html.Span(f" van {row.title}", className="visually-hidden")
    return [html.A(["Kaart (PDF)", of_what], href=href, className="card-link")]


def _number(text: str, label: str) -> Component:
    return html.Td(text, className="number", **data(label=label))


def _strip(row: Row) -> Component:
    image = [_image(row.strip, row.strip_text, "spread")] if row.strip else []
    return html.Td([*image, _note(f"Groep: {row.group_note}.") if row.group_note else ""], className="strip-cell-wide")


def _position(row: Row) -> Component:
    standings = [html.Span(one, className="note") for one in row.standings]
    return html.Td([html.Strong(row.position), _note(row.place), *standings], className="position")


def _course(row: Row) -> Component:
    line: list[Any] = [_image(row.sparkline, "", "sparkline")] if row.sparkline else []
    return html.Td([*line, _note(row.course)], className="course")


def _note(text: str) -> Component:
    return html.Span(text, className="note")


def _image(drawn: str, text: str, name: str) -> Component:
    return html.Img(src=small.data_uri(drawn), alt=text, className=name)
