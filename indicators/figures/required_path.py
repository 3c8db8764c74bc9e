"""The road to a target: the required path as a dashed line with a flag at its end, the measurements as the data.

The path is never drawn like data. Where nothing was measured after the base, the drawing says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.figures import theme
from indicators.figures.points import Point
from indicators.figures.theme import Figure

HEIGHT = 360
LINE_NEEDS = 3
ROOM = 1.18
FLAGS = {True: "M0,0L0,34L20,26L0,18", False: "M0,0L0,-34L20,-26L0,-18"}
"""Pole and cloth in pixels, from the goal: up where the path goes up, else down, away from the path."""

MOST_TICKS = 7
CLOSE = 0.1
"""Marks nearer than this part of the axis cannot have their labels on the same side."""


@dataclass(frozen=True)
class Road:
    """The required path: its corners (time, value), the label at its flag, and the line below that label."""

    corners: tuple[tuple[float, float], ...]
    goal: str
    pace: str
    goes_up: bool


def required_path(road: Road, measured: Sequence[Point], family: str, unit_measure: str, silence: str) -> Figure:
    """Draw the road and the measurements on an axis from zero; `silence` is said over the years without any."""
    times = [time for time, _ in road.corners] + [one.position for one in measured]
    values = [value for _, value in road.corners] + [one.value for one in measured]
    notes = _flag_text(road) + _break_names(measured) + ([_silence(silence, road, measured, values)] if silence else [])
    layout = theme.layout(
        HEIGHT,
        margin={"l": 44, "r": 24, "t": 30, "b": 34},
        xaxis=_time_axis(min(times), max(times)),
        yaxis=theme.value_axis(ROOM * max(values), unit_measure, range=[0, ROOM * max(values)]),
        annotations=notes,
        shapes=[_flag(road), *_breaks(measured)],
    )
    return {"data": [_path(road), _measurements(measured, family, road.goes_up)], "layout": layout}


def _time_axis(first: float, last: float) -> Figure:
    """Give an axis of whole years with real distances, that a calculation example can make longer."""
    step, room = max(1, -(-int(last - first) // MOST_TICKS)), max(0.6, 0.1 * (last - first))
    return {
        "tickmode": "linear",
        "tick0": int(first),
        "dtick": step,
        "tickformat": "d",
        "range": [first - room, last + room],
        "showgrid": False,
        "tickfont": {"size": theme.SMALL, "color": theme.MUTED},
        "tickangle": 0,
        "fixedrange": True,
    }


def _path(road: Road) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "Vereist pad",
        "x": [time for time, _ in road.corners],
        "y": [value for _, value in road.corners],
        "line": {"color": theme.TARGET, "width": 2.5, "dash": "dash"},
        "hoverinfo": "skip",
    }


def _measurements(measured: Sequence[Point], family: str, goes_up: bool) -> Figure:
    """Draw the measurements as marks, joined from three on; a break is never joined."""
    look = theme.look(family)
    kept = [part for one in measured for part in ([None, one] if one.is_break else [one])]
    is_line = len(measured) >= LINE_NEEDS
    return {
        "type": "scatter",
        "mode": "lines+markers+text" if is_line else "markers+text",
        "name": "Metingen",
        "x": [one.position if one else None for one in kept],
        "y": [one.value if one else None for one in kept],
        "text": [f"<b>{theme.plain(one.text)}</b>" if one else "" for one in kept],
        "textposition": _label_sides(kept, goes_up),
        "textfont": {"color": look.colour, "size": theme.LABEL},
        "cliponaxis": False,
        "connectgaps": False,
        "line": {"color": look.colour, "width": 2},
        "marker": {
            "symbol": [f"{look.symbol}-open" if one and one.is_open else look.symbol for one in kept],
            "size": 11,
            "color": look.colour,
            "opacity": 1,
            "line": {"width": 2, "color": look.colour},
        },
        "hovertext": [theme.plain(one.hover) if one else "" for one in kept],
        "hoverinfo": "text",
    }


def _label_sides(points: Sequence[Point | None], goes_up: bool) -> list[str]:
    """Put labels where the path does not come, and the second of two close marks on the other side."""
    usual, other = ("bottom center", "top center") if goes_up else ("top center", "bottom center")
    places = [one.position for one in points if one]
    close = CLOSE * (max(places) - min(places))
    sides: list[str] = []
    for one in points:
        before = [place for place in places if one and 0 < one.position - place <= close]
        sides.append(other if before and sides and usual in sides[-2:] else usual)
    return sides


def _flag(road: Road) -> Figure:
    time, value = road.corners[-1]
    return {
        "type": "path",
        "path": FLAGS[road.goes_up],
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": time,
        "yanchor": value,
        "fillcolor": theme.TARGET,
        "line": {"color": theme.TARGET, "width": 2},
    }


def _flag_text(road: Road) -> list[Figure]:
    """Name the goal beside its flag: left of it, on the side where the path does not come in."""
    time, value = road.corners[-1]
    text = f"<b>{theme.plain(road.goal)}</b><br>{theme.plain(road.pace)}"
    shared: Figure = {"x": time, "y": value, "showarrow": False, "align": "right", "xanchor": "right"}
    place: Figure = {"yanchor": "bottom", "yshift": 14} if road.goes_up else {"yanchor": "top", "yshift": -10}
    return [shared | place | {"text": text, "xshift": -6, "font": {"size": theme.LABEL, "color": theme.TARGET}}]


def _breaks(measured: Sequence[Point]) -> list[Figure]:
    line = {"color": theme.AXIS, "width": 1}
    places = [one.position - 0.5 for one in measured if one.is_break]
    return [{"type": "line", "x0": x, "x1": x, "yref": "paper", "y0": 0, "y1": 1, "line": line} for x in places]


def _break_names(measured: Sequence[Point]) -> list[Figure]:
    font = {"size": theme.SMALL, "color": theme.MUTED}
    shared: Figure = {"yref": "paper", "y": 1, "yanchor": "bottom", "showarrow": False, "font": font}
    places = [one.position - 0.5 for one in measured if one.is_break]
    return [shared | {"x": place, "text": "breuk"} for place in places]


def _silence(text: str, road: Road, measured: Sequence[Point], values: Sequence[float]) -> Figure:
    """Say in the middle of the empty years that nothing was measured there."""
    first, last = max(one.position for one in measured), road.corners[-1][0]
    font = {"size": theme.LABEL, "color": theme.MUTED}
    y = 0.22 * max(values)
    return {"text": theme.plain(text), "x": (first + last) / 2, "y": y, "showarrow": False, "font": font}
