"""Which municipalities look alike: the nearest ones on a few facts of their structure, each in standard deviations.

Source: the nearest-neighbours models of CIPFA and of the Office for National Statistics (Euclidean distance on
standardised variables), made small enough to explain on the page.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

SENSITIVE_BELOW = 0.6
"""A group of which less than this share stays when one fact is left out is called sensitive."""

CLOSEST, MOST_DIFFERENT = 3, 2


@dataclass(frozen=True)
class Fact:
    """One fact on which municipalities are compared; `outcomes` are the indicators that say the same.

    `decimals` and `unit_measure` say how its numbers are written; `is_logarithm` compares them by ratio.
    """

    id: str
    name: str
    unit_measure: str = "percent"
    decimals: int = 1
    outcomes: tuple[str, ...] = ()
    is_logarithm: bool = False


@dataclass(frozen=True)
class Likeness:
    """One fact of a municipality beside the mean of its group; `distance` is in standard deviations."""

    fact: Fact
    own: float
    group: float
    distance: float


class Structure:
    """The facts of all municipalities; those that lack one of them take no part."""

    def __init__(self, facts: Sequence[Fact], values: Mapping[str, Sequence[float | None]]) -> None:
        """Keep the facts, and for each municipality a value for each fact, in the same order."""
        self.facts = tuple(facts)
        complete = {area: row for area, row in sorted(values.items()) if None not in row and row}
        self.areas = tuple(complete)
        self._rows = np.array(list(complete.values()), dtype=float).reshape(len(complete), len(self.facts))

    def without(self, outcomes: Collection[str]) -> Structure:
        """Leave out the facts that are one of these indicators: what is judged must not choose its own judges."""
        kept = [place for place, fact in enumerate(self.facts) if not set(fact.outcomes) & set(outcomes)]
        return self._only(kept)

    def _only(self, places: Sequence[int]) -> Structure:
        rows = self._rows[:, list(places)]
        return Structure([self.facts[place] for place in places], dict(zip(self.areas, rows.tolist(), strict=True)))

    @cached_property
    def _scores(self) -> np.ndarray:
        """Give each fact in standard deviations from its mean; a fact that is equal everywhere counts for nothing."""
        is_log = [fact.is_logarithm for fact in self.facts]
        rows = np.where(is_log, np.log(np.where(is_log, self._rows, 1.0)), self._rows)
        spread = rows.std(axis=0)
        return (rows - rows.mean(axis=0)) / np.where(spread > 0, spread, 1.0)

    def nearest(self, area: str, count: int) -> tuple[str, ...]:
        """Give the municipalities nearest to one, the nearest first, itself left out; equal distances by code.

        Empty for a municipality without all facts, and where there is no fact to compare.
        """
        if area not in self.areas or not self.facts:
            return ()
        own = self.areas.index(area)
        distances = np.linalg.norm(self._scores - self._scores[own], axis=1).round(9)
        order = sorted(range(len(self.areas)), key=lambda place: (distances[place], self.areas[place]))
        return tuple(self.areas[place] for place in order if place != own)[:count]

    def likeness(self, area: str, group: Collection[str]) -> tuple[list[Likeness], list[Likeness]]:
        """Give the facts in which a municipality is closest to its group, and those of the rest that differ most."""
        own, members = self.areas.index(area), [self.areas.index(one) for one in group if one in self.areas]
        means, scores = self._rows[members].mean(axis=0), self._scores[members].mean(axis=0)
        found = [
            Likeness(
                fact,
                float(self._rows[own, place]),
                float(means[place]),
                float(abs(self._scores[own, place] - scores[place])),
            )
            for place, fact in enumerate(self.facts)
        ]
        ordered = sorted(found, key=lambda one: one.distance)
        rest = ordered[CLOSEST:]
        return ordered[:CLOSEST], rest[::-1][:MOST_DIFFERENT]

    def stability(self, area: str, count: int) -> float | None:
        """Give the share of the group that stays when one fact is left out, for the fact that matters most.

        None where there are fewer than two facts.
        """
        group = set(self.nearest(area, count))
        if not group or len(self.facts) < 2:
            return None
        places = range(len(self.facts))
        others = [self._only([one for one in places if one != left_out]) for left_out in places]
        return min(len(group & set(other.nearest(area, count))) / len(group) for other in others)
