"""All that the page of a target shows, ready to read."""

from __future__ import annotations

from dataclasses import dataclass

from data.catalogue import Catalogue
from data.target import Target
from indicators.panels.panel import Panel
from indicators.tables import Cell, Table
from indicators.targets.board import Assessment, Judged
from indicators.targets.reckoning import Reckoning
from indicators.targets.required import Required
from indicators.targets.told import KINDS, certainty, chip, later, missing, sentence
from indicators.targets.what_if import WhatIf, what_if
from indicators.targets.written import difference, plain

Fact = tuple[str, tuple[str, ...]]
Named = tuple[str, str]
"""Title and slug."""


@dataclass(frozen=True)
class Way:
    """One way to measure a target: how it stands, the road, the table, the arithmetic and both methods."""

    label: str
    explanation: str
    indicator: Named | None
    status: str
    chip: str
    sentence: str
    missing: str
    certainty: str
    later: str
    panel: Panel | None
    table: Table | None
    lines: tuple[str, ...]
    methods: Table | None
    why_methods_differ: str
    source_line: str


@dataclass(frozen=True)
class TargetPage:
    """The page: `quote` is the sentence of the source in three parts, the middle one is the promise itself."""

    id: str
    title: str
    short: str
    kind: str
    quote: tuple[str, str, str]
    cite: str
    facts: tuple[Fact, ...]
    main: Way
    others: tuple[Way, ...]
    what_if: WhatIf | None
    related: tuple[Named, ...]


def target_page(judged: Judged, catalogue: Catalogue) -> TargetPage:
    """Put the page of one target together."""
    target = judged.target
    before, part, after = target.source.text.partition(target.source.part)
    return TargetPage(
        id=target.id,
        title=target.title,
        short=target.short,
        kind=KINDS[target.kind],
        quote=(before, part, after),
        cite=cite(target),
        facts=tuple(
            (label, told) for label, texts in _facts(judged, catalogue) if (told := tuple(filter(None, texts)))
        ),
        main=_way(target, judged.main, catalogue),
        others=tuple(_way(target, one, catalogue) for one in judged.others),
        what_if=what_if(judged.main),
        related=tuple(_named(one, catalogue) for one in target.related),
    )


def cite(target: Target) -> str:
    """Say where the sentence stands."""
    if target.source.document.startswith("Pact"):
        return f"{target.source.document}, in het Vlaams actieplan integratie (2012), {target.source.ref}"
    return f"{target.source.document} (2012), {target.source.ref}"


def _named(indicator: str, catalogue: Catalogue) -> Named:
    found = catalogue.indicators[indicator]
    return found.title, found.slug


def _facts(judged: Judged, catalogue: Catalogue) -> list[tuple[str, tuple[str, ...]]]:
    """Lay the words of the source beside our reading, and mark what is ours as derived."""
    target = judged.target
    group = target.group
    not_followed = ", ".join(_quoted(one) for one in group.not_followed)
    return [
        ("Welke groep noemt de bron?", (_quoted(group.in_source) or "De bron noemt geen groep.",)),
        ("Welke groep volgen wij?", (group.mapping,)),
        ("Welke groep volgen wij niet?", (not_followed,)),
        ("Welk gebied?", (_area(judged, catalogue),)),
        ("Hoe meten wij?", tuple(one.explanation for one in target.measures[:1])),
        ("Hoeveel?", _how_much(target)),
        ("Vanaf waar?", _from_where(target)),
        ("Tegen wanneer?", _by_when(target)),
        ("Let op", (target.note,)),
        ("Twijfel", (target.doubt,)),
    ]


def _quoted(text: str) -> str:
    return f"“{text}”" if text else ""


def _area(judged: Judged, catalogue: Catalogue) -> str:
    in_source = judged.target.group.area_in_source
    said = f"De bron zegt {_quoted(in_source)}." if in_source else "De bron noemt geen gebied."
    measure = judged.main.measure
    return f"{said} Wij meten: {catalogue.label('ref_area', measure.ref_area)}." if measure else said


def _how_much(target: Target) -> tuple[str, ...]:
    goal = target.goal
    if goal is None:
        return ("De bron noemt geen getal.",)
    derived = f"Afgeleid: {plain(goal.number)} staat niet zo in de tekst." if goal.derived else ""
    source = f"Bron van het getal: {goal.source}, {goal.url}." if goal.source else ""
    return (f"De bron zegt {_quoted(goal.printed)}.", goal.explanation, derived, source)


def _from_where(target: Target) -> tuple[str, ...]:
    base = target.measures[0].base if target.measures else None
    if base is None:
        return ("De tekst noemt geen beginwaarde.",)
    return (base.explanation, "Afgeleid: dit begin staat niet in de tekst van het doel." if base.derived else "")


def _by_when(target: Target) -> tuple[str, ...]:
    deadline = target.deadline
    if not deadline.time_period:
        return (deadline.explanation,)
    derived = "Afgeleid: dit jaar staat niet in de zin." if deadline.derived else ""
    return (f"{deadline.time_period}.", deadline.explanation, derived)


def _way(target: Target, assessment: Assessment, catalogue: Catalogue) -> Way:
    measure, verdict = assessment.measure, assessment.verdict
    indicator = catalogue.indicators[measure.indicator] if measure else None
    required = Required(target, assessment, catalogue) if measure and assessment.points else None
    sources = dict.fromkeys(catalogue.label("source", one.source) for one in assessment.points if one.source)
    return Way(
        label=measure.label if measure else "",
        explanation=measure.explanation if measure else "",
        indicator=(indicator.title, indicator.slug) if indicator else None,
        status=verdict.status.name,
        chip=chip(verdict),
        sentence=sentence(verdict),
        missing=missing(target, assessment) if verdict.reason else "",
        certainty=certainty(verdict, is_sample=indicator is not None and indicator.source_kind == "survey"),
        later=later(assessment),
        panel=required.panel() if required else None,
        table=required.table() if required else None,
        lines=verdict.lines,
        methods=_methods(verdict.numbers),
        why_methods_differ=verdict.why_methods_differ,
        source_line=f"Bron: {'; '.join(sources)}." if sources else "",
    )


def _methods(numbers: Reckoning) -> Table | None:
    """Set the straight line and the growth rate side by side; None where there are no two measurements."""
    growth = numbers.growth
    if growth is None or numbers.actual is None or numbers.required is None or growth.required is None:
        return None
    assert numbers.ratio is not None
    assert growth.score is not None
    unit = numbers.unit_measure
    rows = (
        ("Vereist per jaar", difference(numbers.required, unit), f"{plain(100 * growth.required, 1, 2)}%"),
        ("Werkelijk per jaar", difference(numbers.actual, unit), f"{plain(100 * growth.observed, 1, 2)}%"),
        ("Werkelijk ÷ vereist", plain(numbers.ratio, most=3), plain(growth.progress, most=3)),
        ("Klasse", str(numbers.linear_class), str(numbers.growth_class)),
        ("Score (−5 tot 5)", "–", plain(growth.score, most=2)),
    )
    cells = tuple((name, (Cell(line), Cell(rate))) for name, line, rate in rows)
    return Table("Twee methodes naast elkaar", ("Methode", "Rechte lijn", "Groeivoet"), cells)
