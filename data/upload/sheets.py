"""Which sheet of a file is read, and layouts whose cells hold more than one thing."""

from __future__ import annotations

from dataclasses import replace

from data.errors import DataError
from data.reading.book import Book
from data.reading.sheets import Sheet
from data.upload.context import Context
from data.upload.layout import layout_of
from data.upload.mapping import Mapping
from data.upload.suggest import SAMPLE, suggest


def chosen_sheet(book: Book, mapping: Mapping | None, context: Context) -> Sheet:
    """Give the sheet that a mapping names; else the visible one that fits best, the first of equals.

    Raises: DataError for a name that no sheet has.
    """
    if mapping and mapping.sheet and book.kind != "csv":
        for sheet in book.sheets:
            if sheet.name == mapping.sheet:
                return sheet
        known = ", ".join(f"“{sheet.name}”" for sheet in book.sheets)
        raise DataError(f"De koppeling noemt blad “{mapping.sheet}”, maar het bestand heeft {known}.")
    if len(book.sheets) == 1:
        return book.sheets[0]
    visible = [one for one in book.sheets if not one.hidden and one.rows]
    return max(visible or book.sheets, key=lambda one: _fit(one, context))


def _fit(sheet: Sheet, context: Context) -> tuple[bool, int, int]:
    """Say how well a sheet fits: whether it has values, the fields that its columns suggest, then its rows.

    The official template of Swing shows why values go first: its longest sheets are lists of areas to fill in.
    """
    made = suggest(sheet, context).mapping
    fields = {*made.columns.values(), *(field for one in made.values.values() for field in one)}
    return _has_values(sheet, made), len(fields) + 2 * bool(made.values), len(sheet.rows)


def _has_values(sheet: Sheet, made: Mapping) -> bool:
    layout = layout_of(sheet, made.header_rows)
    named = {*made.values, *made.field_columns("obs_value")}
    places = [index for index, name in enumerate(layout.unique_names) if name in named]
    return any(sheet.kinds[row - 1][index] != " " for row in layout.rows[:SAMPLE] for index in places)


def unfolded(sheet: Sheet) -> Sheet:
    r"""Divide the first column of Eurostat's TSV ("freq,unit,geo\TIME_PERIOD") into columns; others stay as they are.

    Source: Eurostat, "API statistics: TSV format": dimensions with commas, a backslash before the one across.
    """
    head = sheet.rows[0][0] if sheet.rows and sheet.rows[0] else ""
    names = head.replace("\\", ",").split(",")[:-1]
    if "\\TIME_PERIOD" not in head and "\\time" not in head:
        return sheet
    rows = [(*names, *sheet.rows[0][1:])]
    rows += [(*_parts(row[0], len(names)), *row[1:]) for row in sheet.rows[1:]]
    kinds = [_marks(row) for row in rows]
    return replace(sheet, rows=tuple(tuple(cell.strip() for cell in row) for row in rows), kinds=tuple(kinds))


def _parts(text: str, count: int) -> list[str]:
    parts = text.split(",")[:count]
    return parts + [""] * (count - len(parts))


def _marks(row: tuple[str, ...]) -> str:
    return "".join("t" if cell.strip() else " " for cell in row)
