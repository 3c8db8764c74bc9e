"""All numbers of one target: base, goal, measurement, pace asked, pace kept, and what follows from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import hypot

from data.target import Goal, Measure, Target
from indicators.measures import CLEAR_POINTS, CLEAR_SHARE
from indicators.targets.growth import Growth, growth_to_target, growth_without_target
from indicators.targets.path import Path, straight
from indicators.targets.points import Point, base_point, since_break
from indicators.targets.statuses import Progress, progress_class

SHARES = ("percent", "percentage_points")
TOLERANCE = 1e-9
MIRRORED = {"at_least": "at_most", "more_than": "less_than", "at_most": "at_least", "less_than": "more_than"}


@dataclass(frozen=True)
class Reckoning:
    """The numbers of one target under one measure.

    `latest` is the measurement that decides: the newest one, or after the target year that of the target year (else the
    first one after it). `is_final` tells that it is. `crosses_break` tells that the series breaks between base and
    latest. Units: values in the unit of the level, paces in that unit a year.
    """

    kind: str
    direction: str
    unit_measure: str
    goal: Goal | None
    deadline: int | None
    base: Point | None = None
    base_is_derived: bool = False
    latest: Point | None = None
    is_final: bool = False
    crosses_break: bool = False
    margin: float = 0.0
    path: Path | None = None

    @property
    def goal_value(self) -> float | None:
        """Give the value to reach: that of the goal, or for growth where the path ends."""
        if self.kind == "growth_per_year":
            return self.path.goal if self.path else None
        return self.goal.number if self.goal else None

    @property
    def years(self) -> float:
        """Give the years between base and measurement; 0 where there are not two of them."""
        return self.latest.time - self.base.time if self.latest and self.base else 0.0

    @property
    def change(self) -> float | None:
        """Give the change between base and measurement; None where there are not two of them."""
        return self.latest.value - self.base.value if self.latest and self.base and self.years > 0 else None

    @property
    def is_clear(self) -> bool:
        """Tell whether the change is at least the margin: a smaller one says nothing."""
        size = abs(self.change or 0.0)
        return size > TOLERANCE and size >= self.margin - TOLERANCE

    @property
    def required(self) -> float | None:
        """Give the change a year that is needed from the base on: (vT − v0) ÷ (T − t0), or what the text asks."""
        if self.path is not None:
            return self.path.required(self.latest.time if self.latest else self.path.start)
        in_text = self.kind == "growth_per_year" and self.goal and self.goal.unit_measure == "percentage_points"
        return self.sign * self.goal.number if self.goal and in_text else None

    @property
    def actual(self) -> float | None:
        """Give the change a year so far: (v − v0) ÷ (t − t0)."""
        return None if self.change is None else self.change / self.years

    @property
    def ratio(self) -> float | None:
        """Give the part of the required pace that is kept: actual ÷ required; None where the base met the goal."""
        if self.actual is None or self.required is None or self.sign * self.required <= 0:
            return None
        return self.actual / self.required

    @property
    def sign(self) -> int:
        """Give the sign of a change in the right direction."""
        return -1 if self.direction == "down" else 1

    @property
    def still_required(self) -> float | None:
        """Give the change a year that is needed from the measurement on: (vT − v) ÷ (T − t); None once it is final."""
        if self.latest is None or self.goal_value is None or self.deadline is None or self.deadline <= self.latest.time:
            return None
        return (self.goal_value - self.latest.value) / (self.deadline - self.latest.time)

    @property
    def needed(self) -> float | None:
        """Give the value that was needed in the year of the measurement."""
        return self.path.needed(self.latest.time) if self.path and self.latest else None

    @property
    def distance(self) -> float | None:
        """Give how far the measurement lies from what is needed in the end: v − vT."""
        return self.latest.value - self.goal_value if self.latest and self.goal_value is not None else None

    @property
    def reached(self) -> bool:
        """Tell whether the measurement meets the goal; for growth in the end: whether the pace was kept."""
        if self.latest is None or self.goal is None:
            return False
        wanted = self.needed if self.kind == "growth_per_year" and self.is_final else self.goal_value
        return wanted is not None and meets(self.latest.value, wanted, self.level_operator)

    @property
    def level_operator(self) -> str:
        """Give the comparison of levels: a fall of at least one a year ends at a level of at most that."""
        operator = self.goal.operator if self.goal else ""
        is_fall = self.kind == "growth_per_year" and self.direction == "down"
        return MIRRORED[operator] if is_fall else operator

    @property
    def growth(self) -> Growth | None:
        """Give the growth rates; None for a rank, and where there are no two measurements."""
        if self.base is None or self.latest is None or self.change is None or self.kind == "rank":
            return None
        base, latest = (self.base.time, self.base.value), (self.latest.time, self.latest.value)
        if self.kind == "direction":
            return growth_without_target(
                base, latest, self.direction, 100.0 if self.unit_measure == "percent" else None
            )
        if self.goal_value is None or self.deadline is None:
            return None
        return growth_to_target(base, latest, (self.deadline, self.goal_value), self.direction)

    @property
    def linear_class(self) -> Progress | None:
        """Give the class of the straight line, with the cut-offs of the growth rate."""
        return self._class(self.ratio)

    @property
    def growth_class(self) -> Progress | None:
        """Give the class of the growth rate."""
        if self.kind == "direction" and self.growth:
            return self.growth.progress_class
        return self._class(self.growth.progress) if self.growth else None

    def _class(self, ratio: float | None) -> Progress | None:
        if ratio is None:
            return None
        return Progress.ACHIEVED if self.reached else progress_class(ratio)

    def at(self, value: float) -> Reckoning:
        """Give the same numbers with another measurement, taken as exact."""
        assert self.latest is not None
        return replace(self, latest=self.latest.at(value), margin=0.0)


def meets(value: float, goal: float, operator: str) -> bool:
    """Compare a value with a goal; what differs less than the computer can tell is equal."""
    difference = value - goal
    match operator:
        case "at_least":
            return difference >= -TOLERANCE
        case "at_most":
            return difference <= TOLERANCE
        case "more_than":
            return difference > TOLERANCE
        case _:
            return difference < -TOLERANCE


def reckon(target: Target, measure: Measure | None, measured: Sequence[Point], unit_measure: str) -> Reckoning:
    """Work out the numbers of a target as far as the measurements allow."""
    latest, is_final = deciding(measured, target.deadline.year)
    stated = base_point(measure.base, measured) if measure else None
    base = stated or _first_comparable(target, measured, latest)
    path = _path(target, base)
    return Reckoning(
        kind=target.kind,
        direction=target.direction,
        unit_measure=unit_measure,
        goal=target.goal,
        deadline=target.deadline.year,
        base=base,
        base_is_derived=bool(base) and (stated is None or bool(measure and measure.base and measure.base.derived)),
        latest=latest,
        is_final=is_final,
        crosses_break=_crosses(base, latest, measured),
        margin=_margin(base, latest, unit_measure),
        path=path,
    )


def deciding(measured: Sequence[Point], deadline: int | None) -> tuple[Point | None, bool]:
    """Choose the measurement that decides, and tell whether it does so for good: in the target year or after it."""
    if deadline is not None:
        after = [one for one in measured if one.time >= deadline]
        if after:
            return after[0], True
    return (measured[-1] if measured else None), False


def _first_comparable(target: Target, measured: Sequence[Point], latest: Point | None) -> Point | None:
    """Take the first measurement since the last break, for kinds whose text can do without a base."""
    if latest is None or target.kind == "halving":
        return None
    return since_break(measured, latest)[0]


def _path(target: Target, base: Point | None) -> Path | None:
    if base is None or target.goal is None:
        return None
    deadline = target.deadline.year
    if target.kind == "growth_per_year":
        pace = target.goal.number * (-1 if target.direction == "down" else 1)
        return Path(base.time, base.value, pace, deadline, target.goal.unit_measure == "percent")
    return None if deadline is None else straight(base.time, base.value, deadline, target.goal.number)


def _crosses(base: Point | None, latest: Point | None, measured: Sequence[Point]) -> bool:
    if base is None or latest is None:
        return False
    return any(one.is_break and base.time < one.time <= latest.time for one in measured)


def _margin(base: Point | None, latest: Point | None, unit_measure: str) -> float:
    """Give the change that says nothing yet: what the limits of both numbers leave open, else the rule of this site."""
    if base is None or latest is None:
        return 0.0
    if latest.has_limits:
        return hypot(latest.half_width, base.half_width)
    if unit_measure in SHARES:
        return CLEAR_POINTS
    return 0.0 if unit_measure == "rank" else CLEAR_SHARE * abs(base.value)
