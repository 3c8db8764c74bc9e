"""How figures are chosen, compared and judged: the rules of the site in plain words, with the numbers of the code."""

from __future__ import annotations

from dash import Dash, dcc, html
from dash.development.base_component import Component

from indicators import words
from indicators.answers import Answers
from indicators.measures import CLEAR_POINTS, CLEAR_SHARE
from indicators.targets.statuses import MOST, NEARLY_ALL, RULES, Progress, Reason
from layouts import addresses, method_local
from layouts.frame import breadcrumb, heading

POINTS = f"{words.number(CLEAR_POINTS, 0)} procentpunt"
SHARE = f"{words.number(100 * CLEAR_SHARE, 0)}%"
CUTS = (words.number(100 * NEARLY_ALL, 0), words.number(100 * MOST, 0))


def layout(_answers: Answers, /, **_query: object) -> Component:
    """Lay out the page."""
    steps = (("Home", addresses.link(addresses.HOME)), ("Over deze site", addresses.link(addresses.ABOUT)))
    parts = [_choice(), _groups(), _gaps(), _changes(), _targets(), _statuses(), _growth()]
    parts += [*method_local.chapter(), _revisions(), _checks()]
    return html.Div(
        [
            breadcrumb(*steps, ("Methode", "")),
            heading("Methode", "Hoe we cijfers kiezen, vergelijken en beoordelen"),
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


def _formula(text: str) -> Component:
    return html.P(text, className="formula")


def _choice() -> Component:
    return _section(
        "Welk cijfer tonen we?",
        html.P("Hetzelfde cijfer kan op meer plaatsen staan. We bewaren elke vermelding, en tonen er één:"),
        html.Ol(
            [
                html.Li("een getal, liever dan “niet beschikbaar”;"),
                html.Li("een tabel of bestand, liever dan de lopende tekst: de tekst rondt af;"),
                html.Li("de nieuwste versie, liever dan een oudere;"),
                html.Li("een gewoon getal, liever dan een getal dat de bron in woorden afrondt."),
            ]
        ),
        _list(
            "We tonen evenveel decimalen als de bron.",
            "Een getal dat we zelf berekenen, heet “afgeleid”. De berekening staat erbij.",
            "Een cijfer dat ontbreekt, schatten we niet.",
        ),
    )


def _groups() -> Component:
    terms = dcc.Link("Lees wat de begrippen betekenen", href=addresses.link(addresses.TERMS))
    return _section(
        "Welke groepen vergelijken we?",
        html.P("Nationaliteit, geboorteland en herkomst zijn drie indelingen. We zetten ze nooit in één reeks."),
        html.P("Een andere definitie of meetwijze is een andere indicator, of een breuk in de reeks."),
        html.P(terms),
    )


def _gaps() -> Component:
    return _section(
        "Hoe berekenen we een kloof?",
        html.P("We vergelijken een groep met haar vergelijkingsgroep, in hetzelfde gebied en dezelfde periode."),
        _formula("kloof = cijfer van de groep − cijfer van de vergelijkingsgroep"),
        _list(
            "We tonen hoe groot de kloof is, en zeggen of de groep hoger of lager staat.",
            "De kloof tussen twee percentages staat in procentpunten.",
            f"Een kloof van minder dan {POINTS} noemen we “geen duidelijk verschil”.",
            "Het minst nauwkeurige van de twee cijfers bepaalt het aantal decimalen.",
            "Tussen aantallen berekenen we geen kloof: die meet alleen hoe groot een groep is.",
        ),
        html.P("Een kloof zegt niet waarom de groepen verschillen."),
    )


def _changes() -> Component:
    return _section(
        "Wanneer spreken we van een verandering?",
        _list(
            f"Een percentage verandert pas duidelijk vanaf {POINTS}.",
            f"Een aantal verandert pas duidelijk vanaf {SHARE} van het eerste aantal.",
            "Kleinere verschillen noemen we “ongeveer gelijk” of “geen duidelijk verschil”.",
            "Voor en na een breuk vergelijken we niet.",
            "Een lijn heeft minstens drie metingen. Een trend heeft er minstens vijf.",
        ),
        html.P(f"De grenzen van {POINTS} en {SHARE} zijn onze afspraak. Ze zijn geen statistische test."),
    )


def _targets() -> Component:
    return _section(
        "Hoe beoordelen we een doel?",
        html.P("We trekken een rechte lijn van het begin naar het doel. Die geeft het vereiste tempo."),
        _formula("vereist per jaar = (doel − begin) ÷ (doeljaar − beginjaar)"),
        _formula("werkelijk per jaar = (meting − begin) ÷ (jaar van de meting − beginjaar)"),
        _formula("deel van het vereiste tempo = werkelijk per jaar ÷ vereist per jaar"),
        html.P("De lijn zegt ook welke waarde er in een jaar nodig was:"),
        _formula("nodig in een jaar = begin + vereist per jaar × (jaar − beginjaar)"),
        html.P("En hoeveel er per jaar nog bij moet of af moet:"),
        _formula("nog vereist per jaar = (doel − meting) ÷ (doeljaar − jaar van de meting)"),
        _list(
            "Noemt de tekst van het doel geen begincijfer, dan noemen we ons begin “afgeleid”.",
            "Vraagt de tekst een groei per jaar, dan is die groei het vereiste tempo.",
            f"De marge is {POINTS} voor percentages, en {SHARE} van het begin voor andere cijfers.",
            "Geeft de bron grenzen, dan komt de marge uit die grenzen: "
            "de wortel uit de som van de kwadraten van de halve breedtes.",
            "Geeft de bron grenzen, dan beoordelen we ook de twee grenzen. "
            "Is het oordeel niet overal hetzelfde, dan zeggen we dat.",
        ),
        html.P(dcc.Link("Bekijk alle doelen", href=addresses.link(addresses.TARGETS))),
    )


def _statuses() -> Component:
    items = [part for status, rule in RULES.items() for part in (html.Dt(status.value), html.Dd(rule))]
    reasons = words.listed([f"“{reason.value}”" for reason in Reason])
    return _section(
        "De zeven oordelen",
        html.Dl(items, className="facts"),
        html.P("Na het doeljaar zijn er maar twee oordelen: bereikt of niet bereikt."),
        html.P(f"Kunnen we een doel niet beoordelen, dan staat de reden erbij: {reasons}."),
    )


def _growth() -> Component:
    high, middle = CUTS
    return _section(
        "De groeivoet, ter vergelijking",
        html.P(
            "Naast de rechte lijn tonen we de methode van Open SDG en Statistics Canada. "
            "Ze rekent met groei in procent per jaar."
        ),
        _formula("groeivoet = (waarde 2 ÷ waarde 1) ^ (1 ÷ aantal jaren) − 1"),
        _formula("verhouding = werkelijke groeivoet ÷ vereiste groeivoet"),
        _list(
            f"Vanaf {high}%: {Progress.SUBSTANTIAL}.",
            f"Vanaf {middle}%: {Progress.MODERATE}.",
            f"Vanaf 0%: {Progress.LIMITED}.",
            f"Minder dan 0%: {Progress.DETERIORATION}.",
        ),
        html.P("De twee methodes kunnen verschillen. Dan zeggen we waarom. Het oordeel volgt de rechte lijn."),
    )


def _revisions() -> Component:
    return _section(
        "Wat gebeurt er bij nieuwe cijfers?",
        _list(
            "Elke publicatie van cijfers is een nieuwe versie met een nummer.",
            "Een nieuwe versie wist nooit een oude. We overschrijven geen enkel cijfer.",
            "Een pagina toont de nieuwste versie. Met “?versie=1” in het adres zie je de eerste.",
            "Het oordeel over een doel hoort bij een versie, en hangt niet af van de dag waarop je kijkt.",
        ),
        html.P(dcc.Link("Bekijk alle gegevens en versies", href=addresses.link(addresses.HOLDINGS))),
    )


def _checks() -> Component:
    return _section(
        "Hoe controleren we de cijfers?",
        _list(
            "We rekenen na wat de bron optelt, aftrekt en deelt.",
            "We vergelijken elk cijfer dat op twee plaatsen staat.",
            "We toetsen elke uitspraak van de bron aan haar eigen cijfers.",
            "Een drukfout verbeteren we nooit stil.",
            "Cijfers uit de pers dragen een merk: we lazen de publicatie zelf niet.",
        ),
        html.P(dcc.Link("Bekijk wat we vonden", href=addresses.link(addresses.QUALITY))),
    )
