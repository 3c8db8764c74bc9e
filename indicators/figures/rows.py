"""Charts of rows: dots, dumbbells, bars and stacked bars, with the name of each row above it.

The name stands above and not beside the marks, so that one drawing serves a wide screen, a phone and paper, and long
Dutch names fit. One unit of the vertical axis is one pixel: a row with a name of two lines is simply higher.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from indicators.figures import theme
from indicators.figures.theme import Figure

CHARACTERS = 34
LINE_PX = 19
MARK_PX = 30
SHORT_LABEL = 8
"""Characters of a label that stays in one line."""

SECOND_LINE_PX = 12
"""What a label of two lines adds to the height of its row."""

NO_BREAK_SPACE = "\u00a0"
LABELLED_SHARE = 0.06
"""Part of the axis that a part of a bar must have, to carry its number."""

NAME_SHIFT_PX = 5
PHONE_PX, CHARACTER_PX, BESIDE_PX = 272, 8.2, 20
"""Width of a chart on the narrowest phone, of a character, and of half a mark with its blank: so labels are not cut."""

TICK_PX, BETWEEN_PX = 7.4, 10
"""Width of a digit at a tick, and of the blank between two ticks."""

LEAST_LEFT, MOST_LEFT, LEAST_RIGHT, MOST_RIGHT = 0.02, 0.6, 1.05, 1.6
"""How far a chart runs beyond the ends of its axis; with more room for labels too little is left for the marks."""


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
    floor = theme.axis_floor(unit_measure)
    room = _room(rows, floor, top)
    data = [_stems(placed, floor), *_marks(placed)]
    return {"data": data, "layout": _layout(placed, height, (floor, top), unit_measure, room)}


def _room(rows: Sequence[Row], floor: float, top: float) -> tuple[float, float]:
    """Give the ends of what is shown, as parts of the axis, such that on a phone every label fits beside its mark."""
    left, right = LEAST_LEFT, LEAST_RIGHT
    placed = [(mark, _side(row, mark), (mark.value - floor) / (top - floor)) for row in rows for mark in row.marks]
    for _ in range(4):  # more room makes the axis shorter, and so a label a larger part of it
        labels = [(side, place, _share(mark) * (left + right)) for mark, side, place in placed]
        left = max([LEAST_LEFT, *(share - place for side, place, share in labels if side == "middle left")])
        right = max([LEAST_RIGHT, *(place + share for side, place, share in labels if side == "middle right")])
        left, right = min(left, MOST_LEFT), min(right, MOST_RIGHT)
    return -left, right


def _share(mark: Mark) -> float:
    """Give the part of the width of a phone that the label of a mark takes."""
    return (CHARACTER_PX * max(map(len, _lines(mark))) + BESIDE_PX) / PHONE_PX


def _lines(mark: Mark) -> list[str]:
    """Write a label of some words in two lines: "73%" and "(afgeleid)", "ongeveer" and "30%"."""
    words = mark.text.split(" ")
    if len(words) == 1 or len(mark.text) <= SHORT_LABEL:
        return [mark.text]
    halves = [[" ".join(words[:place]), " ".join(words[place:])] for place in range(1, len(words))]
    return min(halves, key=lambda both: max(map(len, both)))


def _label(mark: Mark) -> str:
    return "<br>".join(f"{NO_BREAK_SPACE}{theme.plain(line)}{NO_BREAK_SPACE}" for line in _lines(mark))


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
        "text": [_label(one.row.marks[0]) for one in drawn],
        "textposition": "outside",
        "constraintext": "none",
        "cliponaxis": False,
        "hovertext": [theme.plain(one.row.marks[0].hover) for one in drawn],
        "hoverinfo": "text",
    }
    return {"data": [trace], "layout": _layout(placed, height, (0, top), unit_measure, (0, _room(rows, 0, top)[1]))}


def stacked(rows: Sequence[Row], parts: Sequence[str], unit_measure: str, top: float) -> Figure:
    """Draw the marks of each row as parts of one bar; `parts` names them, in the order of their steps of colour.

    Parts too narrow for a label carry none: their number stands in the table.
    """
    placed, height = _place(rows)
    drawn = [one for one in placed if one.row.marks]
    data = [_part(drawn, place, name, top) for place, name in enumerate(parts)]
    layout = _layout(placed, height, (0, top), unit_measure, (0, 1.06))
    hides = {"mode": "hide", "minsize": theme.SMALL - 1}  # on a narrow screen a part may be smaller than its number
    return {"data": data, "layout": layout | {"barmode": "stack", "uniformtext": hides}}


def _part(drawn: Sequence[_Placed], place: int, name: str, top: float) -> Figure:
    marks = [one.row.marks[place] for one in drawn]
    return {
        "type": "bar",
        "orientation": "h",
        "name": theme.plain(name),
        "x": [mark.value for mark in marks],
        "y": [one.mark_y for one in drawn],
        "width": [24] * len(drawn),
        "marker": {"color": theme.STEPS[place], "line": {"color": theme.STEP_LINES[place], "width": 2}},
        "text": [theme.plain(mark.text) if mark.value > LABELLED_SHARE * top else "" for mark in marks],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": theme.STEP_TEXTS[place], "size": theme.SMALL},
        "hovertext": [theme.plain(mark.hover) for mark in marks],
        "hoverinfo": "text",
    }


def _place(rows: Sequence[Row]) -> tuple[list[_Placed], int]:
    """Give each row its place from the top down, in pixels below zero."""
    placed, y = [], 0.0
    for row in rows:
        lines = textwrap.wrap(row.name, CHARACTERS) or [""]
        name_y = y - (10 if row.is_heading else 4)
        y = name_y - LINE_PX * len(lines)
        height = MARK_PX + (SECOND_LINE_PX if any(len(_lines(mark)) > 1 for mark in row.marks) else 0)
        mark_y = y - height / 2
        y -= 0 if row.is_heading or not row.marks else height
        placed.append(_Placed(row, lines, name_y, mark_y))
    return placed, int(-y) + 6


def _layout(
    placed: Sequence[_Placed], height: int, axis: tuple[float, float], unit_measure: str, room: tuple[float, float]
) -> Figure:
    """Lay out rows on an axis from its first to its last number; `room` is what is shown of it, as parts of it."""
    (floor, top), (left, right) = axis, room
    span = [floor + left * (top - floor), floor + right * (top - floor)]
    value_axis = theme.value_axis(top, unit_measure, side="top", range=span)
    value_axis["ticktext"] = _spaced(list(value_axis["ticktext"]), PHONE_PX / (right - left))  # type: ignore[call-overload]
    return theme.layout(
        height + 40,
        margin={"l": 8, "r": 8, "t": 34, "b": 6},
        xaxis=value_axis,
        yaxis={"visible": False, "range": [-height, 0], "fixedrange": True},
        annotations=[_name(one) | _start(floor, left) for one in placed],
    )


def _spaced(texts: list[str], width: float) -> list[str]:
    """Name every second tick, and the last, where all names would not fit on a phone."""
    wanted, last = sum(TICK_PX * len(text) + BETWEEN_PX for text in texts), len(texts) - 1
    return texts if wanted < width else [text if (last - place) % 2 == 0 else "" for place, text in enumerate(texts)]


def _start(floor: float, left: float) -> Figure:
    """Start names just right of the line of the axis, or where labels stand left of that line, at the very left."""
    return {"x": floor, "xshift": NAME_SHIFT_PX} if left >= -LEAST_LEFT else {"xref": "paper", "x": 0}


def _name(placed: _Placed) -> Figure:
    text = "<br>".join(theme.plain(line) for line in placed.lines)
    return {
        "text": f"<b>{text}</b>" if placed.row.is_heading else text,
        "y": placed.name_y,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "bgcolor": "rgba(255,255,255,0.85)",
        "borderpad": 0,
        "font": {"size": theme.LABEL, "color": theme.MUTED if placed.row.is_heading else theme.INK},
    }


def _stems(placed: Sequence[_Placed], floor: float) -> Figure:
    """Draw the line of each row: from the start of the axis to a single mark, or between the outer marks."""
    x: list[float | None] = []
    y: list[float | None] = []
    for one in placed:
        values = [mark.value for mark in one.row.marks]
        if values:
            x += [min(values) if len(values) > 1 else floor, max(values), None]
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
        "text": [_label(mark) for _, mark in drawn],
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
        "hovertext": [theme.plain(mark.hover) for _, mark in drawn],
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
