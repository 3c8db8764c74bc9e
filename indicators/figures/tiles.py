"""A map of hexagons of one size, one for each municipality, coloured by class; as SVG text."""

from __future__ import annotations

import math
from collections.abc import Mapping

from indicators.figures import theme
from indicators.figures.small import svg
from indicators.local.hexagons import Cell, middle

COLOURS = ("#DCEFEC", "#A9D5CF", "#6FB6AD", "#2A7F77", "#0B4F49")
"""One hue in five steps; neighbours differ in lightness, so that grey paper shows them too."""

WIDTH_OF_CELL = 26.0
NOTHING = "#FFFFFF"


def tiles(cells: Mapping[str, Cell], classes: Mapping[str, int]) -> str:
    """Draw all municipalities, each with an edge of 4,2:1 (WCAG 1.4.11); one without a class is white."""
    places = {code: middle(cell) for code, cell in cells.items()}
    left, low = min(x for x, _ in places.values()), min(y for _, y in places.values())
    right, high = max(x for x, _ in places.values()), max(y for _, y in places.values())
    drawn = [
        _hexagon((x - left + 0.6) * WIDTH_OF_CELL, (high - y + 0.7) * WIDTH_OF_CELL, classes.get(code))
        for code, (x, y) in places.items()
    ]
    size = (math.ceil((right - left + 1.2) * WIDTH_OF_CELL), math.ceil((high - low + 1.4) * WIDTH_OF_CELL))
    return svg(*size, "".join(drawn))


def swatch(place: int | None) -> str:
    """Draw the hexagon of one class for the legend."""
    return svg(28, 28, _hexagon(14, 14, place))


def _hexagon(x: float, y: float, place: int | None) -> str:
    radius = WIDTH_OF_CELL / math.sqrt(3)
    corners = [math.radians(60 * turn + 30) for turn in range(6)]
    points = "L".join(f"{x + radius * math.cos(one):.1f} {y + radius * math.sin(one):.1f}" for one in corners)
    fill = NOTHING if place is None else COLOURS[place]
    return f'<path d="M{points}Z" fill="{fill}" stroke="{theme.AXIS}"/>'
