"""The gap between groups in one municipality (*herkomstkloof*), over time, with the people for whom it stands.

Only for percentages with counts, of indicators where higher or lower is better, and for groups with a reference group:
positive always means that the group is worse off.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from data.model import Dimension, Observation
from indicators import words
from indicators.figures import small
from indicators.local.comparison import LEAST_PEOPLE
from indicators.local.figures import Line, share_of
from indicators.local.profile import Local
from indicators.local.shares import Disadvantage, Share, disadvantage, movement
from indicators.panels.panel import LINE_NEEDS
from indicators.series import Names

Pair = tuple[Share, Share]


@dataclass(frozen=True)
class LocalGap:
    """One gap in words: where, how large and how sure, the people, Flanders beside it, its course and who moved.

    `sparkline` is SVG, empty below three measurements.
    """

    title: str
    slug: str
    groups: str
    size: str
    margin: str
    people: str
    region: str
    sparkline: str
    course: str
    moved: str


def local_gaps(local: Local, code: str) -> list[LocalGap]:
    """Give the gaps of a municipality in the order of its lines; none where its figures allow none."""
    known = set(local.figures.known_lines(code))
    pairs = [pair for line in local.lines(code) for pair in _pairs(local, line, known)]
    own = local.figures.own(code, tuple(dict.fromkeys(line for pair in pairs for line in pair[:2])))
    return [told for pair in pairs if (told := _Teller(local, own, *pair).told())]


def _pairs(local: Local, line: Line, known: set[Line]) -> Iterator[tuple[Line, Line, Dimension]]:
    """Give the line, that of its reference group, and the dimension, where a gap can be told."""
    indicator = local.figures.indicator(line)
    if indicator.unit_measure != "percent" or indicator.polarity == "neutral" or len(line.breakdown) != 1:
        return
    ((name, group),) = line.breakdown
    for dimension in indicator.dimensions:
        reference = Line(line.indicator, ((name, dimension.reference),))
        if dimension.id == name and dimension.reference not in ("", group) and reference in known:
            yield line, reference, dimension


class _Teller:
    def __init__(
        self,
        local: Local,
        own: Mapping[Line, tuple[Observation, ...]],
        line: Line,
        reference: Line,
        dimension: Dimension,
    ) -> None:
        self.indicator, self.names = (
            local.figures.indicator(line),
            Names(local.figures.indicator(line), local.catalogue),
        )
        self.line, self.reference, self.dimension = line, reference, dimension
        self.measured = _measured(own.get(line, ()), own.get(reference, ()))
        self.region = _measured(local.figures.region.get(line, ()), local.figures.region.get(reference, ()))

    def told(self) -> LocalGap | None:
        if not self.measured:
            return None
        last = list(self.measured)[-1]
        found = self._gap(self.measured[last])
        group, reference = (
            self.names.phrase(self.dimension.id, line.breakdown[0][1]) for line in (self.line, self.reference)
        )
        low, high = (words.number(one, self.indicator.decimals) for one in (found.interval.lower, found.interval.upper))
        return LocalGap(
            title=self.indicator.title,
            slug=self.indicator.slug,
            groups=f"{words.capital(group)}, tegenover {reference} ({words.period(last, self.indicator.period_kind)})",
            size=self._points(found.size),
            margin=f"onzekerheidsmarge: {low} tot {high}",
            people=self._people(found),
            region=self._region(last),
            sparkline=self._sparkline(),
            course=self._course(),
            moved=self._moved(),
        )

    def _gap(self, pair: Pair) -> Disadvantage:
        return disadvantage(*pair, self.indicator.polarity)

    def _points(self, size: float) -> str:
        return words.with_unit(words.number(size, self.indicator.decimals), "percentage_points")

    def _people(self, found: Disadvantage) -> str:
        if not found.people:
            return "De groep is niet slechter af dan de vergelijkingsgroep."
        low, high = (words.number(one, 0) for one in found.people_limits)
        noun = "persoon" if found.people == 1 else self.indicator.sentence.people
        return f"Dat verschil staat voor {words.number(found.people, 0)} {noun} (tussen {low} en {high})."

    def _region(self, period: str) -> str:
        pair = self.region.get(period)
        return f"Vlaams Gewest: {self._points(self._gap(pair).size)}" if pair else "Vlaams Gewest: geen cijfer"

    def _sparkline(self) -> str:
        if len(self.measured) < LINE_NEEDS:
            return ""
        return small.sparkline(
            [(words.position(one), max(0.0, self._gap(pair).size)) for one, pair in self.measured.items()]
        )

    def _course(self) -> str:
        if len(self.measured) < LINE_NEEDS:
            return "1 meting" if len(self.measured) == 1 else f"{len(self.measured)} metingen"
        periods = list(self.measured)
        ends = [
            f"{self._points(self._gap(self.measured[one]).size)} in {words.year(one)}"
            for one in (periods[0], periods[-1])
        ]
        return f"van {ends[0]} naar {ends[1]}"

    def _moved(self) -> str:
        """Tell which side moved; the two parts add up to the change of the gap."""
        periods = list(self.measured)
        if len(periods) < LINE_NEEDS:
            return ""
        found = movement(self.measured[periods[0]], self.measured[periods[-1]], self.indicator.polarity)
        decimals = self.indicator.decimals
        by_group, by_reference = (words.signed(one, decimals) for one in (found.by_group, found.by_reference))
        whole = words.with_unit(words.signed(found.change, decimals), "percentage_points")
        parts = f"{by_group} door de groep en {by_reference} door de vergelijkingsgroep"
        return f"Verandering van de kloof: {whole}, waarvan {parts}."


def _measured(group: tuple[Observation, ...], reference: tuple[Observation, ...]) -> dict[str, Pair]:
    """Pair the counts of both groups by period, in order of time; groups below thirty people are left out."""
    others = {one.time_period: share_of(one) for one in reference}
    found: dict[str, Pair] = {}
    for one in group:
        own, other = share_of(one), others.get(one.time_period)
        if own and other and min(own.of, other.of) >= LEAST_PEOPLE and one.obs_value is not None:
            found[one.time_period] = (own, other)
    return found
