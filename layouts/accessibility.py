"""The accessibility statement, in the order of the model that Flemish governments use."""

from __future__ import annotations

from dash import Dash, html
from dash.development.base_component import Component

from indicators.answers import Answers
from layouts import addresses
from layouts.frame import breadcrumb, heading

WRITTEN = ("25 november 2026", "2026-11-25")
"""When the statement was written: as readers and as machines see it. Change it with every new look at the site."""


def layout(_answers: Answers, /, **_query: object) -> Component:
    """Lay out the page."""
    steps = (("Home", addresses.link(addresses.HOME)), ("Over deze site", addresses.link(addresses.ABOUT)))
    parts = [_commitment(), _status(), _not_accessible(), _preparation(), _feedback(), _enforcement()]
    return html.Div(
        [
            breadcrumb(*steps, ("Toegankelijkheidsverklaring", "")),
            heading("Toegankelijkheidsverklaring", "Wat werkt voor iedereen, en wat nog niet"),
            html.Div(parts, className="prose"),
        ],
        className="width",
    )


def register_callbacks(_app: Dash, _answers: Answers) -> None:
    """Nothing on this page changes without a change of page."""


def _section(title: str, *content: Component) -> Component:
    return html.Section([html.H2(title), *content])


def _list(*texts: str) -> Component:
    return html.Ul([html.Li(text) for text in texts])


def _commitment() -> Component:
    return html.Section(
        [
            html.P(
                "Integratie in cijfers wil toegankelijk zijn voor iedereen. "
                "We volgen daarvoor de regels van de Europese norm EN 301 549 en van WCAG 2.1, niveau AA."
            ),
            html.P("Deze verklaring gaat over alle pagina’s van deze site, ook die van het beheer."),
            html.P("Deze site is geen website van een overheid. We volgen de regels uit eigen beweging."),
        ]
    )


def _status() -> Component:
    return _section(
        "Nalevingsstatus",
        html.P(
            "Deze site voldoet gedeeltelijk aan WCAG 2.1, niveau AA. "
            "Hieronder staat wat nog niet voldoet of nog niet getest is."
        ),
    )


def _not_accessible() -> Component:
    return _section(
        "Niet-toegankelijke inhoud",
        html.H3("Wat nog niet voldoet"),
        _list(
            "Wie aangemeld is en een half uur niets doet, wordt afgemeld. Ook na acht uur moet je opnieuw aanmelden. "
            "We waarschuwen niet vooraf, en je kunt die tijd niet verlengen (WCAG 2.2.1).",
        ),
        html.H3("Nog niet getest"),
        _list(
            "We testten de site nog niet met een schermlezer.",
            "We testten de site nog niet met personen met een beperking.",
            "We testten alleen in de browser Chromium.",
        ),
        html.H3("Wat moeilijk kan zijn"),
        _list(
            "Een grafiek of kaart is een tekening. De cijfers staan op dezelfde pagina ook in een tabel.",
            "Citaten uit het actieplan zijn letterlijk. Hun taal is vaak moeilijk.",
            "De pagina’s met cijfers werken niet zonder JavaScript. De cijfers kun je dan wel downloaden.",
        ),
    )


def _preparation() -> Component:
    text, machine = WRITTEN
    return _section(
        "Opstelling van deze verklaring",
        html.P(["Deze verklaring is opgesteld op ", html.Time(text, dateTime=machine), "."]),
        html.P("Ze steunt op een eigen test van de site:"),
        _list(
            "een automatische test met axe, op een breed en een smal scherm;",
            "een test met alleen het toetsenbord;",
            "een test op een scherm van 320 pixels breed;",
            "een controle van het contrast van de kleuren.",
        ),
        html.P("Een automatische test vindt niet alle fouten."),
    )


def _feedback() -> Component:
    email = addresses.contact_email()
    contact = (
        html.P(["Mail naar ", html.A(email, href=f"mailto:{email}"), "."])
        if email
        else html.P("Voor deze site is nog geen adres voor feedback ingesteld.")
    )
    return _section(
        "Feedback en contactgegevens",
        html.P("Kun je een cijfer niet lezen? Laat het weten. We bezorgen het in een andere vorm."),
        contact,
    )


def _enforcement() -> Component:
    return _section(
        "Handhavingsprocedure",
        html.P(
            "De klachtenprocedure voor websites van overheden geldt niet voor deze site. "
            "Neemt een overheid de site over, dan vult ze hier haar klachtendienst en ombudsdienst in."
        ),
    )
