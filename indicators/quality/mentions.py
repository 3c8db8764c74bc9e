"""Compares the numbers that the source prints twice: once in a table and once, often rounded, in its sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from data.catalogue import Catalogue
from data.model import Indicator, Observation
from data.shown import Place, place_of, shown
from indicators import words
from indicators.quality.finding import DOUBT, EPSILON, OK, Finding, half_unit, number_of, printed_decimals, subject

ABOVE = ("ruim", "meer dan", "iets meer dan")
BELOW = ("bijna", "net geen", "minder dan", "iets minder dan", "onder", "quasi")
WORDS_SLACK = 0.1
"""How far "bijna", "ruim" or a number in words may be from what it stands for: a tenth of it (our choice)."""


def mention_findings(observations: Sequence[Observation], indicator: Indicator, catalogue: Catalogue) -> list[Finding]:
    """Compare every further mention of a number with the mention that pages show: the one in the table."""
    return [_finding(mention, table, indicator, catalogue) for mention, table in _pairs(observations)]


def _pairs(observations: Sequence[Observation]) -> Iterator[tuple[Observation, Observation]]:
    """Give each further mention of a number with the shown one; a later revision is another number, not a mention."""
    mentions: dict[tuple[int, Place], list[Observation]] = defaultdict(list)
    for one in observations:
        if one.is_level and one.obs_value is not None:
            mentions[one.revision, place_of(one)].append(one)
    for same in mentions.values():
        (first,) = shown(same).values()
        yield from ((one, first) for one in same if one is not first)


def agrees(mention: Observation, precise: Observation) -> bool:
    """Tell whether a mention is a fair rounding of a more precise number.

    "40" stands for 39,94, for that rounds to it. "bijna 40" stands for 39,94 but not for 40,2; it may be further away
    than rounding allows, up to a tenth. A number in words ("een kwart") may be that far on both sides.
    """
    difference = number_of(precise) - number_of(mention)
    side = _side(mention.qualifier)
    if side * difference < 0:
        return False
    in_words = side != 0 or not words.PRINTED_NUMBER.search(mention.printed)
    slack = max(half_unit(mention), WORDS_SLACK * number_of(mention) if in_words else 0)
    return abs(difference) <= slack + EPSILON


def _side(qualifier: str) -> int:
    if qualifier.startswith(ABOVE):
        return 1
    return -1 if qualifier.startswith(BELOW) else 0


def _finding(mention: Observation, table: Observation, indicator: Indicator, catalogue: Catalogue) -> Finding:
    holds = agrees(mention, table)
    said, given = words.qualified_value(mention, indicator), words.value(table, indicator)
    decimals = max(printed_decimals(mention), printed_decimals(table))
    return Finding(
        kind="mention",
        indicators=(indicator.id,),
        source_ref=words.listed(list(dict.fromkeys([mention.source_ref, table.source_ref]))),
        what=subject(mention, indicator, catalogue),
        found=given,
        expected=said,
        difference="" if holds else words.signed(number_of(table) - number_of(mention), decimals),
        verdict=OK if holds else DOUBT,
        treatment=f"We tonen het cijfer van {table.source_ref}.",
        doubt="" if holds else f"{table.source_ref} geeft {given}.",
        places=(mention.key,),
    )
