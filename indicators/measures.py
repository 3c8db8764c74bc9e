"""Gaps between groups and changes over time: subtraction with units, and nothing that the source does not support."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.model import Indicator, Observation
from indicators import words
from indicators.series import Section, Series

EPSILON_DECIMALS = 9
"""Differences are rounded to so many decimals, so that 5,3 minus 4,3 is 1 and not 0,9999999999999996."""

COMPARABLE_UNITS = ("percent", "points", "scale_1_5", "visits_per_year")
"""Units in which a difference between two groups means something; a difference of counts measures only their size."""

CLEAR_POINTS = 1.0
"""A difference of less than one percentage point is called no clear difference (design decision, not a test)."""

CLEAR_SHARE = 0.02
"""A count that changes by less than two per cent is called about equal (design decision, not a test)."""


@dataclass(frozen=True)
class Gap:
    """The difference between a group and its reference group, in one area and period.

    `size` is never negative; `direction` says in words where the group stands: "hoger", "lager", "gelijk", of visits
    "meer" and "minder". Units: percentages in, percentage points out; scores and numbers of visits stay in their own
    unit. `decimals` is that of the coarsest of the two numbers.
    """

    dimension: str
    group: Observation
    reference: Observation
    size: float
    decimals: int
    direction: str

    @property
    def is_clear(self) -> bool:
        """Tell whether the gap is large enough to speak of a difference."""
        return self.size >= _least_clear(self.group.unit_measure, self.decimals)

    @property
    def is_higher(self) -> bool:
        """Tell whether the number of the group is the higher one."""
        return self.group.number > self.reference.number

    @property
    def is_rough(self) -> bool:
        """Tell whether the source rounds one of the two numbers in words; then the gap is no better than that."""
        return bool(self.group.qualifier or self.reference.qualifier)


def _least_clear(unit_measure: str, decimals: int) -> float:
    """Give the least difference that counts: one percentage point, or one in the last decimal of other units."""
    return CLEAR_POINTS if unit_measure == "percent" else float(10**-decimals)


def gaps(section: Section, indicator: Indicator) -> list[Gap]:
    """Give the gaps of a section: every group against the reference group of its dimension, per area and period.

    Series with another breakdown beside it are compared within it (women with women). Missing numbers give no gap.
    """
    if indicator.unit_measure not in COMPARABLE_UNITS:
        return []
    references = {one.id: one.reference for one in indicator.dimensions if one.reference and one.id in section.cut}
    return [gap for dimension, code in references.items() for gap in _against(section, dimension, code, indicator)]


def _against(section: Section, dimension: str, reference: str, indicator: Indicator) -> Iterator[Gap]:
    by_place = {_place(one, dimension): one for one in section.series if one.breakdown[dimension] == reference}
    for series in section.series:
        other = by_place.get(_place(series, dimension))
        if other is None or other is series:
            continue
        in_period = {one.time_period: one for one in other.measured}
        for observation in series.measured:
            if observation.time_period in in_period:
                yield gap(dimension, observation, in_period[observation.time_period], indicator)


def _place(series: Series, without: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    return series.ref_area, tuple(sorted(pair for pair in series.breakdown.items() if pair[0] != without))


def gap(dimension: str, group: Observation, reference: Observation, indicator: Indicator) -> Gap:
    """Subtract two numbers of the same area and period."""
    difference = round(group.number - reference.number, EPSILON_DECIMALS)
    coarsest = min(words.decimals(group, indicator), words.decimals(reference, indicator))
    above, below = ("meer", "minder") if group.unit_measure == "visits_per_year" else ("hoger", "lager")
    direction = "gelijk" if not difference else above if difference > 0 else below
    return Gap(dimension, group, reference, abs(difference), coarsest, direction)


def gap_number(found: Gap) -> str:
    """Write the size of a gap without its unit: "29", "ongeveer 2", "minder dan 1" where rounding would leave zero."""
    text = words.number(found.size, found.decimals)
    if not found.size or re.search("[1-9]", text):
        return f"ongeveer {text}" if found.is_rough else text
    return f"minder dan {words.number(10**-found.decimals, found.decimals)}"


@dataclass(frozen=True)
class Change:
    """The difference between two measurements of the same series.

    `relative` is in per cent of the first number; None where that is zero or where the unit is a share (for a share the
    change is told in percentage points only).
    """

    first: Observation
    last: Observation
    absolute: float
    relative: float | None
    decimals: int

    @property
    def is_clear(self) -> bool:
        """Tell whether the change is large enough to speak of a rise or fall."""
        if self.relative is not None:
            return abs(self.relative) >= 100 * CLEAR_SHARE
        return abs(self.absolute) >= _least_clear(self.last.unit_measure, self.decimals)


def change(first: Observation, last: Observation, indicator: Indicator) -> Change:
    """Subtract an earlier number from a later one."""
    absolute = round(last.number - first.number, EPSILON_DECIMALS)
    is_share = indicator.unit_measure in COMPARABLE_UNITS
    relative = None if is_share or not first.number else 100 * absolute / first.number
    coarsest = min(words.decimals(first, indicator), words.decimals(last, indicator))
    return Change(first, last, absolute, relative, coarsest)


def since_break(series: Series) -> tuple[Observation, ...]:
    """Give the dated measurements from the last break on: only these can be compared with each other."""
    measured = series.dated
    starts = [place for place, one in enumerate(measured) if one.obs_status == "B"]
    return measured[starts[-1] :] if starts else measured
