"""Stacked bars, for ordered parts of a whole: one panel a group, one bar a row, one step of colour a part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from indicators import words
from indicators.figures.rows import Mark, Row, stacked
from indicators.figures.theme import STEPS
from indicators.panels.panel import Panel, Wording
from indicators.series import Section, Series


@dataclass(frozen=True)
class Stack:
    """A section as stacked bars: a panel for each code of `group`, a bar for each code of `row`, a step for each part.

    `rest` keeps the series that do not fit: codes that overlap others, rows without all parts.
    """

    section: Section
    group: str
    row: str
    part: str
    parts: tuple[str, ...]
    series: tuple[Series, ...]

    @property
    def rest(self) -> Section:
        """Give what is left of the section, to be drawn as dots."""
        return Section(self.section.cut, tuple(one for one in self.section.series if one not in self.series))


def stack_of(section: Section, wording: Wording) -> Stack | None:
    """See a section as stacked bars; None where its dimensions or codes do not allow it."""
    ordinal = [one.id for one in wording.indicator.dimensions if one.ordinal and one.id in section.cut]
    telling = [one for one in ordinal if len(section.codes(one)) > 1]
    if wording.indicator.shape != "stacked" or len(telling) < 2:
        return None
    row, part = telling[0], telling[-1]
    group = next((one for one in section.cut if one not in telling), None)
    parts = _common_parts(section, part)
    full = _full_rows(section, part, parts)
    drawable = group is not None and 1 < len(parts) <= len(STEPS) and full
    return Stack(section, group, row, part, parts, full) if group and drawable else None


def _common_parts(section: Section, part: str) -> tuple[str, ...]:
    """Keep the codes that at least half of the bars have: the others overlap them ("one year or more")."""
    counted = Counter(one.breakdown[part] for one in section.series)
    most = max(counted.values())
    return tuple(code for code in section.codes(part) if counted[code] * 2 > most)


def _full_rows(section: Section, part: str, parts: Sequence[str]) -> tuple[Series, ...]:
    kept = [one for one in section.series if one.breakdown[part] in parts and one.last.obs_value is not None]
    counted = Counter(_bar(one, part) for one in kept)
    return tuple(one for one in kept if counted[_bar(one, part)] == len(parts))


def _bar(series: Series, part: str) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(pair for pair in series.breakdown.items() if pair[0] != part))


def stacked_panels(stack: Stack, wording: Wording) -> list[Panel]:
    """Draw one panel a group, all on one axis."""
    top = 100.0 if wording.indicator.unit_measure == "percent" else _longest(stack)
    drawn = Section(stack.section.cut, stack.series)
    return [_panel(stack, code, top, wording) for code in drawn.codes(stack.group)]


def _longest(stack: Stack) -> float:
    totals: Counter[tuple[tuple[str, str], ...]] = Counter()
    for one in stack.series:
        totals[_bar(one, stack.part)] += one.last.obs_value or 0  # type: ignore[assignment]
    return float(max(totals.values()))


def _panel(stack: Stack, code: str, top: float, wording: Wording) -> Panel:
    series = [one for one in stack.series if one.breakdown[stack.group] == code]
    names = [wording.names.code(stack.part, part) for part in stack.parts]
    figure = stacked(_rows(series, stack, wording), names, wording.indicator.unit_measure, top)
    row_label = words.lower(wording.names.dimension_labels[stack.row])
    subtitle = f"{wording.unit()}, per {row_label}. De as begint bij nul en is in elke grafiek gelijk."
    legend = tuple((f"step-{place}", name) for place, name in enumerate(names))
    title = words.capital(wording.names.phrase(stack.group, code))
    told = _told(series, stack, wording)
    place = wording.place([Section(stack.section.cut, tuple(series))])
    text = wording.description("Gestapelde staven", title, place, [told[0], told[-1]] if len(told) > 1 else told)
    return Panel(title, subtitle, figure, text, legend)


def _rows(series: Sequence[Series], stack: Stack, wording: Wording) -> list[Row]:
    by_row: dict[str, list[Mark]] = {}
    for one in series:
        marks = by_row.setdefault(wording.names.code(stack.row, one.breakdown[stack.row]), [])
        marks.append(wording.mark(one.last, one, stack.section, ""))
    return [Row(words.capital(name), tuple(marks)) for name, marks in by_row.items()]


def _told(series: Sequence[Series], stack: Stack, wording: Wording) -> list[str]:
    by_row: dict[str, list[str]] = {}
    for one in series:
        name = wording.names.code(stack.row, one.breakdown[stack.row])
        told = f"{wording.names.code(stack.part, one.breakdown[stack.part])} {wording.told(one.last)}"
        by_row.setdefault(name, []).append(told)
    return [f"{name}: {', '.join(values)}" for name, values in by_row.items()]
