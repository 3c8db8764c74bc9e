"""A chart of two indicators: each point stands at the figure of one and of the other, with its name beside it.

Each point is a trace of its own, so that the arrow keys walk point by point. There is no line: not between points, for
they are no series, and not through them, for that would say what the figures do not.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from indicators.figures import theme
from indicators.figures.theme import Figure

HEIGHT = 480
WIDTH_PX, HEIGHT_PX = 220, 360
"""The smallest field on which names must not lie over each other: that of a phone of 320 pixels."""

CHARACTER_PX, LINE_PX, MARK_PX = 7, 16, 9
PADDING = 0.14
"""Part of the range of the figures that stays free at both ends of an axis, for the names."""

NAME_WIDTH, AXIS_WIDTH = 14, 34
SIDES = {"top center": (-0.5, 1), "bottom center": (-0.5, -1), "middle right": (0, 0), "middle left": (-1, 0)}
"""Where a name can stand beside its point: the start of its box in its widths, and the side in heights."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Spot:
    """One point: its name, its two figures, and what is told on pointing."""

    name: str
    x: float
    y: float
    hover: str
    is_open: bool = False


def scatter(spots: Sequence[Spot], family: str, x_title: str, y_title: str) -> Figure:
    """Draw the points; a name that would lie over another stands in the table and on pointing only."""
    x_range, y_range = _span([one.x for one in spots]), _span([one.y for one in spots])
    sides = _sides(spots, x_range, y_range)
    data = [_trace(spot, sides[place], family) for place, spot in enumerate(spots)]
    layout = theme.layout(
        HEIGHT,
        margin={"l": 56, "r": 12, "t": 20 + 18 * len(_wrapped(y_title)), "b": 36 + 18 * len(_wrapped(x_title))},
        xaxis=_axis(x_range, title={"text": "<br>".join(_wrapped(x_title)), "standoff": 10, "font": _font()}),
        yaxis=_axis(y_range),
        annotations=[_above(y_title)],
    )
    return {"data": data, "layout": layout}


def unnamed(figure: Figure) -> int:
    """Count the points whose name did not fit."""
    data: list[Figure] = figure["data"]  # type: ignore[assignment]
    return sum(trace["mode"] == "markers" for trace in data)


def _span(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    room = (high - low or abs(high) or 1) * PADDING
    return low - room, high + room


def _axis(span: tuple[float, float], **more: object) -> Figure:
    shared: Figure = {
        "range": list(span),
        "gridcolor": theme.GRID,
        "zeroline": False,
        "showline": True,
        "linecolor": theme.AXIS,
        "tickangle": 0,
        "nticks": 6,
        "tickfont": {"size": theme.SMALL, "color": theme.MUTED},
        "fixedrange": True,
    }
    return shared | more


def _wrapped(title: str) -> list[str]:
    return [theme.plain(line) for line in textwrap.wrap(title, AXIS_WIDTH)]


def _font() -> Figure:
    return {"size": theme.SMALL, "color": theme.INK}


def _above(title: str) -> Figure:
    """Name the vertical axis above it: no text is turned."""
    place: Figure = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xshift": -48, "yshift": 6}
    place |= {"xanchor": "left", "yanchor": "bottom", "showarrow": False}
    return place | {"text": "<br>".join(_wrapped(title)), "align": "left", "font": _font()}


def _trace(spot: Spot, side: str, family: str) -> Figure:
    look = theme.look(family)
    return {
        "type": "scatter",
        "mode": "markers+text" if side else "markers",
        "name": theme.plain(spot.name),
        "x": [spot.x],
        "y": [spot.y],
        "text": ["<br>".join(_lines(spot))],
        "textposition": side or "top center",
        "textfont": {"color": theme.INK, "size": theme.SMALL},
        "cliponaxis": False,
        "marker": {
            "symbol": f"{look.symbol}-open" if spot.is_open else look.symbol,
            "size": 11,
            "color": look.colour,
            "opacity": 1,
            "line": {"width": 2, "color": look.colour},
        },
        "hovertext": [theme.plain(spot.hover)],
        "hoverinfo": "text",
    }


def _lines(spot: Spot) -> list[str]:
    return [theme.plain(line) for line in textwrap.wrap(spot.name, NAME_WIDTH)]


def _sides(spots: Sequence[Spot], x_range: tuple[float, float], y_range: tuple[float, float]) -> list[str]:
    """Choose for each name the first side where it lies over no mark and no other name; empty where there is none."""
    places = [(_share(one.x, x_range) * WIDTH_PX, _share(one.y, y_range) * HEIGHT_PX) for one in spots]
    taken: list[Box] = [(x - MARK_PX, y - MARK_PX, x + MARK_PX, y + MARK_PX) for x, y in places]
    chosen = []
    for number, (spot, place) in enumerate(zip(spots, places, strict=True)):
        others = taken[:number] + taken[number + 1 :]
        boxes = {side: _box(_lines(spot), place, side) for side in SIDES}
        side = next((side for side, box in boxes.items() if _is_free(box, others)), "")
        taken += [boxes[side]] if side else []
        chosen.append(side)
    return chosen


def _share(value: float, span: tuple[float, float]) -> float:
    return (value - span[0]) / (span[1] - span[0])


def _box(lines: Sequence[str], place: tuple[float, float], side: str) -> Box:
    """Give the field of a name in pixels: left, bottom, right, top."""
    width, height = CHARACTER_PX * max(map(len, lines)), LINE_PX * len(lines)
    along, up = SIDES[side]
    left = place[0] + along * width + (0 if up else MARK_PX * (1 if along == 0 else -1))
    bottom = place[1] - height / 2 + up * (height / 2 + MARK_PX)
    return left, bottom, left + width, bottom + height


def _is_free(box: Box, others: Sequence[Box]) -> bool:
    left, bottom, right, top = box
    fits = left >= -MARK_PX and right <= WIDTH_PX + MARK_PX
    return fits and not any(
        left < end and start < right and bottom < head and foot < top for start, foot, end, head in others
    )
