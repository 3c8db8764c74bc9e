"""From now to the target on one line: the newest measurement, a flag at the goal, the way between them. As SVG text."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from indicators.figures import theme
from indicators.figures.small import SHAPES

WIDTH, HEIGHT = 300, 70
LEFT, RIGHT, BAR = 10, 290, 36
CHARACTER = 8.4
"""Width of a bold character of a label in a wide font, in the units of the drawing."""

RADIUS = 6
SMALL_END, LARGE_END = 10.0, 100.0


@dataclass(frozen=True)
class Mark:
    """A value on the line with its label; `family` gives colour and shape of a measurement."""

    value: float
    text: str
    family: str = ""
    is_open: bool = False


def axis_end(*values: float) -> float:
    """Give the end of an axis of shares: 10% where that holds all values, else 100%."""
    return SMALL_END if max(values) < SMALL_END else LARGE_END


def number_line(now: Mark | None, goal: Mark, end: float) -> str:
    """Draw the line from zero to its end; without a measurement only the flag stands on it."""
    bar = f'<rect x="{LEFT}" y="{BAR - 2}" width="{RIGHT - LEFT}" height="4" fill="{theme.GHOST}"/>'
    parts = [bar, *_ends(now, end), _flag(goal, end)]
    if now:
        parts += [_way(now, goal, end), _measured(now, end)]
    view = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {view}>{"".join(parts)}</svg>'


def _place(value: float, end: float) -> float:
    return round(LEFT + (RIGHT - LEFT) * min(max(value / end, 0.0), 1.0), 1)


def _ends(now: Mark | None, end: float) -> list[str]:
    """Write the ends of the axis, where the label of the measurement leaves room."""
    taken = _span(now, end) if now else (WIDTH, 0.0)
    written = []
    if taken[0] > LEFT + 3 * CHARACTER:
        written.append(_text(LEFT, BAR + 23, "start", "0", theme.MUTED, 400))
    if taken[1] < RIGHT - 6 * CHARACTER:
        written.append(_text(RIGHT, BAR + 23, "end", f"{end:g}%", theme.MUTED, 400))
    return written


def _span(mark: Mark, end: float) -> tuple[float, float]:
    half = CHARACTER * len(mark.text) / 2
    middle = min(max(_place(mark.value, end), half), WIDTH - half)
    return middle - half, middle + half


def _flag(goal: Mark, end: float) -> str:
    """Draw the flag with its label beside it, on the side that has room."""
    x = _place(goal.value, end)
    pole = f'<path d="M{x} {BAR + 8}V{BAR - 18}" stroke="{theme.TARGET}" stroke-width="2.5"/>'
    cloth = f'<path d="M{x} {BAR - 19}l15 6l-15 6Z" fill="{theme.TARGET}"/>'
    fits = x + 20 + CHARACTER * len(goal.text) < WIDTH
    side = _text(x + 20, BAR - 8, "start", goal.text) if fits else _text(x - 6, BAR - 8, "end", goal.text)
    return pole + cloth + side


def _way(now: Mark, goal: Mark, end: float) -> str:
    x, y = _place(now.value, end), _place(goal.value, end)
    dots = f'stroke="{theme.TARGET}" stroke-width="3" stroke-dasharray="3 3"'
    return f'<path d="M{x} {BAR}H{y}" {dots}/>'


def _measured(now: Mark, end: float) -> str:
    look, x = theme.look(now.family), _place(now.value, end)
    paint = f'fill="{theme.WHITE if now.is_open else look.colour}" stroke="{look.colour}" stroke-width="2"'
    r, side = RADIUS, 2 * RADIUS
    sides = {"left": x - r, "right": x + r, "top": BAR - r, "bottom": BAR + r, "side": side}
    shape = SHAPES[look.symbol].format(x=x, y=BAR, r=r, paint=paint, **sides)
    middle = sum(_span(now, end)) / 2
    return shape + _text(round(middle, 1), BAR + 23, "middle", now.text, look.colour)


def _text(x: float, y: float, anchor: str, text: str, colour: str = theme.TARGET, weight: int = 600) -> str:
    style = f'font-family="{theme.FONT}" font-size="13" font-weight="{weight}" fill="{colour}"'
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" {style}>{escape(text)}</text>'
