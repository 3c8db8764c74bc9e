"""Cells that a person mended in the browser: laid over the sheet that was read; the file itself never changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from data.reading.sheets import Sheet

LONGEST = 200


def key(row: int, column: int) -> str:
    """Name a cell by its positions from 1; column 0 is the whole row."""
    return f"{row}/{column}"


def edited(sheet: Sheet, edits: Mapping[str, str]) -> Sheet:
    """Give the sheet with the mended cells as text; places that it does not have are left alone."""
    rows, kinds = [list(row) for row in sheet.rows], [list(one) for one in sheet.kinds]
    for place, text in edits.items():
        row, column = (int(one) - 1 for one in place.split("/"))
        if row >= len(rows):
            continue
        for index in range(len(rows[row])) if column < 0 else (column,) if column < len(rows[row]) else ():
            rows[row][index], kinds[row][index] = text, "t" if text.strip() else " "
    return replace(sheet, rows=tuple(tuple(row) for row in rows), kinds=tuple("".join(one) for one in kinds))
