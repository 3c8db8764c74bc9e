"""What the reader of workbooks does not tell about a sheet, taken from its XML (ECMA-376 part 1, §18.3.1).

Where its last filled cell is, which formulas were never computed, which cells hold an error, what is merged. The reader
makes a rectangle from A1 to the last cell: one filled cell far away asks for more memory than there is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from data.reading.limits import Limits
from data.reading.positions import column_letters, position
from data.reading.refusals import Refused, number, refusal

Merged = tuple[int, int, int, int]


class WorksheetWatcher:
    """Watches the elements of one sheet.

    Attributes:
        rows, columns: of the rectangle from A1 to the last filled cell.
        marks: for a row and a column, both from 0, the kind and text of an error (e) or a formula not computed (f).
        merged: ranges, as in `sheets.Sheet`.
    """

    def __init__(self, file: str, sheet: str, limits: Limits) -> None:
        """Watch the sheet with this name."""
        self.rows = self.columns = 0
        self.marks: dict[int, dict[int, tuple[str, str]]] = defaultdict(dict)
        self.merged: list[Merged] = []
        self._file, self._sheet, self._limits = file, sheet, limits
        self._row = self._column = 0
        self._type, self._text, self._has_formula, self._holds_text = "", "", False, False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """See an element begin."""
        if name == "c":
            self._cell(attributes)
        elif name in ("v", "is"):
            self._holds_text = True
        elif name == "f":
            self._has_formula = True
        elif name == "row":
            self._begin_row(attributes.get("r", ""))
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def text(self, characters: str) -> None:
        """Gather the value of a cell."""
        if self._holds_text:
            self._text += characters

    def end(self, name: str) -> None:
        """See an element end."""
        if name == "c":
            self._finish()
        elif name in ("v", "is"):
            self._holds_text = False

    def _begin_row(self, stated: str) -> None:
        """A row without a number follows the one before; so does a cell without an address."""
        self._row, self._column = self._position(f"A{stated}")[0] if stated else self._row + 1, 0

    def _cell(self, attributes: Mapping[str, str]) -> None:
        address = attributes.get("r")
        if address:
            self._row, self._column = self._position(address)
        else:
            self._column += 1
        self._type, self._text, self._has_formula = attributes.get("t", ""), "", False

    def _finish(self) -> None:
        if not (self._text or self._has_formula):
            return
        if self._row > self._limits.rows or self._column > self._limits.columns:
            raise self._far(f"{column_letters(self._column)}{self._row}")
        if len(self._text) > self._limits.cell_characters:
            raise self._too_long()
        self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._column)
        if self._type == "e":
            self.marks[self._row - 1][self._column - 1] = ("e", self._text)
        elif self._has_formula and not self._text and self._type != "str":
            self.marks[self._row - 1][self._column - 1] = ("f", "")

    def _merge(self, reference: str) -> None:
        if len(self.merged) == self._limits.merges:
            most = number(self._limits.merges)
            raise refusal("B12", self._file, found="samengevoegde cellen", most=most, sheet=self._sheet)
        first, _, last = reference.partition(":")
        (first_row, first_column), (last_row, last_column) = self._position(first), self._position(last or first)
        self.merged.append((first_row - 1, first_column - 1, last_row - 1, last_column - 1))

    def _position(self, address: str) -> tuple[int, int]:
        try:
            return position(address)
        except ValueError:
            raise self._far(address[:20]) from None

    def _far(self, address: str) -> Refused:
        most = f"rij {number(self._limits.rows)} en kolom {column_letters(self._limits.columns)}"
        return refusal("B11", self._file, found=address, most=most, sheet=self._sheet)

    def _too_long(self) -> Refused:
        most = number(self._limits.cell_characters)
        return refusal("B13", self._file, most=most, sheet=self._sheet, row=self._row, column=self._column)
