"""The road to a target as a chart and as a table: what was measured, what was needed, and the distance a year."""

from __future__ import annotations

from data.catalogue import Catalogue
from data.target import Target
from indicators import words
from indicators.figures import points
from indicators.figures.required_path import Road, required_path
from indicators.flags import MEANINGS
from indicators.panels.panel import Panel
from indicators.series import Names
from indicators.tables import Cell, Table
from indicators.targets.arithmetic import goal_told
from indicators.targets.board import Assessment
from indicators.targets.path import Path
from indicators.targets.points import Point
from indicators.targets.written import OPERATORS, difference, level, signed_plain

QUESTION = "Hoe snel moet het gaan om het doel te halen?"
BREAK = "b"
QUALITY = {
    "A": "gelezen in een officiële publicatie",
    "B": "gelezen in de pers, niet in de publicatie zelf",
    BREAK: MEANINGS[BREAK],
}
NOT_MEASURED = "geen meting"


class Required:
    """Draws and lists the road of one target under one measure."""

    def __init__(self, target: Target, assessment: Assessment, catalogue: Catalogue) -> None:
        """Keep the target and its numbers."""
        assert assessment.measure
        self.target, self.numbers = target, assessment.verdict.numbers
        self.indicator = catalogue.indicators[assessment.measure.indicator]
        self.family = Names(self.indicator, catalogue).family(assessment.measure.breakdown)
        self.points = _from_base(assessment)

    def panel(self) -> Panel | None:
        """Draw the road; None where there is no base, no number to reach or no year to reach it in."""
        numbers, path = self.numbers, self.numbers.path
        if path is None or path.end is None or numbers.base is None:
            return None
        silence = self._silence(path.end)
        marks = [self._mark(one) for one in self.points]
        figure = required_path(self._road(path), marks, self.family, numbers.unit_measure, silence)
        subtitle = "Streeplijn: het vereiste pad, geen meting. De as begint bij nul."
        return Panel(QUESTION, subtitle, figure, self._description(silence))

    def _road(self, path: Path) -> Road:
        numbers = self.numbers
        assert numbers.goal
        assert path.end is not None
        steps = [path.start, *range(int(path.start) + 1, path.end), path.end] if path.is_compound else []
        corners = tuple((time, path.needed(time)) for time in steps or (path.start, path.end))
        told = (
            f"{OPERATORS[numbers.level_operator]} {level(path.needed(path.end), numbers.unit_measure, self._places())}"
        )
        unit = "%" if path.is_compound else ""
        pace = f"vereist pad: {signed_plain(path.per_year, 2)}{unit} per jaar"
        return Road(corners, f"Doel {path.end}: {told}", pace, goes_up=path.per_year >= 0)

    def _places(self) -> int:
        return 0 if self.numbers.kind == "growth_per_year" else len(self.numbers.goal.value.partition(".")[2])  # type: ignore[union-attr]

    def _silence(self, end: int) -> str:
        last = self.points[-1]
        return f"Na {words.year(last.time_period)} zijn nog geen metingen" if last.time < end else ""

    def _mark(self, one: Point) -> points.Point:
        year, text = words.year(one.time_period), level(one.value, self.numbers.unit_measure, one.decimals)
        press = " (via de pers)" if one.via_press else ""
        return points.Point(one.time, year, one.value, text, f"{year}: {text}{press}", one.is_open, one.is_break)

    def _description(self, silence: str) -> str:
        """Tell the drawing in words (template of the design: goal, required pace, actual pace)."""
        numbers = self.numbers
        required = difference(numbers.required or 0.0, numbers.unit_measure)
        actual = "nog niet te berekenen"
        if numbers.actual is not None:
            actual = f"{difference(numbers.actual, numbers.unit_measure)} per jaar"
        goal = f"Doel: {goal_told(numbers)}. Vereist: {required} per jaar. Werkelijk: {actual}."
        told = f"{silence}. " if silence else ""
        return f"Lijngrafiek. {goal} {told}De tabel bij de grafiek bevat alle cijfers."

    def table(self) -> Table | None:
        """List value, needed value and distance a year, also for the years without a measurement."""
        if not self.points:
            return None
        remarks: list[str] = []
        rows = tuple(self._row(year, one, remarks) for year, one in self._years())
        unit = "procentpunten" if self.numbers.unit_measure in ("percent", "percentage_points") else "verschil"
        heads = ("Jaar", "Waarde", "Nodig", f"Afstand ({unit})", "Kwaliteit")
        used = {letter for one in self.points for letter in _letters(one)}
        legend = tuple((letter, meaning) for letter, meaning in QUALITY.items() if letter in used)
        caption = f"{self.indicator.title}: waarde, nodige waarde en afstand per jaar"
        return Table(caption, heads, rows, legend, tuple(remarks))

    def _years(self) -> list[tuple[str, Point | None]]:
        """Give all years from the base to the target year or the newest measurement, with the measurements."""
        measured: dict[str, Point | None] = {words.year(one.time_period): one for one in self.points}
        ends = [
            int(self.points[-1].time),
            *([self.numbers.deadline] if self.numbers.path and self.numbers.deadline else []),
        ]
        for year in range(int(self.points[0].time), max(ends) + 1):
            if not any(name.startswith(str(year)) for name in measured):
                measured[str(year)] = None
        return sorted(measured.items())

    def _row(self, year: str, one: Point | None, remarks: list[str]) -> tuple[str, tuple[Cell, ...]]:
        path, unit = self.numbers.path, self.numbers.unit_measure
        needed = path.needed(one.time if one else float(year)) if path else None
        value = Cell(NOT_MEASURED)
        if one:
            value = Cell(level(one.value, unit, one.decimals), BREAK if one.is_break else "", _remark(one, remarks))
        distance = signed_plain(one.value - needed, 2) if one and needed is not None else "–"
        wanted = "–" if needed is None else level(needed, unit, most=2)
        return year, (value, Cell(wanted), Cell(distance), Cell(quality(one) if one else "–"))


def quality(one: Point) -> str:
    """Grade a measurement: A where we read the publication itself, B where we read it in the press."""
    return "B" if one.via_press else "A"


def _letters(one: Point) -> tuple[str, ...]:
    return (quality(one), BREAK) if one.is_break else (quality(one),)


def _remark(one: Point, remarks: list[str]) -> int:
    """Put the note of a measurement below the table once, and give its number; 0 where there is no note."""
    if not one.note:
        return 0
    if one.note not in remarks:
        remarks.append(one.note)
    return remarks.index(one.note) + 1


def _from_base(assessment: Assessment) -> tuple[Point, ...]:
    """Give the measurements from the base on, the base itself with the value that the text gives it."""
    base = assessment.verdict.numbers.base
    if base is None:
        return assessment.points
    return (base, *(one for one in assessment.points if one.time > base.time))
