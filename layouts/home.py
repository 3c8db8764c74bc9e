"""The home page: the answer in two sentences, the gap in each domain of life, three numbers, all domains."""

from __future__ import annotations

from dash import Dash, dcc, html
from dash.development.base_component import Component

from indicators import words
from indicators.answers import Answers
from indicators.figures import small
from indicators.overview import DomainCard, Home, Tile
from indicators.targets.rows import HomeTarget
from layouts import addresses, pieces
from layouts.attributes import aria
from layouts.frame import all_of, heading
from layouts.target_pieces import status_chip

CARD_LINKS = 3
BEFORE_TARGETS = 2
"""How many tiles stand above that of the targets."""


def layout(answers: Answers, /, **query: object) -> Component:
    """Lay out the home page."""
    edition = answers.edition(query)
    home = edition.home
    return html.Div(
        [
            html.Div(
                [
                    _answer(home),
                    html.Div([_gaps(home), _tiles(home, edition.targets_on_home)], className="columns"),
                ],
                className="width",
            ),
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
            pieces.gap_legend(home.gaps),
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


def _tiles(home: Home, targets: list[HomeTarget]) -> Component:
    tiles = [_tile(tile) for tile in home.tiles]
    tiles[BEFORE_TARGETS:BEFORE_TARGETS] = _targets(targets)
    return html.Aside(tiles, className="side-column", **aria(label="Kerncijfers"))


def _targets(targets: list[HomeTarget]) -> list[Component]:
    """Tell in a tile how the targets stand that matter most here."""
    rows = [
        html.Li([dcc.Link(one.title, href=addresses.target(one.slug)), status_chip(one.status, one.chip)])
        for one in targets
    ]
    everything = dcc.Link("Alle doelen en hun status", href=addresses.link(addresses.TARGETS))
    title = html.H2("Pact 2020: waar staan we?", className="tile-title")
    return [html.Div([title, html.Ul(rows, className="plain home-targets"), everything], className="card")]


def _tile(tile: Tile) -> Component:
    line = []
    if tile.sparkline:
        text = f"Lijn van {tile.years[0]} tot {tile.years[1]}"
        picture = html.Img(src=small.data_uri(tile.sparkline), alt=text, className="sparkline")
        years = html.Div(list(map(html.Span, tile.years)), className="sparkline-years note", **aria(hidden="true"))
        line = [html.Div([picture, years])]
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
