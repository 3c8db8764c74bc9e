"""The gap as a view of its own: every group against its reference group, with the distance in words and numbers."""

from __future__ import annotations

from collections.abc import Sequence

from data.catalogue import Catalogue
from data.model import Indicator
from indicators import words
from indicators.figures import lines, rows
from indicators.figures.lines import Line, Point
from indicators.figures.rows import Mark, Row
from indicators.flags import is_open
from indicators.measures import Gap, gaps
from indicators.panels.panel import LINE_NEEDS, TABLE_HINT, Panel
from indicators.series import Names, Section
from indicators.tables import Cell, Table


class GapView:
    """Makes the gap panel and its table for one indicator."""

    def __init__(self, indicator: Indicator, catalogue: Catalogue, sections: Sequence[Section]) -> None:
        """Compute the gaps of all sections."""
        self.indicator, self.names, self.catalogue = indicator, Names(indicator, catalogue), catalogue
        self.gaps = [gap for section in sections for gap in gaps(section, indicator)]

    def panels(self) -> list[Panel]:
        """Draw the newest gaps as dumbbells, the largest first, and those over time that were measured often."""
        newest = self._newest()
        if not newest:
            return []
        drawn = rows.dots([self._row(one) for one in newest], self.indicator.unit_measure)
        text = f"Puntgrafiek. Grootste kloof: {self.told(newest[0])}. {TABLE_HINT}"
        title, subtitle = (
            "De kloof tussen de groepen",
            "Verschil met de referentiegroep, de grootste kloof eerst. De as begint bij nul.",
        )
        return [Panel(title, subtitle, drawn, text, self._legend(newest)), *self._over_time()]

    def _newest(self) -> list[Gap]:
        by_place: dict[object, Gap] = {}
        for gap in sorted(self.gaps, key=lambda one: one.group.time_period):
            by_place[gap.group.ref_area, tuple(sorted(gap.group.breakdown.items()))] = gap
        return sorted(by_place.values(), key=lambda one: one.size, reverse=True)

    def _row(self, gap: Gap) -> Row:
        name = f"{self._name(gap)}: {self.size(gap)} {gap.direction}"
        marks = []
        for one in (gap.reference, gap.group):
            code = self.catalogue.codelists[gap.dimension][one.breakdown[gap.dimension]]
            text = words.value(one, self.indicator)
            marks.append(Mark(one.number, text, f"{code.label}: {text}", code.family, is_open(one)))
        return Row(name, tuple(marks))

    def _name(self, gap: Gap) -> str:
        """Name a gap: "Niet-EU-nationaliteit tegenover Belgische of EU-nationaliteit, vrouwen, 2010"."""
        group = self.names.code(gap.dimension, gap.group.breakdown[gap.dimension])
        reference = self.names.code(gap.dimension, gap.reference.breakdown[gap.dimension])
        rest = self.names.breakdown(gap.group.breakdown, without=(gap.dimension,))
        when = words.period(gap.group.time_period, self.indicator.period_kind) if gap.group.time_period else ""
        area = self.names.area(gap.group.ref_area) if len({one.group.ref_area for one in self.gaps}) > 1 else ""
        context = [part for part in ("" if rest == "totaal" else rest, area, when) if part]
        return ", ".join([f"{words.capital(group)} tegenover {reference}", *context])

    def size(self, gap: Gap) -> str:
        """Write the size with its unit: "29 procentpunten"."""
        text = words.number(gap.size, gap.decimals)
        unit = "percentage_points" if self.indicator.unit_measure == "percent" else self.indicator.unit_measure
        written = words.with_unit(text, unit, singular=round(gap.size, gap.decimals) == 1)
        return written if written != text else f"{text} {self.catalogue.label('unit_measure', unit)}"

    def told(self, gap: Gap) -> str:
        """Tell a gap in full, with both numbers."""
        both = f"{words.value(gap.group, self.indicator)} tegenover {words.value(gap.reference, self.indicator)}"
        return f"{self._name(gap)}: {both}, {self.size(gap)} {gap.direction}"

    def _legend(self, shown: Sequence[Gap]) -> tuple[tuple[str, str], ...]:
        entries: dict[tuple[str, str], None] = {}
        for gap in shown:
            for one in (gap.reference, gap.group):
                code = self.catalogue.codelists[gap.dimension][one.breakdown[gap.dimension]]
                entries[code.family, code.label] = None
        return tuple(entries)

    def _over_time(self) -> list[Panel]:
        by_name: dict[str, list[Gap]] = {}
        for gap in self.gaps:
            code = gap.group.breakdown[gap.dimension]
            by_name.setdefault(f"{self.names.breakdown(gap.group.breakdown)} ({code})", []).append(gap)
        drawn = [self._line(found) for found in by_name.values() if len(found) >= LINE_NEEDS]
        if not drawn:
            return []
        unit = "percentage_points" if self.indicator.unit_measure == "percent" else self.indicator.unit_measure
        figure = lines.lines(drawn, unit)
        subtitle = "Grootte van de kloof per jaar. De as begint bij nul."
        text = f"Lijngrafiek van de kloof. {'; '.join(self._line_told(line) for line in drawn[:4])}. {TABLE_HINT}"
        return [Panel("De kloof in de tijd", subtitle, figure, text)]

    def _line(self, found: Sequence[Gap]) -> Line:
        points = [self._point(one) for one in sorted(found, key=lambda one: words.position(one.group.time_period))]
        family = self.catalogue.codelists[found[0].dimension][found[0].group.breakdown[found[0].dimension]].family
        return Line(self.names.breakdown(found[0].group.breakdown), tuple(points), family)

    def _point(self, gap: Gap) -> Point:
        time, text = gap.group.time_period, words.number(gap.size, gap.decimals)
        is_break = "B" in (gap.group.obs_status, gap.reference.obs_status)
        either_open = is_open(gap.group) or is_open(gap.reference)
        return Point(words.position(time), words.year(time), gap.size, text, self.told(gap), either_open, is_break)

    def _line_told(self, line: Line) -> str:
        first, last = line.points[0], line.points[-1]
        return f"{words.capital(line.name)}: van {first.text} in {first.name} naar {last.text} in {last.name}"

    def table(self) -> Table:
        """List all gaps with both numbers, the newest first."""
        ordered = sorted(self.gaps, key=lambda one: (one.group.time_period, one.size), reverse=True)
        rows_ = tuple((self._name(one), self._cells(one)) for one in ordered)
        caption = f"{self.indicator.title}: de kloof, door ons berekend uit de twee cijfers"
        return Table(caption, ("Groep tegenover referentiegroep", "Groep", "Referentiegroep", "Kloof"), rows_)

    def _cells(self, gap: Gap) -> tuple[Cell, ...]:
        group, reference = words.value(gap.group, self.indicator), words.value(gap.reference, self.indicator)
        return Cell(group), Cell(reference), Cell(f"{self.size(gap)} {gap.direction}")
