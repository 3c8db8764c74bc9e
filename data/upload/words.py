"""What a text can be: a number, a period, a name with invisible characters. Pure, and the same for all checks."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

NUMBER = re.compile(r"[+\-−]?(\d[\d.,’'   ]*|[.,]\d+)([eE][+-]?\d+)?")
PERIOD = re.compile(r"(1[89]|20|21)\d\d")
SCHOOL_YEAR = re.compile(r"((?:19|20)\d\d)\s*[-–/]\s*((?:19|20)?\d\d)")
DAY = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)(T00:00:00)?")
BELGIAN_DAY = re.compile(r"(\d\d?)[/.-](\d\d?)[/.-]((?:19|20)\d\d)")
MONTH = re.compile(r"((?:19|20)\d\d)-?M?(0[1-9]|1[0-2])")
SERIAL = re.compile(r"(3[3-9]|4\d|5[0-5])\d{3}")
EPOCH = date(1899, 12, 30)
"""Day 0 of Excel for dates from March 1900 on (ECMA-376 part 1 §18.17.4.1)."""

GROUPED = re.compile(r"[+-]?\d{1,3}([.,])\d{3}")
INVISIBLE = re.compile(r"[   ​‌‍⁠﻿\s]+")


def tidy(text: str) -> str:
    """Take invisible characters, line breaks and double spaces away."""
    return INVISIBLE.sub(" ", unicodedata.normalize("NFC", text)).strip()


def is_number(text: str) -> bool:
    """Tell whether a text looks like a number, in whatever notation."""
    return bool(NUMBER.fullmatch(text.strip()))


def is_period(text: str) -> bool:
    """Tell whether a text is a year or a school year."""
    return bool(PERIOD.fullmatch(text.strip()) or SCHOOL_YEAR.fullmatch(text.strip()))


def number(text: str, decimal: str) -> float | None:
    """Read a number with this decimal mark; None for what is none, such as "24.1999" with a decimal comma.

    A currency or percent sign and spaces between thousands are allowed; points or commas between thousands must stand
    before each group of three digits.
    """
    plain = re.sub(r"[%€\s  ’']", "", text).replace("−", "-")
    thousands = "." if decimal == "," else ","
    whole = rf"[+-]?(\d+|\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+)?"
    if not re.fullmatch(rf"{whole}({re.escape(decimal)}\d+)?([eE][+-]?\d+)?", plain) or not any(
        map(str.isdigit, plain)
    ):
        return None
    return float(plain.replace(thousands, "").replace(decimal, "."))


def is_ambiguous(text: str) -> bool:
    """Tell whether a text is one number with a decimal comma and another with a decimal point: "1.234"."""
    return bool(GROUPED.fullmatch(text.strip())) and not text.strip().lstrip("+-").startswith("0")


def decimal_of(text: str) -> str:
    """Tell which decimal mark a text proves; "" where it proves none."""
    plain = re.sub(r"[%€\s  +\-−]", "", text)
    marks = [one for one in plain if one in ".,"]
    if not marks or is_ambiguous(plain) or not re.fullmatch(r"[\d.,]+", plain):
        return ""
    if len(set(marks)) == 2:
        return marks[-1]
    return "" if len(marks) > 1 and re.fullmatch(r"\d{1,3}([.,]\d{3})+", plain) else marks[0] if len(marks) == 1 else ""


def school_year(text: str) -> str:
    """Write a school year as we do: "2009/10" is "2009-2010"; "" for two years that do not follow each other."""
    found = SCHOOL_YEAR.fullmatch(text.strip())
    if not found:
        return ""
    first = int(found[1])
    return f"{first}-{first + 1}" if str(first + 1).endswith(found[2]) else ""


def period(text: str) -> str:
    """Write a year, a month or a day as we do: "2010", "2011-06", "2010-01-01"; "" for anything else."""
    text = tidy(text).removesuffix(".0")
    if PERIOD.fullmatch(text):
        return text
    if found := DAY.fullmatch(text):
        return _day(found[1], found[2], found[3])
    if found := BELGIAN_DAY.fullmatch(text):
        return _day(found[3], found[2], found[1])
    return f"{found[1]}-{found[2]}" if (found := MONTH.fullmatch(text)) else ""


def serial_day(text: str) -> str:
    """Write a number that Excel uses for a day as that day: "40179" is "2010-01-01"; "" for another text."""
    return (EPOCH + timedelta(days=int(text))).isoformat() if SERIAL.fullmatch(text) else ""


def _day(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
