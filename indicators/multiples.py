"""Small multiples: the other breakdowns of a series over time, each line in its own small drawing on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.catalogue import Catalogue
from data.model import Indicator
from indicators import words
from indicators.figures import small, theme
from indicators.measures import change, since_break
from indicators.panels.panel import LINE_NEEDS
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
    """Draw the series of a section that have measurements enough for a line; None where there is none."""
    drawn = [one for one in section.series if len(one.measured) >= LINE_NEEDS][:MAX_MULTIPLES]
    if not drawn:
        return None
    names = Names(indicator, catalogue)
    values = [one.obs_value or 0.0 for series in drawn for one in series.measured]
    top = theme.axis_top(values, indicator.unit_measure)
    unit = "%" if indicator.unit_measure == "percent" else ""
    scale = f"Overal dezelfde schaal, 0 tot {words.number(top, 0)}{unit}. Grijs: de andere groepen uit dezelfde rij."
    items = tuple(_multiple(series, drawn, top, unit, indicator, names) for series in drawn)
    return MultipleRow(names.cut(section), scale, items)


def _multiple(
    series: Series, drawn: Sequence[Series], top: float, unit: str, indicator: Indicator, names: Names
) -> Multiple:
    measured = since_break(series)
    step = change(measured[0], measured[-1], indicator)
    amount = words.signed(step.absolute, step.decimals)
    points = "procentpunten" if indicator.unit_measure == "percent" else ""
    told = f"{amount} {points} sinds {words.year(step.first.time_period)}".replace("  ", " ")
    years = (words.year(series.measured[0].time_period), words.year(series.measured[-1].time_period))
    others = [_points(one) for one in drawn if one is not series]
    family = names.family(series.breakdown)
    svg = small.multiple(_points(series), others, family, top, years, unit)
    name, value = words.capital(names.breakdown(series.breakdown)), words.value(step.last, indicator)
    text = f"{name}: van {words.value(step.first, indicator)} in {years[0]} naar {value} in {years[1]}."
    return Multiple(name, told, value, svg, text)


def _points(series: Series) -> list[tuple[float, float]]:
    return [(words.position(one.time_period), one.obs_value or 0.0) for one in series.measured]
