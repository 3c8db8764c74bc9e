"""Lines over time, for series with three measurements or more."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from data.model import Observation
from indicators import words
from indicators.figures.lines import lines
from indicators.figures.points import Line, Point
from indicators.flags import is_open, nature
from indicators.measures import since_break
from indicators.panels.panel import LINE_NEEDS, OTHER_AREAS, Panel, Wording
from indicators.series import Section, Series

DERIVED = "afgeleid"
ALL_DERIVED = "Alle cijfers van deze grafiek zijn afgeleid: de tabel toont bij elk de berekening."
"""Said once where it holds for every point, in place of an open symbol and a word at each."""

MOST_LINES = 4
"""More lines of groups in one chart cannot be told apart."""


def line_panel(section: Section, wording: Wording) -> Panel:
    """Draw the series of a section that have measurements enough, and name those that have not."""
    long_enough = [one for one in section.series if len(one.dated) >= LINE_NEEDS]
    drawn = _of_one_area(long_enough, section, wording)
    left_out = [OTHER_AREAS.format(area=wording.names.area(drawn[0].ref_area))] if drawn != long_enough else []
    shown = [one for series in drawn for one in series.dated]
    all_derived = all(nature(one) == DERIVED for one in shown)
    derived = [ALL_DERIVED] if all_derived else []
    kept = Section(section.cut, tuple(drawn))
    figure = lines([_line(one, kept, wording, all_derived) for one in drawn], wording.indicator.unit_measure)
    return Panel(
        title=(_turning_point(drawn[0], wording) if len(drawn) == 1 else "") or wording.title([section]),
        subtitle=wording.subtitle([] if all_derived else shown),
        figure=figure,
        description=_description(drawn, kept, wording),
        notes=(
            *left_out,
            *derived,
            *_skipped(shown, wording),
            *_too_short(section, wording),
        ),
    )


def _of_one_area(drawn: list[Series], section: Section, wording: Wording) -> list[Series]:
    """Of more lines than can be told apart, keep those of the headline's area, or of the first area."""
    areas = [one.ref_area for one in drawn]
    if len(drawn) <= MOST_LINES or len(set(areas)) < 2 or not section.cut:
        return drawn
    home = wording.indicator.headline.ref_area
    return [one for one in drawn if one.ref_area == (home if home in areas else areas[0])]


def _line(series: Series, section: Section, wording: Wording, all_derived: bool) -> Line:
    points = tuple(_point(one, series, section, wording, all_derived) for one in series.dated)
    return Line(wording.series(series, section), points, _family(series, section, wording))


def _family(series: Series, section: Section, wording: Wording) -> str:
    """Give the look of a line: that of its group; of several areas, ink for the headline's, grey for others."""
    family = wording.names.family(series.breakdown)
    is_other_area = len(section.areas) > 1 and series.ref_area != wording.indicator.headline.ref_area
    return "context" if is_other_area and not family else family


def _point(one: Observation, series: Series, section: Section, wording: Wording, all_derived: bool) -> Point:
    hover = f"{wording.period(one)}, {wording.series(series, section)}: {wording.told(one)}"
    return Point(
        position=words.position(one.time_period),
        name=words.year(one.time_period),
        value=one.number,
        text=wording.value(one) if all_derived else wording.label(one),
        hover=hover,
        is_open=is_open(one) and not all_derived,
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
    told = [name for run in runs for name in _run(run, wording)]
    return [f"Geen meting in {words.listed(told)}."] if told else []


def _run(years: Sequence[int], wording: Wording) -> list[str]:
    """Name years in a row: "2005 tot 2007", of one or two each apart; school years by both their years."""
    spans = wording.indicator.period_kind != "year"
    names = [words.year(f"{year}-{year + 1}" if spans else str(year)) for year in years]
    return names if len(names) < LINE_NEEDS else [f"{names[0]} tot {names[-1]}"]


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
