"""Where the figures stand in a sheet: below which rows with names, between which rows, long or wide.

Titles stand above the names and footnotes below the figures; both are found by how many cells of a row are filled.
Names in two rows are joined: "Belgische nationaliteit, 1 jaar". Nothing is dropped without being told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data.reading.sheets import Sheet
from data.upload.finding import letter
from data.upload.words import is_number, is_period, tidy

TOP, MOST_HEADER_ROWS = 60, 3
FOOTNOTE = re.compile(r"(bron|noot|opmerking|nota|source|special value|bijgewerkt|last update)\b|[*¹²(]", re.IGNORECASE)
SENTENCE = 40
"""A single filled cell with more characters than this is a footnote."""


@dataclass(frozen=True)
class Layout:
    """Where things stand in a sheet; rows are positions from 1.

    Attributes:
        header_rows: the rows with the names of the columns.
        first, last: the first and last row with figures; last < first where there are none.
        names: the name of each column, without spaces around it; "" for a column without a name.
        titles, notes: the rows above and below that are no figures, those with text.
    """

    header_rows: tuple[int, ...]
    first: int
    last: int
    names: tuple[str, ...]
    titles: tuple[int, ...]
    notes: tuple[int, ...]

    @property
    def unique_names(self) -> tuple[str, ...]:
        """Give each column a name of its own: "(kolom B)" without a name, "Jaar (kolom F)" for a second one."""
        seen: set[str] = set()
        names = []
        for position, name in enumerate(self.names, 1):
            own = name if name and name not in seen else f"{name} (kolom {letter(position)})".strip()
            seen.add(own)
            names.append(own)
        return tuple(names)

    @property
    def rows(self) -> range:
        """Give the positions of the rows with figures."""
        return range(self.first, self.last + 1)


def layout_of(sheet: Sheet, header_rows: Sequence[int] = ()) -> Layout:
    """Find the layout of a sheet; header rows that a person chose are not doubted."""
    counts = {kinds: len(kinds) - kinds.count(" ") for kinds in set(sheet.kinds)}
    filled = [counts[kinds] for kinds in sheet.kinds]
    width = _usual(filled[:TOP])
    rows = tuple(header_rows) or _header_rows(sheet, filled, width)
    last = _last(sheet, filled, width, rows[-1])
    return Layout(
        header_rows=rows,
        first=rows[-1] + 1,
        last=last,
        names=_names(sheet, rows),
        titles=tuple(index + 1 for index in range(rows[0] - 1) if _texts(sheet, index)),
        notes=tuple(index + 1 for index in range(last, len(filled)) if _texts(sheet, index)),
    )


def _usual(filled: Sequence[int]) -> int:
    """Give the width of the table: the count of filled cells that most rows have, the widest of equals."""
    counts = [one for one in filled if one]
    return max(set(counts), key=lambda one: (counts.count(one) * min(one, 3), one), default=0)


def _header_rows(sheet: Sheet, filled: Sequence[int], width: int) -> tuple[int, ...]:
    enough = max(1, min(2, width), (width * 3 + 4) // 5)
    top = bottom = next((index for index, count in enumerate(filled[:TOP]) if count >= enough), 0)
    while _goes_on(sheet, bottom):
        bottom += 1
    while top and bottom - top + 1 < MOST_HEADER_ROWS and _is_upper_row(sheet, filled, top - 1, width):
        top -= 1
    return tuple(range(top + 1, bottom + 2))


def _goes_on(sheet: Sheet, index: int) -> bool:
    """Tell whether the names go on in the next row: a name is merged over columns, or down into that row."""
    if index + 1 >= len(sheet.rows):
        return False
    texts = [text for text in sheet.rows[index + 1] if text.strip()]
    over = any(top == index and bottom == index and first < last for top, first, bottom, last in sheet.merged)
    down = any(top <= index < bottom for top, _, bottom, _ in sheet.merged)
    return (over or down) and bool(texts) and not any(is_number(text) and not is_period(text) for text in texts)


def _is_upper_row(sheet: Sheet, filled: Sequence[int], index: int, width: int) -> bool:
    """Tell whether the row above the names belongs to them: two names or more that repeat over columns, no numbers."""
    texts = [text for text in sheet.rows[index] if text.strip()]
    over = [last - first for top, first, _, last in sheet.merged if top == index]
    spans = any(0 < one < max(width - 2, 1) for one in over) or (len(texts) > 1 and filled[index] < width)
    return bool(texts) and spans and not any(is_number(text) and not is_period(text) for text in texts)


def _names(sheet: Sheet, rows: Sequence[int]) -> tuple[str, ...]:
    levels = [_spread(sheet, row - 1, is_bottom=row == rows[-1]) for row in rows]
    joined = []
    for parts in zip(*levels, strict=True):
        different = list(dict.fromkeys(tidy(part) for part in parts if tidy(part)))
        joined.append(", ".join(different))
    return tuple(joined)


def _spread(sheet: Sheet, index: int, *, is_bottom: bool) -> list[str]:
    """Give the texts of a row of names, a merged name in each of its columns; an upper name also over blanks."""
    texts = list(sheet.rows[index])
    for top, first, bottom, last in sheet.merged:
        if top <= index <= bottom:
            texts[first : last + 1] = [sheet.rows[top][first]] * (last + 1 - first)
    if not is_bottom:
        covered = any(top <= index <= bottom and first < last for top, first, bottom, last in sheet.merged)
        for column in range(1, len(texts)):
            if not covered and not texts[column].strip():
                texts[column] = texts[column - 1]
    return texts


def _last(sheet: Sheet, filled: Sequence[int], width: int, header: int) -> int:
    """Find the last row with figures: the last full row, and rows below it that are neither blank nor a footnote."""
    enough = max(1, min(2, width), width // 2)
    last = next((index for index in range(len(filled) - 1, header - 1, -1) if filled[index] >= enough), header - 1)
    blank = next((index for index in range(last, header - 1, -1) if not filled[index]), None)
    if blank is not None and all(filled[index] < width * 0.6 for index in range(blank, len(filled))):
        last = blank - 1
    while last + 1 < len(filled) and filled[last + 1] and not _is_footnote(sheet, last + 1):
        last += 1
    return last + 1


def _is_footnote(sheet: Sheet, index: int) -> bool:
    """Tell a sentence below the table, and a row of nothing but blanks, from a row with figures."""
    texts = _texts(sheet, index)
    return not texts or len(texts) <= 2 and bool(FOOTNOTE.match(texts[0]) or len(texts[0]) > SENTENCE)


def _texts(sheet: Sheet, index: int) -> list[str]:
    """Give the texts of a row, without cells of nothing but blanks."""
    return [text.strip() for text in sheet.rows[index] if text.strip()]
