"""One figure under two definitions of the group: by nationality and by country of birth, at one place and time.

The groups have almost the same name and other members, so their numbers differ. This lays both out on one axis, so
that a page can move the marks from the one to the other, and says in sentences what differs. The two are never joined
by a line and never told as a change: they are two groups at one moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.catalogue import Catalogue
from data.model import TRANSFORMATION, Indicator, Observation
from indicators import words
from indicators.flags import is_open
from indicators.gap_rows import axis_end
from indicators.measures import Gap, gap, gap_number, gaps
from indicators.panels.panel import Wording
from indicators.series import Section

NATIONALITY, BIRTH = "nationality", "country_of_birth"
PAIR = (NATIONALITY, BIRTH)
UNIT = "percentage_points"
LEFT_OUT = "unknown"
"""Of whom neither is known is no group that can be defined in two ways."""

RULES = {
    NATIONALITY: "Het paspoort telt. Wie Belg werd, telt bij de Belgen.",
    BIRTH: "De plaats van geboorte telt. Een andere nationaliteit verandert daar niets aan.",
}
"""Who counts where, as the definitions of the indicators say it (`group_definition` in the catalogue)."""

WHY = (
    "Wie in het buitenland geboren is en Belg werd, telt bij nationaliteit bij de Belgen en bij geboorteland niet. "
    "Kijk daarom bij elk cijfer wie meetelt."
)
Rest = tuple[tuple[str, str], ...]
Found = Mapping[tuple[str, str, str, Rest, str], Gap]
"""Gaps by area, period, source, the rest of the breakdown, and the code of the group."""


@dataclass(frozen=True)
class Mark:
    """One number in one grouping: its name, place in per cent of the axis, text, look, and its gap in words."""

    name: str
    place: float
    text: str
    family: str
    is_open: bool
    gap: str


@dataclass(frozen=True)
class Grouping:
    """One way to define the groups: who counts where, the groups, and all numbers told."""

    dimension: str
    label: str
    rule: str
    groups: tuple[str, ...]
    told: str


@dataclass(frozen=True)
class Regrouping:
    """Both groupings; each row has the mark of a group in the first and in the second."""

    subtitle: str
    groupings: tuple[Grouping, Grouping]
    rows: tuple[tuple[Mark, Mark], ...]
    axis_end: float
    sentences: tuple[str, ...]


def regroup(
    sections: Sequence[Section], stated: Iterable[Observation], indicator: Indicator, catalogue: Catalogue, cut: str
) -> Regrouping | None:
    """Lay out the newest figures that exist both ways for one area, period and source; None where there are none.

    `sections` are the figures of the areas and years of the page, `cut` its breakdown (empty: the default one), whose
    other dimensions are kept. `stated` are the gaps that the source itself prints. Only shares have the common axis.
    """
    if indicator.unit_measure != "percent" or not set(PAIR) <= set(indicator.dimension_ids):
        return None
    rest = tuple(one for one in cut.split("-") if one not in ("", *PAIR))
    first, second = (_found(sections, indicator, dimension, rest) for dimension in PAIR)
    places = {key[:3] for key in first if key in second}
    if not places or (cut and not set(PAIR) & set(cut.split("-"))):
        return None
    home = indicator.headline.ref_area
    place = max(places, key=lambda one: (one[0] == home, one[1], one))
    pairs = [(first[key], second[key]) for key in first if key in second and key[:3] == place]
    return _Maker(indicator, catalogue, list(stated)).made(pairs)


def _found(sections: Sequence[Section], indicator: Indicator, dimension: str, rest: Sequence[str]) -> Found:
    kept = [one for one in sections if set(one.cut) == {dimension, *rest}]
    every = [gap for one in kept for gap in gaps(one, indicator) if gap.dimension == dimension]
    return {_key(one): one for one in every if one.group.breakdown[dimension] != LEFT_OUT}


def _key(found: Gap) -> tuple[str, str, str, Rest, str]:
    one = found.group
    return one.ref_area, one.time_period, one.source, _rest(found), one.breakdown[found.dimension]


def _rest(found: Gap) -> Rest:
    return tuple(sorted(pair for pair in found.group.breakdown.items() if pair[0] != found.dimension))


class _Maker:
    def __init__(self, indicator: Indicator, catalogue: Catalogue, stated: Sequence[Observation]) -> None:
        self.indicator, self.catalogue, self.stated = indicator, catalogue, stated
        self.wording = Wording(indicator, catalogue)
        self.names = self.wording.names

    def made(self, pairs: Sequence[tuple[Gap, Gap]]) -> Regrouping:
        both = list(zip(*pairs, strict=True))
        end = axis_end(one for found in both for one in found)
        rests = {_rest(first): None for first, _ in pairs}
        rows = [row for rest in rests for row in self._rows([one for one in pairs if _rest(one[0]) == rest], end)]
        drawn = [one for found in both for pair in found for one in (pair.reference, pair.group)]
        where = self._where(pairs[0][0])
        first, second = (self._grouping(found, [row[place] for row in rows]) for place, found in enumerate(both))
        told = [text for rest in rests for text in self._sentences([one for one in pairs if _rest(one[0]) == rest])]
        subtitle = f"{self.indicator.title}, {where}. {self.wording.subtitle(drawn)}"
        return Regrouping(subtitle, (first, second), tuple(rows), end, (*told, WHY))

    def _rows(self, pairs: Sequence[tuple[Gap, Gap]], end: float) -> list[tuple[Mark, Mark]]:
        """Give the row of the reference group and those of the groups."""
        reference = tuple(self._mark(one, one.reference, end) for one in pairs[0])
        groups = [tuple(self._mark(one, one.group, end) for one in pair) for pair in pairs]
        return [(first, second) for first, second in (reference, *groups)]

    def _mark(self, found: Gap, one: Observation, end: float) -> Mark:
        name = words.capital(self.names.breakdown(one.breakdown))
        family = self.names.family(one.breakdown)
        gap_told = "" if one is found.reference else self._size_and_direction(found)
        return Mark(name, 100 * one.number / end, self.wording.label(one), family, is_open(one), gap_told)

    def _size_and_direction(self, found: Gap) -> str:
        if not found.size:
            return "geen verschil"
        return f"{self._size(found)} {found.direction}" + ("" if self._is_stated(found) else " (afgeleid)")

    def _size(self, found: Gap) -> str:
        return words.with_unit(gap_number(found), UNIT)

    def _where(self, found: Gap) -> str:
        period = words.period(found.group.time_period, self.indicator.period_kind)
        return f"{self.names.area(found.group.ref_area)}, {period}"

    def _grouping(self, found: Sequence[Gap], marks: Sequence[Mark]) -> Grouping:
        dimension = found[0].dimension
        label = self.names.dimension_labels[dimension]
        codes = {one.breakdown[dimension]: None for pair in found for one in (pair.reference, pair.group)}
        told = "; ".join(f"{one.name}: {one.text}" + (f", {one.gap}" if one.gap else "") for one in marks)
        groups = tuple(words.capital(self.names.phrase(dimension, code)) for code in codes)
        return Grouping(dimension, label, RULES[dimension], groups, f"Naar {words.lower(label)}. {told}.")

    def _sentences(self, pairs: Sequence[tuple[Gap, Gap]]) -> list[str]:
        """Tell of the group of the headline, or else of the last one, both numbers, their difference, both gaps."""
        wanted = set(self.indicator.headline.breakdown.values())
        first, second = next((one for one in pairs if one[0].group.breakdown[NATIONALITY] in wanted), pairs[-1])
        rest = [self.names.code(*pair) for pair in _rest(first)]
        where = ", ".join([self._where(first), *rest])
        both = ", ".join(self._told(one, one.group) for one in (first, second))
        numbers = f"{self.indicator.title}, {where}: {both}."
        gaps_told = " ".join(self._gap_told(one) for one in (first, second))
        return [f"{numbers} {self._difference(first, second)}", gaps_told]

    def _told(self, found: Gap, one: Observation) -> str:
        return f"{self.wording.told(one)} bij {self.names.phrase(found.dimension, one.breakdown[found.dimension])}"

    def _gap_told(self, found: Gap) -> str:
        """Tell a gap with the number of its reference group, and whether the source prints it or it is our sum."""
        one = found.reference
        phrase = self.names.phrase(found.dimension, one.breakdown[found.dimension])
        origin = "volgens de bron" if self._is_stated(found) else "afgeleid"
        return f"De kloof met {phrase}, {self.wording.told(one)}, bedraagt {self._size(found)} ({origin})."

    def _is_stated(self, found: Gap) -> bool:
        """Tell whether the source itself prints this gap."""
        group, breakdown = found.group, {**found.group.breakdown, TRANSFORMATION: "gap"}
        places = [(one.ref_area, one.time_period, dict(one.breakdown), one.obs_value) for one in self.stated]
        return (group.ref_area, group.time_period, breakdown, found.size) in places

    def _difference(self, first: Gap, second: Gap) -> str:
        """Tell the difference between the two groups with its sum, the larger number first."""
        between = gap(NATIONALITY, second.group, first.group, self.indicator)
        if not between.size:
            return "Het zijn twee groepen met hetzelfde cijfer."
        high, low = sorted((first.group, second.group), key=lambda one: one.number, reverse=True)
        numbers = [words.number(one.number, words.decimals(one, self.indicator)) for one in (high, low)]
        how_much = f"Het verschil is {self._size(between)} (afgeleid: {' − '.join(numbers)})."
        return f"{how_much} Het zijn twee groepen, op één moment."
