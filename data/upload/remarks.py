"""The same figures back as a workbook, with a remark on each cell that has one, for who mends them in Excel.

It is made from the text that was read, not from the file: nothing of the file that could run comes back.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from data.export import neutralise
from data.reading.sheets import Sheet
from data.upload.finding import ERROR, Finding
from data.upload.words import is_number

AUTHOR = "Integratie in cijfers"
FILLS = {True: PatternFill("solid", fgColor="F8D7DA"), False: PatternFill("solid", fgColor="FFF3CD")}
"""Error and warning; the words of the remark tell the difference too."""

MOST_CHARACTERS, SHEET_CHARACTERS = 1000, 31


def with_remarks(sheet: Sheet, findings: Iterable[Finding]) -> bytes:
    """Write the sheet as a workbook, and each finding at its cell; those without a place stand on a second sheet."""
    book = Workbook()
    figures = book.worksheets[0]
    figures.title = _title(sheet.name)
    for texts, kinds in zip(sheet.rows, sheet.kinds, strict=True):
        figures.append([_value(text, kind) for text, kind in zip(texts, kinds, strict=True)])
    told = list(findings)
    for one in told:
        _mark(figures, one)
    overview = book.create_sheet("Opmerkingen")
    overview.append(["Soort", "Code", "Rij", "Kolom", "Opmerking", "Wat kun je doen?"])
    for one in told:
        overview.append(
            [one.level, one.code, one.row or None, one.column or None, _text(one.message), _text(one.advice)]
        )
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _title(name: str) -> str:
    plain = "".join(one for one in name if one not in "[]:*?/\\'")[:SHEET_CHARACTERS]
    return plain or "Cijfers"


def _value(text: str, kind: str) -> str | float | None:
    if kind == "n":
        return float(text)
    return _text(text) if text else None


def _text(text: str) -> str:
    plain = ILLEGAL_CHARACTERS_RE.sub("\ufffd", text)
    return plain if is_number(plain) else neutralise(plain)


def _mark(figures: Worksheet, one: Finding) -> None:
    if not one.row:
        return
    cell = figures.cell(one.row, max(one.column, 1))
    earlier = f"{cell.comment.text}\n" if cell.comment else ""
    text = f"{earlier}{one.level}: {one.message} {one.advice}"
    cell.comment = Comment(text[:MOST_CHARACTERS], AUTHOR)
    cell.fill = FILLS[one.level == ERROR]
