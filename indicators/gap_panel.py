"""The gap as a view of its own: every group against its reference group, with the distance in words and numbers."""

from __future__ import annotations

from collections.abc import Sequence

from data.catalogue import Catalogue
from data.model import Indicator, Observation
from indicators import words
from indicators.figures import lines, rows
from indicators.figures.points import Line, Point
from indicators.figures.rows import Mark, Row
from indicators.flags import flags, is_open, legend
from indicators.measures import Gap, gap_number, gaps
from indicators.panels.moments import MOST_ROWS
from indicators.panels.over_time import MOST_LINES
from indicators.panels.panel import LINE_NEEDS, OTHER_AREAS, Legend, Panel, Wording
from indicators.series import Names, Section
from indicators.tables import Cell, Table


class GapView:
    """Makes the gap panel and its table for one indicator."""

    def __init__(self, indicator: Indicator, catalogue: Catalogue, sections: Sequence[Section]) -> None:
        """Compute the gaps of all sections."""
        self.indicator, self.names, self.catalogue = indicator, Names(indicator, catalogue), catalogue
        self.wording = Wording(indicator, catalogue)
        self.gaps = [gap for section in sections for gap in gaps(section, indicator)]

    def panels(self) -> list[Panel]:
        """Draw the newest gaps as dumbbells, the largest first, and those over time that were measured often."""
        newest, left_out = self._of_one_area(self._newest(), MOST_ROWS)
        if not newest:
            return []
        drawn = rows.dots([self._row(one, newest) for one in newest], self.indicator.unit_measure)
        observed = [one for gap in newest for one in (gap.reference, gap.group)]
        subtitle = f"{self.wording.subtitle(observed)}{self._compared_with(newest)}"
        told = [f"{self._row_name(one, newest)}: {self._both(one)}" for one in newest]
        title = f"{self.indicator.title}: de kloof{self._compared_with(newest).replace(' T', ' t')}"
        text = self.wording.description("Puntgrafiek", title, "", told)
        panel = Panel(self._title(newest), subtitle, drawn, text, self._legend(newest), left_out)
        return [panel, *self._over_time()]

    def _of_one_area(self, found: Sequence[Gap], most: int) -> tuple[list[Gap], tuple[str, ...]]:
        """Of more gaps than a reader can follow keep those of the headline's area, and say so; the table has all."""
        home = self.indicator.headline.ref_area
        kept = [one for one in found if one.group.ref_area == home]
        if len(found) <= most or len(kept) in (0, len(found)):
            return list(found), ()
        return kept, (OTHER_AREAS.format(area=self.names.area(home)),)

    def _title(self, newest: Sequence[Gap]) -> str:
        """Say how large the gap is, or for which group it is largest."""
        largest = newest[0]
        group = self.names.phrase(largest.dimension, largest.group.breakdown[largest.dimension])
        if not largest.size:
            return "Er is geen verschil tussen de groepen"
        if len(newest) == 1:
            return f"De kloof bedraagt {self.size(largest)}"
        if len([one for one in newest if one.size == largest.size]) > 1 or self._is_repeated(largest, newest):
            return f"De kloof loopt op tot {self.size(largest)}"
        return f"De kloof is het grootst bij {group}: {self.size(largest)}"

    def _is_repeated(self, largest: Gap, newest: Sequence[Gap]) -> bool:
        """Tell whether the group of the largest gap has other gaps too, so that its name alone says too little."""
        code = largest.group.breakdown[largest.dimension]
        same = [one for one in newest if one.group.breakdown.get(largest.dimension) == code]
        return len(same) > 1

    def _newest(self) -> list[Gap]:
        by_place: dict[object, Gap] = {}
        for gap in sorted(self.gaps, key=lambda one: one.group.time_period):
            by_place[gap.group.ref_area, tuple(sorted(gap.group.breakdown.items()))] = gap
        return sorted(by_place.values(), key=lambda one: one.size, reverse=True)

    def _row(self, gap: Gap, newest: Sequence[Gap]) -> Row:
        name = words.capital(f"{self._row_name(gap, newest)}: {self.compared(gap)}")
        return Row(name, (self._mark(gap, gap.reference), self._mark(gap, gap.group)))

    def _row_name(self, gap: Gap, newest: Sequence[Gap]) -> str:
        """Name a row by what differs from the other rows; what they share stands in subtitle and legend."""
        if len({self._reference(one) for one in newest}) > 1:
            return self._name(gap)
        fixed = [one for one in gap.group.breakdown if len({self._code(other, one) for other in newest}) == 1]
        varies = [one for one in gap.group.breakdown if one not in fixed] or [gap.dimension]
        parts = [self.names.breakdown({one: gap.group.breakdown[one] for one in varies})]
        parts += [self.names.area(gap.group.ref_area)] if len({one.group.ref_area for one in newest}) > 1 else []
        parts += [self._period(gap)] if len({one.group.time_period for one in newest}) > 1 else []
        return ", ".join(parts)

    def _code(self, gap: Gap, dimension: str) -> str:
        return gap.group.breakdown.get(dimension, "")

    def _reference(self, gap: Gap) -> tuple[str, str]:
        return gap.dimension, gap.reference.breakdown[gap.dimension]

    def _compared_with(self, newest: Sequence[Gap]) -> str:
        """Say with whom all rows are compared, and when; empty where they are compared with different groups."""
        references = {self._reference(one) for one in newest}
        periods = {one.group.time_period for one in newest}
        when = f", {self._period(newest[0])}" if len(periods) == 1 else ""
        return f" Tegenover {self.names.phrase(*references.pop())}{when}." if len(references) == 1 else ""

    def _mark(self, gap: Gap, one: Observation) -> Mark:
        label = self.names.code(gap.dimension, one.breakdown[gap.dimension])
        hover = f"{words.capital(label)}: {self.wording.told(one)}"
        return Mark(one.number, self.wording.label(one), hover, self._look(gap, one), is_open(one))

    def _look(self, gap: Gap, one: Observation) -> str:
        """Give the colour family of a mark; a group that shares that of its reference has another shape."""
        group, reference = (
            self.catalogue.codelists[gap.dimension][member.breakdown[gap.dimension]].family
            for member in (gap.group, gap.reference)
        )
        if one == gap.reference:
            return reference
        return group if group != reference else f"{group}+" if group else "second"

    def _name(self, gap: Gap) -> str:
        """Name a gap in full: "niet-EU-nationaliteit tegenover Belgische of EU-nationaliteit, vrouwen, 2010"."""
        group, reference = (
            self.names.code(gap.dimension, one.breakdown[gap.dimension]) for one in (gap.group, gap.reference)
        )
        rest = self.names.breakdown(gap.group.breakdown, without=(gap.dimension,))
        area = self.names.area(gap.group.ref_area) if len({one.group.ref_area for one in self.gaps}) > 1 else ""
        when = self._period(gap) if gap.group.time_period else ""
        context = [part for part in ("" if rest == "totaal" else rest, area, when) if part]
        return ", ".join([f"{group} tegenover {reference}", *context])

    def _period(self, gap: Gap) -> str:
        return words.period(gap.group.time_period, self.indicator.period_kind)

    def size(self, gap: Gap) -> str:
        """Write the size with its unit: "29 procentpunten", "ongeveer 2 bezoeken per jaar"."""
        text = gap_number(gap)
        unit = "percentage_points" if self.indicator.unit_measure == "percent" else self.indicator.unit_measure
        written = words.with_unit(text, unit)
        return written if written != text else f"{text} {self.catalogue.label('unit_measure', unit)}"

    def compared(self, gap: Gap) -> str:
        """Say how the group stands to its reference: "29 procentpunten lager", "geen verschil"."""
        return f"{self.size(gap)} {gap.direction}" if gap.size else "geen verschil"

    def told(self, gap: Gap) -> str:
        """Tell a gap in full, with both numbers."""
        return f"{words.capital(self._name(gap))}: {self._both(gap)}"

    def _both(self, gap: Gap) -> str:
        both = f"{self.wording.told(gap.group)} tegenover {self.wording.told(gap.reference)}"
        return f"{both}, {self.compared(gap)}"

    def _legend(self, shown: Sequence[Gap]) -> Legend:
        """Name each symbol once, with all the groups that carry it."""
        names: dict[str, dict[str, None]] = {}
        for gap in shown:
            for one in (gap.reference, gap.group):
                label = self.names.code(gap.dimension, one.breakdown[gap.dimension])
                names.setdefault(self._look(gap, one), {})[label] = None
        return tuple((look, words.listed(list(labels), last="of")) for look, labels in names.items())

    def _over_time(self) -> list[Panel]:
        by_place: dict[object, list[Gap]] = {}
        for gap in self.gaps:
            if gap.group.time_period:
                place = gap.group.ref_area, gap.dimension, tuple(sorted(gap.group.breakdown.items()))
                by_place.setdefault(place, []).append(gap)
        often = [found for found in by_place.values() if len(found) >= LINE_NEEDS]
        kept, left_out = self._of_one_area([found[-1] for found in often], MOST_LINES)
        drawn = [self._line(found) for found in often if found[-1] in kept]
        if not drawn:
            return []
        figure = lines.lines(drawn, self._unit())
        subtitle = f"Grootte van de kloof, {self._unit_label()}. De as begint bij nul."
        text = self.wording.description(
            "Lijngrafiek", f"{self.indicator.title}: de kloof", "", [self._line_told(line) for line in drawn]
        )
        return [Panel("De kloof in de tijd", subtitle, figure, text, notes=left_out)]

    def _unit(self) -> str:
        """Give the unit of a gap on an axis: it starts at zero, also where the scores themselves start at one."""
        units = {"percent": "percentage_points", "scale_1_5": "points"}
        return units.get(self.indicator.unit_measure, self.indicator.unit_measure)

    def _unit_label(self) -> str:
        return f"in {self.catalogue.label('unit_measure', self._unit())}"

    def _line(self, found: Sequence[Gap]) -> Line:
        points = [self._point(one) for one in sorted(found, key=lambda one: words.position(one.group.time_period))]
        first = found[0]
        family = self.catalogue.codelists[first.dimension][first.group.breakdown[first.dimension]].family
        several = len({gap.group.ref_area for gap in self.gaps}) > 1
        area = f", {self.names.area(first.group.ref_area)}" if several else ""
        return Line(self.names.breakdown(first.group.breakdown) + area, tuple(points), family)

    def _point(self, gap: Gap) -> Point:
        time, text = gap.group.time_period, gap_number(gap)
        is_break = "B" in (gap.group.obs_status, gap.reference.obs_status)
        either_open = is_open(gap.group) or is_open(gap.reference)
        return Point(words.position(time), words.year(time), gap.size, text, self.told(gap), either_open, is_break)

    def _line_told(self, line: Line) -> str:
        first, last = line.points[0], line.points[-1]
        return f"{words.capital(line.name)}: van {first.text} in {first.name} naar {last.text} in {last.name}"

    def table(self) -> Table:
        """List all gaps with both numbers, the newest first."""
        ordered = sorted(self.gaps, key=lambda one: (one.group.time_period, one.size), reverse=True)
        rows_ = tuple((words.capital(self._name(one)), self._cells(one)) for one in ordered)
        caption = f"{self.indicator.title}: de kloof, door ons berekend uit de twee cijfers"
        heads = ("Groep tegenover referentiegroep", "Groep", "Referentiegroep", "Kloof")
        observed = [one for gap in ordered for one in (gap.group, gap.reference)]
        return Table(caption, heads, rows_, tuple(legend(observed)))

    def _cells(self, gap: Gap) -> tuple[Cell, ...]:
        both = [Cell(words.value(one, self.indicator), flags(one)) for one in (gap.group, gap.reference)]
        return (*both, Cell(self.compared(gap)))
