"""Bars from zero, for counts that were measured once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indicators import words
from indicators.figures.rows import Row, bars
from indicators.panels.panel import TABLE_HINT, Panel, Wording, has_number
from indicators.series import Section, Series

DOMINATES = 8
"""A count that is so many times the next one leaves no room for the others: it is told in words instead."""

TOLD_BARS = 4


def bar_panel(sections: Sequence[Section], wording: Wording) -> Panel | None:
    """Draw one section that is broken down; None where there are fewer than two numbers to compare."""
    drawn = _section(sections, wording)
    kept = _ranked(drawn, wording) if drawn else []
    if drawn is None or len(kept) < 2:
        return None
    told = kept[:1] if len(kept) > 2 and _value(kept[0]) > DOMINATES * _value(kept[1]) else []
    figure = bars([_row(one, drawn, wording) for one in kept if one not in told], wording.indicator.unit_measure)
    notes = tuple(f"Niet getekend, want veel groter dan de andere: {_told(one, drawn, wording)}." for one in told)
    listed = "; ".join(_told(one, drawn, wording) for one in kept[:TOLD_BARS])
    text = f"Staafgrafiek. {wording.indicator.title}. Van hoog naar laag: {listed}. {TABLE_HINT}"
    return Panel(wording.title([drawn]), f"{wording.unit()}. {wording.axis()}", figure, text, (), notes)


def _section(sections: Sequence[Section], wording: Wording) -> Section | None:
    """Take the first section with something to compare; an indicator with the shape "bars" draws its finest one."""
    several = [one for one in sections if one.cut or len(one.series) > 1]
    if wording.indicator.shape == "bars":
        return max(several, key=lambda one: len(one.cut), default=None)
    return several[0] if several else None


def _ranked(section: Section, wording: Wording) -> list[Series]:
    """Keep the series that have the code of the headline in every dimension but the one of the bars; largest first."""
    wanted = dict(wording.indicator.headline.breakdown)
    fixed = [one for one in section.cut[1:] if one in wanted]
    kept = [one for one in section.series if all(one.breakdown[dimension] == wanted[dimension] for dimension in fixed)]
    return sorted((one for one in kept if has_number(one)), key=_value, reverse=True)


def _row(series: Series, section: Section, wording: Wording) -> Row:
    name = words.capital(wording.series(series, section))
    mark = wording.mark(series.last, series, section, wording.names.family(series.breakdown))
    count = series.last.numerator
    label = mark.text if count is None else f"{mark.text} ({words.number(count, 0)})"
    return Row(name, (replace(mark, text=label),))


def _told(series: Series, section: Section, wording: Wording) -> str:
    return f"{wording.series(series, section)} {wording.value(series.last)}"


def _value(series: Series) -> float:
    return series.last.obs_value or 0.0
