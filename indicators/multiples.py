"""Small multiples: each group or area over time in its own small drawing, all of a row on one scale.

A drawing needs three measurements; it is interrupted at a break and at skipped years, as the large chart is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from data.catalogue import Catalogue
from data.model import Indicator, Observation
from indicators import words
from indicators.figures import small, theme
from indicators.figures.lines import with_gaps
from indicators.figures.points import Point
from indicators.many_areas import are_many
from indicators.measures import Change, change, since_break
from indicators.panels.panel import LINE_NEEDS, Wording
from indicators.series import Section, Series

MAX_MULTIPLES = 12
"""Drawings that a page shows at once (design: ux.md B.7); further ones are closed until they are asked for."""

ROW_NEEDS = 3
"""Lines of one chart, or areas, that are worth a row of drawings of their own."""

INTERRUPTED = "Onderbroken lijn: een nieuwe definitie, of jaren zonder meting."


@dataclass(frozen=True)
class Multiple:
    """One small drawing: its name, the change below the name, the newest value, the SVG and its text alternative."""

    name: str
    change: str
    value: str
    svg: str
    text: str


@dataclass(frozen=True)
class MultipleRow:
    """The small drawings of one cut, on one scale; a row that is not open is closed until it is asked for."""

    title: str
    subtitle: str
    items: tuple[Multiple, ...]
    is_open: bool = True


def multiple_rows(
    section: Section, indicator: Indicator, catalogue: Catalogue, *, is_large: bool = False
) -> list[MultipleRow]:
    """Draw the series of a section that have measurements enough for a line: per group, and per area where it has more.

    `is_large` is a section that has a large chart as well: then a row is worth its place from three drawings on, and
    each group has a row of areas. Of other sections only what has no group has one, lest the page be endless.
    """
    long_enough = [one for one in section.series if len(one.dated) >= LINE_NEEDS]
    maker = _Maker(section, Wording(indicator, catalogue), is_large)
    areas = maker.by_area(long_enough)
    groups = maker.by_group(long_enough)
    return [*([groups] if groups and not (areas and len(groups.items) == 1) else []), *areas]


def opened(rows: Iterable[MultipleRow]) -> list[MultipleRow]:
    """Keep the first row open, and those after it as long as all that is open is no more than a reader can follow."""
    made: list[MultipleRow] = []
    count = 0
    for row in rows:
        count += len(row.items)
        made.append(replace(row, is_open=not made or count <= MAX_MULTIPLES))
    return made


def ends(drawn: Iterable[Observation]) -> tuple[str, str]:
    """Name the first and the last period that a row of drawings shows: all share one axis of time."""
    times = sorted((one.time_period for one in drawn), key=words.position)
    return words.year(times[0]), words.year(times[-1])


@dataclass(frozen=True)
class _Scale:
    """What all drawings that are compared share: the top of their axis, its unit, and the ends of the time."""

    top: float
    unit: str
    floor: float
    times: tuple[float, float]
    years: tuple[str, str]


class _Maker:
    def __init__(self, section: Section, wording: Wording, is_large: bool) -> None:
        self.section, self.wording, self.names, self.is_large = section, wording, wording.names, is_large
        self.indicator = wording.indicator

    def by_group(self, long_enough: Sequence[Series]) -> MultipleRow | None:
        """Draw the groups of one area, that of the headline; None where the large chart shows as much."""
        drawn = self._of_one_area(long_enough)
        if len(drawn) < (ROW_NEEDS if self.is_large else 1):
            return None
        shown = Section(self.section.cut, tuple(drawn))
        named = [(one, self.wording.series(one, shown)) for one in drawn]
        title = self.names.cut(self.section) if self.section.cut else self.indicator.title
        title = f"Elke groep apart: {words.lower(title)}" if self.is_large else title
        area = f"{self.names.area(drawn[0].ref_area)}. " if len(self.section.areas) > 1 else ""
        return self._row(title, area, named, self._scale(drawn), "groepen")

    def _of_one_area(self, long_enough: Sequence[Series]) -> Sequence[Series]:
        """Of several areas keep that of the headline, or the first: areas have rows of their own."""
        areas = list(dict.fromkeys(one.ref_area for one in long_enough))
        home = self.indicator.headline.ref_area
        kept = home if home in areas else "".join(areas[:1])
        return [one for one in long_enough if one.ref_area == kept]

    def by_area(self, long_enough: Sequence[Series]) -> list[MultipleRow]:
        """Draw the areas of each group in a row, the group of the headline first, all rows on one scale."""
        of_group: dict[tuple[tuple[str, str], ...], list[Series]] = {}
        for one in long_enough:
            of_group.setdefault(tuple(sorted(one.breakdown.items())), []).append(one)
        rows = [drawn for drawn in of_group.values() if len(drawn) >= ROW_NEEDS]
        if not rows or are_many(self.section.areas) or (self.section.cut and not self.is_large):
            return []
        home = dict(self.indicator.headline.breakdown)
        scale = self._scale([one for drawn in rows for one in drawn])
        return [self._areas(one, scale) for one in sorted(rows, key=lambda drawn: dict(drawn[0].breakdown) != home)]

    def _areas(self, drawn: Sequence[Series], scale: _Scale) -> MultipleRow:
        group = self.names.breakdown(drawn[0].breakdown) if self.section.cut else words.lower(self.indicator.title)
        named = [(one, self.names.area(one.ref_area)) for one in drawn]
        return self._row(f"Elk gebied apart: {group}", "", named, scale, "gebieden")

    def _scale(self, drawn: Sequence[Series]) -> _Scale:
        dated = [one for series in drawn for one in series.dated]
        places = [words.position(one.time_period) for one in dated]
        unit_measure = self.indicator.unit_measure
        top = theme.axis_top([one.number for one in dated], unit_measure)
        unit = "%" if unit_measure == "percent" else ""
        return _Scale(top, unit, theme.axis_floor(unit_measure), (min(places), max(places)), ends(dated))

    def _row(
        self, title: str, area: str, named: Sequence[tuple[Series, str]], scale: _Scale, others: str
    ) -> MultipleRow:
        lines = [_points(one) for one, _ in named]
        items = tuple(
            self._multiple(one, name, [*lines[:place], *lines[place + 1 :]], scale)
            for place, (one, name) in enumerate(named)
        )
        why = f" {INTERRUPTED}" if any(one is None for line in lines for one in line) else ""
        return MultipleRow(title, f"{area}{self._subtitle(scale, len(items), others)}{why}", items)

    def _subtitle(self, scale: _Scale, count: int, others: str) -> str:
        """Tell the unit and the scale that the drawings share."""
        told = f"van {theme.tick_text(scale.floor)} tot {theme.tick_text(scale.top)}{scale.unit}"
        if count == 1:
            return f"{self.wording.unit()}. Schaal {told}."
        same = f"Elke grafiek in deze rij heeft dezelfde schaal, {told}."
        return f"{self.wording.unit()}. {same} Grijs: de andere {others} uit deze rij."

    def _multiple(self, series: Series, name: str, others: Sequence[small.Runs], scale: _Scale) -> Multiple:
        step, comparable = self._step(series)
        family = self.names.family(series.breakdown)
        svg = small.multiple(_points(series), others, family, scale.top, scale.times, scale.years, scale.unit)
        name, last = words.capital(name), step.last
        is_newest = words.year(last.time_period) == scale.years[1]
        value = self.wording.label(last) + ("" if is_newest else f" {self.wording.in_period(last)}")
        if len(comparable) < 2:
            told = f"{name}: {self.wording.told(last)} {self.wording.in_period(last)}."
            return Multiple(name, "Geen verandering berekend: de definitie is nieuw", value, svg, told)
        both = (f"{self.wording.told(one)} {self.wording.in_period(one)}" for one in (step.first, last))
        return Multiple(name, self._changed(step), value, svg, f"{name}: van {' naar '.join(both)}.")

    def _step(self, series: Series) -> tuple[Change, Sequence[Observation]]:
        comparable = since_break(series)
        return change(comparable[0], comparable[-1], self.indicator), comparable

    def _changed(self, step: Change) -> str:
        amount = words.signed(step.absolute, step.decimals)
        amount = words.with_unit(amount, "percentage_points") if self.indicator.unit_measure == "percent" else amount
        return f"{amount} sinds {words.year(step.first.time_period)}"


def _points(series: Series) -> small.Runs:
    """Give the points of a series, with None where its line is interrupted."""
    points = [
        Point(words.position(one.time_period), "", one.number, "", "", False, one.obs_status == "B")
        for one in series.dated
    ]
    return [(one.position, one.value) if one else None for one in with_gaps(points)]
