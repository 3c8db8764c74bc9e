"""The value of a workbook's cell as text, with a mark of what it was."""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta
from decimal import Decimal

Value = str | float | int | bool | date | datetime | time | timedelta

WHOLE = 1e15
"""Below this, a whole number in binary floating point is written as it was typed (IEEE 754: 53 bits, 15 digits)."""


def as_text(value: Value) -> tuple[str, str]:
    """Write a value as text; the second part is its kind, as in `sheets.Sheet`.

    Numbers in the shortest form that reads back as the same number, with a decimal point and never an exponent;
    dates and times as ISO 8601, a duration of 30 hours as "PT30H0M0S".
    """
    if isinstance(value, str):
        return value, "t" if value else " "
    if isinstance(value, bool):
        return ("1" if value else "0"), "b"
    if isinstance(value, float | int):
        return _number(value)
    return (_duration(value) if isinstance(value, timedelta) else value.isoformat()), "d"


def _number(value: float) -> tuple[str, str]:
    if not math.isfinite(value):
        return str(value), "e"
    if abs(value) < WHOLE and value == int(value):
        return str(int(value)), "n"
    text = repr(value)
    return (format(Decimal(text), "f") if "e" in text else text.removesuffix(".0")), "n"


def _duration(value: timedelta) -> str:
    minutes, seconds = divmod(int(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"PT{hours}H{minutes}M{seconds}S"
