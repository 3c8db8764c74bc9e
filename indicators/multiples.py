"""Small multiples: the other breakdowns of a series over time, each line in its own small drawing on one scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.catalogue import Catalogue
from data.model import Indicator, Observation
from indicators import words
from indicators.figures import small, theme
from indicators.measures import change, since_break
from indicators.panels.panel import LINE_NEEDS, Wording
from indicators.series import Names, Section, Series

MAX_MULTIPLES = 12


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
    """The small drawings of one cut, on one scale."""

    title: str
    subtitle: str
    items: tuple[Multiple, ...]


def multiple_row(section: Section, indicator: Indicator, catalogue: Catalogue) -> MultipleRow | None:
    """Draw the series of a section that have measurements enough for a line; None where there is none.

    A number that belongs to no group is named by the indicator: "Totaal" alone would not say of what.
    """
    drawn = [one for one in _of_one_area(section, indicator) if len(one.dated) >= LINE_NEEDS][:MAX_MULTIPLES]
    if not drawn:
        return None
    years = ends(one for series in drawn for one in series.dated)
    names, wording = Names(indicator, catalogue), Wording(indicator, catalogue)
    values = [one.number for series in drawn for one in series.dated]
    top = theme.axis_top(values, indicator.unit_measure)
    unit = "%" if indicator.unit_measure == "percent" else ""
    shown = Section(section.cut, tuple(drawn))
    items = tuple(_multiple(series, drawn, top, unit, years, shown, wording) for series in drawn)
    scale = f"van {theme.tick_text(theme.axis_floor(indicator.unit_measure))} tot {theme.tick_text(top)}{unit}"
    title = names.cut(section) if section.cut else indicator.title
    return MultipleRow(title, _subtitle(wording.unit(), scale, len(items)), items)


def _of_one_area(section: Section, indicator: Indicator) -> Sequence[Series]:
    """Of several areas keep that of the headline: a drawing for each area would hide what the row compares."""
    own = [one for one in section.series if one.ref_area == indicator.headline.ref_area]
    return own if own and len(section.areas) > 1 else section.series


def ends(drawn: Iterable[Observation]) -> tuple[str, str]:
    """Name the first and the last period that a row of drawings shows: all share one axis of time."""
    times = sorted((one.time_period for one in drawn), key=words.position)
    return words.year(times[0]), words.year(times[-1])


def _subtitle(unit: str, scale: str, count: int) -> str:
    if count == 1:
        return f"{unit}. Schaal {scale}."
    return f"{unit}. Elke grafiek in deze rij heeft dezelfde schaal, {scale}. Grijs: de andere groepen uit deze rij."


def _multiple(
    series: Series,
    drawn: Sequence[Series],
    top: float,
    unit: str,
    years: tuple[str, str],
    section: Section,
    wording: Wording,
) -> Multiple:
    comparable = since_break(series)
    step = change(comparable[0], comparable[-1], wording.indicator)
    others = [_points(one) for one in drawn if one is not series]
    svg = small.multiple(_points(series), others, wording.names.family(series.breakdown), top, years, unit)
    name, value = words.capital(wording.series(series, section)), wording.label(step.last)
    told = f"{name}: {wording.told(step.last)} {wording.in_period(step.last)}."
    if len(comparable) < 2:
        return Multiple(name, "Geen verandering berekend: de definitie is nieuw", value, svg, told)
    amount = words.signed(step.absolute, step.decimals)
    amount = words.with_unit(amount, "percentage_points") if wording.indicator.unit_measure == "percent" else amount
    since = f"{amount} sinds {words.year(step.first.time_period)}"
    both = (f"{wording.told(one)} {wording.in_period(one)}" for one in (step.first, step.last))
    return Multiple(name, since, value, svg, f"{name}: van {' naar '.join(both)}.")


def _points(series: Series) -> list[tuple[float, float]]:
    return [(words.position(one.time_period), one.number) for one in series.dated]
