"""One line of one municipality beside the Flemish Region and its group: all numbers of a row, before any words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from data.model import Indicator, Observation
from indicators.local.figures import Across, Line, LocalFigures, interval_of, share_of
from indicators.local.intervals import Interval
from indicators.local.position import band, fifth, is_vague
from indicators.local.shares import Summary, summary
from indicators.local.standing import Standing, standing

LEAST_PEOPLE = 30
"""Fewer people give no highlight: their share moves by chance (design decision)."""


@dataclass(frozen=True)
class Comparison:
    """Numbers of one row; `own` is None where the municipality has no figure for the year that was asked."""

    code: str
    line: Line
    indicator: Indicator
    own: Observation | None
    series: tuple[Observation, ...]
    region: Observation | None
    across: Across
    group: Summary

    @property
    def value(self) -> float | None:
        """Give the number of the municipality; None where it is missing, hidden or a range."""
        return self.own.obs_value if self.own else None

    @property
    def group_value(self) -> float | None:
        """Give the number of the group: its sum of counts, else the median of its members."""
        return self.group.share.percent if self.group.share else self.group.median

    @property
    def people(self) -> float:
        """Give the people on whom the number rests; 0 where that is not known."""
        return (self.own.sample_size or self.own.denominator or 0) if self.own else 0

    @cached_property
    def interval(self) -> Interval | None:
        """Give the 95% interval around the number of the municipality."""
        return interval_of(self.own) if self.own else None

    @property
    def to_region(self) -> Standing | None:
        """Compare with the Flemish Region; None where that cannot be told."""
        return self._against(self.region.obs_value if self.region else None)

    @property
    def to_group(self) -> Standing | None:
        """Compare with the group; None where that cannot be told."""
        return self._against(self.group_value)

    def _against(self, number: float | None) -> Standing | None:
        return standing(self.interval, number) if self.interval and number is not None else None

    @property
    def fifth(self) -> str:
        """Name the fifth of the ranking in which the municipality stands; empty where there is none."""
        return "" if self.value is None else fifth(self.value, list(self.across.values.values()))

    @cached_property
    def places(self) -> tuple[int, int] | None:
        """Give the first and last place that it may have; None where there are no intervals for all."""
        everyone = self.across.intervals
        if self.interval is None or len(everyone) < len(self.across.values) or self.code not in everyone:
            return None
        return band(self.interval, [one for code, one in everyone.items() if code != self.code])

    @property
    def is_vague(self) -> bool:
        """Tell whether the place is too uncertain to be shown."""
        return self.places is not None and is_vague(self.places, len(self.across.values))

    @property
    def distance(self) -> float:
        """Give the difference with the group in standard deviations of all municipalities; 0 where there is none."""
        if self.value is None or self.group_value is None or not self.across.deviation:
            return 0.0
        return (self.value - self.group_value) / self.across.deviation


def comparison(
    figures: LocalFigures,
    code: str,
    line: Line,
    series: tuple[Observation, ...],
    members: Collection[str] = (),
    jaar: str = "",
) -> Comparison:
    """Compare a municipality on one line, in the year that is asked or else in the newest of its series."""
    indicator = figures.indicator(line)
    own = _in_year(series, jaar)
    period = own.time_period if own else ""
    across = figures.across(line, period) if own else Across({}, indicator.unit_measure)
    return Comparison(
        code=code,
        line=line,
        indicator=indicator,
        own=own,
        series=series,
        region=_in_period(figures.region.get(line, ()), period) if own else None,
        across=across,
        group=group_summary(across, members),
    )


def group_summary(across: Across, members: Collection[str]) -> Summary:
    """Sum up the members of a group that have a number."""
    found = [across.observations[one] for one in members if one in across.observations]
    shares = [share_of(one) if one.unit_measure == "percent" else None for one in found]
    return summary([one.number for one in found], shares, len(members))


def _in_year(series: Sequence[Observation], jaar: str) -> Observation | None:
    """Find the newest observation, of a year where one is asked."""
    return next((one for one in reversed(series) if not jaar or one.time_period.startswith(jaar)), None)


def _in_period(series: Sequence[Observation], period: str) -> Observation | None:
    return next((one for one in series if one.time_period == period), None)
