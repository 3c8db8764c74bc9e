"""Bars from zero, for counts that were measured once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indicators import words
from indicators.figures.rows import Row, bars
from indicators.panels.panel import Panel, Wording
from indicators.series import Section, Series

DOMINATES = 8
"""A count that is so many times the next one leaves no room for the others: it is told in words instead."""


def bar_panel(sections: Sequence[Section], wording: Wording) -> Panel | None:
    """Draw one section that is broken down; None where there are fewer than two numbers to compare."""
    drawn = _section(sections, wording)
    kept = _ranked(drawn, wording) if drawn else []
    if drawn is None or len(kept) < 2:
        return None
    told = kept[:1] if len(kept) > 2 and _value(kept[0]) > DOMINATES * _value(kept[1]) else []
    compared = Section(drawn.cut, tuple(kept))
    figure = bars([_row(one, compared, wording) for one in kept if one not in told], wording.indicator.unit_measure)
    notes = tuple(_dominating(one, compared, wording) for one in told)
    listed = [_told(one, compared, wording) for one in kept]
    text = wording.description(
        "Staafgrafiek, van hoog naar laag", wording.indicator.title, wording.place([compared]), listed
    )
    subtitle = f"{wording.unit()}. {wording.axis()} Van hoog naar laag."
    return Panel(wording.title([compared]), subtitle, figure, text, (), notes)


def _dominating(series: Series, section: Section, wording: Wording) -> str:
    name = wording.series(series, section)
    return f"Niet getekend, want veel groter dan de andere: {name} ({wording.told(series.last)})."


def _section(sections: Sequence[Section], wording: Wording) -> Section | None:
    """Take the first section with something to compare; an indicator with the shape "bars" draws its finest one."""
    several = [one for one in sections if one.cut or len(one.series) > 1]
    if wording.indicator.shape == "bars":
        return max(several, key=lambda one: len(one.cut), default=None)
    return several[0] if several else None


def _ranked(section: Section, wording: Wording) -> list[Series]:
    """Keep the series that have the code of the headline in every dimension but the one of the bars; largest first.

    Ranges and numbers that are missing have no bar; they stand in the table.
    """
    wanted = dict(wording.indicator.headline.breakdown)
    fixed = [one for one in section.cut[1:] if wanted.get(one) in section.codes(one)]
    kept = [one for one in section.series if all(one.breakdown[dimension] == wanted[dimension] for dimension in fixed)]
    wholes = {(dimension, code) for dimension, code in _wholes(section, wording) if dimension not in fixed}
    parts = [one for one in kept if one.measured and not wholes & set(one.breakdown.items())]
    return sorted(parts, key=_value, reverse=True)


def _wholes(section: Section, wording: Wording) -> set[tuple[str, str]]:
    """Find the codes that only add up others which are there too: beside their parts they would be drawn twice."""
    there = {(dimension, code) for dimension in section.cut for code in section.codes(dimension)}
    return {
        (rule.dimension, rule.whole)
        for rule in wording.indicator.sums
        if rule.whole and all((rule.dimension, part) in there for part in rule.parts)
    }


def _row(series: Series, section: Section, wording: Wording) -> Row:
    name = words.capital(wording.series(series, section))
    mark = wording.mark(series.last, series, section, wording.names.family(series.breakdown))
    count = series.last.numerator
    label = mark.text if count is None else f"{mark.text} ({words.number(count, 0)})"
    return Row(name, (replace(mark, text=label),))


def _told(series: Series, section: Section, wording: Wording) -> str:
    return f"{wording.series(series, section)}: {wording.told(series.last)}"


def _value(series: Series) -> float:
    return series.last.obs_value or 0.0
