"""Reads one entry of a file of claims into a dataclass, and refuses what is not exactly as expected."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from itertools import product
from pathlib import Path
from typing import Any, NoReturn

from data.errors import CatalogueError
from data.model import Key, Observation

PLAIN_PARTS = ("indicator", "source", "source_ref", "ref_area", "time_period")
KEY_PARTS = (*PLAIN_PARTS, "breakdown")
"""How a number is named. A list of codes or periods instead of one names a number for each."""


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_list(member: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and all(map(member, value))


TYPES: Mapping[str, tuple[str, Callable[[object], bool]]] = {
    "str": ("een tekst", lambda value: isinstance(value, str)),
    "int": ("een geheel getal", lambda value: isinstance(value, int)),
    "tuple[int, ...]": ("een lijst van regels", _is_list(lambda one: isinstance(one, int))),
    "tuple[float, ...]": ("een lijst van getallen", _is_list(_is_number)),
    "tuple[Key, ...]": ("een lijst van cijfers", _is_list(lambda one: isinstance(one, dict))),
}
"""How a field is written in TOML, by its type: the words for it, and the test."""


class Entry:
    """Turns one table of the file into facts; tells a mistake with the line of the id of the entry."""

    def __init__(self, path: Path, source: str, table: Mapping[str, Any], known: Mapping[Key, Observation]) -> None:
        """Keep the table, the numbers that it may name, and the line of its id."""
        self.table, self.known, self.id = table, known, str(table.get("id", ""))
        starts = [number for number, line in enumerate(source.splitlines(), 1) if line.strip() == f'id = "{self.id}"']
        self.where = ", regel ".join([str(path), *map(str, starts[-1:])])

    def refuse(self, found: str, expected: str) -> NoReturn:
        """Raise the CatalogueError of this entry."""
        raise CatalogueError(self.where, found, expected)

    def take(self, cls: type) -> Any:
        """Build the entry from a table that has exactly the fields of the class, each of its type."""
        kinds = {one.name: str(one.type) for one in dataclasses.fields(cls)}
        self._check_names(self.table, kinds)
        entry = cls(**{name: self._typed(name, kind) for name, kind in kinds.items()})
        if not entry.places:
            self.refuse("een lege lijst bij places", "minstens één cijfer waarbij dit hoort")
        return entry

    def _check_names(self, table: Mapping[str, Any], names: Iterable[str]) -> None:
        if unknown := [name for name in table if name not in names]:
            self.refuse(f"onbekende sleutel “{unknown[0]}”", ", ".join(names))
        if missing := [name for name in names if name not in table]:
            self.refuse(f"sleutel “{missing[0]}” ontbreekt", f"{missing[0]} = …")

    def _typed(self, name: str, kind: str) -> Any:
        value = self.table[name]
        words, fits = TYPES[kind]
        if not fits(value):
            self.refuse(f"“{value}” bij {name}", words)
        if kind == "tuple[Key, ...]":
            return tuple(key for one in value for key in self._keys(name, one))
        return tuple(value) if isinstance(value, list) else value

    def _keys(self, name: str, table: Mapping[str, Any]) -> list[Key]:
        """Spell out the lists in the name of a number: one key for each combination of their members."""
        self._check_names(table, KEY_PARTS)
        if not isinstance(table["breakdown"], dict):
            self.refuse(f"“{table['breakdown']}” bij breakdown", "een tabel")
        parts = [table[one] for one in PLAIN_PARTS] + [*table["breakdown"].values()]
        choices = [one if isinstance(one, list) else [one] for one in parts]
        if not all(isinstance(one, str) for choice in choices for one in choice):
            self.refuse(f"{table} bij {name}", "teksten")
        keys = [_key(tuple(table["breakdown"]), chosen) for chosen in product(*choices)]
        if missing := [key for key in keys if key not in self.known]:
            self.refuse(f"{in_words(missing[0])} bij {name}", "een cijfer dat in de bestanden van deze map staat")
        return keys


def _key(dimensions: tuple[str, ...], chosen: tuple[str, ...]) -> Key:
    indicator, source, source_ref, ref_area, time_period, *codes = chosen
    breakdown = tuple(sorted(zip(dimensions, codes, strict=True)))
    return (indicator, ref_area, time_period, breakdown, source, source_ref)


def in_words(key: Key) -> str:
    """Name a number by its key, for a message."""
    indicator, area, period, breakdown, source, source_ref = key
    codes = ", ".join(f"{dimension} = {code}" for dimension, code in breakdown)
    return f"{indicator} ({area or '–'}, {period or '–'}, {codes or 'totaal'}, {source}, {source_ref})"
