"""Numbers of targets as text: values with their unit, changes a year, and the words of a comparison."""

from __future__ import annotations

from indicators import words
from indicators.targets.points import Point

OPERATORS = {"at_least": "minstens", "at_most": "hoogstens", "more_than": "meer dan", "less_than": "minder dan"}
SIGNS = {"at_least": "≥", "at_most": "≤", "more_than": ">", "less_than": "<"}
MOST_DECIMALS = 4
POINTS = ("percent", "percentage_points")


def plain(value: float, least: int = 0, most: int = MOST_DECIMALS) -> str:
    """Write a number with the digits that it needs: 4.25 → "4,25", −0.3625 → "−0,3625", 53.0 with one → "53,0"."""
    places = next(
        (count for count in range(least, most) if round(value, count) == round(value, most)), max(least, most)
    )
    return words.number(value, places).replace(".", "")


def bracketed(value: float, most: int = MOST_DECIMALS) -> str:
    """Write a number as a part of a sum: a negative one between brackets."""
    return f"({plain(value, most=most)})" if value < 0 else plain(value, most=most)


def with_unit(text: str, unit_measure: str) -> str:
    """Put the unit of a level at a number: "8,6%", "plaats 5"; a ratio stands alone."""
    if unit_measure == "rank":
        return f"plaats {text}"
    return text if unit_measure == "times" else words.with_unit(text, unit_measure)


def level(value: float, unit_measure: str, least: int = 0, most: int = MOST_DECIMALS) -> str:
    """Write a level: "8,6%", "plaats 9", "0,85"."""
    return with_unit(plain(value, least, most), unit_measure)


def difference(value: float, unit_measure: str, most: int = MOST_DECIMALS) -> str:
    """Write a difference between two levels: "2,45 procentpunten", "1 procentpunt", "3 plaatsen"."""
    text = plain(value, most=most)
    if unit_measure in POINTS:
        return words.with_unit(text, "percentage_points")
    if unit_measure == "rank":
        return f"{text} plaats{'' if text in ('1', '−1') else 'en'}"
    return with_unit(text, unit_measure)


def signed(value: float, decimals: int = 1) -> str:
    """Write a change with its sign: "+1,0", "−0,4"."""
    return words.signed(value, decimals)


def measured(point: Point, unit_measure: str) -> str:
    """Write a measurement with its year: "8,6% in 2008"."""
    return f"{level(point.value, unit_measure, point.decimals)} in {words.year(point.time_period)}"


def signed_plain(value: float, most: int = MOST_DECIMALS) -> str:
    """Write a change with its sign and the digits that it needs: "+1", "−0,3625"."""
    text = plain(value, most=most)
    return f"+{text}" if round(value, most) > 0 else text
