"""Measurements of a target: taken from the figures, one number a period, in the unit in which the target is told.

Level, growth, halving, rank and direction use the figure itself. A gap is the reference minus the group where high is
wanted (the other way round where low is wanted), so that positive is always a disadvantage. A proportion is the share
of a group in a domain divided by its share in the population: 1 is proportional.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from data.catalogue import Catalogue
from data.model import Indicator, Observation
from data.target import Base, Measure, Target
from indicators import words
from indicators.flags import is_open
from indicators.series import levels

SMALLEST_DENOMINATOR = 30
"""A share of fewer people, or of a smaller sample, gives no verdict (design decision, the same as for showing it)."""

BY_PRESS = "Via de pers"
Figures = Callable[[str], Iterable[Observation]]
"""Gives the observations of an indicator."""


@dataclass(frozen=True)
class Point:
    """One measurement; `decimals` are those of its source, `via_press` marks a number that we read in the press."""

    time_period: str
    value: float
    decimals: int
    lower: float | None = None
    upper: float | None = None
    is_break: bool = False
    is_small: bool = False
    is_open: bool = False
    via_press: bool = False
    note: str = ""
    source: str = ""

    @property
    def time(self) -> float:
        """Give the place in time, in years."""
        return words.position(self.time_period)

    @property
    def has_limits(self) -> bool:
        """Tell whether the source gives the limits between which the real number lies."""
        return self.lower is not None and self.upper is not None

    @property
    def half_width(self) -> float:
        """Give half the distance between the limits; 0 where there are none."""
        return 0.0 if self.lower is None or self.upper is None else (self.upper - self.lower) / 2

    def at(self, value: float) -> Point:
        """Give the same measurement with another number and no limits."""
        return replace(self, value=value, lower=None, upper=None)


def points(target: Target, measure: Measure, figures: Figures, catalogue: Catalogue) -> tuple[Point, ...]:
    """Take the measurements of a target, in order of time; periods that the source does not state are left out."""
    indicator = catalogue.indicators[measure.indicator]
    own = [_point(one, indicator) for one in _matching(measure, figures(measure.indicator), measure.breakdown)]
    if measure.against is None:
        return tuple(own)
    other_indicator = catalogue.indicators[measure.against.indicator]
    found = _matching(measure, figures(measure.against.indicator), measure.against.breakdown)
    others = {one.time_period: _point(one, other_indicator) for one in found}
    paired = [(one, others[one.time_period]) for one in own if one.time_period in others]
    paired = [(one, other) for one, other in paired if other.value or target.kind == "gap"]
    return tuple(_compared(target, indicator, one, other) for one, other in paired)


def _matching(measure: Measure, found: Iterable[Observation], breakdown: object) -> list[Observation]:
    kept = [
        one
        for one in levels(found)
        if one.ref_area == measure.ref_area
        and dict(one.breakdown) == breakdown
        and one.obs_value is not None
        and one.time_period
    ]
    return sorted(kept, key=lambda one: words.position(one.time_period))


def _point(one: Observation, indicator: Indicator) -> Point:
    counted = [size for size in (one.denominator, one.sample_size) if size is not None]
    return Point(
        time_period=one.time_period,
        value=one.number,
        decimals=words.decimals(one, indicator),
        lower=one.lower,
        upper=one.upper,
        is_break=one.obs_status == "B",
        is_small=any(size < SMALLEST_DENOMINATOR for size in counted),
        is_open=is_open(one),
        via_press=one.note.startswith(BY_PRESS),
        note=one.note,
        source=one.source,
    )


def _compared(target: Target, indicator: Indicator, one: Point, other: Point) -> Point:
    """Make one number of two; its limits are unknown, because those of the parts may not be independent."""
    if target.kind == "gap":
        sign = -1 if indicator.polarity == "lower_is_better" else 1
        value, decimals = sign * (other.value - one.value), min(one.decimals, other.decimals)
    else:
        value, decimals = one.value / other.value, 2
    return replace(
        one.at(round(value, 6)),
        decimals=decimals,
        is_break=one.is_break or other.is_break,
        is_small=one.is_small or other.is_small,
        is_open=True,
        via_press=one.via_press or other.via_press,
    )


def base_point(base: Base | None, measured: Sequence[Point]) -> Point | None:
    """Find where the road starts: at the value that the text gives, or at the measurement of that period.

    A derived base without its measurement is no base yet: as of that revision nobody could know it.
    """
    if base is None:
        return None
    found = next((one for one in measured if one.time_period == base.time_period), None)
    if not base.value or (base.derived and found is None):
        return found
    decimals = len(base.value.partition(".")[2])
    stated = found or Point(base.time_period, 0.0, decimals)
    return replace(stated.at(float(base.value)), decimals=decimals)


def since_break(measured: Sequence[Point], until: Point) -> tuple[Point, ...]:
    """Give the measurements that can be compared with one of them: from the last break before it on."""
    before = [one for one in measured if one.time <= until.time]
    starts = [place for place, one in enumerate(before) if one.is_break]
    return tuple(before[starts[-1] :] if starts else before)
