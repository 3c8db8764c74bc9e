"""The sentences about one row of a report: a small grammar, and the sources of the numbers in each sentence.

A sentence names the municipality, the number with its count, and the period; a comparison names the other number too.
A difference is that of the two numbers as they are printed, in the decimals of the coarsest. Only a difference outside
the margin is called higher or lower; nothing is called better or worse.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.catalogue import Catalogue
from data.model import Observation
from indicators import words
from indicators.local.comparison import Comparison
from indicators.local.rows import Row, title_of
from indicators.local.standing import COMPARABLE, HIGHER, Standing
from indicators.strip import UNIT_IN_TEXT

FLANDERS = "het Vlaams Gewest"
NAMELESS = "Het cijfer van deze indicator"
"""The subject of indicators whose title alone says what they measure."""


@dataclass(frozen=True)
class Said:
    """One sentence, and the codes of the sources of its numbers."""

    text: str
    sources: tuple[str, ...]


def sources_of(observations: Iterable[Observation | None]) -> tuple[str, ...]:
    """List the sources of observations, each once, in order."""
    return tuple(dict.fromkeys(one.source for one in observations if one is not None))


def said(row: Row, catalogue: Catalogue, name: str, in_group: str) -> tuple[Said, ...]:
    """Say a row of the municipality of this name; `in_group` places its group ("in de buurgemeenten"), or is empty."""
    numbers = row.numbers
    if row.why_not or numbers.own is None:
        return (Said(row.why_not, sources_of(numbers.series)),)
    first = Said(_measured(row, catalogue, name), sources_of([numbers.own]))
    beside = [_beside_region(numbers), _beside_group(row, in_group)] if numbers.value is not None else []
    return (first, *(one for one in beside if one))


def count_told(row: Row, catalogue: Catalogue) -> str:
    """Give the count behind a percentage or why there is none; the unit of a number that is no percentage."""
    own = row.numbers.own
    if row.count or own is None or row.why_not or own.unit_measure in UNIT_IN_TEXT:
        return row.count
    return catalogue.label("unit_measure", own.unit_measure)


def _measured(row: Row, catalogue: Catalogue, name: str) -> str:
    """Say the number: "Het aandeel … was 13,4% in Gent op 1 januari 2015 (33.831 van 253.266 personen).".

    What has no subject of its own is named by its title: "Lonen, vrouwen: 12,6% in Gent in 2015 (…).".
    """
    numbers, own = row.numbers, row.numbers.own
    assert own is not None
    is_headline = dict(numbers.line.breakdown) == dict(numbers.indicator.headline.breakdown)
    subject = numbers.indicator.sentence.subject
    has_subject = bool(subject) and subject != NAMELESS and is_headline
    start = f"{subject} was" if has_subject else f"{title_of(numbers.line, catalogue)}:"
    count = count_told(row, catalogue)
    behind = f" ({count})" if count else ""
    return f"{start} {row.value} in {name} {words.in_period(own.time_period, numbers.indicator.period_kind)}{behind}."


def _beside_region(numbers: Comparison) -> Said | None:
    region = numbers.region
    if region is None or region.obs_value is None or numbers.own is None:
        return None
    places = min(words.decimals(one, numbers.indicator) for one in (numbers.own, region))
    value = words.qualified_value(region, numbers.indicator)
    text = _beside(numbers, numbers.to_region, region.obs_value, places, f"in {FLANDERS}", value)
    return Said(text, sources_of([numbers.own, region]))


def _beside_group(row: Row, in_group: str) -> Said | None:
    numbers = row.numbers
    if numbers.group_value is None or numbers.own is None or not in_group:
        return None
    places = min(words.decimals(numbers.own, numbers.indicator), numbers.indicator.decimals)
    text = _beside(numbers, numbers.to_group, numbers.group_value, places, in_group, row.group)
    return Said(text, sources_of([numbers.own, *numbers.across.observations.values()]))


def _beside(numbers: Comparison, found: Standing | None, other: float, places: int, where: str, value: str) -> str:
    """Set the number beside another one: higher, lower, the same, not clearly different, or only the other number."""
    size = rounded(numbers.value or 0, places) - rounded(other, places)
    if found is None:
        return f"{words.capital(where)} was dat {value}."
    if found is COMPARABLE:
        return f"Dat verschilt niet duidelijk van het cijfer {where} ({value})."
    if not words.signed(size, places).strip("+\u22120,."):
        return f"Dat is afgerond evenveel als {where} ({value})."
    unit = "percentage_points" if numbers.indicator.unit_measure == "percent" else numbers.indicator.unit_measure
    difference = words.with_unit(words.number(abs(size), places), unit)
    return f"Dat is {difference} {'hoger' if found is HIGHER else 'lager'} dan {where} ({value})."


def rounded(value: float, places: int) -> float:
    """Round as a number is printed, so that a difference is the one that a reader computes."""
    return float(words.number(value, places).replace(".", "").replace(",", ".").replace("\u2212", "-"))
