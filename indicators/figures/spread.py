"""The strip of a row: all municipalities as dots on an axis in real units, with the few that matter drawn over them.

The grammar is the same everywhere: light band for the middle 80%, dark band for the middle 50%, black line for the
Flemish Region, white diamond for the group, yellow dot with a black ring for the municipality itself, letters where
several are compared. The axis starts at zero, is never turned round and never cut.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import quantiles
from zlib import crc32

from indicators.figures import theme
from indicators.figures.small import svg, text

WIDTH, HEIGHT, MARGIN = 340, 50, 14
MIDDLE, ROW = 18, 26
"""Height of the middle of the dots, and of the row of dots."""

YELLOW, LIGHT_BAND, DARK_BAND = "#FFE615", "#E4E9EF", "#C9D3DE"
DOT = theme.look("context").colour
LEAST_FOR_BANDS = 5
LETTER_PX = 19
"""Width and height of a letter in its circle."""


@dataclass(frozen=True)
class Cloud:
    """The part of a strip that is the same for every municipality, as SVG; `top` is the end of its axis.

    `end` names that end ("50%"); `ends` draws both, for they are too small where a strip is printed small.
    """

    top: float
    drawn: str
    end: str
    ends: str


def cloud(values: Mapping[str, float], unit: str) -> Cloud:
    """Draw the bands, the dots and the ends of the axis; `unit` stands behind the highest end ("%")."""
    top = math.ceil(max(values.values(), default=1) or 1)
    end = f"{theme.tick_text(top)}{unit}"
    ends = text(MARGIN, HEIGHT - 4, "middle", "0") + text(WIDTH - MARGIN, HEIGHT - 4, "end", end)
    return Cloud(top, _bands(list(values.values()), top) + _dots(values, top), end, ends)


def _place(value: float, top: float) -> float:
    return round(MARGIN + value / top * (WIDTH - 2 * MARGIN), 1)


def middle_half(values: Sequence[float]) -> tuple[float, float] | None:
    """Give the limits of the middle half; None for few values."""
    if len(values) < LEAST_FOR_BANDS:
        return None
    cuts = quantiles(values, n=4, method="inclusive")
    return cuts[0], cuts[2]


def _bands(values: Sequence[float], top: float) -> str:
    if len(values) < LEAST_FOR_BANDS:
        return ""
    cuts = quantiles(values, n=20, method="inclusive")
    return _band(cuts[1], cuts[17], top, LIGHT_BAND) + _band(cuts[4], cuts[14], top, DARK_BAND)


def _band(low: float, high: float, top: float, colour: str) -> str:
    left, right = _place(low, top), _place(high, top)
    y = MIDDLE - ROW / 2
    return f'<rect x="{left}" y="{y:g}" width="{max(1.0, right - left):.1f}" height="{ROW}" fill="{colour}"/>'


def _dots(values: Mapping[str, float], top: float) -> str:
    """Draw all dots as one path; each stands at a height of its own that its code decides, so it never moves."""
    placed = "".join(f"M{_place(value, top):g} {MIDDLE + _jitter(code):g}h0" for code, value in values.items())
    style = f'stroke="{DOT}" stroke-width="3" stroke-linecap="round" stroke-opacity="0.55"'
    return f'<path d="{placed}" {style}/>' if placed else ""


def _jitter(code: str) -> int:
    reach = ROW // 2 - 3
    return crc32(code.encode()) % (2 * reach + 1) - reach


def strip(behind: Cloud, region: float | None, group: float | None, own: float | None) -> str:
    """Draw the strip of one municipality; what has no number is not drawn."""
    return svg(WIDTH, HEIGHT, behind.drawn + behind.ends + _marks(behind, region, group, own))


def bare_strip(behind: Cloud, region: float | None, group: float | None, own: float | None) -> str:
    """Draw the same without the ends of the axis; who prints it small writes them below."""
    return svg(WIDTH, 2 * MIDDLE, behind.drawn + _marks(behind, region, group, own))


def _marks(behind: Cloud, region: float | None, group: float | None, own: float | None) -> str:
    marks = [
        "" if region is None else _line(_place(region, behind.top)),
        "" if group is None else _diamond(_place(group, behind.top)),
        "" if own is None else _own(_place(own, behind.top)),
    ]
    return "".join(marks)


def lettered(behind: Cloud, region: float | None, places: Sequence[tuple[str, float]]) -> str:
    """Draw the strip of several municipalities, each a letter in a circle; those that would overlap are stacked."""
    levels: list[tuple[float, int]] = []
    for _, value in (ordered := sorted(places, key=lambda one: one[1])):
        x = _place(value, behind.top)
        taken = {level for other, level in levels if abs(x - other) < LETTER_PX}
        levels.append((x, next(level for level in range(len(places)) if level not in taken)))
    rise = LETTER_PX * max((level for _, level in levels), default=0)
    line = "" if region is None else _line(_place(region, behind.top))
    letters = "".join(
        _letter(letter, x, MIDDLE - LETTER_PX * level) for (letter, _), (x, level) in zip(ordered, levels, strict=True)
    )
    content = f'<g transform="translate(0 {rise})">{behind.drawn}{behind.ends}{line}{letters}</g>'
    return svg(WIDTH, HEIGHT + rise, content)


def _line(x: float) -> str:
    return f'<path d="M{x:g} {MIDDLE - 16}v32" stroke="{theme.INK}" stroke-width="3"/>'


def _diamond(x: float) -> str:
    return (
        f'<path d="M{x:g} {MIDDLE - 8}l8 8l-8 8l-8 -8z" fill="{theme.WHITE}" stroke="{theme.INK}" stroke-width="1.8"/>'
    )


def _own(x: float) -> str:
    return f'<circle cx="{x:g}" cy="{MIDDLE}" r="8" fill="{YELLOW}" stroke="{theme.INK}" stroke-width="2.4"/>'


def _letter(letter: str, x: float, y: float) -> str:
    ring = f'<circle cx="{x:g}" cy="{y:g}" r="9" fill="{theme.WHITE}" stroke="{theme.INK}" stroke-width="2"/>'
    style = f'font-family="{theme.FONT}" font-size="12.5" font-weight="700" fill="{theme.INK}"'
    return f'{ring}<text x="{x:g}" y="{y + 4.5:g}" text-anchor="middle" {style}>{letter}</text>'


def key(mark: str) -> str:
    """Draw one mark of the grammar for the legend: "own", "region", "group", "bands" or "dots"."""
    drawings = {
        "own": _own(14),
        "region": _line(14),
        "group": _diamond(14),
        "bands": f'<rect x="0" y="8" width="28" height="20" fill="{LIGHT_BAND}"/>'
        f'<rect x="8" y="8" width="12" height="20" fill="{DARK_BAND}"/>',
        "dots": f'<path d="M8 16h0M15 22h0M21 14h0" stroke="{DOT}" stroke-width="4" stroke-linecap="round"/>',
    }
    return svg(28, 36, drawings[mark])
