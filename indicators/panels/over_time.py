"""Lines over time, for series with three measurements or more."""

from __future__ import annotations

from collections.abc import Sequence

from data.model import Observation
from indicators import words
from indicators.figures.lines import Line, Point, lines
from indicators.flags import is_open
from indicators.panels.panel import LINE_NEEDS, TABLE_HINT, Panel, Wording
from indicators.series import Section, Series

TOLD_LINES = 4


def line_panel(section: Section, wording: Wording) -> Panel:
    """Draw the series of a section that have measurements enough, and name those that have not."""
    drawn = [one for one in section.series if len(one.measured) >= LINE_NEEDS]
    figure = lines([_line(one, section, wording) for one in drawn], wording.indicator.unit_measure)
    notes = [*_skipped(drawn), *(_too_short(one, section, wording) for one in section.series if one not in drawn)]
    title = _turning_point(drawn[0], wording) if len(drawn) == 1 else wording.title([section])
    subtitle = f"{wording.unit()}. {wording.axis()}"
    return Panel(title, subtitle, figure, _description(drawn, section, wording), (), tuple(notes))


def _line(series: Series, section: Section, wording: Wording) -> Line:
    points = tuple(_point(one, series, section, wording) for one in series.measured)
    return Line(wording.series(series, section), points, wording.names.family(series.breakdown))


def _point(one: Observation, series: Series, section: Section, wording: Wording) -> Point:
    hover = f"{wording.period(one)}, {wording.series(series, section)}: {wording.told(one)}"
    return Point(
        position=words.position(one.time_period),
        name=words.year(one.time_period),
        value=one.number,
        text=wording.value(one),
        hover=hover,
        is_open=is_open(one),
        is_break=one.obs_status == "B",
    )


def _turning_point(series: Series, wording: Wording) -> str:
    """Say what is special in a line: the largest step at its end, or where it is highest and lowest."""
    measured = series.measured
    steps = [
        abs((after.obs_value or 0) - (before.obs_value or 0))
        for before, after in zip(measured, measured[1:], strict=False)
    ]
    last = measured[-1]
    if len(steps) > 1 and steps[-1] > max(steps[:-1]):
        return f"{words.capital(wording.in_period(last))} is de sprong het grootst: naar {wording.told(last)}"
    highest = max(measured, key=lambda one: one.obs_value or 0)
    lowest = min(measured, key=lambda one: one.obs_value or 0)
    return f"Het hoogst {wording.in_period(highest)}, het laagst {wording.in_period(lowest)}"


def _skipped(drawn: Sequence[Series]) -> list[str]:
    """Name the years without a measurement between the first and the last."""
    measured = {int(words.position(one.time_period)) for series in drawn for one in series.measured}
    missing = [str(year) for year in range(min(measured), max(measured)) if year not in measured]
    return [f"Geen meting in {words.listed(missing)}."] if missing else []


def _too_short(series: Series, section: Section, wording: Wording) -> str:
    told = words.listed([f"{wording.told(one)} {wording.in_period(one)}" for one in series.measured])
    name = wording.series(series, section)
    return f"Niet als lijn getekend, want te weinig metingen: {name}{f', {told}' if told else ''}."


def _description(drawn: Sequence[Series], section: Section, wording: Wording) -> str:
    told = [_told(one, section, wording) for one in drawn[:TOLD_LINES]]
    more = f" En nog {len(drawn) - TOLD_LINES} andere lijnen." if len(drawn) > TOLD_LINES else ""
    return f"Lijngrafiek. {wording.indicator.title}. {words.capital('; '.join(told))}.{more} {TABLE_HINT}"


def _told(series: Series, section: Section, wording: Wording) -> str:
    first, last = series.measured[0], series.measured[-1]
    highest = max(series.measured, key=lambda one: one.obs_value or 0)
    ends = f"van {wording.value(first)} {wording.in_period(first)} naar {wording.value(last)} {wording.in_period(last)}"
    return f"{wording.series(series, section)}: {ends}; hoogste {wording.value(highest)} {wording.in_period(highest)}"
