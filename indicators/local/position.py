"""Where one municipality stands among all, in words first: a fifth of the ranking, then a band of places.

The ranking goes from high to low and says nothing about good or bad.
"""

from __future__ import annotations

from collections.abc import Sequence

from indicators import words
from indicators.local.intervals import Interval

FIFTHS = ("hoogste 20%", "boven het midden", "midden", "onder het midden", "laagste 20%")
LEAST_AREAS = 5
"""Fewer areas have no fifths (Fingertips: fewer than five areas are not compared)."""


def fifth(value: float, values: Sequence[float]) -> str:
    """Name the fifth of a value among all, itself included; equal values share the place in the middle of theirs.

    Empty where there are fewer than five values.
    Source: the quintiles of Fingertips (NTILE(5) over all areas with a value).
    """
    if len(values) < LEAST_AREAS:
        return ""
    above, same = sum(one > value for one in values), sum(one == value for one in values)
    return FIFTHS[min(4, int(5 * (above + same / 2) / len(values)))]


def band(own: Interval, others: Sequence[Interval]) -> tuple[int, int]:
    """Give the first and last place that a municipality may have among all, itself included.

    It stands certainly below those whose interval lies wholly above its own, and above those wholly below. A wider
    interval never gives a narrower band, and equal intervals share theirs.
    """
    above = sum(one.lower > own.upper for one in others)
    below = sum(one.upper < own.lower for one in others)
    return above + 1, len(others) + 1 - below


def place_told(places: tuple[int, int], count: int) -> str:
    """Write a band: "plaats 41 tot 118 van 285", "52ste van 285"."""
    first, last = places
    if first == last:
        return f"{words.with_unit(str(first), 'rank').removesuffix(' plaats')} van {count}"
    return f"plaats {first} tot {last} van {count}"


def is_vague(places: tuple[int, int], count: int) -> bool:
    """Tell whether a band holds more than half of all places: then it is not shown."""
    return 2 * (places[1] - places[0] + 1) > count
