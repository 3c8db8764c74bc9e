"""Where the numbers and names of a line chart stand, so that none covers another."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from indicators.figures import theme
from indicators.figures.points import LABEL_PX, PLOT_PX, Line, Point
from indicators.figures.theme import Figure

FEW_LINES = 2
"""Up to this many lines carry numbers at their points; of more only the first and the last number are told."""

LABELLED_POINTS = 6
"""Up to this many points carry their number where there is room; of more only first, last, lowest and highest."""

LABELS_ABREAST = 8
"""Numbers that fit beside each other on a phone."""

END_CHARACTERS = 14
"""Names at the end of a line are broken at this width."""


def labelled_points(points: Sequence[Point], lines_drawn: int, span: float, *, has_names: bool) -> set[Point]:
    """Choose the points that carry their number; where lines are named at their end, that of the last stands there."""
    if lines_drawn > FEW_LINES:
        return {points[0]} if has_names else {points[0], points[-1]}
    wanted = [points[-1], points[0], min(points, key=_value), max(points, key=_value)]
    least_high = span
    if len(points) <= LABELLED_POINTS:
        wanted += reversed(points)
        least_high = LABEL_PX * span / PLOT_PX
    chosen = _apart(wanted, (points[-1].position - points[0].position) / LABELS_ABREAST, least_high)
    return chosen - {points[-1]} if has_names else chosen


def _value(point: Point) -> float:
    return point.value


def _apart(wanted: Sequence[Point], least_wide: float, least_high: float) -> set[Point]:
    """Keep the points, in order of weight, that are far enough in time or in height from those kept before them."""
    chosen: list[Point] = []
    for point in wanted:
        if all(
            abs(point.position - other.position) >= least_wide or abs(point.value - other.value) >= least_high
            for other in chosen
        ):
            chosen.append(point)
    return set(chosen)


def sides_of_labels(points: Sequence[Point | None]) -> list[str]:
    """Put labels above their points, but below a point where the line comes or goes steeply through that place."""
    values = [point.value if point else None for point in points]
    known = [value for value in values if value is not None]
    steep = (max(known) - min(known)) / 3
    return ["bottom center" if _is_foot(values, place, steep) else "top center" for place in range(len(values))]


def _is_foot(values: Sequence[float | None], place: int, steep: float) -> bool:
    """Tell whether a value stands at the foot of a steep climb after it, or of a steep fall that ends at it."""
    value = values[place]
    before, after = ([None, *values][place], [*values, None][place + 1])
    if value is None:
        return False
    climbs = after is not None and after - value > steep
    fell = before is not None and before - value > steep and (after is None or after >= value)
    return climbs or fell


def end_labels(drawn: Sequence[Line], bottom: float, top: float) -> list[Figure]:
    """Give the last number and the name of each line at its end, pushed apart where two would cover each other.

    They are pushed up from below, then down from the end of the axis: what lies past it is not drawn.
    """
    ordered = sorted(drawn, key=lambda one: one.points[-1].value)
    names = [textwrap.wrap(line.name, END_CHARACTERS, break_long_words=False) for line in ordered]
    heights = [(LABEL_PX * (top - bottom) / PLOT_PX) * (len(lines_) + 1) for lines_ in names]
    places = _pushed([line.points[-1].value for line in ordered], heights, top)
    return [_end(line, own, y) for line, own, y in zip(ordered, names, places, strict=True)]


def _pushed(wanted: Sequence[float], heights: Sequence[float], top: float) -> list[float]:
    """Give places for labels in rising order, none over another and none past `top` as long as there is room."""
    places: list[float] = []
    free = float("-inf")
    for y, height in zip(wanted, heights, strict=True):
        places.append(max(y, free + height / 2))
        free = places[-1] + height / 2
    ceiling = top
    for place in reversed(range(len(places))):
        places[place] = min(places[place], ceiling - heights[place] / 2)
        ceiling = places[place] - heights[place] / 2
    return places


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
