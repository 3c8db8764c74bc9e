"""How many rows and cells a text file has, and which rows have another number of cells than most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from data.reading.limits import Limits
from data.reading.refusals import number, refusal

MOST_NOTES = 20


class Shape:
    """Counts rows and cells, and stops a file that has too many."""

    def __init__(self, name: str, limits: Limits) -> None:
        """Count for the file with this name."""
        self._name, self._limits, self._cells = name, limits, 0
        self._lengths: Counter[int] = Counter()
        self._first: dict[int, int] = {}

    def add(self, row: int, cells: list[str]) -> None:
        """Count a row; empty lines have no length.

        Raises: Refused, when the file has too many rows, columns or cells.
        """
        length = len(cells)
        self._cells += length
        self._lengths[length] += 1
        if self._lengths[length] == 1:
            self._first[length] = row
        if row > self._limits.text_rows:
            raise self._too_many("rijen", self._limits.text_rows)
        if length > self._limits.columns and any(cells[self._limits.columns :]):
            raise self._too_many("kolommen", self._limits.columns)
        if self._cells > self._limits.text_cells:
            raise self._too_many("cellen", self._limits.text_cells)

    def ragged(self) -> Iterator[tuple[str, int]]:
        """Tell each other number of cells once, with its first row; titles and footnotes of one cell are none."""
        usual = max(self._lengths, key=self._lengths.__getitem__, default=0)
        others = [length for length in self._first if length not in (0, 1, usual)]
        for length in others[:MOST_NOTES]:
            count, row = self._lengths[length], self._first[length]
            more = f" Zo zijn er {count} rijen." if count > 1 else ""
            yield f"Rij {row} heeft {length} cellen, de meeste rijen hebben er {usual}.{more}", row

    def _too_many(self, found: str, most: int) -> Exception:
        return refusal("B12", self._name, found=found, most=number(most))
