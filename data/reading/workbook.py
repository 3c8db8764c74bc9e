"""Reads a workbook (.xlsx, .xlsm without macros): first every part is checked, then calamine gives the values.

Values come from calamine, a library in Rust: it knows date formats, both calendars, rich and inline texts. What it
does not tell (see `worksheet`) comes from our own look at the XML, which has to be made anyway before calamine may.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from zipfile import ZipFile

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from data.reading.archive import Budget, part_name, unpacked
from data.reading.frames import Sender
from data.reading.limits import Limits
from data.reading.markup import Reading, Watcher
from data.reading.parts import RELATIONS, WORKBOOK, SharedTextWatcher, WorkbookWatcher
from data.reading.refusals import number, refusal
from data.reading.values import Value, as_text
from data.reading.worksheet import Merged, WorksheetWatcher


def send(sender: Sender, zipped: ZipFile, file: Path, name: str, limits: Limits) -> None:
    """Send all worksheets, hidden ones marked.

    Raises: Refused, for a workbook that is damaged, dangerous or too large.
    """
    watched = _checked(zipped, name, limits)
    try:
        book = CalamineWorkbook.from_path(str(file))
        for index, about in enumerate(book.sheets_metadata):
            if about.typ == SheetTypeEnum.WorkSheet:
                watcher = _watcher(watched, index, about.name, name)
                sender.sheet(about.name, about.visible != SheetVisibleEnum.Visible, _inside(watcher))
                values = book.get_sheet_by_index(index).to_python(skip_empty_area=False)
                for texts, kinds in _rows(values, watcher):
                    sender.row(texts, kinds)
    except PasswordError:
        raise refusal("B4", name) from None
    except CalamineError as error:
        raise refusal("B9", name, found=f"de lezer van werkmappen zegt “{str(error)[:200]}”") from None
    sender.message("book", {"kind": "xlsx", "encoding": "", "separator": ""})


def _checked(zipped: ZipFile, name: str, limits: Limits) -> list[tuple[str, WorksheetWatcher | None]]:
    """Look at every part; give the name of each sheet of the workbook with what was seen of it."""
    budget = Budget(limits.unpacked_bytes)
    sheets = _sheets(zipped, name, limits)
    titles = {part: title for title, part in sheets}
    seen: dict[str, WorksheetWatcher] = {}
    for info in zipped.infolist():
        part = part_name(info.filename)
        sheet = WorksheetWatcher(name, titles.get(part, ""), limits)
        blocks = unpacked(zipped, info, name, budget)
        _look(name, part, blocks, {"worksheet": sheet, "sst": SharedTextWatcher(name, limits)})
        seen[part] = sheet
    cells = sum(sheet.rows * sheet.columns for sheet in seen.values())
    if cells > limits.cells:
        raise refusal("B12", name, found=f"cellen ({number(cells)})", most=number(limits.cells))
    return [(title, seen.get(part)) for title, part in sheets]


def _sheets(zipped: ZipFile, name: str, limits: Limits) -> list[tuple[str, str]]:
    """Give name and part of each sheet.

    Raises: Refused, when there is none or there are too many.
    """
    watcher = WorkbookWatcher()
    for info in zipped.infolist():
        if (part := part_name(info.filename)) in (WORKBOOK, RELATIONS):
            blocks = unpacked(zipped, info, name, Budget(limits.unpacked_bytes))
            _look(name, part, blocks, {"workbook": watcher, "Relationships": watcher})
    sheets = watcher.sheets()
    if not sheets:
        raise refusal("B17", name)
    if len(sheets) > limits.sheets:
        raise refusal("B12", name, found="bladen", most=str(limits.sheets))
    return sheets


def _look(name: str, part: str, blocks: Iterator[bytes], watchers: dict[str, Watcher]) -> None:
    """Read a part as XML where it is; else only count its bytes. Old drawings (.vml) are hardly ever well-formed."""
    first = next(blocks, b"")
    if part.endswith((".xml", ".rels")) or (first.lstrip().startswith(b"<") and not part.endswith(".vml")):
        Reading(name, part, watchers).read(chain([first], blocks))
    for _ in blocks:
        pass


def _watcher(watched: list[tuple[str, WorksheetWatcher | None]], index: int, title: str, name: str) -> WorksheetWatcher:
    """Give what was seen of a sheet; calamine and we must mean the same part."""
    seen_title, watcher = watched[index] if index < len(watched) else ("", None)
    if watcher is None or seen_title != title:
        raise refusal("B9", name, found=f"blad “{title}” is niet te vinden")
    return watcher


def _inside(watcher: WorksheetWatcher) -> list[Merged]:
    """Give the merged ranges that touch the filled rectangle, cut off at its edge: a merge may run to row 1 048 576."""
    bottom, right = watcher.rows - 1, watcher.columns - 1
    return [
        (first_row, first_column, min(last_row, bottom), min(last_column, right))
        for first_row, first_column, last_row, last_column in watcher.merged
        if first_row <= bottom and first_column <= right
    ]


def _rows(values: list[list[Value]], watcher: WorksheetWatcher) -> Iterator[tuple[list[str], str]]:
    """Give texts and kinds of each row, without the empty cells at its end."""
    for row in range(max(len(values), watcher.rows)):
        cells = [as_text(value) for value in (values[row] if row < len(values) else [])]
        for column, (kind, text) in watcher.marks.get(row, {}).items():
            cells += [("", " ")] * (column + 1 - len(cells))
            cells[column] = (text, kind)
        kinds = "".join([kind for _, kind in cells]).rstrip()
        yield [text for text, _ in cells[: len(kinds)]], kinds
