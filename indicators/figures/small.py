"""Small drawings that repeat on a page, as SVG text: sparklines, symbols and small multiples.

They are images with a text of their own beside them; whoever wants to point at numbers opens the large chart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from itertools import groupby
from urllib.parse import quote

from indicators.figures import theme

Points = Sequence[tuple[float, float]]
"""Places in time and values, in order of time; the drawing joins them, so it wants a series without gaps."""

Runs = Sequence[tuple[float, float] | None]
"""The same, with None where the line is interrupted: before a break, and where years were skipped."""

SHAPES = {
    "circle": '<circle cx="{x}" cy="{y}" r="{r}" {paint}/>',
    "square": '<rect x="{left}" y="{top}" width="{side}" height="{side}" {paint}/>',
    "diamond": '<path d="M{x} {top}L{right} {y}L{x} {bottom}L{left} {y}Z" {paint}/>',
    "triangle-up": '<path d="M{x} {top}L{right} {bottom}L{left} {bottom}Z" {paint}/>',
    "triangle-down": '<path d="M{x} {bottom}L{right} {top}L{left} {top}Z" {paint}/>',
    "x": '<path d="M{left} {top}L{right} {bottom}M{right} {top}L{left} {bottom}" {paint}/>',
}


def data_uri(svg: str) -> str:
    """Turn SVG text into an address that an image can show without a request."""
    return f"data:image/svg+xml,{quote(svg)}"


def symbol(family: str, *, is_open: bool = False, size: int = 16) -> str:
    """Draw the symbol of a family of groups; open for derived and rounded numbers."""
    return svg(size, size, _shape(family, size / 2, size / 2, size / 2 - 3, is_open=is_open))


def sparkline(points: Points, width: int = 120, height: int = 36) -> str:
    """Draw a line from zero to the highest value, with a dot at its end."""
    place = _scale(
        (time for time, _ in points), max((value for _, value in points), default=1), width, height, margin=5
    )
    placed = [place(point) for point in points]
    end = _shape("", *placed[-1], 4, is_open=False)
    base = f'<path d="M5 {height - 5}H{width - 5}" stroke="{theme.GHOST}"/>'
    return svg(width, height, base + _path(placed, theme.INK, 2) + end)


SIDE = 28
"""Room at the sides of a small multiple."""

CHARACTER_PX = 7.5
"""Width of a character of an axis label, generously."""


def multiple(
    points: Runs,
    others: Sequence[Runs],
    family: str,
    top: float,
    times: tuple[float, float],
    years: tuple[str, str],
    unit: str,
) -> str:
    """Draw one small multiple: its line in the colour of its family, the other lines of its row as ghosts.

    All drawings that are compared share `top` and `times`, the ends of both axes; `years` names the ends of the time.
    """
    width, height = 240, 140
    left = _left(f"{theme.tick_text(top)}{unit}")
    place = _scale(times, top, width, height, margin=SIDE, left=left)
    ghosts = "".join(_path(_placed(other, place), theme.GHOST, 1.5) for other in others)
    placed = _placed(points, place)
    colour = theme.look(family).colour
    first, last = (next(one for one in run if one) for run in (placed, placed[::-1]))
    marks = _shape(family, *first, 4, is_open=False) + _shape(family, *last, 5, is_open=False)
    frame = _frame(top, years, unit, width, height, left)
    return svg(width, height, frame + ghosts + _path(placed, colour, 2.5) + marks)


def _placed(points: Runs, place: Callable[[tuple[float, float]], tuple[float, float]]) -> Runs:
    return [place(one) if one else None for one in points]


def _left(label: str) -> int:
    """Leave room left of the axis for its longest label."""
    return int(12 + CHARACTER_PX * len(label))


def _frame(top: float, years: tuple[str, str], unit: str, width: int, height: int, left: int) -> str:
    floor, ceiling, right = height - SIDE, SIDE, width - SIDE
    heights = (ceiling, (floor + ceiling) / 2)
    rules = "".join(f'<path d="M{left} {y}H{right}" stroke="{theme.GRID}"/>' for y in heights)
    base = f'<path d="M{left} {floor}H{right}" stroke="{theme.AXIS}"/>'
    values = [(left - 6, ceiling + 4, "end", f"{theme.tick_text(top)}{unit}"), (left - 6, floor + 4, "end", "0")]
    times = [(left, height - 8, "middle", years[0]), (right, height - 8, "middle", years[1])]
    return rules + base + "".join(text(*one) for one in [*values, *times])


def text(x: float, y: float, anchor: str, words: str) -> str:
    """Write a line of small text with its anchor ("start", "middle", "end") at a place."""
    style = f'font-family="{theme.FONT}" font-size="12.5" fill="{theme.MUTED}"'
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" {style}>{escape(words)}</text>'


def _scale(
    times: Iterable[float], top: float, width: int, height: int, margin: int, left: int | None = None
) -> Callable[[tuple[float, float]], tuple[float, float]]:
    """Make the function that places a point of time and value in the drawing."""
    start = margin if left is None else left
    known = list(times)
    first, span = min(known), (max(known) - min(known)) or 1

    def place(point: tuple[float, float]) -> tuple[float, float]:
        x = start + (point[0] - first) / span * (width - margin - start)
        y = height - margin - point[1] / (top or 1) * (height - 2 * margin)
        return round(x, 1), round(y, 1)

    return place


def _path(placed: Runs, colour: str, width: float) -> str:
    """Draw a line through each run of points; one point alone is a dot."""
    runs = [[one for one in run if one] for is_gap, run in groupby(placed, lambda one: one is None) if not is_gap]
    drawn = "".join(f"M{'L'.join(f'{x} {y}' for x, y in run)}{'h0' if len(run) == 1 else ''}" for run in runs)
    look = f'stroke="{colour}" stroke-width="{width}" stroke-linejoin="round" stroke-linecap="round"'
    return f'<path d="{drawn}" fill="none" {look}/>'


def _shape(family: str, x: float, y: float, r: float, *, is_open: bool) -> str:
    look = theme.look(family)
    fill = theme.WHITE if is_open else look.colour
    paint = f'fill="{fill}" stroke="{look.colour}" stroke-width="2"'
    return SHAPES[look.symbol].format(
        x=x, y=y, r=r, left=x - r, right=x + r, top=y - r, bottom=y + r, side=2 * r, paint=paint
    )


def svg(width: int, height: int, content: str) -> str:
    """Put shapes into a drawing of this many pixels."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{content}</svg>'
    )
