"""Lines over time, for series with three measurements or more."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from data.model import Observation
from indicators import words
from indicators.figures.lines import Line, Point, lines
from indicators.flags import is_open
from indicators.measures import since_break
from indicators.panels.panel import LINE_NEEDS, Panel, Wording
from indicators.series import Section, Series


def line_panel(section: Section, wording: Wording) -> Panel:
    """Draw the series of a section that have measurements enough, and name those that have not."""
    drawn = [one for one in section.series if len(one.dated) >= LINE_NEEDS]
    figure = lines([_line(one, section, wording) for one in drawn], wording.indicator.unit_measure)
    shown = [one for series in drawn for one in series.dated]
    return Panel(
        title=(_turning_point(drawn[0], wording) if len(drawn) == 1 else "") or wording.title([section]),
        subtitle=wording.subtitle(shown),
        figure=figure,
        description=_description(drawn, section, wording),
        notes=(*_skipped(shown, wording), *_too_short(section, wording)),
    )


def _line(series: Series, section: Section, wording: Wording) -> Line:
    points = tuple(_point(one, series, section, wording) for one in series.dated)
    return Line(wording.series(series, section), points, wording.names.family(series.breakdown))


def _point(one: Observation, series: Series, section: Section, wording: Wording) -> Point:
    hover = f"{wording.period(one)}, {wording.series(series, section)}: {wording.told(one)}"
    return Point(
        position=words.position(one.time_period),
        name=words.year(one.time_period),
        value=one.number,
        text=wording.label(one),
        hover=hover,
        is_open=is_open(one),
        is_break=one.obs_status == "B",
    )


def _turning_point(series: Series, wording: Wording) -> str:
    """Say what is special in a line: the largest step at its end, or where it is highest and lowest.

    Only measurements since a break count, and only steps of the same length are compared.
    """
    measured = since_break(series)
    if len({one.number for one in measured}) < 2:
        return ""
    if last_step := _last_step(measured):
        last, what = measured[-1], "stijging" if last_step > 0 else "daling"
        return f"{words.capital(wording.in_period(last))} is de {what} het grootst: naar {wording.told(last)}"
    highest = max(measured, key=lambda one: one.number)
    lowest = min(measured, key=lambda one: one.number)
    return f"Het hoogst {wording.in_period(highest)}, het laagst {wording.in_period(lowest)}"


def _last_step(measured: Sequence[Observation]) -> float:
    """Give the last step where it is the largest in either direction, else zero."""
    pairs = list(pairwise(measured))
    places = [words.position(one.time_period) for one in measured]
    lengths = {round(after - before, 6) for before, after in pairwise(places)}
    steps = [after.number - before.number for before, after in pairs]
    largest = len(steps) > 1 and len(lengths) == 1 and abs(steps[-1]) > max(map(abs, steps[:-1]))
    return steps[-1] if largest else 0.0


def _skipped(shown: Sequence[Observation], wording: Wording) -> list[str]:
    """Name the years without a measurement between the first and the last."""
    measured = {int(words.position(one.time_period)) for one in shown}
    missing = [year for year in range(min(measured), max(measured)) if year not in measured]
    runs = [[year for _, year in run] for _, run in groupby(enumerate(missing), lambda pair: pair[1] - pair[0])]
    told = [_run(run, wording) for run in runs]
    return [f"Geen meting in {words.listed(told)}."] if told else []


def _run(years: Sequence[int], wording: Wording) -> str:
    """Name years in a row: "2003", "2005 en 2006", "2005 tot 2007"; school years by both their years."""
    spans = wording.indicator.period_kind != "year"
    names = [words.year(f"{year}-{year + 1}" if spans else str(year)) for year in years]
    return words.listed(names) if len(names) < LINE_NEEDS else f"{names[0]} tot {names[-1]}"


def _too_short(section: Section, wording: Wording) -> list[str]:
    """Name the series with too few measurements for a line, and what was measured."""
    short = [one for one in section.series if len(one.dated) < LINE_NEEDS]
    told = [_measured(one, section, wording) for one in short]
    return [f"Niet als lijn getekend, want minder dan {LINE_NEEDS} metingen: {'; '.join(told)}."] if told else []


def _measured(series: Series, section: Section, wording: Wording) -> str:
    told = words.listed([f"{wording.told(one)} {wording.in_period(one)}" for one in series.measured])
    return f"{wording.series(series, section)}: {told or wording.value(series.last)}"


def _description(drawn: Sequence[Series], section: Section, wording: Wording) -> str:
    told = [_told(one, section, wording) for one in drawn]
    return wording.description("Lijngrafiek", wording.indicator.title, wording.place([section]), told)


def _told(series: Series, section: Section, wording: Wording) -> str:
    first, last = series.dated[0], series.dated[-1]
    highest = max(series.dated, key=lambda one: one.number)
    ends = f"van {wording.told(first)} {wording.in_period(first)} naar {wording.told(last)} {wording.in_period(last)}"
    top = "" if highest in (first, last) else f", hoogste {wording.told(highest)} {wording.in_period(highest)}"
    return f"{wording.series(series, section)}: {ends}{top}"
