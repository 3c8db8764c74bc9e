"""Columns of text in which each different text is kept once: a million cells are looked at a few thousand times."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.reading.sheets import Sheet

Codes = NDArray[np.int32]


@dataclass(frozen=True)
class Column:
    """A column of texts: cell i holds `texts[codes[i]]`.

    `marks` tells, for each of the texts, what its cells were in the workbook (see `Sheet.kinds`); where one text stands
    in a column as a number and as text, it is in `texts` twice.
    """

    texts: tuple[str, ...]
    codes: Codes
    marks: str

    def __len__(self) -> int:
        """Give the number of cells."""
        return len(self.codes)

    def first(self, index: int) -> int:
        """Give the place of the first cell with a text, from 0."""
        return int(self._firsts[index])

    def count(self, index: int) -> int:
        """Count the cells with a text."""
        return int(self._counts[index])

    @cached_property
    def _firsts(self) -> NDArray[np.intp]:
        used, places = np.unique(self.codes, return_index=True)
        firsts = np.zeros(len(self.texts), dtype=np.intp)
        firsts[used] = places
        return firsts

    @cached_property
    def _counts(self) -> NDArray[np.intp]:
        return np.bincount(self.codes, minlength=len(self.texts))

    def mapped(self, meaning: Callable[[str], str]) -> Column:
        """Replace each of the texts; texts that become equal are one afterwards."""
        return of_texts([meaning(text) for text in self.texts], self.codes)

    def numbers(self, values: Sequence[float]) -> NDArray[np.float64]:
        """Give the cells as numbers, with a value for each of the texts."""
        return np.array([*values, np.nan], dtype=np.float64)[self.codes]

    def over(self, under: Column) -> Column:
        """Give this column, and where a cell is empty the cell of another column."""
        is_empty = np.array([not text.strip() for text in self.texts], dtype=bool)[self.codes]
        merged = np.where(is_empty, under.codes + len(self.texts), self.codes)
        used, codes = np.unique(merged, return_inverse=True)
        texts = [*self.texts, *under.texts]
        return of_texts([texts[place] for place in used], codes.astype(np.int32))

    def categorical(self) -> pd.Categorical:
        """Give it to pandas."""
        return pd.Categorical.from_codes(self.codes, categories=pd.Index(list(self.texts), dtype=object))


def of_texts(texts: Sequence[str], codes: Codes) -> Column:
    """Make a column from texts that may be equal."""
    different = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    renumbered = np.array([different[text] for text in texts], dtype=np.int32)
    return Column(tuple(different), renumbered[codes] if len(texts) else codes, "t" * len(different))


def constant(text: str, length: int) -> Column:
    """Make a column with the same text in each cell."""
    return Column((text,), np.zeros(length, dtype=np.int32), "t")


@dataclass(frozen=True)
class Rows:
    """The rows of a sheet that hold figures: their positions from 1, texts and kinds."""

    positions: Sequence[int]
    texts: Sequence[tuple[str, ...]]
    kinds: Sequence[str]
    is_text_only: bool

    def column(self, index: int) -> Column:
        """Take a column, from 0."""
        cells: list[str] = list(map(itemgetter(index), self.texts))
        marks = "t" if self.is_text_only else "".join(kinds[index] for kinds in self.kinds)
        different = set(marks) - {" "}
        if len(different) > 1:
            cells = [mark + cell for mark, cell in zip(marks, cells, strict=True)]
        places, texts = pd.factorize(np.array(cells, dtype=object))
        codes: Codes = places.astype(np.int32)
        if len(different) > 1:
            return Column(tuple(text[1:] for text in texts), codes, "".join(text[0] for text in texts))
        return Column(tuple(texts), codes, (different.pop() if different else " ") * len(texts))


def rows_with_figures(sheet: Sheet, rows: range) -> Rows:
    """Take the rows that are not blank."""
    blank = {kinds for kinds in set(sheet.kinds) if kinds.isspace() or not kinds}
    positions = [row for row in rows if sheet.kinds[row - 1] not in blank]
    kinds = [sheet.kinds[row - 1] for row in positions]
    is_text_only = set("".join(set(sheet.kinds))) <= {"t", " "}
    return Rows(positions, [sheet.rows[row - 1] for row in positions], kinds, is_text_only)
