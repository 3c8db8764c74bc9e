"""Charts of rows: dots, dumbbells, bars and stacked bars, with the name of each row above it.

The name stands above and not beside the marks, so that one drawing serves a wide screen, a phone and paper, and long
Dutch names fit. One unit of the vertical axis is one pixel: a row with a name of two lines is simply higher.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from indicators.figures import theme
from indicators.figures.theme import Figure

CHARACTERS = 46
LINE_PX = 19
MARK_PX = 30
HEADING_PX = 34
NO_BREAK_SPACE = "\u00a0"
CHARACTER_SHARE = 0.022
"""Width of a character as a part of the axis on a phone: how much room a label left of a mark near zero wants."""


@dataclass(frozen=True)
class Mark:
    """One drawn number: `text` is its label, `hover` what is told on pointing; `is_open` marks derived and rounded."""

    value: float
    text: str
    hover: str
    family: str = ""
    is_open: bool = False
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True)
class Row:
    """One row: its name, and its marks. A row without marks is a heading, or says in its name why there is no mark."""

    name: str
    marks: tuple[Mark, ...] = ()
    is_heading: bool = False


@dataclass(frozen=True)
class _Placed:
    row: Row
    lines: list[str]
    name_y: float
    mark_y: float


def dots(rows: Sequence[Row], unit_measure: str) -> Figure:
    """Draw one mark a row as a dot on a stem from zero, and two marks a row as a dumbbell."""
    placed, height = _place(rows)
    top = theme.axis_top([mark.value for row in rows for mark in row.marks], unit_measure)
    data = [_stems(placed)] + _marks(placed)
    return {"data": data, "layout": _layout(placed, height, top, unit_measure, (-_room_left(rows, top), 1.25))}


def _room_left(rows: Sequence[Row], top: float) -> float:
    """Give the part of the axis that labels left of the lowest marks need below zero, at most a third."""
    lowest = [min(row.marks, key=lambda one: one.value) for row in rows if len(row.marks) > 1]
    wanted = [CHARACTER_SHARE * (len(mark.text) + 2) - mark.value / top for mark in lowest]
    return min(0.33, max(0.02, *wanted)) if wanted else 0.02


def bars(rows: Sequence[Row], unit_measure: str) -> Figure:
    """Draw one bar a row, from zero, with its number behind it."""
    placed, height = _place(rows)
    top = theme.axis_top([mark.value for row in rows for mark in row.marks], unit_measure)
    drawn = [one for one in placed if one.row.marks]
    trace: Figure = {
        "type": "bar",
        "orientation": "h",
        "x": [one.row.marks[0].value for one in drawn],
        "y": [one.mark_y for one in drawn],
        "width": [16] * len(drawn),
        "marker": {"color": [theme.look(one.row.marks[0].family).colour for one in drawn]},
        "text": [one.row.marks[0].text for one in drawn],
        "textposition": "outside",
        "cliponaxis": False,
        "hovertext": [escape(one.row.marks[0].hover) for one in drawn],
        "hoverinfo": "text",
    }
    return {"data": [trace], "layout": _layout(placed, height, top, unit_measure, (0, 1.2))}


def stacked(rows: Sequence[Row], parts: Sequence[str], unit_measure: str, top: float) -> Figure:
    """Draw the marks of each row as parts of one bar; `parts` names them, in the order of their steps of colour.

    Parts below four per cent of the axis carry no label in the bar: their number stands in the table.
    """
    placed, height = _place(rows)
    drawn = [one for one in placed if one.row.marks]
    data = [_part(drawn, place, name, top) for place, name in enumerate(parts)]
    return {"data": data, "layout": _layout(placed, height, top, unit_measure, (0, 1.02)) | {"barmode": "stack"}}


def _part(drawn: Sequence[_Placed], place: int, name: str, top: float) -> Figure:
    marks = [one.row.marks[place] for one in drawn]
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "x": [mark.value for mark in marks],
        "y": [one.mark_y for one in drawn],
        "width": [20] * len(drawn),
        "marker": {"color": theme.STEPS[place], "line": {"color": theme.WHITE, "width": 2}},
        "text": [mark.text if mark.value > 0.06 * top else "" for mark in marks],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": theme.STEP_TEXTS[place], "size": theme.SMALL},
        "hovertext": [escape(mark.hover) for mark in marks],
        "hoverinfo": "text",
    }


def _place(rows: Sequence[Row]) -> tuple[list[_Placed], int]:
    """Give each row its place from the top down, in pixels below zero."""
    placed, y = [], 0.0
    for row in rows:
        lines = textwrap.wrap(row.name, CHARACTERS) or [""]
        name_y = y - (10 if row.is_heading else 4)
        y = name_y - LINE_PX * len(lines)
        mark_y = y - MARK_PX / 2
        y -= 0 if row.is_heading or not row.marks else MARK_PX
        placed.append(_Placed(row, lines, name_y, mark_y))
    return placed, int(-y) + 6


def _layout(placed: Sequence[_Placed], height: int, top: float, unit_measure: str, span: tuple[float, float]) -> Figure:
    return theme.layout(
        height + 40,
        margin={"l": 8, "r": 8, "t": 34, "b": 6},
        xaxis=theme.value_axis(top, unit_measure, side="top", range=[span[0] * top, span[1] * top]),
        yaxis={"visible": False, "range": [-height, 0], "fixedrange": True},
        annotations=[_name(one) for one in placed],
    )


def _name(placed: _Placed) -> Figure:
    text = "<br>".join(escape(line) for line in placed.lines)
    return {
        "text": f"<b>{text}</b>" if placed.row.is_heading else text,
        "xref": "paper",
        "x": 0,
        "y": placed.name_y,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "bgcolor": "rgba(255,255,255,0.85)",
        "borderpad": 0,
        "font": {"size": theme.LABEL, "color": theme.MUTED if placed.row.is_heading else theme.INK},
    }


def _stems(placed: Sequence[_Placed]) -> Figure:
    """Draw the line of each row: from zero to a single mark, or between the outer marks."""
    x: list[float | None] = []
    y: list[float | None] = []
    for one in placed:
        values = [mark.value for mark in one.row.marks]
        if values:
            x += [min(values) if len(values) > 1 else 0, max(values), None]
            y += [one.mark_y, one.mark_y, None]
    line = {"color": theme.CONNECTOR, "width": 2}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _marks(placed: Sequence[_Placed]) -> list[Figure]:
    """Draw the marks, a trace for each family, so that each family keeps its shape."""
    drawn = [(one, mark) for one in placed for mark in one.row.marks]
    families = list(dict.fromkeys(mark.family for _, mark in drawn))
    return [_family(family, [pair for pair in drawn if pair[1].family == family]) for family in families]


def _family(family: str, drawn: Sequence[tuple[_Placed, Mark]]) -> Figure:
    look = theme.look(family)
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [mark.value for _, mark in drawn],
        "y": [one.mark_y for one, _ in drawn],
        "text": [f"{NO_BREAK_SPACE}{escape(mark.text)}{NO_BREAK_SPACE}" for _, mark in drawn],
        "textposition": [_side(one.row, mark) for one, mark in drawn],
        "textfont": {"color": look.colour, "size": theme.LABEL},
        "cliponaxis": False,
        "marker": {
            "symbol": [f"{look.symbol}-open" if mark.is_open else look.symbol for _, mark in drawn],
            "size": 13,
            "color": look.colour,
            "opacity": 1,
            "line": {"width": 2, "color": look.colour},
        },
        "error_x": _interval(drawn, look.colour),
        "hovertext": [escape(mark.hover) for _, mark in drawn],
        "hoverinfo": "text",
    }


def _interval(drawn: Sequence[tuple[_Placed, Mark]], colour: str) -> Figure:
    above = [0 if mark.upper is None else mark.upper - mark.value for _, mark in drawn]
    below = [0 if mark.lower is None else mark.value - mark.lower for _, mark in drawn]
    shown = any(above) or any(below)
    return {"visible": shown, "array": above, "arrayminus": below, "color": colour, "thickness": 1.5, "width": 5}


def _side(row: Row, mark: Mark) -> str:
    """Put a label outside its dumbbell: left of the lowest mark, right of the others."""
    lowest = min(row.marks, key=lambda one: one.value)
    return "middle left" if len(row.marks) > 1 and mark is lowest else "middle right"
