"""Chooses the charts for the sections of an indicator, by the shape of the figures."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.panels.counts import bar_panel
from indicators.panels.moments import dot_panel
from indicators.panels.over_time import line_panel
from indicators.panels.panel import LINE_NEEDS, Panel, Wording
from indicators.panels.parts import stack_of, stacked_panels
from indicators.series import Section

DOT_UNITS = ("percent", "points", "scale_1_5", "visits_per_year", "times")
"""Units that are drawn as dots; all others are counts and are drawn as bars."""


def panels(sections: Sequence[Section], wording: Wording) -> list[Panel]:
    """Give the charts: stacked parts, lines over time, and one chart of everything that is a moment."""
    stacks = [stack for one in sections if (stack := stack_of(one, wording))]
    stacked = [stack.section for stack in stacks]
    in_time = [one for one in sections if one.most_measurements >= LINE_NEEDS and one not in stacked]
    moments = [one for one in sections if one not in stacked and one not in in_time]
    moments += [stack.rest for stack in stacks if stack.rest.series]
    made = [panel for stack in stacks for panel in stacked_panels(stack, wording)]
    made += [line_panel(one, wording) for one in in_time]
    rest_title = "Andere cijfers" if stacks else "Op één moment gemeten" if in_time else ""
    last = _moments(moments, wording, rest_title)
    return [*made, last] if last else made


def _moments(sections: Sequence[Section], wording: Wording, title: str) -> Panel | None:
    """Draw shares and scores as dots, counts as bars; a count that was measured twice is a dumbbell too."""
    twice = [one for one in sections if one.most_measurements == LINE_NEEDS - 1]
    if wording.indicator.unit_measure in DOT_UNITS and wording.indicator.shape != "bars":
        return dot_panel(sections, wording, title)
    return dot_panel(twice, wording, title) if twice else bar_panel(sections, wording)
