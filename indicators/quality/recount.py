"""Works out again what the source computed from its own figures: percentages, changes, gaps and ranks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from data.catalogue import Catalogue
from data.model import TRANSFORMATION, Indicator, Observation
from data.shown import Place, place_of
from indicators import words
from indicators.quality.finding import (
    DOUBT,
    EPSILON,
    OK,
    ROUNDED,
    Finding,
    half_unit,
    is_printed,
    number_of,
    printed_decimals,
    subject,
)
from indicators.series import levels


def percentage_findings(
    observations: Sequence[Observation], indicator: Indicator, catalogue: Catalogue
) -> list[Finding]:
    """Work out every percentage of which the source prints both counts, and round it as the source does.

    Units: 100 × numerator / denominator, in per cent. A doubt holds for each mention of the same number.
    """
    mentions: dict[Place, list[Observation]] = defaultdict(list)
    for one in observations:
        mentions[place_of(one)].append(one)
    with_counts = [one for one in observations if one.numerator is not None and one.denominator and is_printed(one)]
    return [_percentage(one, mentions[place_of(one)], indicator, catalogue) for one in with_counts]


def _percentage(
    observation: Observation, mentions: Sequence[Observation], indicator: Indicator, catalogue: Catalogue
) -> Finding:
    assert observation.numerator is not None
    assert observation.denominator is not None
    exact = 100 * observation.numerator / observation.denominator
    decimals = printed_decimals(observation)
    counts = f"{words.number(observation.numerator, 0)} op {words.number(observation.denominator, 0)}"
    found = f"{words.number(exact, decimals)}%"
    holds = abs(exact - number_of(observation)) <= half_unit(observation) + EPSILON
    return Finding(
        kind="percentage",
        indicators=(indicator.id,),
        source_ref=observation.source_ref,
        what=f"{subject(observation, indicator, catalogue)}, {counts}",
        found=found,
        expected=words.value(observation, indicator),
        difference="" if holds else words.signed(round(exact, decimals) - number_of(observation), decimals),
        verdict=OK if holds else DOUBT,
        treatment="" if holds else "We tonen het percentage zoals het gedrukt is, met de twijfel erbij.",
        doubt="" if holds else f"Uit de aantallen volgt {found}.",
        places=tuple(one.key for one in mentions if one.obs_value == observation.obs_value),
    )


def statement_findings(
    observations: Sequence[Observation], indicator: Indicator, catalogue: Catalogue
) -> list[Finding]:
    """Work out the changes, gaps and ranks that the source prints about its figures.

    Only where the source prints the figures too: 29 points against a 73 that we made from it would be no check.
    """
    printed = [one for one in levels(observations) if is_printed(one)]
    told = [one for one in observations if not one.is_level and is_printed(one)]
    findings = [_statement(one, printed, indicator, catalogue) for one in told]
    return [one for one in findings if one is not None]


def _statement(
    statement: Observation, printed: Sequence[Observation], indicator: Indicator, catalogue: Catalogue
) -> Finding | None:
    operands = READINGS[statement.breakdown[TRANSFORMATION]](statement, printed, indicator)
    if operands is None:
        return None
    exact, used = operands
    missing = exact - number_of(statement)
    slack = half_unit(statement) + sum(map(half_unit, used))
    verdict = OK if abs(missing) <= EPSILON else ROUNDED if abs(missing) <= slack else DOUBT
    decimals = max(map(printed_decimals, (*used, statement)))
    found = words.with_unit(words.number(exact, decimals), statement.unit_measure)
    return Finding(
        kind="statement",
        indicators=(indicator.id,),
        source_ref=words.listed(list(dict.fromkeys(one.source_ref for one in (statement, *used)))),
        what=subject(statement, indicator, catalogue),
        found=found,
        expected=words.value(statement, indicator),
        difference="" if verdict == OK else words.signed(missing, decimals),
        verdict=verdict,
        treatment="" if verdict == OK else "We tonen het getal zoals het gedrukt is.",
        doubt="" if verdict == OK else f"Uit de gedrukte cijfers volgt {found}.",
        places=(statement.key,),
    )


Reading = tuple[float, Sequence[Observation]] | None
"""A number worked out again, and the printed numbers that it is made of; None where the source does not print them."""


def _change(statement: Observation, printed: Sequence[Observation], indicator: Indicator) -> Reading:
    """Subtract the number before from the number of the same period."""
    same = [one for one in printed if one.ref_area == statement.ref_area and _group(one) == _group(statement)]
    so_far = sorted((one for one in same if one.time_period <= statement.time_period), key=lambda one: one.time_period)
    if len(so_far) < 2 or so_far[-1].time_period != statement.time_period:
        return None
    before, now = so_far[-2:]
    return number_of(now) - number_of(before), (before, now)


def _gap(statement: Observation, printed: Sequence[Observation], indicator: Indicator) -> Reading:
    """Subtract the number of the group from that of its reference group; a gap is never negative."""
    references = {
        one.id: one.reference for one in indicator.dimensions if one.reference and one.id in _group(statement)
    }
    group = _at(statement, _group(statement), printed)
    for dimension, code in references.items():
        if group and (other := _at(statement, _group(statement) | {dimension: code}, printed)):
            return abs(number_of(other) - number_of(group)), (group, other)
    return None


def _rank(statement: Observation, printed: Sequence[Observation], indicator: Indicator) -> Reading:
    """Give the place among the areas of which the source prints a number, 1 = the largest."""
    same_time = [one for one in printed if one.time_period == statement.time_period]
    areas = [one for one in same_time if _group(one) == _group(statement)]
    own = next((one for one in areas if one.ref_area == statement.ref_area), None)
    if own is None:
        return None
    return 1 + sum(number_of(one) > number_of(own) for one in areas), (own,)


def _not_read(statement: Observation, printed: Sequence[Observation], indicator: Indicator) -> Reading:
    return None


READINGS: Mapping[str, Callable[[Observation, Sequence[Observation], Indicator], Reading]] = {
    "change": _change,
    "gap": _gap,
    "rank": _rank,
    "growth": _not_read,
    "ratio": _not_read,
    "distinct": _not_read,
}


def _group(observation: Observation) -> dict[str, str]:
    return {dimension: code for dimension, code in observation.breakdown.items() if dimension != TRANSFORMATION}


def _at(statement: Observation, group: Mapping[str, str], printed: Iterable[Observation]) -> Observation | None:
    """Find the number of a group in the area and period of the statement."""
    place = (statement.ref_area, statement.time_period)
    found = (one for one in printed if (one.ref_area, one.time_period) == place and _group(one) == group)
    return next(found, None)
