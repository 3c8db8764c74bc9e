"""The home page: the answer in two sentences, the gap in each domain of life, three numbers, all domains."""

from __future__ import annotations

from dash import Dash, dcc, html
from dash.development.base_component import Component

from indicators import words
from indicators.answers import Answers
from indicators.figures import small
from indicators.overview import DomainCard, Home, Tile
from layouts import addresses, pieces
from layouts.attributes import aria
from layouts.frame import all_of, heading

CARD_LINKS = 3


def layout(answers: Answers, /, **_query: object) -> Component:
    """Lay out the home page."""
    home = answers.home()
    return html.Div(
        [
            html.Div([_answer(home), html.Div([_gaps(home), _tiles(home)], className="columns")], className="width"),
            _domains(answers.domains()),
        ]
    )


def register_callbacks(_app: Dash, _answers: Answers) -> None:
    """Nothing on this page changes without a change of page."""


def _answer(home: Home) -> Component:
    parts = [html.Strong(text) if bold else text for text, bold in home.answer]
    chip = f"Cijfers van {home.oldest} tot {home.newest}. Nieuwe cijfers verschijnen hier zodra ze er zijn."
    return html.Div(
        [
            heading("Hoe staat het met integratie in Vlaanderen?"),
            html.P(parts, className="intro"),
            html.P(chip, className="chip info"),
        ],
        className="home-answer",
    )


def _gaps(home: Home) -> Component:
    entries = tuple(
        dict.fromkeys((mark.family, mark.name) for _, rows in home.gaps for row in rows for mark in row.marks)
    )
    families = {
        "be": "Belgen of Belgische herkomst",
        "non_eu": "van buiten de EU",
        "all": "alle buitenlandse nationaliteiten of herkomst",
    }
    used = [(family, name) for family, name in families.items() if family in {family for family, _ in entries}]
    caption = "De kloof per levensdomein: het aandeel in twee groepen en hun verschil in procentpunten"
    small_gaps = [
        pieces.notice([html.Strong("Geen of kleine kloof: "), f"{text}."], "plain") for text in home.small_gaps
    ]
    return html.Section(
        [
            html.H2("De kloof per levensdomein"),
            html.P(
                "Aandeel in % per groep, nieuwste cijfer per indicator. Kloof in procentpunten.",
                className="chart-subtitle",
            ),
            pieces.legend(tuple(used)),
            pieces.gap_rows(home.gaps, home.axis_end, caption),
            *small_gaps,
            html.P(
                "De groepen verschillen per bron: lees de regel onder elke indicator. "
                "Open symbool: afgeleid of afgerond cijfer. "
                f"Bron: {'; '.join(home.sources)}.",
                className="source",
            ),
        ],
        className="main-column",
    )


def _tiles(home: Home) -> Component:
    return html.Aside([_tile(tile) for tile in home.tiles], className="side-column", **aria(label="Kerncijfers"))


def _tile(tile: Tile) -> Component:
    line = []
    if tile.sparkline:
        text = f"Lijn van {tile.years[0]} tot {tile.years[1]}"
        line = [html.Img(src=small.data_uri(tile.sparkline), alt=text, className="sparkline")]
    return html.Div(
        [
            html.H2(tile.title, className="tile-title"),
            html.Div([html.P(tile.value, className="tile-value"), *line], className="tile-row"),
            html.P(tile.below),
            dcc.Link(
                f"Bekijk {words.lower(tile.title.split(' in ')[0].split(' op ')[0])}",
                href=addresses.indicator(tile.slug),
            ),
        ],
        className="card",
    )


def _domains(domains: list[DomainCard]) -> Component:
    cards = html.Div([_card(one) for one in domains], className="card-grid")
    return html.Section([html.H2("Alle domeinen"), cards], className="width domains")


def _card(domain: DomainCard) -> Component:
    shown = [html.Li(dcc.Link(title, href=addresses.indicator(slug))) for title, slug in domain.indicators[:CARD_LINKS]]
    everything = dcc.Link(all_of(len(domain.indicators)), href=addresses.domain(domain.slug), className="all")
    return html.Div(
        [
            html.H3(dcc.Link(domain.title, href=addresses.domain(domain.slug))),
            html.P(domain.question),
            html.Ul(shown),
            everything,
        ],
        className="card",
    )
