"""Which of several observations of the same number a page shows.

The same number can stand in a table and in the text, or in two sources. All are kept; pages show one of them: a table
or a file before running text (the text rounds), then the newest revision, then a plain number before one rounded in
words. The text comes last whatever its revision: a corrected sentence is a newer revision too.
"""

from __future__ import annotations

from collections.abc import Iterable

from data.model import Observation

Place = tuple[str, str, str, tuple[tuple[str, str], ...]]


def place_of(observation: Observation) -> Place:
    """Say what is measured, apart from who published it: indicator, area, period and breakdown."""
    return observation.key[:4]


def shown(observations: Iterable[Observation]) -> dict[Place, Observation]:
    """Choose one observation for each place; the result keeps the order in which the places come."""
    best: dict[Place, Observation] = {}
    for observation in observations:
        place = place_of(observation)
        if place not in best or _rank(observation) > _rank(best[place]):
            best[place] = observation
    return best


def _rank(observation: Observation) -> tuple[bool, bool, int, bool]:
    has_number = observation.obs_value is not None or observation.is_range
    in_text = observation.source_ref.startswith("§")
    return (has_number, not in_text, observation.revision, not observation.qualifier)
