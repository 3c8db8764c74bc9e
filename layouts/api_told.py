"""How to read the figures with a program: addresses and choices, an example for pandas, the steps for Excel."""

from __future__ import annotations

from typing import Any

from dash import Dash, dcc, html
from dash.development.base_component import Component

from indicators.answers import Answers
from layouts import addresses
from layouts.frame import breadcrumb, heading

EXAMPLE = "/api/indicator/werkzaamheidsgraad"
PANDAS = """import pandas as pd

SITE = "{site}"

# Welke indicatoren zijn er?
index = pd.json_normalize(pd.read_json(f"{SITE}/api?vorm=json")["indicators"])

# De cijfers van één indicator, van een vaste versie.
figures = pd.read_csv(
    f"{SITE}/api/indicator/werkzaamheidsgraad.csv?vorm=standaard&versie=1",
    dtype={"time_period": str},
)
shown = figures[figures["shown"]]
print(shown[["ref_area", "time_period", "breakdown", "obs_value", "unit_measure"]])
"""
ADDRESSES = (
    ("/api", "alle indicatoren met hun bestanden, als JSON (in een browser: met ?vorm=json erachter)"),
    (f"{EXAMPLE}.csv", "de cijfers van een indicator, voor Excel: puntkomma en decimale komma"),
    (f"{EXAMPLE}.csv?vorm=standaard", "dezelfde cijfers voor programma’s: komma en decimale punt"),
    (f"{EXAMPLE}.csv?vorm=sdmx", "dezelfde cijfers als SDMX-CSV 2.0"),
    (f"{EXAMPLE}.xlsx", "een Excel-werkmap met cijfers, metadata, definities en versie"),
    (f"{EXAMPLE}.json", "de cijfers met de beschrijving en de doelen"),
    ("/api/alles.zip", "alles samen"),
)


def layout(_answers: Answers, /, **_query: object) -> Component:
    """Lay out the page; the addresses on it have the name by which the reader knows the site."""
    about = ("Over deze site", addresses.link(addresses.ABOUT))
    return html.Div(
        [
            breadcrumb(("Home", addresses.link(addresses.HOME)), about, ("Gegevens voor programma’s", "")),
            heading("Gegevens voor programma’s (API)", "Lees de cijfers in pandas, Excel of een eigen programma"),
            html.Div([_what(), _choices(), _pandas(), _excel(), _errors()], className="prose"),
        ],
        className="width",
    )


def register_callbacks(_app: Dash, _answers: Answers) -> None:
    """Nothing on this page changes without a change of page."""


def _what() -> Component:
    listed = [part for path, told in ADDRESSES for part in (html.Dt(html.Code(addresses.link(path))), html.Dd(told))]
    description = html.A("de beschrijving in OpenAPI 3.1", href=addresses.link(f"{addresses.API}/openapi.json"))
    return html.Section(
        [
            html.H2("Adressen"),
            html.P("Je hebt geen account of sleutel nodig. Je kunt alleen lezen."),
            html.Dl(listed, className="facts"),
            html.P(["Alle adressen, keuzes, kolommen en fouten staan in ", description, "."]),
        ]
    )


def _choices() -> Component:
    all_figures = dcc.Link("Gegevens", href=addresses.link(addresses.HOLDINGS))
    return html.Section(
        [
            html.H2("Keuzes"),
            html.Ul(
                [
                    html.Li(
                        [
                            html.Code("versie=1"),
                            " geeft de cijfers van die publicatie, voor altijd dezelfde. De versies ",
                            "staan bij ",
                            all_figures,
                            ".",
                        ]
                    ),
                    html.Li(
                        [
                            html.Code("omvang=weergave"),
                            " geeft alleen de cijfers van een weergave. Neem de rest over uit ",
                            "het adres van de pagina, bijvoorbeeld ",
                            html.Code("omvang=weergave&jaar=2010"),
                            ".",
                        ]
                    ),
                ]
            ),
            html.P("Elke rij is één cijfer met eenheid, periode, gebied, uitsplitsing en bron."),
        ]
    )


def _pandas() -> Component:
    code = PANDAS.replace("{site}", addresses.absolute(addresses.link("")))
    return html.Section([html.H2("In Python met pandas"), html.Pre(html.Code(code), className="code")])


def _excel() -> Component:
    whole = addresses.absolute(addresses.link(f"{EXAMPLE}.csv"))
    steps: tuple[Any, ...] = (
        "Kies Gegevens > Gegevens ophalen > Van andere bronnen > Van web.",
        ["Plak het adres van een indicator, bijvoorbeeld ", html.Code(whole), " en kies OK."],
        "Kies als bestandsoorsprong 65001: Unicode (UTF-8) en als scheidingsteken puntkomma.",
        "Kies Laden. Met Gegevens > Alles vernieuwen haal je later nieuwe cijfers op.",
    )
    other: list[Any] = [
        "Staat Excel op Engelse getallen? Zet dan ",
        html.Code("?vorm=standaard"),
        " achter het adres en kies komma als scheidingsteken. Een punt is dan het decimaalteken. ",
        "Gebruik die vorm niet met Belgische instellingen: Excel kan 6.4 dan lezen als een datum.",
    ]
    told = html.P("Met Belgische of Nederlandse instellingen gebruik je het adres zonder meer: met decimale komma.")
    content = [html.H2("In Excel met Power Query"), told, html.Ol([html.Li(one) for one in steps]), html.P(other)]
    return html.Section(content)


def _errors() -> Component:
    told = "Een indicator of versie die niet bestaat, geeft status 404 en een zin in het Nederlands."
    ignored = "Een keuze die we niet kennen, negeren we. Kijk daarom na of je kreeg wat je vroeg."
    return html.Section([html.H2("Fouten"), html.P(told), html.P(ignored)])
