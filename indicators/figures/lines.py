"""Line charts over time: real distances between years, gaps where nothing was measured, breaks that interrupt."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from indicators.figures import theme
from indicators.figures.theme import Figure

HEIGHT = 380
PLOT_PX = HEIGHT - 58
"""Height of a chart, and of the part between its margins."""

FEW_LINES = 2
"""Up to this many lines carry numbers at their points; of more only the first and the last number are told."""

LABELLED_POINTS = 6
"""Up to this many points all carry their number; of more only the first, last, lowest and highest."""

DASHES = ("solid", "dash", "dot", "longdash")
END_CHARACTERS = 12
LABEL_PX = 18
ROOM_ABOVE = 1.12
"""The axis runs a little past the highest point, so that its label fits."""


@dataclass(frozen=True)
class Point:
    """One measurement: place in time, number, its label; open for provisional, estimated and derived numbers."""

    position: float
    name: str
    value: float
    text: str
    hover: str
    is_open: bool = False
    is_break: bool = False


@dataclass(frozen=True)
class Line:
    """One series; `family` gives colour and shape."""

    name: str
    points: tuple[Point, ...]
    family: str = ""


def lines(drawn: Sequence[Line], unit_measure: str, end_names: bool = True) -> Figure:
    """Draw lines of at least three points each on an axis from zero, with their names at the right end.

    Scores are drawn on their full scale. A provisional last point is open and its segment dashed.
    """
    values = [point.value for line in drawn for point in line.points]
    bottom = theme.axis_floor(unit_measure)
    top = theme.axis_top(values, unit_measure) if bottom or max(values) <= 0 else ROOM_ABOVE * max(values)
    ends = _ends(drawn, top - bottom) if end_names and len(drawn) > 1 else []
    layout = theme.layout(
        HEIGHT,
        margin={"l": 52, "r": _room_right(drawn, has_names=bool(ends)), "t": 24, "b": 34},
        xaxis=_time_axis(drawn),
        yaxis=theme.value_axis(top, unit_measure, range=[bottom, top]),
        annotations=ends + _break_names(drawn),
        shapes=_break_lines(drawn),
    )
    return {
        "data": [trace for line in drawn for trace in _traces(line, drawn, top - bottom, has_names=bool(ends))],
        "layout": layout,
    }


def _room_right(drawn: Sequence[Line], *, has_names: bool) -> int:
    """Leave room for half the label of the last point, which stands above it, and for the names of the lines."""
    names = [name for line in drawn for name in textwrap.wrap(line.name, END_CHARACTERS)] if has_names else []
    return max([40, *(5 * len(line.points[-1].text) for line in drawn), *(8 * len(name) + 10 for name in names)])


def _time_axis(drawn: Sequence[Line]) -> Figure:
    names = dict(sorted({point.position: point.name for line in drawn for point in line.points}.items()))
    step = -(-len(names) // 8)
    kept = [place for number, place in enumerate(names) if (len(names) - 1 - number) % step == 0]
    first, last = min(names), max(names)
    room = (last - first) * 0.04 or 0.5
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


def _traces(line: Line, drawn: Sequence[Line], span: float, *, has_names: bool) -> list[Figure]:
    """Draw a line, and its last segment apart where the last point is not final."""
    look = theme.look(line.family)
    same = [other for other in drawn if other.family == line.family]
    dash = DASHES[same.index(line) % len(DASHES)]
    is_open = line.points[-1].is_open and len(line.points) > 1
    firm = line.points[:-1] if is_open else line.points
    labelled = _labelled(line.points, len(drawn), has_names=has_names)
    traces = [_trace(line, firm, look, dash, labelled)]
    if is_open:
        traces.append(_trace(line, line.points[-2:], look, "dot", labelled, marks_last_only=True))
    if len(drawn) > 1:
        sides: list[str] = traces[0]["textposition"]  # type: ignore[assignment]
        sides[0] = "bottom center" if _is_close_below(line, drawn, span) else "top center"
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
    kept = _with_gaps(points)
    last = line.points[-1]
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "name": theme.plain(line.name),
        "x": [point.position if point else None for point in kept],
        "y": [point.value if point else None for point in kept],
        "text": [_label(point, labelled, last, marks_last_only) for point in kept],
        "textposition": _label_sides(kept),
        "textfont": {"color": look.colour, "size": theme.LABEL},
        "cliponaxis": False,
        "connectgaps": False,
        "line": {"color": look.colour, "width": 2.5, "dash": dash},
        "marker": {
            "symbol": [_symbol(point, look) for point in kept],
            "size": [0 if marks_last_only and point is not last else 9 for point in kept],
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


def _label_sides(points: Sequence[Point | None]) -> list[str]:
    """Put labels above their points, but below a point after which the line climbs through that place."""
    values = [point.value if point else None for point in points]
    known = [value for value in values if value is not None]
    steep = (max(known) - min(known)) / 3
    pairs = zip(values, [*values[1:], None], strict=True)
    climbs = [value is not None and after is not None and after - value > steep for value, after in pairs]
    return ["bottom center" if climb else "top center" for climb in climbs]


def _labelled(points: Sequence[Point], lines_drawn: int, *, has_names: bool) -> set[Point]:
    """Choose the points that carry their number; where lines are named at their end, that of the last stands there."""
    if lines_drawn > FEW_LINES:
        return {points[0]} if has_names else {points[0], points[-1]}
    lowest, highest = min(points, key=lambda one: one.value), max(points, key=lambda one: one.value)
    chosen = set(points) if len(points) <= LABELLED_POINTS else {points[0], points[-1], lowest, highest}
    return chosen - {points[-1]} if has_names else chosen


def _with_gaps(points: Sequence[Point]) -> list[Point | None]:
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


def _ends(drawn: Sequence[Line], span: float) -> list[Figure]:
    """Give the last number and the name of each line at its end, pushed apart where two would cover each other."""
    least = LABEL_PX * span / PLOT_PX
    ends: list[Figure] = []
    lowest_free = float("-inf")
    for line in sorted(drawn, key=lambda one: one.points[-1].value):
        names = textwrap.wrap(line.name, END_CHARACTERS)
        height = least * (len(names) + 1)
        y = max(line.points[-1].value, lowest_free + height / 2)
        lowest_free = y + height / 2
        ends.append(_end(line, names, y))
    return ends


def _end(line: Line, names: Sequence[str], y: float) -> Figure:
    return {
        "text": "<br>".join([f"<b>{theme.plain(line.points[-1].text)}</b>", *map(theme.plain, names)]),
        "x": 1.01,
        "xref": "paper",
        "xanchor": "left",
        "y": y,
        "yanchor": "middle",
        "align": "left",
        "showarrow": False,
        "font": {"size": theme.LABEL, "color": theme.look(line.family).colour},
    }
