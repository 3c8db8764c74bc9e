"""What the child says to its parent: messages in JSON, each behind its length in four bytes."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import chain
from typing import IO, Any

import orjson

LENGTH = struct.Struct(">I")
LONGEST = 16 * 1024 * 1024
ROWS, CELLS, CHARACTERS = 5_000, 200_000, 1_000_000
"""A message of rows is sent when it has this many rows, cells or characters. Its texts are one flat list, all rows of
one width: that is read and made into rows twice as fast as a list a row."""


class Sender:
    """The child's end: rows are gathered into messages of a few thousand."""

    def __init__(self, pipe: IO[bytes]) -> None:
        """Send over this pipe."""
        self._pipe = pipe
        self._rows: list[list[str]] = []
        self._kinds: list[str] = []
        self._characters = self._width = 0

    def sheet(self, name: str, hidden: bool = False, merged: list[tuple[int, int, int, int]] | None = None) -> None:
        """Begin a sheet; the rows that follow are its."""
        self.flush()
        self._send({"sheet": {"name": name, "hidden": hidden, "merged": merged or []}})

    def row(self, texts: list[str], kinds: str) -> None:
        """Add a row to the sheet."""
        self._rows.append(texts)
        self._kinds.append(kinds)
        self._width = max(self._width, len(texts))
        self._characters += sum(map(len, texts))
        rows = len(self._rows)
        if rows == ROWS or rows * self._width > CELLS or self._characters > CHARACTERS:
            self.flush()

    def message(self, kind: str, content: dict[str, Any]) -> None:
        """Send anything else: a note, a refusal, or "book", which is the last."""
        self.flush()
        self._send({kind: content})

    def flush(self) -> None:
        """Send the rows that wait."""
        if self._rows:
            for row in self._rows:
                if len(row) < self._width:
                    row += [""] * (self._width - len(row))
            texts = list(chain.from_iterable(self._rows))
            self._send({"rows": {"texts": texts, "width": self._width, "kinds": self._kinds}})
            self.drop()

    def drop(self) -> None:
        """Forget the rows that wait: the file is refused."""
        self._rows, self._kinds, self._characters, self._width = [], [], 0, 0

    def _send(self, message: dict[str, Any]) -> None:
        content = orjson.dumps(message)
        self._pipe.write(LENGTH.pack(len(content)))
        self._pipe.write(content)
        self._pipe.flush()


def received(pipe: IO[bytes], most: int) -> Iterator[tuple[str, Any]]:
    """Give the messages as (kind, content) until the child is silent.

    A message that is cut off or too long ends it, and so does the one that brings the sum above `most` bytes.
    """
    while len(head := pipe.read(LENGTH.size)) == LENGTH.size:
        length = LENGTH.unpack(head)[0]
        most -= length
        content = pipe.read(length) if length <= LONGEST and most >= 0 else b""
        if len(content) < length:
            return
        yield from orjson.loads(content).items()
