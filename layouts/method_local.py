"""The chapter of the method page on comparing municipalities, with the numbers of the code."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from indicators import words
from indicators.flags import LEAST_COUNT, LEAST_SAMPLE
from indicators.local.comparison import LEAST_PEOPLE
from indicators.local.facts import FACTS
from indicators.local.groups import LEAST_K, MOST_K, USUAL_K
from indicators.local.intervals import EXACT_BELOW
from indicators.local.map_classes import CLASSES
from indicators.local.nearest import SENSITIVE_BELOW
from indicators.local.position import LEAST_AREAS

SOURCES = (
    "Gelijkaardige gemeenten: de modellen met naaste buren van CIPFA en het Office for National Statistics (ONS).",
    "Marge van een percentage: E. B. Wilson, Journal of the American Statistical Association 22 (1927).",
    f"Marge van een aantal: de benadering van Byar, in N. E. Breslow en N. E. Day, Statistical methods in cancer "
    f"research II (1987); onder {EXACT_BELOW} exact, naar F. Garwood, Biometrika 28 (1936).",
    "Marge van een verschil: R. G. Newcombe, Statistics in Medicine 17 (1998), methode 10.",
    "Marge van een enquête: Provincies in Cijfers, Betrouwbaarheidsintervallen in Swing.",
    "Hoger, lager en vijfden: Fingertips, Office for Health Improvement and Disparities.",
    "Klassen van de kaart: Gemeente-Stadsmonitor, Indeling van gemeenten op de kaarten.",
)


def chapter() -> list[Component]:
    """Give the sections, the last with the sources of all."""
    parts = [_nearest(), _group(), _margins(), _places(), _small_numbers(), _geographies(), _map()]
    return [*parts, _section("Waar komen deze methodes vandaan?", _list(*SOURCES))]


def _section(title: str, *content: Component) -> Component:
    return html.Section([html.H2(title), *content])


def _list(*texts: str) -> Component:
    return html.Ul([html.Li(text) for text in texts])


def _nearest() -> Component:
    facts = words.listed([fact.name for fact in FACTS])
    kept = words.number(100 * SENSITIVE_BELOW, 0)
    return _section(
        "Welke gemeenten lijken op elkaar?",
        html.P(f"We vergelijken gemeenten op weinig kenmerken: {facts}. Andere, zoals dichtheid, hebben we nog niet."),
        html.P("Elk kenmerk telt in standaardafwijkingen. Zo weegt geen kenmerk zwaarder door zijn eenheid:"),
        html.P("afstand = √ van de som van (verschil ÷ standaardafwijking)²", className="formula"),
        _list(
            "Van het aantal inwoners nemen we de logaritme: de verhouding telt, niet het verschil.",
            "Wat een pagina beoordeelt, kiest nooit mee: zulke kenmerken laten we weg.",
            f"De groep heeft {USUAL_K} gemeenten. Je kunt er {LEAST_K} tot {MOST_K} kiezen.",
            "Een gemeente hoort nooit bij haar eigen groep.",
            f"Blijft zonder één kenmerk minder dan {kept}% van de groep over, dan noemen we de groep gevoelig.",
        ),
    )


def _group() -> Component:
    return _section(
        "Wat is het cijfer van een groep?",
        html.P("cijfer van de groep = som van de tellers ÷ som van de noemers", className="formula"),
        _list(
            "Een gemiddelde van percentages zou een kleine gemeente even zwaar laten wegen als een grote.",
            "Geeft de bron geen aantallen, dan tonen we de mediaan.",
            "Ernaast staan de mediaan, de middelste helft en het aantal gemeenten met een cijfer.",
        ),
    )


def _margins() -> Component:
    return _section(
        "Hoe zeker is een cijfer van een gemeente?",
        html.P(
            "In een kleine gemeente verandert een percentage al door enkele mensen. Daarom rekenen we een marge uit."
        ),
        _list(
            "De marge van een percentage is het 95%-interval van Wilson.",
            f"De marge van een aantal is die van Byar, en exact onder {EXACT_BELOW}.",
            "Bij een enquête komt de marge uit het aantal bevraagden.",
            "Een register telt iedereen. De marge zegt dan hoeveel een cijfer door toeval kan schommelen.",
            "We noemen een cijfer pas hoger of lager als het andere cijfer buiten de marge valt.",
            f"“Wat valt op?” gebruikt geen cijfer van minder dan {LEAST_PEOPLE} mensen.",
            "Zonder aantallen in de bron kennen we geen marge, en zeggen we niet wat hoger of lager is.",
        ),
    )


def _places() -> Component:
    return _section(
        "Wat zegt de plaats van een gemeente?",
        html.P("We delen de gemeenten van hoog naar laag in vijf even grote groepen. Hoog is niet goed of slecht."),
        _list(
            f"Met minder dan {LEAST_AREAS} gemeenten delen we niet in.",
            "Overlappen marges, dan is een plaats een reeks: “plaats 41 tot 118 van 285”.",
            "Is die reeks langer dan de helft van alle plaatsen, dan tonen we haar niet.",
        ),
    )


def _small_numbers() -> Component:
    most = LEAST_COUNT - 1
    return _section(
        "Waarom zijn sommige cijfers verborgen?",
        html.P("Een klein aantal kan verraden over wie het gaat."),
        _list(
            f"We verbergen aantallen van 1 tot {most} uit een register. Een 0 tonen we.",
            "We verbergen een percentage als zijn teller, zijn noemer of het verschil zo’n aantal is.",
            f"We verbergen cijfers van minder dan {LEAST_SAMPLE} bevraagden.",
            "Kan iemand een verborgen aantal uit een som terugrekenen, dan verbergen we nog een ander aantal.",
            f"Een som over een verborgen deel is een bereik: het verborgen deel is minstens 1 en hoogstens {most}.",
            "Publiceert de uitgever zelf zulke kleine aantallen, dan tonen wij ze ook.",
        ),
    )


def _geographies() -> Component:
    return _section(
        "Hoe rekenen we om na een fusie?",
        html.P("Vlaanderen telde 308 gemeenten tot 2018, 300 tot 2024, en telt er nu 285."),
        _list(
            "Aantallen tellen we op.",
            "Percentages zijn de som van de tellers gedeeld door de som van de noemers.",
            "Medianen, indexen en percentages zonder aantallen rekenen we niet om. De pagina zegt dat.",
            "Ontbreekt het cijfer van één deel, dan is er geen cijfer van het geheel.",
            "Een gemeente splitsen kunnen we niet.",
        ),
    )


def _map() -> Component:
    return _section(
        "Hoe maken we de klassen van de kaart?",
        _list(
            "De kaart toont alleen percentages. Aantallen tonen vooral waar veel mensen wonen.",
            f"Er zijn {CLASSES} klassen, uit de cijfers van alle jaren samen. Een kleur betekent elk jaar hetzelfde.",
            "De grenzen liggen waar de cijfers binnen een klasse het minst verschillen (k-means).",
        ),
    )
