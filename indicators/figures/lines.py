"""Line charts over time: real distances between years, gaps where nothing was measured, breaks that interrupt."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from indicators.figures import theme
from indicators.figures.theme import Figure

HEIGHT = 380
LABELLED_POINTS = 6
"""Up to this many points all carry their number; of more only the first, last, lowest and highest."""

DASHES = ("solid", "dash", "dot", "longdash")
END_CHARACTERS = 18
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
    top = 5.0 if unit_measure == "scale_1_5" else ROOM_ABOVE * max(values)
    bottom = 1.0 if unit_measure == "scale_1_5" else 0.0
    ends = _ends(drawn, top - bottom) if end_names and len(drawn) > 1 else []
    layout = theme.layout(
        HEIGHT,
        margin={"l": 52, "r": 150 if ends else 40, "t": 24, "b": 34},
        xaxis=_time_axis(drawn),
        yaxis=theme.value_axis(top, unit_measure, range=[bottom, top]),
        annotations=ends + _break_names(drawn),
        shapes=_break_lines(drawn),
    )
    return {
        "data": [trace for place, line in enumerate(drawn) for trace in _traces(line, place, drawn)],
        "layout": layout,
    }


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


def _traces(line: Line, place: int, drawn: Sequence[Line]) -> list[Figure]:
    """Draw a line, and its last segment apart where the last point is not final."""
    look = theme.look(line.family)
    same = [other for other in drawn if other.family == line.family]
    dash = DASHES[same.index(line) % len(DASHES)]
    is_open = line.points[-1].is_open and len(line.points) > 1
    firm = line.points[:-1] if is_open else line.points
    traces = [_trace(line, firm, look, dash)]
    if is_open:
        traces.append(_trace(line, line.points[-2:], look, "dot", marks_last_only=True))
    return traces


def _trace(
    line: Line, points: Sequence[Point], look: theme.Look, dash: str, *, marks_last_only: bool = False
) -> Figure:
    kept = _with_gaps(points)
    labelled = _labelled(line.points) if len(line.points) else set()
    last = line.points[-1]
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "name": line.name,
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
        "hovertext": [escape(point.hover) if point else "" for point in kept],
        "hoverinfo": "text",
    }


def _symbol(point: Point | None, look: theme.Look) -> str:
    return f"{look.symbol}-open" if point and point.is_open else look.symbol


def _label(point: Point | None, labelled: set[Point], last: Point, last_only: bool) -> str:
    if point is None or point not in labelled or (last_only and point is not last):
        return ""
    return f"<b>{escape(point.text)}</b>" if point is last else escape(point.text)


def _label_sides(points: Sequence[Point | None]) -> list[str]:
    """Put labels above their points, but below a point after which the line climbs through that place."""
    values = [point.value if point else None for point in points]
    known = [value for value in values if value is not None]
    steep = (max(known) - min(known)) / 3
    pairs = zip(values, [*values[1:], None], strict=True)
    climbs = [value is not None and after is not None and after - value > steep for value, after in pairs]
    return ["bottom center" if climb else "top center" for climb in climbs]


def _labelled(points: Sequence[Point]) -> set[Point]:
    if len(points) <= LABELLED_POINTS:
        return set(points)
    lowest, highest = min(points, key=lambda one: one.value), max(points, key=lambda one: one.value)
    return {points[0], points[-1], lowest, highest}


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
    """Name each line at its right end, pushed apart where two names would cover each other."""
    least = LABEL_PX * span / (HEIGHT - 58)
    ends: list[Figure] = []
    lowest_free = float("-inf")
    for line in sorted(drawn, key=lambda one: one.points[-1].value):
        names = textwrap.wrap(line.name, END_CHARACTERS)
        y = max(line.points[-1].value, lowest_free)
        lowest_free = y + least * len(names)
        ends.append(_end(line, names, y))
    return ends


def _end(line: Line, names: Sequence[str], y: float) -> Figure:
    return {
        "text": "<br>".join(escape(name) for name in names),
        "x": 1.01,
        "xref": "paper",
        "xanchor": "left",
        "y": y,
        "yanchor": "middle",
        "align": "left",
        "showarrow": False,
        "font": {"size": theme.LABEL, "color": theme.look(line.family).colour},
    }
