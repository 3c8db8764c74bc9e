"""The figures of municipalities as of one revision, all on one geography: that of today or an earlier one.

Only slices are read: what one municipality has over the years, and what all have in one period. A slice of all is kept,
for every municipality is compared with it; a revision never changes, so what is kept is never stale.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from statistics import pstdev

from data.areas import GEOGRAPHIES, NEWEST
from data.catalogue import Catalogue
from data.geography import on_geography
from data.model import TRANSFORMATION, Indicator, Observation
from data.snapshot import Snapshot
from indicators.figures import spread
from indicators.figures.spread import Cloud
from indicators.local.intervals import Interval, survey_margin
from indicators.local.shares import Share
from indicators.series import levels

KEPT_ACROSS = 2048
KEPT_OWN = 64
REGION = "VLG"

Breakdown = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Line:
    """What one row of a profile measures: an indicator and a breakdown of it."""

    indicator: str
    breakdown: Breakdown = ()


def share_of(one: Observation | None) -> Share | None:
    """Give the counts behind a number; None where the source gives none."""
    if one is None or one.numerator is None or not one.denominator or not 0 <= one.numerator <= one.denominator:
        return None
    return Share(one.numerator, one.denominator)


def interval_of(one: Observation) -> Interval | None:
    """Give the 95% interval of a percentage: that of the source, else from its sample, else from its counts.

    None for other units, and where nothing tells how many people were counted.
    """
    if one.obs_value is None or one.unit_measure != "percent":
        return None
    if one.lower is not None and one.upper is not None:
        return Interval(one.lower, one.upper)
    if one.sample_size:
        margin = survey_margin(one.obs_value, one.sample_size, one.denominator or math.inf)
        return Interval(max(0.0, one.obs_value - margin), min(100.0, one.obs_value + margin))
    share = share_of(one)
    return share.interval if share else None


class Across:
    """One line in one period over all Flemish municipalities that have a number."""

    def __init__(self, observations: Mapping[str, Observation], unit: str) -> None:
        """Keep the observations by code; each has a single number."""
        self.observations, self.unit = observations, unit

    @cached_property
    def values(self) -> dict[str, float]:
        """Give the number of each municipality."""
        return {code: one.number for code, one in self.observations.items()}

    @cached_property
    def intervals(self) -> dict[str, Interval]:
        """Give the interval of each municipality that has one."""
        found = {code: interval_of(one) for code, one in self.observations.items()}
        return {code: one for code, one in found.items() if one is not None}

    @cached_property
    def deviation(self) -> float:
        """Give the standard deviation of the numbers; 0 where there are fewer than two."""
        return pstdev(self.values.values()) if len(self.values) > 1 else 0.0

    @cached_property
    def cloud(self) -> Cloud:
        """Draw what is the same in the strip of every municipality."""
        return spread.cloud(self.values, "%" if self.unit == "percent" else "")


class LocalFigures:
    """Reads the slices of one snapshot."""

    def __init__(self, snapshot: Snapshot, catalogue: Catalogue, geography: str = NEWEST) -> None:
        """Keep where the figures are; nothing is read until it is asked."""
        self.snapshot, self.catalogue, self.areas, self.geography = snapshot, catalogue, catalogue.areas, geography
        self.flemish = {one.code for one in self.areas.of_geography(geography, REGION)}
        self.across = lru_cache(maxsize=KEPT_ACROSS)(self._read_across)
        self.known_lines = lru_cache(maxsize=KEPT_OWN)(self._known_lines)
        self.own = lru_cache(maxsize=KEPT_OWN)(self._read_own)

    @cached_property
    def main(self) -> dict[Line, None]:
        """List the line of each indicator with which its page starts, by domain and in order."""
        return {
            Line(one.id, tuple(sorted(one.headline.breakdown.items()))): None
            for domain in self.catalogue.codelists["domain"].codes
            for one in self.catalogue.in_domain(domain)
        }

    def indicator(self, line: Line) -> Indicator:
        """Give the description of what a line measures."""
        return self.catalogue.indicators[line.indicator]

    def _read_across(self, line: Line, time_period: str) -> Across:
        cells = self.snapshot.cells(
            [line.indicator], self._every_code, time_period=time_period, breakdowns=[dict(line.breakdown)]
        )
        shown = levels(on_geography(cells, self.catalogue, self.geography))
        numbers = {one.ref_area: one for one in shown if one.obs_value is not None and one.ref_area in self.flemish}
        return Across(numbers, self.indicator(line).unit_measure)

    @cached_property
    def _every_code(self) -> list[str]:
        """List the codes of all municipalities, those that ended too."""
        return list(self.areas.municipalities)

    def _known_lines(self, code: str) -> tuple[Line, ...]:
        """List what a municipality has figures of, with one dimension at most, in the order of the store."""
        found = self.snapshot.breakdowns(list(self.catalogue.indicators), self._parts(code))
        lines = (Line(name, tuple(sorted(codes.items()))) for name, codes in found if TRANSFORMATION not in codes)
        return tuple(one for one in lines if len(one.breakdown) < 2 or one in self.main)

    def _read_own(self, code: str, lines: tuple[Line, ...]) -> dict[Line, tuple[Observation, ...]]:
        """Give some lines of one municipality, each over time; one query reads them all."""
        indicators, parts = {one.indicator for one in lines}, self._parts(code)
        is_open = any(one.old == one.new == code for one in self.areas.mergers)
        read = [*parts, *self._probes] if is_open else parts
        cells = self.snapshot.cells(indicators, read, breakdowns=[dict(one.breakdown) for one in lines])
        if len(parts) > 1:
            cells = tuple(on_geography(cells, self.catalogue, self.geography))
        found = self._lines([one for one in cells if one.ref_area == code])
        return {one: found[one] for one in lines if one in found}

    @cached_property
    def _probes(self) -> tuple[str, ...]:
        """List a municipality that was made at each merger, with its parts: they tell a newer geography from an older.

        Antwerpen is 11002 with and without Borsbeek; where its own code leaves that open, these codes do not.
        """
        stayed = {one.new for one in self.areas.mergers if one.old == one.new}
        made = {one.date: one.new for one in self.areas.mergers if one.new not in stayed}
        return tuple(part for code in made.values() for part in self._parts(code))

    def _parts(self, code: str) -> list[str]:
        """List the codes that a municipality has, had or will have, and those that are part of it."""
        later = self.geography
        parts = [part for one in GEOGRAPHIES if one <= later for part in self.areas.predecessors(code, one, later)]
        return list(dict.fromkeys([code, *parts, *(self.areas.successor(code, one) for one in GEOGRAPHIES)]))

    @cached_property
    def region(self) -> dict[Line, tuple[Observation, ...]]:
        """Give all lines of the Flemish Region, each over time."""
        return self._lines(self.snapshot.cells(list(self.catalogue.indicators), [REGION]))

    def _lines(self, observations: list[Observation] | tuple[Observation, ...]) -> dict[Line, tuple[Observation, ...]]:
        found: dict[Line, list[Observation]] = {}
        for one in sorted(levels(observations), key=lambda one: one.time_period):
            found.setdefault(Line(one.indicator, tuple(sorted(one.breakdown.items()))), []).append(one)
        return {line: tuple(series) for line, series in found.items()}
