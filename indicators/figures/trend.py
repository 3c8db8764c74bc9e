"""A line of one municipality beside that of the Flemish Region, as SVG text: for paper, in shapes and not in colours.

The last line that is given is the municipality: a thick line with the yellow dot that it has everywhere. The names
stand at the ends of the lines; the numbers at both ends of each.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from indicators.figures import small, theme
from indicators.figures.spread import YELLOW

WIDTH, HEIGHT = 380, 176
LEFT, RIGHT, TOP, FLOOR = 42, 240, 18, 146
LONGEST_NAME = 15
"""Letters of a name that fit beside a line."""
APART = 34
"""Least distance of two names in pixels: each has a number below it."""


@dataclass(frozen=True)
class Line:
    """One line: its name, places in time with values, and the first and last value as text."""

    name: str
    points: tuple[tuple[float, float], ...]
    ends: tuple[str, ...]


def trend(lines: Sequence[Line], unit: str, years: tuple[str, str]) -> str:
    """Draw lines on one axis from zero; `unit` stands behind the highest tick, `years` name the ends of time."""
    everything = [one for line in lines for one in line.points]
    top, step = axis(max(value for _, value in everything))
    first, last = min(time for time, _ in everything), max(time for time, _ in everything)

    def place(point: tuple[float, float]) -> tuple[float, float]:
        x = LEFT + (point[0] - first) / ((last - first) or 1) * (RIGHT - LEFT)
        return round(x, 1), round(FLOOR - point[1] / top * (FLOOR - TOP), 1)

    placed = [[place(one) for one in line.points] for line in lines]
    heights = apart([one[-1][1] for one in placed])
    highest = min(one[0][1] for one in placed)
    drawn = [
        _drawn(points, is_own=line is lines[-1])
        + _name(line, height, is_own=line is lines[-1])
        + _start(line, points[0], is_highest=points[0][1] == highest)
        for line, points, height in zip(lines, placed, heights, strict=True)
    ]
    return small.svg(WIDTH, HEIGHT, _frame(top, step, unit, years) + "".join(drawn))


def axis(highest: float) -> tuple[float, float]:
    """Give the end of an axis from zero and the distance of its ticks: at most five steps of 1, 2 or 5."""
    raw = (highest or 1) / 4
    size = 10 ** math.floor(math.log10(raw))
    step = next(factor * size for factor in (1, 2, 5, 10) if factor * size >= raw)
    return step * math.ceil((highest or 1) / step), step


def apart(heights: Sequence[float]) -> list[float]:
    """Push the heights of names apart, the highest stays first."""
    order = sorted(range(len(heights)), key=lambda one: heights[one])
    found = list(heights)
    for above, below in zip(order, order[1:], strict=False):
        found[below] = max(found[below], found[above] + APART)
    excess = max(0.0, max(found, default=0) - (FLOOR - 14))
    return [one - excess for one in found]


def _frame(top: float, step: float, unit: str, years: tuple[str, str]) -> str:
    ticks = [number * step for number in range(round(top / step) + 1)]
    heights = [(value, FLOOR - value / top * (FLOOR - TOP)) for value in ticks]
    rules = "".join(f'<path d="M{LEFT} {y:g}H{RIGHT}" stroke="{theme.GRID}"/>' for _, y in heights[1:])
    texts = [
        small.text(LEFT - 6, round(y + 4, 1), "end", theme.tick_text(value) + (unit if value == ticks[-1] else ""))
        for value, y in heights
    ]
    ends = small.text(LEFT, FLOOR + 20, "middle", years[0]) + small.text(RIGHT, FLOOR + 20, "middle", years[1])
    return f'{rules}<path d="M{LEFT} {FLOOR}H{RIGHT}" stroke="{theme.INK}"/>{"".join(texts)}{ends}'


def _drawn(points: Sequence[tuple[float, float]], *, is_own: bool) -> str:
    joined, (x, y) = "L".join(f"{x:g} {y:g}" for x, y in points), points[-1]
    width, radius, fill, ring = (3.5, 8, YELLOW, 2.4) if is_own else (2, 5, theme.WHITE, 2)
    line = f'<path d="M{joined}" fill="none" stroke="{theme.INK}" stroke-width="{width}" stroke-linejoin="round"/>'
    return (
        f'{line}<circle cx="{x:g}" cy="{y:g}" r="{radius}" fill="{fill}" stroke="{theme.INK}" stroke-width="{ring}"/>'
    )


def _name(line: Line, height: float, *, is_own: bool) -> str:
    weight = ' font-weight="700"' if is_own else ""
    style = f'font-family="{theme.FONT}" font-size="13.5" fill="{theme.INK}"{weight}'
    shown = escape(line.name if len(line.name) <= LONGEST_NAME else "De gemeente")
    return (
        f'<text x="{RIGHT + 14}" y="{height + 1:g}" {style}>{shown}</text>'
        f'<text x="{RIGHT + 14}" y="{height + 17:g}" {style}>{escape(line.ends[-1])}</text>'
    )


def _start(line: Line, point: tuple[float, float], *, is_highest: bool) -> str:
    """Write the first number above the highest line and below the others."""
    height = point[1] - 9 if is_highest else point[1] + 18
    return small.text(point[0] + 2, round(height, 1), "start", line.ends[0])
