"""What a person should know about the file and its sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.reading.book import Book
from data.reading.sheets import Sheet
from data.upload.context import Context
from data.upload.finding import Finding, finding
from data.upload.template import LISTS

SEPARATORS = {";": "een puntkomma", ",": "een komma", "\t": "een tab", "|": "een rechte streep", "": "geen scheiding"}


def check_sheets(book: Book, sheet: Sheet, context: Context) -> Iterator[Finding]:
    """Tell how the file was read, and what of it was not."""
    if book.kind == "csv":
        mark = SEPARATORS.get(book.separator, f"“{book.separator}”")
        yield finding("L1", name=book.name, found=f"tekst in {book.encoding}, met {mark} tussen de cellen")
    for note in book.notes:
        code = "L1" if note.code in ("sep", "name") else "L2"
        yield finding(code, row=note.row, name=book.name, found=note.message)
    if re.search(r"[^\w.\-]", book.name):
        yield finding("L7", name=book.name)
    if book.sha256 in context.loaded:
        yield finding("L8", revision=context.loaded[book.sha256])
    others = [one for one in book.sheets if book.kind != "csv" and one.name != sheet.name and one.rows]
    if visible := [one.name for one in others if not one.hidden]:
        yield finding("L3", chosen=sheet.name, others=", ".join(f"“{name}”" for name in visible))
    for one in others:
        if one.hidden and one.name != LISTS:
            yield finding("L4", sheet=one.name, chosen=one.name)
