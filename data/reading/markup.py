"""Reads a part of a workbook as XML and finds what no reader should meet, with Python's own expat.

Any document type declaration is refused: entities, and files from elsewhere, begin there (OWASP, XML External Entity
Prevention). Only UTF-8 is taken, because other encodings hide a declaration from checks on bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol
from xml.parsers import expat

from data.reading.refusals import Refused, refusal

DEEPEST = 100
"""Elements within elements; a sheet of figures has fewer than ten."""

UTF_8 = {"utf-8", "us-ascii"}
"""US-ASCII is a part of UTF-8."""


class Watcher(Protocol):
    """What looks at the elements of one part, by their names without prefix."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """See an element begin."""

    def end(self, name: str) -> None:
        """See it end."""

    def text(self, characters: str) -> None:
        """See characters between them."""


class Reading:
    """One part on its way through expat; elements are given to the watcher that its first element asks for."""

    def __init__(self, file: str, part: str, watchers: Mapping[str, Watcher]) -> None:
        """Name the file and the part for the refusals; `watchers` has one for each name of a first element."""
        self._file, self._part, self._watchers = file, part, watchers
        self._depth = 0
        self._names: dict[str, str] = {}
        self._watcher: Watcher | None = None
        self._parser = self._made()

    def read(self, blocks: Iterable[bytes]) -> None:
        """Read the part to its end.

        Raises: Refused, when it is not well-formed, in another encoding, too deep, or has a document type.
        """
        try:
            for block in blocks:
                self._parser.Parse(block, False)
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            found = f"“{self._part}”, regel {error.lineno}, is geen geldige XML"
            raise refusal("B9", self._file, found=found) from None

    def _made(self) -> Any:
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._first
        parser.EndElementHandler = self._end
        return parser

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding and encoding.lower() not in UTF_8:
            raise self._refused(f"een onderdeel in een andere codering dan UTF-8 (“{self._part}”)")

    def _doctype(self, *declared: object) -> None:
        raise self._refused(f"een documenttype (DTD) in “{self._part}”")

    def _first(self, name: str, attributes: dict[str, str]) -> None:
        self._watcher = self._watchers.get(self._local(name))
        self._parser.StartElementHandler = self._start if self._watcher else self._unwatched
        if self._watcher:
            self._parser.CharacterDataHandler = self._watcher.text
        self._parser.StartElementHandler(name, attributes)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._unwatched(name, attributes)
        self._watcher.start(self._names.get(name) or self._local(name), attributes)  # type: ignore[union-attr]

    def _unwatched(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._refused(f"meer dan {DEEPEST} elementen in elkaar in “{self._part}”")

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._watcher:
            self._watcher.end(self._names[name])

    def _local(self, name: str) -> str:
        return self._names.setdefault(name, name.rpartition(":")[2])

    def _refused(self, found: str) -> Refused:
        return refusal("B10", self._file, found=found)
