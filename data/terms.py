"""Reads `data/terms.toml`: what words mean on this site, and under which other words readers may look for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from data.catalogue import HERE
from data.errors import CatalogueError
from data.toml_reader import Reader, read_table

ANCHOR = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Term:
    """One term; `synonyms` find it as they are, `old` words with a remark, `finds` is what else to look for."""

    id: str
    term: str
    meaning: str
    synonyms: tuple[str, ...]
    old: tuple[str, ...]
    finds: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Give all words for it, our own first."""
        return (self.term, *self.synonyms, *self.old)


def read_terms(path: Path = HERE / "terms.toml") -> tuple[Term, ...]:
    """Read and check the terms.

    Raises: CatalogueError for an unknown or missing key, a strange anchor, an empty text, or a word of two terms.
    """
    reader, table = read_table(path)
    if set(table) != {"terms"}:
        raise CatalogueError(str(path), f"de delen {', '.join(sorted(table))}", "alleen tabellen [[terms]]")
    terms: tuple[Term, ...] = reader.many(Term, table, "terms")
    for one in terms:
        _check(reader, one)
    _check_unique(reader, "id", [one.id for one in terms])
    _check_unique(reader, "term", [name.casefold() for one in terms for name in one.names])
    return terms


def _check(reader: Reader, one: Term) -> None:
    if not ANCHOR.fullmatch(one.id):
        reader.refuse("id", one.id, "kleine letters, cijfers en koppeltekens")
    if not one.meaning.endswith("."):
        reader.refuse("meaning", one.meaning, "een zin met een punt op het einde")
    if not all(name.strip() for name in (*one.names, *one.finds)):
        reader.refuse("id", one.id, "woorden die niet leeg zijn")


def _check_unique(reader: Reader, key: str, names: Sequence[str]) -> None:
    twice = next((name for place, name in enumerate(names) if name in names[:place]), None)
    if twice is not None:
        reader.refuse(key, twice, "elk woord bij één begrip")
