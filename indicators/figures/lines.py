"""Line charts over time: real distances between years, gaps where nothing was measured, breaks that interrupt."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from indicators.figures import theme
from indicators.figures.line_labels import END_CHARACTERS, end_labels, labelled_points, sides_of_labels
from indicators.figures.points import HEIGHT, LABEL_PX, PLOT_PX, Line, Point
from indicators.figures.theme import Figure

MOST_TICKS, FEW_TICKS = 5, 3
"""Years on the axis that fit beside each other on a phone; few where the names of the lines take part of its width.

Of school years and days one less.
"""

LEAST_LEFT, TICK_PX = 52, 8
"""Room for the numbers of the axis of values: at the least, and for each character."""

MANY_POINTS = 12
"""From so many points on the marks are small."""

DASHES = ("solid", "dash", "dot", "longdash")
YEAR_CHARACTERS = 4
ROOM_ASIDE, WIDE_ROOM = 0.04, 0.08
"""Part of the axis that stays free on both sides, so that a year, or a school year, does not touch the zero."""

ROOM_ABOVE = 1.12
"""The axis runs a little past the highest point, so that its label fits."""


def lines(drawn: Sequence[Line], unit_measure: str, end_names: bool = True) -> Figure:
    """Draw lines of at least three points each on an axis from zero, with their names at the right end.

    Scores are drawn on their full scale. A provisional last point is open and its segment dashed.
    """
    values = [point.value for line in drawn for point in line.points]
    bottom = theme.axis_floor(unit_measure)
    top = theme.axis_top(values, unit_measure) if bottom or max(values) <= 0 else ROOM_ABOVE * max(values)
    ends = end_labels(drawn, bottom, top) if end_names and len(drawn) > 1 else []
    values_axis = theme.value_axis(top, unit_measure, range=[bottom, top])
    ticks: list[str] = values_axis["ticktext"]  # type: ignore[assignment]
    left = max(LEAST_LEFT, max(map(len, ticks)) * TICK_PX + 10)
    layout = theme.layout(
        HEIGHT,
        margin={"l": left, "r": _room_right(drawn, has_names=bool(ends)), "t": 24, "b": 34},
        xaxis=_time_axis(drawn, FEW_TICKS if ends else MOST_TICKS),
        yaxis=values_axis,
        annotations=ends + _break_names(drawn),
        shapes=_break_lines(drawn),
    )
    return {
        "data": [trace for line in drawn for trace in _traces(line, drawn, top - bottom, has_names=bool(ends))],
        "layout": layout,
    }


def _room_right(drawn: Sequence[Line], *, has_names: bool) -> int:
    """Leave room for half the label of the last point, which stands above it, and for the names of the lines."""
    names = (
        [name for line in drawn for name in textwrap.wrap(line.name, END_CHARACTERS, break_long_words=False)]
        if has_names
        else []
    )
    return max([40, *(5 * len(line.points[-1].text) for line in drawn), *(8 * len(name) + 10 for name in names)])


def _time_axis(drawn: Sequence[Line], most_ticks: int) -> Figure:
    names = dict(sorted({point.position: point.name for line in drawn for point in line.points}.items()))
    first, last = min(names), max(names)
    is_wide = len(names[first]) > YEAR_CHARACTERS
    kept = _spaced(list(names), (last - first) / (most_ticks - is_wide))
    room = (last - first) * (WIDE_ROOM if is_wide else ROOM_ASIDE) or 0.5
    return {
        "tickmode": "array",
        "tickvals": kept,
        "ticktext": [names[place] for place in kept],
        "range": [first - room, last + room],
        "showgrid": False,
        "tickfont": {"size": theme.SMALL, "color": theme.MUTED},
        "tickangle": 0,
        "fixedrange": True,
    }


def _spaced(places: Sequence[float], least: float) -> list[float]:
    """Keep the last place, and before it those that are far enough from the one kept after them."""
    kept: list[float] = []
    for place in reversed(places):
        if not kept or kept[0] - place >= least:
            kept.insert(0, place)
    return kept


def _traces(line: Line, drawn: Sequence[Line], span: float, *, has_names: bool) -> list[Figure]:
    """Draw a line, and its last segment apart where the last point is not final."""
    look = theme.look(line.family)
    same = [other for other in drawn if other.family == line.family]
    dash = DASHES[same.index(line) % len(DASHES)]
    is_open = line.points[-1].is_open and len(line.points) > 1
    firm = line.points[:-1] if is_open else line.points
    labelled = labelled_points(line.points, len(drawn), span, has_names=has_names)
    traces = [_trace(line, firm, look, dash, labelled)]
    if is_open:
        traces.append(_trace(line, line.points[-2:], look, "dot", labelled, marks_last_only=True))
    if len(drawn) > 1:
        sides: list[str] = traces[0]["textposition"]  # type: ignore[assignment]
        sides[0] = "bottom right" if _is_close_below(line, drawn, span) else "top right"
    return traces


def _is_close_below(line: Line, drawn: Sequence[Line], span: float) -> bool:
    """Tell whether a line starts so close below another that both labels would stand in one place."""
    distances = [other.points[0].value - line.points[0].value for other in drawn if other is not line]
    return any(0 <= distance < 2 * LABEL_PX * span / PLOT_PX for distance in distances)


def _trace(
    line: Line,
    points: Sequence[Point],
    look: theme.Look,
    dash: str,
    labelled: set[Point],
    *,
    marks_last_only: bool = False,
) -> Figure:
    kept = with_gaps(points)
    last = line.points[-1]
    size = 9 if len(line.points) < MANY_POINTS else 5
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "name": theme.plain(line.name),
        "x": [point.position if point else None for point in kept],
        "y": [point.value if point else None for point in kept],
        "text": [_label(point, labelled, last, marks_last_only) for point in kept],
        "textposition": sides_of_labels(kept),
        "textfont": {"color": look.colour, "size": theme.LABEL},
        "cliponaxis": False,
        "connectgaps": False,
        "line": {"color": look.colour, "width": 2.5, "dash": dash},
        "marker": {
            "symbol": [_symbol(point, look) for point in kept],
            "size": [0 if marks_last_only and point is not last else size for point in kept],
            "color": look.colour,
            "opacity": 1,
            "line": {"width": 2, "color": look.colour},
        },
        "hovertext": [theme.plain(point.hover) if point else "" for point in kept],
        "hoverinfo": "text",
    }


def _symbol(point: Point | None, look: theme.Look) -> str:
    return f"{look.symbol}-open" if point and point.is_open else look.symbol


def _label(point: Point | None, labelled: set[Point], last: Point, last_only: bool) -> str:
    if point is None or point not in labelled or (last_only and point is not last):
        return ""
    return f"<b>{theme.plain(point.text)}</b>" if point is last else theme.plain(point.text)


def with_gaps(points: Sequence[Point]) -> list[Point | None]:
    """Interrupt a line where a year was skipped in a yearly series, and before a break in the series."""
    steps = [after.position - before.position for before, after in zip(points, points[1:], strict=False)]
    usual = min(steps, default=1)
    kept: list[Point | None] = list(points[:1])
    for step, point in zip(steps, points[1:], strict=True):
        if point.is_break or (usual <= 1 and step > usual * 1.5):
            kept.append(None)
        kept.append(point)
    return kept


def _breaks(drawn: Sequence[Line]) -> list[float]:
    return sorted({point.position for line in drawn for point in line.points[1:] if point.is_break})


def _break_lines(drawn: Sequence[Line]) -> list[Figure]:
    line = {"color": theme.AXIS, "width": 1}
    places = [place - 0.5 for place in _breaks(drawn)]
    return [{"type": "line", "x0": x, "x1": x, "yref": "paper", "y0": 0, "y1": 1, "line": line} for x in places]


def _break_names(drawn: Sequence[Line]) -> list[Figure]:
    """Name the first break; more names would cover each other, and the table marks each of them."""
    font = {"size": theme.SMALL, "color": theme.MUTED}
    shared: Figure = {"yref": "paper", "y": 1, "yanchor": "bottom", "showarrow": False, "font": font}
    return [shared | {"x": place - 0.5, "text": "nieuwe definitie"} for place in _breaks(drawn)[:1]]
