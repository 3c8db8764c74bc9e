"""Counted shares: a numerator and a denominator, alone or as the sum of a group of municipalities."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from indicators.local import intervals
from indicators.local.intervals import Interval


@dataclass(frozen=True)
class Share:
    """So many of so many people."""

    count: float
    of: float

    @property
    def percent(self) -> float:
        """Give the share as a percentage."""
        return 100 * self.count / self.of

    @property
    def interval(self) -> Interval:
        """Give the 95% interval as percentages (Wilson)."""
        return intervals.wilson(self.count, self.of).times(100)


@dataclass(frozen=True)
class Summary:
    """A group of municipalities: its share, and how its members lie around it, in per cent.

    `share` is the sum of the numerators by the sum of the denominators, None where a member has no counts. `with_data`
    of `members` have a number; quartiles need four of them.
    """

    share: Share | None
    median: float | None
    quartiles: tuple[float, float] | None
    with_data: int
    members: int


def summary(values: Sequence[float], shares: Collection[Share | None], members: int) -> Summary:
    """Sum a group up; `values` are the percentages of the members that have one, `shares` their counts.

    Shape: one number and one share for each member with data, in the same order.
    Source: the median and quartiles are those of the members, not weighted; the group itself is a ratio of sums, as
    the mean of percentages would count a village as much as a city.
    """
    kept = [one for one in shares if one is not None]
    whole = Share(sum(one.count for one in kept), sum(one.of for one in kept)) if kept else None
    is_complete = len(kept) == len(values) and whole is not None and whole.of > 0
    middle = quantiles(values, n=4, method="inclusive") if len(values) > 3 else None
    return Summary(
        share=whole if is_complete else None,
        median=median(values) if values else None,
        quartiles=(middle[0], middle[2]) if middle else None,
        with_data=len(values),
        members=members,
    )


@dataclass(frozen=True)
class Disadvantage:
    """How much worse a group is off than its reference group, in percentage points: positive is a disadvantage.

    `people` is how many more (or fewer) people it would take for equal shares, with its limits; 0 where the group is
    not worse off.
    """

    size: float
    interval: Interval
    people: int
    people_limits: tuple[int, int]


def disadvantage(group: Share, reference: Share, polarity: str) -> Disadvantage:
    """Compare two groups so that positive always means: the group is worse off.

    Where higher is better that is reference minus group, where lower is better group minus reference. An indicator
    without a verdict has no disadvantage: the difference is then group minus reference.
    Source: Gemeente-Stadsmonitor, herkomstkloof (work and unemployment have opposite signs on purpose); Newcombe.
    """
    first, second = (reference, group) if polarity == "higher_is_better" else (group, reference)
    found = intervals.difference(first.count, first.of, second.count, second.of).times(100)
    size = first.percent - second.percent
    limits = people_needed(group.of, found.lower), people_needed(group.of, found.upper)
    return Disadvantage(size, found, people_needed(group.of, size), limits)


def people_needed(group_size: float, points: float) -> int:
    """Give the people for whom a gap stands, rounded up: the size of the group times the gap in percentage points.

    Source: the "potential for improvement" of the Scottish Public Health Observatory.
    """
    return math.ceil(round(group_size * max(0.0, points) / 100, 9))


@dataclass(frozen=True)
class Movement:
    """The change of a gap in percentage points, and what each side added to it; the two add up to the whole."""

    change: float
    by_group: float
    by_reference: float


def movement(before: tuple[Share, Share], after: tuple[Share, Share], polarity: str) -> Movement:
    """Take the change of a gap apart; each pair holds the group and its reference.

    A gap can shrink because the group gains, or because the reference loses: the two are told apart.
    """
    sign = -1 if polarity == "higher_is_better" else 1
    by_group = sign * (after[0].percent - before[0].percent)
    by_reference = -sign * (after[1].percent - before[1].percent)
    return Movement(by_group + by_reference, by_group, by_reference)
