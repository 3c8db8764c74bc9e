"""What this site knows of its readers: nothing. What its log holds stands here too; `app.py` sets it up."""

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
            heading("Privacy", "Deze site plaatst geen cookies en volgt je niet"),
            html.Div([_reader(), _log(), _figures(), _questions()], className="prose"),
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
            "We plaatsen geen cookies. Daarom vragen we ook geen toestemming.",
            "We tellen geen bezoekers en volgen niemand.",
            "Je browser haalt alles van deze site: ook lettertypes, grafieken en beelden.",
            "Wat je kiest of zoekt, staat alleen in het adres van de pagina. We bewaren het niet.",
        ),
    )


def _log() -> Component:
    return _section(
        "Wat staat er in het logboek?",
        html.P("Het programma noteert wanneer het start, en wanneer er bij ons iets misgaat. Dan staat er:"),
        _list(
            "het tijdstip;",
            "het adres van de pagina of het onderdeel;",
            "de plaats in de code waar het misging;",
            "een code, om de fout terug te vinden.",
        ),
        html.P("Het programma noteert geen IP-adres en geen naam."),
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
