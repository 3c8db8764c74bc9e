"""A chart with all that a reader needs beside it, and the words that all charts share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.catalogue import Catalogue
from data.model import Indicator, Observation
from indicators import flags, words
from indicators.figures.rows import Mark
from indicators.figures.theme import Figure
from indicators.series import Names, Section, Series

TABLE_HINT = "De tabel onder de grafiek bevat alle cijfers."
WHOLE = 100
"""More than this many per cent is no share of a whole, but growth."""

MOST_WORDS = 60
"""Words that a text alternative may have; a list of numbers that is longer is cut off."""

LINE_NEEDS = 3
"""Measurements that a line needs; fewer are drawn as marks."""

OTHER_AREAS = "We tekenen {area}. De andere gebieden staan in de tabel; kies een gebied om het te tekenen."
"""Said below a chart that would have more lines or rows than can be told apart."""

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

    def series(self, series: Series, section: Section, *, without: Iterable[str] = (), full: bool = False) -> str:
        """Name a series within its section: breakdown, area where there are several, period where it differs.

        What all series of the section share is left out, for its heading tells it; `full` keeps it.
        """
        left_out = () if full else section.constant
        parts = [self.names.breakdown(series.breakdown, without=(*without, *left_out))]
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
        """Tell a number in full: "bijna 40%", "ongeveer 30% (“3 op de 10”)", "73% (afgeleid)"."""
        return words.qualified_value(one, self.indicator) + self._nature(one)

    def label(self, one: Observation) -> str:
        """Label a mark: "44%", "73% (afgeleid)", "23,3% (raming)", "bijna 40%", "ongeveer 30%"."""
        text, _, _ = words.qualified_value(one, self.indicator).partition(" (")
        return text + self._nature(one)

    def _nature(self, one: Observation) -> str:
        return f" ({kind})" if (kind := flags.nature(one)) else ""

    def mark(self, one: Observation, series: Series, section: Section, family: str) -> Mark:
        """Turn an observation with a number into a mark."""
        hover = f"{words.capital(self.series(series, section))}, {self.period(one)}: {self.told(one)}"
        return Mark(one.number, self.label(one), hover, family, flags.is_open(one), one.lower, one.upper)

    def unit(self) -> str:
        """Name the unit at the start of a subtitle."""
        unit = self.catalogue.codelists["unit_measure"][self.indicator.unit_measure]
        return "Aandeel in %" if unit.code == "percent" else words.capital(unit.label)

    def axis(self) -> str:
        """Say where the axis starts."""
        return "De as loopt van 1 tot 5." if self.indicator.unit_measure == "scale_1_5" else "De as begint bij nul."

    def subtitle(self, drawn: Iterable[Observation]) -> str:
        """Say in what unit a chart is drawn, where its axis starts, and why symbols are open."""
        shown = list(drawn)
        is_growth = any(one.unit_measure == "percent" and (one.obs_value or 0) > WHOLE for one in shown)
        return f"{'In %' if is_growth else self.unit()}. {self.axis()} {flags.why_open(shown)}".rstrip()

    def description(self, kind: str, title: str, place: str, told: Sequence[str]) -> str:
        """Put a chart in words: what kind, of what, where and when, and as many of its numbers as fit."""
        start = f"{kind}. {title}, {place}." if place else f"{kind}. {title.removesuffix('.')}."
        end = TABLE_HINT
        kept: list[str] = []
        count = len(f"{start} {end}".split())
        for one in told:
            count += len(one.split())
            if kept and count > MOST_WORDS:
                break
            kept.append(one)
        rest = len(told) - len(kept)
        more = f" En nog {rest} {'cijfers' if rest > 1 else 'cijfer'}." if rest else ""
        return f"{start} {words.capital('; '.join(kept))}.{more} {end}"

    def place(self, sections: Sequence[Section]) -> str:
        """Say where and when the charted sections were measured, where that is the same for all."""
        places = {self.names.place(one) for one in sections}
        return places.pop() if len(places) == 1 else ""

    def title(self, sections: Iterable[Section]) -> str:
        """Name a chart of these sections: its cut where there is one, else the question of the indicator."""
        named = {self.names.cut(one) for one in sections}
        return named.pop() if len(named) == 1 and named != {"Totaal"} else self.indicator.question


def has_number(series: Series) -> bool:
    """Tell whether a series has a number or a range to show."""
    return bool(series.measured) or series.last.is_range
