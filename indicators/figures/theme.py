"""Colours, shapes and the layout that all charts share. Colour means the same everywhere on the site.

Contrast of each colour on white is at least 3:1 for marks and 4,5:1 for text (computed with the WCAG formula); shapes
differ as well, so that colour is never alone. Grey is never a group of people, and no colour judges.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape

INK = "#333332"
MUTED = "#545961"
GRID = "#E3E6EA"
CONNECTOR = "#868E99"
GHOST = "#B9C0C9"
AXIS = "#767D87"
WHITE = "#FFFFFF"
TARGET = "#9B1458"  # targets and required paths, and nothing else
FONT = "Inter, Arial, sans-serif"
SMALL, LABEL, BODY = 13, 14.5, 16
TO_BELGIAN = str.maketrans({",": ".", ".": ","})

Figure = dict[str, object]


@dataclass(frozen=True)
class Look:
    """Colour and shape of a family of groups; `symbol` is the name that Plotly gives the shape."""

    colour: str
    symbol: str


LOOKS = {
    "be": Look("#117F74", "circle"),
    "eu": Look("#55409F", "triangle-up"),
    "non_eu": Look("#C24E08", "diamond"),
    "all": Look("#2B78C2", "square"),
    "unknown": Look("#3E444C", "x"),
    "": Look(INK, "circle"),
    "context": Look("#5F6873", "circle"),
    "second": Look(INK, "triangle-up"),
    "third": Look(INK, "square"),
}

STEPS = ("#A9D5CF", "#2A7F77", "#0B4F49")
"""One hue in three steps, for ordered parts of a whole; `STEP_TEXTS` is readable on each (at least 4,77:1)."""

STEP_TEXTS = (INK, WHITE, WHITE)
STEP_LINES = ("#2A7F77", WHITE, WHITE)
"""The edge of each: the lightest has 1,6:1 with the page, and takes one of 4,9:1 (WCAG 1.4.11 asks for 3:1)."""


def look(family: str) -> Look:
    """Give colour and shape of a family; "non_eu+" is a second group of that family: its colour, another shape."""
    known = LOOKS.get(family.removesuffix("+"), LOOKS[""])
    return Look(known.colour, "triangle-down") if family.endswith("+") else known


def layout(height: int, **more: object) -> Figure:
    """Give the layout that all charts share; `more` adds to it or replaces parts."""
    shared: Figure = {
        "height": height,
        "font": {"family": FONT, "size": LABEL, "color": INK},
        "paper_bgcolor": WHITE,
        "plot_bgcolor": WHITE,
        "separators": ",.",
        "showlegend": False,
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": WHITE, "bordercolor": AXIS, "font": {"family": FONT, "size": LABEL, "color": INK}},
        "dragmode": False,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
    }
    return shared | more


def value_axis(top: float, unit_measure: str, **more: object) -> Figure:
    """Give an axis of values up to `top`, from zero or from the lowest score; the unit stands at the last tick only."""
    ticks = [tick for tick in ticks_to(top) if tick >= axis_floor(unit_measure)]
    texts = [tick_text(tick) for tick in ticks]
    if unit_measure == "percent":
        texts[-1] += "%"
    shared: Figure = {
        "tickmode": "array",
        "tickangle": 0,
        "tickvals": ticks,
        "ticktext": texts,
        "gridcolor": GRID,
        "zeroline": True,
        "zerolinecolor": AXIS,
        "tickfont": {"size": SMALL, "color": MUTED},
        "fixedrange": True,
    }
    return shared | more


def tick_text(tick: float) -> str:
    """Write a tick as Flemish does: "50.000", "2,5"."""
    return f"{tick:,.10g}".translate(TO_BELGIAN)


def plain(text: str) -> str:
    """Make text safe for Plotly, which reads tags and entities in labels but knows no `&quot;`."""
    return escape(text, quote=False)


def axis_floor(unit_measure: str) -> float:
    """Give the start of an axis: zero, and one for scores from 1 to 5."""
    return 1.0 if unit_measure == "scale_1_5" else 0.0


def ticks_to(top: float) -> list[float]:
    """Give round ticks from zero up to `top`; the last one is the last that fits."""
    step = _round_step(top / 4)
    return [round(step * place, 6) for place in range(int(top / step + 1e-9) + 1)]


def axis_top(values: list[float], unit_measure: str) -> float:
    """Give the end of an axis: the full scale for scores, else the first round tick that holds all values."""
    if unit_measure == "scale_1_5":
        return 5.0
    highest = max(values, default=0.0)
    if highest <= 0:
        return 1.0
    step = _round_step(highest / 4)
    return round(step * -(-highest // step), 6)


def _round_step(rough: float) -> float:
    """Give the one of 1, 2, 2,5, 5, 10 times a power of ten that is nearest to `rough`, in proportion."""
    if rough <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    return min((factor * power for factor in (1, 2, 2.5, 5, 10)), key=lambda step: abs(math.log(step / rough)))
