"""A table as plain text with tabs: what spreadsheets and word processors paste as a table."""

from __future__ import annotations

import re
from collections.abc import Iterable

from data.export import neutralise
from indicators.tables import Cell, Table

NEGATIVE = re.compile(r"^−(?=[\d.,]+%?$)")
"""The minus of a negative number as we write it; a spreadsheet only knows the hyphen."""


def as_text(table: Table, source_line: str) -> str:
    """Write caption (with the unit), heads, rows, the meaning of letters, remarks and source, a line each.

    Letters and remarks of a row stand in a last column, so that each cell with a number holds nothing else.

    Units: numbers as they stand in the table, in Belgian form with their % ("6,4%"), which Excel reads as numbers.
    Missing: stays the text of the table; a cell without figure is empty.
    Text that a spreadsheet could take for a formula gets an apostrophe, as in the files (`data/export.py`).
    """
    marked = [_marks(table.heads[1:], cells) for _, cells in table.rows]
    heads = [*table.heads, "Opmerking"] if any(marked) else table.heads
    rows = [
        _line([name, *(cell.text for cell in cells), *([marks] if any(marked) else [])])
        for (name, cells), marks in zip(table.rows, marked, strict=True)
    ]
    legend = [_line([f"{letter}: {meaning}"]) for letter, meaning in table.legend]
    remarks = [_line([f"({place}) {text}"]) for place, text in enumerate(table.remarks, 1)]
    return "\n".join([_line([table.caption]), _line(heads), *rows, *legend, *remarks, _line([source_line]), ""])


def _marks(heads: Iterable[str], cells: Iterable[Cell]) -> str:
    """Tell the letters and remarks of a row by column: "2009: r (1); 2010: (2)"."""
    told = []
    for head, cell in zip(heads, cells, strict=True):
        remark = f"({cell.remark})" if cell.remark else ""
        if cell.flags or remark:
            told.append(f"{head}: {' '.join(part for part in (cell.flags, remark) if part)}")
    return "; ".join(told)


def _line(cells: Iterable[str]) -> str:
    return "\t".join(_one(cell) for cell in cells)


def _one(text: str) -> str:
    """Write one cell: no tabs or ends of lines, no formula, and a negative number as a spreadsheet writes it."""
    return NEGATIVE.sub("-", neutralise(" ".join(text.split())))
