"""A map of one percentage over all municipalities, with the table that says the same.

Municipalities are drawn within their boundaries where the installation has those, and else as hexagons of one size.

The five classes are made from all years together, so that a colour means the same in each. Only percentages: a map of
counts would show where people live.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import lru_cache

from data.boundaries import Boundaries
from data.model import Observation
from indicators import words
from indicators.figures import tiles
from indicators.figures.borders import borders
from indicators.local.figures import Across, Line
from indicators.local.hexagons import hexagons
from indicators.local.map_classes import bounds, class_of
from indicators.local.profile import Local, sources_of
from indicators.local.rows import POLARITIES, title_of

LOOKED_AT = 3
"""Municipalities that are asked what figures there are."""


@dataclass(frozen=True)
class MapPlace:
    """One municipality: name, slug, number and class in words."""

    name: str
    slug: str
    value: str
    group: str


@dataclass(frozen=True)
class AreaMap:
    """A page with a map: what was chosen and can be, the drawing with its text, the legend, and the table."""

    line: str
    jaar: str
    lines: Mapping[str, str]
    years: tuple[str, ...]
    title: str
    about: str
    svg: str
    text: str
    legend: tuple[tuple[int, str], ...]
    places: tuple[MapPlace, ...]
    missing: int
    unknown: tuple[str, ...]
    sources: tuple[str, ...]
    boundaries_source: str = ""


def area_map(local: Local, query: Mapping[str, object], boundaries: Boundaries | None = None) -> AreaMap | None:
    """Answer one address (`indicator`, `jaar`); None where no municipality has a percentage."""
    lines = _lines(local)
    if not lines:
        return None
    asked = {key: one for key, one in query.items() if isinstance(one, str) and one}
    line = lines.get(asked.get("indicator", ""), next(iter(lines.values())))
    periods = _periods(local, line)
    years = {one[:4]: one for one in periods}
    jaar = asked["jaar"] if asked.get("jaar") in years else list(years)[-1]
    known: dict[str, Container[str]] = {"indicator": lines, "jaar": years, "versie": [asked.get("versie", "")]}
    unknown = [f"{key}={text}"[:80] for key, text in asked.items() if text not in known.get(key, ())]
    every = {one: local.figures.across(line, one) for one in periods}
    limits = bounds([value for across in every.values() for value in across.values.values()])
    shown = _Shown(local, line, every[years[jaar]], limits, boundaries)
    chosen = next(word for word, one in lines.items() if one == line)
    titles = {word: title_of(one, local.catalogue) for word, one in lines.items()}
    default = chosen == next(iter(lines))
    return shown.map("" if default else chosen, jaar, titles, tuple(years), tuple(unknown))


def _lines(local: Local) -> dict[str, Line]:
    found: dict[str, Line] = {}
    for one in local.groups.flemish[:LOOKED_AT]:
        for line in local.lines(one.code):
            if local.figures.indicator(line).unit_measure == "percent":
                found[local.word(line)] = line
    return found


def _periods(local: Local, line: Line) -> list[str]:
    """List the periods of a line, in order of time."""
    own = (local.figures.own(one.code, (line,)).get(line, ()) for one in local.groups.flemish[:LOOKED_AT])
    return sorted({one.time_period for series in own for one in series if one.time_period})


class _Shown:
    def __init__(
        self, local: Local, line: Line, across: Across, limits: tuple[float, ...], boundaries: Boundaries | None
    ) -> None:
        self.local, self.line, self.across, self.limits, self.boundaries = local, line, across, limits, boundaries
        self.indicator = local.figures.indicator(line)

    def map(
        self, word: str, jaar: str, titles: Mapping[str, str], years: tuple[str, ...], unknown: tuple[str, ...]
    ) -> AreaMap:
        classes = {code: class_of(value, self.limits) for code, value in self.across.values.items()}
        ordered = sorted(self.across.observations.values(), key=lambda one: (-one.number, one.ref_area))
        return AreaMap(
            line=word,
            jaar="" if jaar == years[-1] else jaar,
            lines=titles,
            years=years,
            title=title_of(self.line, self.local.catalogue),
            about=f"Aandeel in %, {jaar} · {POLARITIES[self.indicator.polarity]}",
            svg=self._drawn(classes),
            text=self._text(ordered),
            legend=tuple(enumerate(self._names())),
            places=tuple(self._place(one, classes) for one in ordered),
            missing=len(self.local.figures.flemish) - len(ordered),
            unknown=unknown,
            sources=sources_of(self.local, ordered),
            boundaries_source=self.boundaries.source if self.boundaries else "",
        )

    def _drawn(self, classes: Mapping[str, int]) -> str:
        if self.boundaries:
            return borders(self.boundaries, classes)
        centres = tuple(
            (code, one.longitude, one.latitude)
            for code, one in self.local.areas.centres.items()
            if code in self.local.figures.flemish
        )
        return tiles.tiles(_laid_out(centres), classes)

    def _text(self, ordered: list[Observation]) -> str:
        ends = [f"{self._name(one)} ({words.value(one, self.indicator)})" for one in (ordered[0], ordered[-1])]
        return f"Kaart van {len(ordered)} gemeenten. Hoogst: {ends[0]}. Laagst: {ends[1]}. De tabel bevat alle cijfers."

    def _name(self, one: Observation) -> str:
        return self.local.areas.municipalities[one.ref_area].name

    def _place(self, one: Observation, classes: Mapping[str, int]) -> MapPlace:
        slug = self.local.areas.municipalities[one.ref_area].slug
        return MapPlace(self._name(one), slug, words.value(one, self.indicator), self._names()[classes[one.ref_area]])

    def _names(self) -> list[str]:
        """Name the classes: "minder dan 2,1%", "2,1 tot 4,6%", "12,8% of meer"."""
        texts = [words.number(one, self.indicator.decimals) for one in self.limits]
        if not texts:
            return ["alle gemeenten gelijk"]
        between = [f"{low} tot {high}%" for low, high in zip(texts, texts[1:], strict=False)]
        return [f"minder dan {texts[0]}%", *between, f"{texts[-1]}% of meer"]


@lru_cache(maxsize=4)
def _laid_out(centres: tuple[tuple[str, float, float], ...]) -> dict[str, tuple[int, int]]:
    return hexagons({code: (longitude, latitude) for code, longitude, latitude in centres})
