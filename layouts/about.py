"""What this site is, where its figures come from, how they are treated, and how to read signs and symbols."""

from __future__ import annotations

from dash import Dash, dcc, html
from dash.development.base_component import Component

from indicators.answers import Answers
from indicators.flags import MEANINGS
from layouts import addresses, pieces
from layouts.frame import breadcrumb, heading

SYMBOLS = (
    ("be", "Belgen of personen van Belgische herkomst"),
    ("eu", "EU- of EU+-burgers"),
    ("non_eu", "van buiten de EU, ook landen van buiten de EU"),
    ("all", "alle buitenlandse nationaliteiten of herkomst samen"),
    ("", "totaal, of een groep die niets met herkomst te maken heeft"),
)


def layout(answers: Answers, /, **_query: object) -> Component:
    """Lay out the page."""
    return html.Div(
        [
            breadcrumb(("Home", addresses.link(addresses.HOME)), ("Over deze site", "")),
            heading("Over deze site", "Wat je hier vindt, waar de cijfers vandaan komen en hoe je ze leest"),
            html.Div([_what(answers), _treatment(), _signs(), _trend(), _reuse(), _more()], className="prose"),
        ],
        className="width",
    )


def register_callbacks(_app: Dash, _answers: Answers) -> None:
    """Nothing on this page changes without a change of page."""


def _what(answers: Answers) -> Component:
    count = len({slug for domain in answers.domains() for _title, slug in domain.indicators})
    return html.Section(
        [
            html.H2("Wat is dit?"),
            html.P(
                f"Integratie in cijfers toont {count} indicatoren over personen van buitenlandse herkomst. "
                "Ze gaan over bevolking, inburgering, werk, onderwijs, wonen, welzijn, participatie en discriminatie."
            ),
            html.P(
                "Het begon met de omgevingsanalyse van 2012: bijlage 1 van het Vlaams actieplan integratie. "
                "Daarna kwamen er latere reeksen bij, onder meer van Statbel en Eurostat. "
                "Bij elk cijfer staan de eenheid, de periode, het gebied, de groep en de plaats in de bron."
            ),
            html.P("Deze site is geen website van de Vlaamse overheid."),
        ]
    )


def _treatment() -> Component:
    return html.Section(
        [
            html.H2("Hoe gaan we met de cijfers om?"),
            html.Ul(
                [
                    html.Li("We tonen het getal dat de bron drukt, met evenveel decimalen."),
                    html.Li("Een getal dat we zelf berekenen, heet “afgeleid” en toont zijn berekening."),
                    html.Li("Noemt de bron geen jaar of gebied, dan zeggen we dat. We vullen niets in."),
                    html.Li("Een drukfout verbeteren we nooit stil: we tonen wat er staat en hoe we het lezen."),
                    html.Li("De groep heet naar wat er gemeten is: nationaliteit, geboorteland of herkomst."),
                    html.Li("Het woord van de bron staat tussen aanhalingstekens."),
                ]
            ),
            html.P(dcc.Link("Bekijk wat we in de bron nagerekend hebben", href=addresses.link(addresses.QUALITY))),
        ]
    )


def _signs() -> Component:
    letters = [part for letter, meaning in MEANINGS.items() for part in (html.Dt(letter), html.Dd(meaning))]
    symbols = [html.Li([pieces.symbol(family), name]) for family, name in SYMBOLS]
    open_symbol = html.Li([pieces.symbol("be", is_open=True), "open symbool: afgeleid, geraamd of in woorden afgerond"])
    return html.Section(
        [
            html.H2("Tekens en symbolen"),
            html.P("Kleur en vorm van een groep zijn overal dezelfde. Een kleur is nooit een oordeel."),
            html.Ul([*symbols, open_symbol], className="plain symbols"),
            html.Dl(letters, className="letters"),
        ]
    )


def _trend() -> Component:
    return html.Section(
        [
            html.H2("Punten, lijnen en trends"),
            html.P("Eén of twee metingen tekenen we als punten. Een lijn heeft minstens drie metingen."),
            html.P("We spreken pas van een trend vanaf vijf metingen. Door één punt trekken we nooit een lijn."),
            html.P(
                "Een verschil van minder dan 1 procentpunt noemen we “geen duidelijk verschil”. "
                "Dat is een afspraak, geen test."
            ),
        ]
    )


def _reuse() -> Component:
    api = dcc.Link("met een programma", href=addresses.link(addresses.API_TOLD))
    return html.Section(
        [
            html.H2("Hergebruik"),
            html.P(["Je kunt alle cijfers downloaden, per indicator of ", api, "."]),
            html.P(
                "De cijfers zijn vrij te gebruiken waar de uitgever dat toelaat (CC BY 4.0). "
                "Vermeld de bron bij het cijfer."
            ),
            html.P("De code is open: MIT-licentie."),
        ]
    )


def _more() -> Component:
    pages = (
        ("Hoe we cijfers kiezen, vergelijken en beoordelen", addresses.METHOD),
        ("Begrippen: wat woorden hier betekenen", addresses.TERMS),
        ("Toegankelijkheidsverklaring", addresses.ACCESSIBILITY),
        ("Privacy", addresses.PRIVACY),
    )
    links = [html.Li(dcc.Link(name, href=addresses.link(path))) for name, path in pages]
    return html.Section([html.H2("Meer over deze site"), html.Ul(links)])
