"""What every page shares: skip link, header with the domains, breadcrumb, footer, and the message area."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from indicators.overview import LISTED, DomainCard
from layouts import addresses, search_form
from layouts.attributes import aria
from layouts.still import still

NAME = "Integratie in cijfers"
MESSAGE = "message"
MAIN = "inhoud"
SEARCH = "Zoek op deze site"
NEGATIONS = re.compile(r"\b(niet-\w+)", re.IGNORECASE)


def frame(content: Component, domains: Sequence[DomainCard], contact_email: str) -> Component:
    """Put header and footer around the content of the pages."""
    return html.Div(
        [
            html.A("Ga naar de inhoud", href=f"#{MAIN}", className="skip-link"),
            still(_header(domains)),
            html.Div(id=MESSAGE, className="message", role="alert"),
            html.Div(className="failure width", role="alert"),
            html.Main(content, id=MAIN, tabIndex=-1),
            still(_footer(contact_email)),
        ],
        className="site",
    )


def _header(domains: Sequence[DomainCard]) -> Component:
    content = [_brand(), html.Nav([_domains(domains), *_other_pages()], **aria(label="Hoofdmenu"))]
    content.append(search_form.search_form("header-query", SEARCH, "header-search", placeholder="Zoek…"))
    return html.Header(html.Div(content, className="width header-row"), className="header")


def _other_pages() -> list[Component]:
    """Link to the main pages that are no domain; on a phone they stand in the menu of domains."""
    return [
        dcc.Link("Gemeenten", href=addresses.link(addresses.MUNICIPALITIES)),
        dcc.Link("Vergelijken", href=addresses.link(addresses.COMPARE)),
        dcc.Link("Doelen", href=addresses.link(addresses.TARGETS)),
        dcc.Link("Plan", href=addresses.link(addresses.PLAN)),
        dcc.Link("Gegevens", href=addresses.link(addresses.HOLDINGS)),
        dcc.Link("Over deze site", href=addresses.link(addresses.ABOUT)),
        html.A("Aanmelden", href=addresses.link(addresses.SIGN_IN)),
    ]


def _brand() -> Component:
    mark = html.Span([html.I(), html.I(), html.I()], className="brand-mark", **aria(hidden="true"))
    return dcc.Link([mark, html.Span(NAME)], href=addresses.link(addresses.HOME), className="brand")


def _domains(domains: Sequence[DomainCard]) -> Component:
    quality = dcc.Link("Kwaliteit van de cijfers", href=addresses.link(addresses.QUALITY))
    columns = [search_form.search_form("menu-query", SEARCH, "menu-search")]
    columns += [html.Div(_domain_links(one), className="menu-domain") for one in domains]
    columns.append(
        html.Div(html.Ul([html.Li(link) for link in [*_other_pages(), quality]]), className="menu-domain menu-more")
    )
    panel = html.Div(html.Div(columns, className="menu-grid width"), className="menu-panel")
    return html.Details([html.Summary("Domeinen"), panel], className="menu")


def _domain_links(domain: DomainCard) -> list[Component]:
    head = dcc.Link(domain.title, href=addresses.domain(domain.slug), className="menu-head")
    shown = [html.Li(dcc.Link(title, href=addresses.indicator(slug))) for title, slug in domain.indicators[:LISTED]]
    count = len(domain.indicators)
    everything = html.Li(dcc.Link(all_of(count), href=addresses.domain(domain.slug), className="all"))
    return [head, html.Ul([*shown, everything])]


def all_of(count: int) -> str:
    """Name the link to all indicators of a domain: "Alle 9 indicatoren", "De enige indicator"."""
    return f"Alle {count} indicatoren" if count > 1 else "Bekijk het domein"


def _footer(contact_email: str) -> Component:
    contact = [html.A("Contact", href=f"mailto:{contact_email}")] if contact_email else []
    links = [
        dcc.Link("Over deze site", href=addresses.link(addresses.ABOUT)),
        dcc.Link("Wat is er nieuw", href=addresses.link(addresses.NEWS)),
        dcc.Link("Methode", href=addresses.link(addresses.METHOD)),
        dcc.Link("Begrippen", href=addresses.link(addresses.TERMS)),
        dcc.Link("Kwaliteit van de cijfers", href=addresses.link(addresses.QUALITY)),
        dcc.Link("Toegankelijkheidsverklaring", href=addresses.link(addresses.ACCESSIBILITY)),
        dcc.Link("Privacy", href=addresses.link(addresses.PRIVACY)),
        dcc.Link("Gegevens voor programma’s (API)", href=addresses.link(addresses.API_TOLD)),
        *contact,
    ]
    origin = "Bron: omgevingsanalyse van het Vlaams actieplan integratie (2012) en latere reeksen."
    source = html.P(f"{origin} De bron staat bij elk cijfer.")
    address = html.P(className="printed-address")
    row = html.Div([source, address, html.Nav(links, **aria(label="Voettekst"))], className="width footer-row")
    return html.Footer(row, className="footer")


def breadcrumb(*steps: tuple[str, str]) -> Component:
    """Show the way to a page: pairs of name and address, the last one without an address."""
    items = [html.Li(dcc.Link(name, href=href) if href else html.Span(name)) for name, href in steps]
    return html.Nav(html.Ol(items), className="breadcrumb", **aria(label="Kruimelpad"))


def heading(text: str, subtitle: str = "") -> Component:
    """Show the one H1 of a page, which takes the focus after a change of page, and the line below it."""
    below = [html.P(subtitle, className="subtitle")] if subtitle else []
    return html.Div([html.H1(_unbroken(text), tabIndex=-1), *below], className="heading")


def _unbroken(text: str) -> list[Component | str] | str:
    """Keep "niet-EU" and its like on one line: a line that ends in "niet-" says the opposite of what it means."""
    parts = NEGATIONS.split(text)
    if len(parts) == 1:
        return text
    return [html.Span(part, className="unbroken") if NEGATIONS.match(part) else part for part in parts if part]
