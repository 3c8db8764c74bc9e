"""Reads text with separators (CSV, TSV) from a stream, row by row, never whole.

A record is what RFC 4180 calls so: a quoted cell may hold separators and line breaks. Excel's first line `sep=;` is
obeyed and becomes an empty row, so that rows keep their position.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from typing import IO

from data.reading.encodings import encoding_of, garbled_word
from data.reading.frames import Sender
from data.reading.limits import Limits
from data.reading.refusals import number, refusal
from data.reading.separators import separator_of
from data.reading.shape import Shape

SAMPLE = 64 * 1024
STATED = re.compile(r"\ufeff?sep=(.)\r?\n?$", re.IGNORECASE)
CONTROL = re.compile("[\x01-\x08\x0b\x0e-\x19\x1b-\x1f]")
END = "\x00end"
"""A last line of our own: when it does not come out as a row, a quoted cell has swallowed it."""


class Delimited:
    """One text file on its way to rows."""

    def __init__(self, opened: Callable[[], IO[bytes]], name: str, limits: Limits) -> None:
        """Read what `opened` gives anew each time; it is read twice, once to find the encoding."""
        self._opened, self._name, self._limits = opened, name, limits
        self._garbled = ""

    def send(self, sender: Sender, encoding: str, separator: str) -> None:
        """Send the sheet; an encoding or separator that a person chose is not doubted."""
        if not encoding:
            with self._opened() as file:
                encoding = encoding_of(file)
        if not encoding:
            raise refusal("B5", self._name, found="ze zijn geen UTF-8 en geen Windows-1252")
        try:
            separator = self._send_decoded(sender, encoding, separator)
        except UnicodeError:
            raise refusal("B5", self._name, found=f"ze zijn geen geldige {encoding}") from None
        if self._garbled:
            message = f"De tekens lijken verkeerd gelezen: we zien bijvoorbeeld “{self._garbled}”."
            sender.message("note", {"code": "B5", "message": message})
        sender.message("book", {"kind": "csv", "encoding": encoding, "separator": separator})

    def _send_decoded(self, sender: Sender, encoding: str, separator: str) -> str:
        with self._opened() as file:
            lines = io.TextIOWrapper(file, encoding, newline="")
            sample = self._sample(lines)
            stated = STATED.match(sample[0]) if sample else None
            separator = separator or (stated[1] if stated else separator_of("".join(sample)[:SAMPLE]))
            if stated:
                sample[0] = "\n"
                sender_note = f"De eerste regel zegt dat “{stated[1]}” de cellen scheidt."
                sender.message("note", {"code": "sep", "message": sender_note, "row": 1})
            sender.sheet(self._name)
            self._send_rows(sender, self._lines(sample, lines), separator)
        return separator

    def _sample(self, lines: io.TextIOWrapper) -> list[str]:
        sample = lines.readlines(SAMPLE)
        if CONTROL.search("".join(sample)[:SAMPLE]):
            raise refusal("B16", self._name)
        return sample

    def _lines(self, sample: list[str], rest: io.TextIOWrapper) -> Iterator[str]:
        for lines in (sample, rest):
            for line in lines:
                if "\0" in line:
                    raise refusal("B16", self._name)
                if not (self._garbled or line.isascii()):
                    self._garbled = garbled_word(line)
                yield line
        yield END

    def _send_rows(self, sender: Sender, lines: Iterator[str], separator: str) -> None:
        shape, row, last = Shape(self._name, self._limits), 0, [""]
        csv.field_size_limit(self._limits.cell_characters)
        try:
            for row, cells in enumerate(csv.reader(lines, delimiter=separator or ";"), 1):
                if cells == [END]:
                    break
                shape.add(row, cells)
                last = filled(cells)
                sender.row(last, kinds(last))
            else:
                raise refusal("B18", self._name, row=row)
        except csv.Error:
            raise refusal("B13", self._name, most=number(self._limits.cell_characters), row=row + 1) from None
        for message, place in shape.ragged():
            sender.message("note", {"code": "ragged", "message": message, "row": place})


def filled(cells: list[str]) -> list[str]:
    """Take the empty cells at the end away."""
    while cells and not cells[-1]:
        cells.pop()
    return cells


def kinds(cells: list[str]) -> str:
    """Mark each cell: t for text, a space for nothing."""
    return "t" * len(cells) if all(cells) else "".join(["t" if cell else " " for cell in cells])
