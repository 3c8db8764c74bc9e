"""A chart with all that a reader needs beside it, and the words that all charts share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.catalogue import Catalogue
from data.model import Indicator, Observation
from indicators import words
from indicators.figures.rows import Mark
from indicators.figures.theme import Figure
from indicators.flags import is_open
from indicators.series import Names, Section, Series

TABLE_HINT = "De tabel onder de grafiek bevat alle cijfers."
LINE_NEEDS = 3
"""Measurements that a line needs; fewer are drawn as marks."""

Legend = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Panel:
    """One chart; `legend` pairs a family of symbols with its name, `description` is the text alternative."""

    title: str
    subtitle: str
    figure: Figure
    description: str
    legend: Legend = ()
    notes: tuple[str, ...] = ()


class Wording:
    """Names and formats the figures of one indicator for its charts."""

    def __init__(self, indicator: Indicator, catalogue: Catalogue) -> None:
        """Keep the indicator and the lists in which its names stand."""
        self.indicator, self.catalogue, self.names = indicator, catalogue, Names(indicator, catalogue)

    def series(self, series: Series, section: Section, *, without: Iterable[str] = ()) -> str:
        """Name a series within its section: breakdown, area where there are several, period where it differs."""
        parts = [self.names.breakdown(series.breakdown, without=(*without, *section.constant))]
        if len(section.areas) > 1:
            area = self.names.area(series.ref_area)
            parts = [area] if parts == ["totaal"] else [*parts, area]
        if section.most_measurements < 2 and len(section.periods) > 1 and not tuple(without):
            parts.append(self.period(series.last))
        return ", ".join(parts)

    def period(self, one: Observation) -> str:
        """Write the period of an observation."""
        return words.period(one.time_period, self.indicator.period_kind)

    def in_period(self, one: Observation) -> str:
        """Write the period of an observation as it stands in a sentence."""
        return words.in_period(one.time_period, self.indicator.period_kind)

    def value(self, one: Observation) -> str:
        """Write the number of an observation with its unit."""
        return words.value(one, self.indicator)

    def told(self, one: Observation) -> str:
        """Tell a number in full: "bijna 40%", "73% (afgeleid)"."""
        derived = " (afgeleid)" if one.derivation and not one.printed else ""
        return words.qualified_value(one, self.indicator) + derived

    def label(self, one: Observation) -> str:
        """Label a mark: "44%", "73% (afgeleid)", "bijna 40%", "ongeveer 30%"."""
        if one.derivation and not one.printed:
            return f"{self.value(one)} (afgeleid)"
        if not one.qualifier:
            return self.value(one)
        return f"{one.qualifier if words.is_plain(one.qualifier) else 'ongeveer'} {self.value(one)}"

    def mark(self, one: Observation, series: Series, section: Section, family: str) -> Mark:
        """Turn an observation with a number into a mark."""
        hover = f"{words.capital(self.series(series, section))}, {self.period(one)}: {self.told(one)}"
        return Mark(one.number, self.label(one), hover, family, is_open(one), one.lower, one.upper)

    def unit(self) -> str:
        """Name the unit at the start of a subtitle."""
        unit = self.catalogue.codelists["unit_measure"][self.indicator.unit_measure]
        return "Aandeel in %" if unit.code == "percent" else words.capital(unit.label)

    def axis(self) -> str:
        """Say where the axis starts."""
        return "De as loopt van 1 tot 5." if self.indicator.unit_measure == "scale_1_5" else "De as begint bij nul."

    def title(self, sections: Iterable[Section]) -> str:
        """Name a chart of these sections: its cut where there is one, else the question of the indicator."""
        named = {self.names.cut(one) for one in sections}
        return named.pop() if len(named) == 1 and named != {"Totaal"} else self.indicator.question


def has_number(series: Series) -> bool:
    """Tell whether a series has a number or a range to show."""
    return series.last.obs_value is not None or series.last.is_range
