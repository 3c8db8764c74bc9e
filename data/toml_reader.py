"""Reads TOML files into frozen facts, strictly: a file has exactly the keys of its dataclass, each of its type.

A mistake is told with the file, the line, what stands there and what was expected.
"""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Callable, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn

from data.errors import CatalogueError
from data.files import read_text


def read_table(path: Path) -> tuple[Reader, dict[str, Any]]:
    """Read a file, and give its table with the reader that knows its lines.

    Raises: CatalogueError for what is not UTF-8 or not TOML.
    """
    source = read_text(path)
    try:
        return Reader(path, source), tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        where = f"{path}, regel {line[1] if line else len(source.splitlines())}"
        raise CatalogueError(where, f"geen geldige TOML ({error})", "een bestand zoals in README") from error


def _is_text(value: object) -> bool:
    return isinstance(value, str)


KINDS: Mapping[str, tuple[str, Callable[[Any], bool]]] = {
    "str": ("een tekst", _is_text),
    "bool": ("true of false", lambda value: isinstance(value, bool)),
    "int": ("een geheel getal", lambda value: isinstance(value, int) and not isinstance(value, bool)),
    "tuple[str, ...]": ("een lijst van teksten", lambda value: isinstance(value, list) and all(map(_is_text, value))),
    "Mapping[str, str]": (
        "een tabel van teksten",
        lambda value: isinstance(value, dict) and all(map(_is_text, value.values())),
    ),
}
"""How a field of a dataclass is written in TOML, by its type: the words for it, and the test."""


class Reader:
    """Turns tables into facts, and knows on which line a key stands."""

    def __init__(self, path: Path, source: str) -> None:
        """Keep the file and its lines."""
        self.path, self.lines = path, source.splitlines()

    def where(self, key: str, value: str = "", header: int = 0) -> str:
        """Give file and line of a key below a header, the line with this value where more have the key."""
        numbers = [number for number, line in enumerate(self.lines, 1) if line.split("=")[0].strip() == key]
        numbers = [number for number in numbers if number > header]
        exact = [number for number in numbers if value in self.lines[number - 1]]
        return self._place(next(iter(exact or numbers), header))

    def _place(self, line: int) -> str:
        return f"{self.path}, regel {line}" if line else str(self.path)

    def header(self, key: str, nth: int = 0, after: int = 0) -> int:
        """Give the line of the nth `[key]` or `[[key]]` after a line; 0 where the table is written otherwise."""
        headers = (number for number, line in enumerate(self.lines, 1) if line.strip() in (f"[{key}]", f"[[{key}]]"))
        return next(islice((number for number in headers if number > after), nth, None), 0)

    def one(self, cls: type, table: Mapping[str, Any], key: str, name: str = "", after: int = 0) -> Any:
        """Build a dataclass from the table under a key; `name` is its full name where it stands in another table."""
        if key not in table:
            raise CatalogueError(str(self.path), f"tabel “[{key}]” ontbreekt", f"[{key}]")
        if not isinstance(table[key], dict):
            self.refuse(key, str(table[key]), f"een tabel [{key}]")
        return self.take(cls, table[key], self.header(name or key, after=after))

    def many(self, cls: type, table: Mapping[str, Any], key: str) -> tuple[Any, ...]:
        """Build a dataclass from each of the tables under a key; none where the key is absent."""
        return tuple(self.take(cls, one, self.header(key, nth)) for nth, one in enumerate(self.tables(table, key)))

    def tables(self, table: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
        """Give the tables under a key; none where the key is absent."""
        parts = table.get(key, [])
        if not isinstance(parts, list) or not all(isinstance(one, dict) for one in parts):
            self.refuse(key, str(parts), f"tabellen [[{key}]]")
        return parts

    def take(self, cls: type, table: Mapping[str, Any], header: int = 0, **ready: Any) -> Any:
        """Build a dataclass from a table that has exactly its keys; `ready` holds fields that are built already."""
        fields = {one.name: str(one.type) for one in dataclasses.fields(cls) if one.name not in ready}
        if unknown := [key for key in table if key not in fields and key not in ready]:
            raise CatalogueError(
                self.where(unknown[0], header=header), f"onbekende sleutel “{unknown[0]}”", ", ".join(fields)
            )
        if missing := [key for key in fields if key not in table]:
            raise CatalogueError(self._place(header), f"sleutel “{missing[0]}” ontbreekt", f"{missing[0]} = …")
        return cls(**{key: self._typed(key, kind, table[key], header) for key, kind in fields.items()}, **ready)

    def _typed(self, key: str, kind: str, value: Any, header: int) -> Any:
        words, fits = KINDS[kind]
        if not fits(value):
            raise CatalogueError(self.where(key, header=header), f"“{value}” bij {key}", words)
        return tuple(value) if isinstance(value, list) else value

    def refuse(self, key: str, value: str, expected: str) -> NoReturn:
        """Refuse a value that is not on its list."""
        raise CatalogueError(self.where(key, value), f"“{value}” bij {key}", expected)
