"""What this site knows of its readers: nothing. What it keeps of people with an account, and its log, stand here."""

from __future__ import annotations

from dash import Dash, html
from dash.development.base_component import Component

from indicators.answers import Answers
from layouts import addresses
from layouts.frame import breadcrumb, heading


def layout(_answers: Answers, /, **_query: object) -> Component:
    """Lay out the page."""
    steps = (("Home", addresses.link(addresses.HOME)), ("Over deze site", addresses.link(addresses.ABOUT)))
    return html.Div(
        [
            breadcrumb(*steps, ("Privacy", "")),
            heading("Privacy", "Wie leest, krijgt geen cookies en wordt niet gevolgd"),
            html.Div([_reader(), _accounts(), _log(), _figures(), _questions()], className="prose"),
        ],
        className="width",
    )


def register_callbacks(_app: Dash, _answers: Answers) -> None:
    """Nothing on this page changes without a change of page."""


def _section(title: str, *content: Component) -> Component:
    return html.Section([html.H2(title), *content])


def _list(*texts: str) -> Component:
    return html.Ul([html.Li(text) for text in texts])


def _reader() -> Component:
    return _section(
        "Wat weten we over jou?",
        _list(
            "Je hebt geen account nodig om cijfers te lezen.",
            "Wie leest, krijgt geen cookies. Daarom vragen we ook geen toestemming.",
            "We tellen geen bezoekers en volgen niemand.",
            "Je browser haalt alles van deze site: ook lettertypes, grafieken en beelden.",
            "Wat je kiest of zoekt, staat alleen in het adres van de pagina. We bewaren het niet.",
        ),
    )


def _accounts() -> Component:
    return _section(
        "En wie zich aanmeldt?",
        html.P("Wie cijfers oplaadt of nakijkt, heeft een account. Dan bewaren we:"),
        _list(
            "je naam, e-mailadres, rol en gemeenten;",
            "je wachtwoord, onleesbaar gemaakt (argon2id);",
            "meld je je aan via een aanmelddienst: de code die de dienst je geeft, en de naam van je organisatie;",
            "wat je in het beheer doet, en wanneer: dat blijft in het logboek van het beheer;",
            "de bestanden die je oplaadt, met hun naam en wat je erbij koos: 30 dagen na je laatste wijziging, "
            "of zolang de versie bestaat die ermee gepubliceerd is; niets van een bestand met gegevens over personen;",
            "je IP-adres bij het aanmelden; een dag later wissen we het, bij de eerstvolgende aanmelding.",
        ),
        html.P("Je krijgt één cookie, die nodig is om je aan te melden. Na afmelden werkt ze niet meer."),
    )


def _log() -> Component:
    return _section(
        "Wat staat er in het logboek van de server?",
        html.P("Het programma noteert wanneer het start, en wanneer er bij ons iets misgaat. Dan staat er:"),
        _list(
            "het tijdstip;",
            "het adres van de pagina of het onderdeel;",
            "de plaats in de code waar het misging;",
            "een code, om de fout terug te vinden.",
        ),
        html.P("In dit logboek noteert het programma geen IP-adres en geen naam."),
        html.P(
            "De server waarop het programma draait, kan een eigen logboek hebben. "
            "Daarin kunnen IP-adressen staan. De beheerder van de server beslist daarover."
        ),
    )


def _figures() -> Component:
    return _section(
        "Staan er personen in de cijfers?",
        html.P("Nee. De site toont alleen gepubliceerde cijfers over groepen, nooit over één persoon."),
    )


def _questions() -> Component:
    email = addresses.contact_email()
    if not email:
        return _section("Vragen", html.P("Voor deze site is nog geen adres voor vragen ingesteld."))
    return _section("Vragen", html.P(["Mail naar ", html.A(email, href=f"mailto:{email}"), "."]))
