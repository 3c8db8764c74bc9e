"""Which indicators can stand side by side: for the same group, area and period both must have a real figure.

Nothing is estimated or filled in. A point is one area (all in one period) or one period (all of one area).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations

from data.catalogue import Catalogue
from data.model import Indicator, Observation
from data.snapshot import Snapshot
from indicators.series import levels

AREAS, YEARS = "gebieden", "jaren"
LEAST = 3
"""Points that a picture of two indicators needs: two points always lie on one line."""

SUGGESTED = 3
TOTAL = "totaal"

Breakdown = tuple[tuple[str, str], ...]
Point = tuple[Observation, Observation]
Figures = dict[Breakdown, dict[tuple[str, str], Observation]]


@dataclass(frozen=True)
class Shared:
    """The figures that two indicators both have for one group; `kind` tells what a point is.

    `fixed` is the period that all areas share, or the area that all periods share.
    """

    breakdown: Breakdown
    kind: str
    fixed: str
    points: tuple[Point, ...]

    @property
    def group(self) -> str:
        """Write the group as an address does: "nationality-be~sex-m", "totaal"."""
        return "~".join(f"{dimension}-{code}" for dimension, code in self.breakdown) or TOTAL

    @property
    def fixed_word(self) -> str:
        """Write the period or the area as an address does."""
        return self.fixed.lower()


class Pairs:
    """What pairs there are in one revision."""

    def __init__(self, snapshot: Snapshot, catalogue: Catalogue) -> None:
        """Keep where the figures are; a pair is compared when it is asked."""
        self.snapshot, self.catalogue = snapshot, catalogue
        self.shared = lru_cache(maxsize=512)(self._shared)

    @cached_property
    def figures(self) -> dict[str, Figures]:
        """Give the figures of each indicator that has some with a number, an area and a period."""
        found = {one: by_group(levels(self.snapshot.observations(one))) for one in self.catalogue.indicators}
        return {indicator: own for indicator, own in found.items() if own}

    def _shared(self, x: str, y: str) -> tuple[Shared, ...]:
        """Give what two indicators share, most points first; of equal many the group of the headline, the newest."""
        own, other = self.figures.get(x, {}), self.figures.get(y, {})
        found = [one for group in own if group in other for one in _of_group(group, own[group], other[group])]
        newest_first = sorted(found, key=lambda one: one.points[-1][0].time_period, reverse=True)
        home = tuple(sorted(self.catalogue.indicators[x].headline.breakdown.items()))
        return tuple(
            sorted(newest_first, key=lambda one: (-len(one.points), one.breakdown != home, len(one.breakdown)))
        )

    def most(self, x: str, y: str) -> int:
        """Count the points of the best picture of two indicators."""
        return max((len(one.points) for one in self.shared(x, y)), default=0)

    @cached_property
    def partners(self) -> dict[str, int]:
        """Count for each indicator the points of its best picture with any other; only those that have one."""
        best: dict[str, int] = defaultdict(int)
        for x, y in combinations(self.figures, 2):
            if (count := self.most(x, y)) >= LEAST:
                best[x], best[y] = max(best[x], count), max(best[y], count)
        return dict(best)

    @cached_property
    def suggested(self) -> tuple[tuple[Indicator, Indicator], ...]:
        """Give pairs to start with: those that the catalogue calls related, with the most points first.

        A count and its own share, and two that must not be compared, are no pair to start with.
        """
        known = [self.catalogue.indicators[one] for one in self.partners]
        pairs = [(x, y) for x, y in combinations(known, 2) if _belong(x, y) and self.most(x.id, y.id) >= LEAST]
        return tuple(sorted(pairs, key=lambda pair: -self.most(pair[0].id, pair[1].id))[:SUGGESTED])


def by_group(observations: list[Observation]) -> Figures:
    """Sort figures by group, and then by area and period; what has no number, area or period is no point."""
    found: Figures = defaultdict(dict)
    for one in observations:
        if one.obs_value is not None and one.ref_area and one.time_period:
            found[tuple(sorted(one.breakdown.items()))][one.ref_area, one.time_period] = one
    return dict(found)


def _of_group(
    group: Breakdown, own: dict[tuple[str, str], Observation], other: dict[tuple[str, str], Observation]
) -> list[Shared]:
    in_period: dict[str, list[Point]] = defaultdict(list)
    in_area: dict[str, list[Point]] = defaultdict(list)
    for area, period in sorted(own.keys() & other.keys()):
        point = own[area, period], other[area, period]
        in_period[period].append(point)
        in_area[area].append(point)
    found = [Shared(group, AREAS, period, tuple(points)) for period, points in in_period.items()]
    return found + [Shared(group, YEARS, area, tuple(points)) for area, points in in_area.items()]


def _belong(x: Indicator, y: Indicator) -> bool:
    """Tell whether two indicators are related and not one thing twice: a count and its share, or the same numerator."""
    is_same = y.id == x.companion or x.id == y.companion or x.numerator == y.numerator != ""
    is_related = y.id in x.related or x.id in y.related
    return is_related and not is_same and not forbidden(x, y)


def forbidden(x: Indicator, y: Indicator) -> bool:
    """Tell whether the catalogue says that two indicators must not be compared."""
    return y.id in x.not_comparable or x.id in y.not_comparable
