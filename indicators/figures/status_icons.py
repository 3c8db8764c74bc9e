"""The icons of the seven statuses, as SVG text: a shape beside the word, so that colour is never alone."""

from __future__ import annotations

OK, WARNING, FAULT, NEUTRAL = "#0B6B4F", "#7A4B00", "#A4161A", "#3E444C"

PATHS = {
    "REACHED": ("M3 8.5L6.5 12L13 4.5", OK),
    "ON_COURSE": ("M4 12L12 4M6 4H12V10", OK),
    "TOO_SLOW": ("M2.5 8H13M9 4L13 8L9 12", WARNING),
    "NO_CLEAR_CHANGE": ("M3 6H13M3 10H13", NEUTRAL),
    "MOVING_AWAY": ("M4 4L12 12M12 6V12H6", FAULT),
    "NOT_REACHED": ("M4 4L12 12M12 4L4 12", FAULT),
    "NOT_ASSESSED": ("M5.5 6A2.5 2.5 0 1 1 8 8.6V10M8 12.2V12.9", NEUTRAL),
}
"""The stroke and the colour of each status, by its name."""


def status_icon(name: str, size: int = 16) -> str:
    """Draw the icon of a status; an open question stands in a dashed circle."""
    path, colour = PATHS[name]
    is_open = name == "NOT_ASSESSED"
    ring = '<circle cx="8" cy="8" r="7" stroke-width="1.2" stroke-dasharray="2 1.6"/>' if is_open else ""
    pen = f'fill="none" stroke="{colour}" stroke-linecap="round" stroke-linejoin="round"'
    line = f'<path d="{path}" stroke-width="{1.6 if is_open else 2}"/>'
    view = f'width="{size}" height="{size}" viewBox="0 0 16 16"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {view}><g {pen}>{line}{ring}</g></svg>'
