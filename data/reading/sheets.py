"""A sheet of text, and its making from the rows that a child process sends."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sheet:
    """One sheet as a rectangle of text; its first row and column are those of the file, also when they are empty.

    Attributes:
        name: as in the workbook; of a text file the name of the file.
        rows: every row has the same length. Text exactly as stored, numbers of a workbook in their shortest form with
            a decimal point ("0.1", "1234"), dates as ISO ("2024-01-31", with a time behind a T), booleans as "1" and
            "0", errors as Excel writes them ("#N/A"). The position of row i in the file is i + 1.
        kinds: for each row one character a cell: t text, n number, d date or time, b boolean, e error value,
            f formula that was never computed (its text is empty), space for an empty cell. A text file has t and space.
        hidden: whether a reader of the workbook does not see it.
        merged: first row, first column, last row, last column of each merged range, counted from 0, so that
            `rows[first row][first column]` holds its text.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    kinds: tuple[str, ...]
    hidden: bool
    merged: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True)
class Note:
    """Something about how a file was read that a person should know.

    Attributes:
        code: "B5" wrong characters, "ragged" rows with another number of cells, "sep" a line `sep=` of Excel,
            "name" an extension that does not fit the content.
        message: one sentence in Dutch.
        sheet: name of the sheet, where known.
        row: position from 1, where known, else 0.
    """

    code: str
    message: str
    sheet: str = ""
    row: int = 0


class SheetMaker:
    """Gathers the rows of one sheet; equal texts are kept once."""

    def __init__(self, name: str, hidden: bool, merged: list[list[int]]) -> None:
        """Begin with what is known before the rows."""
        self._name, self._hidden, self._merged = name, hidden, merged
        self._rows: list[tuple[str, ...]] = []
        self._kinds: list[str] = []
        self._known: dict[str, str] = {}

    def add(self, texts: list[str], width: int, kinds: list[str]) -> int:
        """Add rows of this width, one text after another; give how many different texts the sheet has by now."""
        known = self._known.setdefault
        once = map(known, texts, texts)
        self._rows += zip(*[once] * width, strict=True) if width else [()] * len(kinds)
        self._kinds += map(known, kinds, kinds)
        return len(self._known)

    def sheet(self) -> Sheet:
        """Finish: drop empty rows at the end and give all rows the length of the longest."""
        while self._rows and not any(self._rows[-1]) and not self._kinds[-1].strip():
            del self._rows[-1], self._kinds[-1]
        width = max(map(len, self._rows), default=0)
        padding = [("",) * count for count in range(width + 1)]
        rows = tuple([row if len(row) == width else row + padding[width - len(row)] for row in self._rows])
        kinds = tuple([one if len(one) == width else one.ljust(width) for one in self._kinds])
        return Sheet(self._name, rows, kinds, self._hidden, tuple([_range(one) for one in self._merged]))


def _range(numbers: list[int]) -> tuple[int, int, int, int]:
    first_row, first_column, last_row, last_column = numbers
    return first_row, first_column, last_row, last_column
