"""Sorts the observations of an indicator into cuts and series, the shape on which charts, tables and sentences work.

A *cut* is the set of dimensions by which a number is broken down: the total has the empty cut, "women with a non-EU
nationality" has the cut (nationality, sex). A *series* is one area and one breakdown over time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from data.catalogue import Catalogue
from data.model import TRANSFORMATION, Indicator, Observation
from data.shown import shown
from indicators import words

Cut = tuple[str, ...]

WHOLE = 100
MOST_AREAS = 4
"""More areas are counted in a subtitle, not named."""


@dataclass(frozen=True)
class Series:
    """One area and breakdown over time; each observation has a number, a range or a reason for neither."""

    ref_area: str
    breakdown: Mapping[str, str]
    observations: tuple[Observation, ...]

    @cached_property
    def last(self) -> Observation:
        """Give the newest observation that has a value, or the newest one where none has."""
        return (self.measured or self.observations)[-1]

    @cached_property
    def measured(self) -> tuple[Observation, ...]:
        """Give the observations that have a single number."""
        return tuple(one for one in self.observations if one.obs_value is not None)

    @cached_property
    def dated(self) -> tuple[Observation, ...]:
        """Give the measurements of which the source states the period: only these have a place in time."""
        return tuple(one for one in self.measured if one.time_period)


@dataclass(frozen=True)
class Section:
    """All series of one cut, in the order in which readers see them."""

    cut: Cut
    series: tuple[Series, ...]

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """Give the areas of the section, in order."""
        return tuple(dict.fromkeys(one.ref_area for one in self.series))

    @cached_property
    def periods(self) -> tuple[str, ...]:
        """Give the periods of the section, in order of time."""
        return periods(observation for one in self.series for observation in one.observations)

    @property
    def most_measurements(self) -> int:
        """Count the measurements of the longest series; a number without a period is no measurement in time."""
        return max((len(one.dated) for one in self.series), default=0)

    @property
    def constant(self) -> tuple[str, ...]:
        """Give the dimensions that have one code in the whole section, as long as others tell its series apart."""
        single = tuple(one for one in self.cut if len(self.codes(one)) == 1)
        return single if len(single) < len(self.cut) else ()

    @property
    def is_whole(self) -> bool:
        """Tell whether the section only repeats that a whole is 100%."""
        return all(one.last.obs_value == WHOLE and one.last.unit_measure == "percent" for one in self.series)

    def codes(self, dimension: str) -> tuple[str, ...]:
        """Give the codes of a dimension of the cut, in order."""
        return tuple(dict.fromkeys(one.breakdown[dimension] for one in self.series))


def periods(observations: Iterable[Observation]) -> tuple[str, ...]:
    """Give the different periods, in order of time; a period that the source does not state comes first."""
    return tuple(sorted({one.time_period for one in observations}))


def levels(observations: Iterable[Observation]) -> list[Observation]:
    """Keep the observations that pages show: the figures themselves, one for each place."""
    return [one for one in shown(observations).values() if one.is_level]


def statements(observations: Iterable[Observation]) -> list[Observation]:
    """Keep what the source prints about its figures: gaps, changes, ratios and ranks."""
    return [one for one in shown(observations).values() if not one.is_level]


def sections(observations: Iterable[Observation], indicator: Indicator, catalogue: Catalogue) -> list[Section]:
    """Sort observations into sections: the cut of the headline first, then fewer dimensions before more."""
    by_series: dict[tuple[str, tuple[tuple[str, str], ...]], list[Observation]] = defaultdict(list)
    for observation in observations:
        by_series[observation.ref_area, tuple(sorted(observation.breakdown.items()))].append(observation)
    by_cut: dict[Cut, list[Series]] = defaultdict(list)
    for (ref_area, breakdown), members in by_series.items():
        ordered = tuple(sorted(members, key=lambda one: one.time_period))
        by_cut[cut_of(dict(breakdown), indicator)].append(Series(ref_area, dict(breakdown), ordered))
    order = _Order(indicator, catalogue)
    made = [Section(cut, tuple(sorted(series, key=order.of_series))) for cut, series in by_cut.items()]
    return sorted(made, key=order.of_section)


def cut_of(breakdown: Mapping[str, str], indicator: Indicator) -> Cut:
    """Give the dimensions of a breakdown, in the order of the catalogue."""
    known = [dimension for dimension in indicator.dimension_ids if dimension in breakdown]
    return tuple(known) + ((TRANSFORMATION,) if TRANSFORMATION in breakdown else ())


class _Order:
    """The order in which readers see series: by the codelists, the reference group first."""

    def __init__(self, indicator: Indicator, catalogue: Catalogue) -> None:
        self.indicator, self.lists = indicator, catalogue.codelists
        self.home = cut_of(indicator.headline.breakdown, indicator)

    def of_section(self, section: Section) -> tuple[bool, int, list[int]]:
        known = [*self.indicator.dimension_ids, TRANSFORMATION]
        places = [known.index(dimension) for dimension in section.cut]
        return (section.cut != self.home, len(section.cut), places)

    def of_series(self, series: Series) -> tuple[int, ...]:
        codes = [
            self._place(dimension, series.breakdown.get(dimension, "")) for dimension in self.indicator.dimension_ids
        ]
        return (*codes, self.lists["ref_area"].position(series.ref_area))

    def _place(self, dimension: str, code: str) -> int:
        references = {one.id: one.reference for one in self.indicator.dimensions}
        is_reference = code == references.get(dimension) and code != ""
        return -1 if is_reference else self.lists[dimension].position(code)


class Names:
    """Names series and groups for charts, tables and sentences."""

    def __init__(self, indicator: Indicator, catalogue: Catalogue) -> None:
        """Keep the lists in which the names stand."""
        self.indicator, self.catalogue = indicator, catalogue
        self.dimension_labels = {one.id: one.label for one in indicator.dimensions} | {
            TRANSFORMATION: "Wat de bron zegt"
        }

    def code(self, dimension: str, code: str) -> str:
        """Name one code of a dimension: "niet-EU-nationaliteit"."""
        return self.catalogue.label(dimension, code)

    def area(self, ref_area: str) -> str:
        """Name an area; an empty area is "gebied niet vermeld"."""
        return self.catalogue.label("ref_area", ref_area) or "gebied niet vermeld"

    def in_area(self, ref_area: str) -> str:
        """Place a sentence in an area: "in het Vlaams Gewest"; empty where the source states none."""
        return self.catalogue.codelists["ref_area"][ref_area].phrase if ref_area else ""

    def cut(self, section: Section) -> str:
        """Name the cut of a section: "Totaal", "Naar nationaliteit en geslacht", "Naar graad (secundair onderwijs)".

        What all series of the section have in common stands in brackets.
        """
        telling = [one for one in section.cut if one not in section.constant]
        labels = [words.lower(self.dimension_labels[dimension]) for dimension in telling]
        common = ", ".join(self.code(dimension, section.codes(dimension)[0]) for dimension in section.constant)
        if not labels:
            return "Totaal"
        return f"Naar {words.listed(labels)}" + (f" ({common})" if common else "")

    def areas(self, section: Section) -> str:
        """Name the areas of a section: "België en Vlaams Gewest", "5 gebieden"."""
        named = [self.area(one) for one in section.areas]
        return words.listed(named) if len(named) <= MOST_AREAS else f"{len(named)} gebieden"

    def place(self, section: Section) -> str:
        """Say where and when a section was measured: "Vlaams Gewest, 2006 tot 2010"."""
        return f"{self.areas(section)}, {words.periods(section.periods, self.indicator.period_kind)}"

    def breakdown(self, breakdown: Mapping[str, str], *, without: Iterable[str] = ()) -> str:
        """Name a breakdown: "niet-EU-nationaliteit, vrouwen"; "totaal" where nothing is left to name."""
        named = [dimension for dimension in (*self.indicator.dimension_ids, TRANSFORMATION) if dimension in breakdown]
        labels = [self.code(dimension, breakdown[dimension]) for dimension in named if dimension not in set(without)]
        return ", ".join(labels) or "totaal"

    def family(self, breakdown: Mapping[str, str]) -> str:
        """Give the colour family of a breakdown: that of its first dimension whose code has one."""
        for dimension in self.indicator.dimension_ids:
            if dimension in breakdown and (family := self.catalogue.codelists[dimension][breakdown[dimension]].family):
                return family
        return ""

    def phrase(self, dimension: str, code: str) -> str:
        """Name the people of a group in a sentence: "leerlingen met een vreemde nationaliteit"."""
        named = self.catalogue.codelists[dimension][code]
        return (named.phrase or named.label).replace("personen", self.indicator.sentence.people)
