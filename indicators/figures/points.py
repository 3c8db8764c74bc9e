"""What a line chart is made of: points, lines, and the height at which they are drawn."""

from __future__ import annotations

from dataclasses import dataclass

HEIGHT = 380
PLOT_PX = HEIGHT - 58
"""Height of a chart, and of the part between its margins."""

LABEL_PX = 18
"""Height of a line of text in a chart."""


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
