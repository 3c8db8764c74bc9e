"""What the cells of a column with numbers say: a number, a missing marker, a flag beside a number, or a problem."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import nan

from data.upload import mapping as how
from data.upload.columns import Column
from data.upload.finding import Finding, finding
from data.upload.known import status_of_flags
from data.upload.mapping import COMMA, FRACTION, POINT
from data.upload.words import decimal_of, is_ambiguous, number, tidy

MARKS = {COMMA: ",", POINT: "."}
FLAGGED = re.compile(r"(.*\d)\s*([a-z]{1,3})", re.IGNORECASE)
MOSTLY = 3
"""So many times as many texts must prove one mark as prove the other."""

MOST_TOLD = 200
"""Findings of one kind in one column; a column that is no number at all is told once for each text, up to this many."""


@dataclass(frozen=True)
class Cell:
    """What one text of a column means; `value` is NaN where there is no number."""

    value: float
    status: str
    printed: str = ""
    problem: str = ""
    is_bad: bool = False


def cells_of(
    sheet: str, name: str, raw: Column, column: int, rows: Sequence[int], mapping: how.Mapping
) -> tuple[list[Cell], list[Finding]]:
    """Read each different text of a column; give the cells in the order of `raw.texts`, and what was found."""
    decimal = MARKS.get(mapping.readings.get(name, ""), "") or _decimal(raw)
    is_fraction = mapping.readings.get(name) == FRACTION
    cells = [
        _cell(text, "." if mark in "nb" else decimal, mark, mapping.missing)
        for text, mark in zip(raw.texts, raw.marks, strict=True)
    ]
    if is_fraction:
        cells = [_percentage(one) for one in cells]
    findings: list[Finding] = []
    for place, one in enumerate(cells):
        if one.problem and len(findings) < MOST_TOLD:
            words = {"count": raw.count(place), "meant": _meant(raw.texts[place]), **_readings(raw.texts[place])}
            row = rows[raw.first(place)]
            told = finding(one.problem, sheet=sheet, row=row, column=column, value=raw.texts[place], **words)
            findings.append(told)
    return cells, findings


def _decimal(raw: Column) -> str:
    """Find the decimal mark that the texts of a column prove: ",", "."; "" where they prove none, or both as often.

    One "24.1999" among numbers with a comma is a mistake, not a second way of writing.
    """
    texts = [text for text, mark in zip(raw.texts, raw.marks, strict=True) if mark == "t"]
    proven = Counter(decimal_of(text) for text in texts)
    proven.pop("", None)
    found = proven.most_common(2)
    if len(found) == 2 and found[0][1] < MOSTLY * found[1][1]:
        return ""
    return found[0][0] if found else ""


def _cell(text: str, decimal: str, mark: str, missing: Mapping[str, str]) -> Cell:
    plain = tidy(text)
    if mark == "e":
        return Cell(nan, "O", text, "L6", is_bad=True)
    if mark == "f":
        return Cell(nan, "O", text, "L5", is_bad=True)
    if mark == "d":
        return Cell(nan, "O", text, "W17", is_bad=True)
    if plain in missing or plain.removesuffix(".0") in missing:
        status = missing.get(plain, missing.get(plain.removesuffix(".0"), "O"))
        return Cell(0.0, "A", text) if status == "0" else Cell(nan, status)
    if not plain:
        return Cell(nan, "O")
    return _number(text, plain, decimal, missing)


def _number(text: str, plain: str, decimal: str, missing: Mapping[str, str]) -> Cell:
    if not decimal and is_ambiguous(plain):
        return Cell(nan, "O", text, "W2", is_bad=True)
    found = number(plain, decimal) if decimal else _whatever(plain)
    if found is not None:
        return Cell(found, "A", text.strip())
    flagged = FLAGGED.fullmatch(plain)
    if flagged and (status := status_of_flags(flagged[2])):
        return Cell(_number(flagged[1], flagged[1], decimal, missing).value, status, text.strip())
    first = plain.split(" ")[0]
    if first in missing and status_of_flags(plain.removeprefix(first)):
        return Cell(nan, missing[first])
    looks_like = sum(map(str.isdigit, plain)) * 2 > len(plain)
    return Cell(nan, "O", text, "W1" if looks_like else "W5", is_bad=True)


def _whatever(plain: str) -> float | None:
    """Read a number in a column that proves no decimal mark: it has none, or it proves its own."""
    own = decimal_of(plain)
    return number(plain, own or ".") if own or "," not in plain and "." not in plain else number(plain, ",")


def _percentage(cell: Cell) -> Cell:
    if cell.value != cell.value:
        return cell
    return Cell(float(Decimal(str(cell.value)) * 100), cell.status, cell.printed)


def _meant(text: str) -> str:
    """Suggest what a mistyped number may be: "24.1999" has four digits behind its point."""
    digits = re.sub(r"[^\d]", "", text)
    if not 4 <= len(digits) <= 15 or not re.fullmatch(r"[\d. ,]+", text):
        return ""
    shorter, whole = (f"{int(one):,}".replace(",", ".") for one in (digits[:-1], digits))
    return f" Bedoelde je {shorter} of {whole}?"


def _readings(text: str) -> dict[str, str]:
    plain = text.strip().replace(" ", "")
    return {"whole": re.sub(r"[.,]", "", plain), "decimal": plain.replace(".", ",")}
