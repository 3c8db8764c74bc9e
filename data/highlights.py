"""Reads `data/home.toml`: which figures the home page shows. The figures themselves come from the store."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from data.catalogue import HERE, Catalogue
from data.errors import CatalogueError


@dataclass(frozen=True)
class Pick:
    """One number of one indicator.

    `title` names a row or tile where the title of the indicator is not enough; `against` and `sentence` are only for
    small gaps, which are told in words.
    """

    indicator: str
    title: str
    breakdown: Mapping[str, str]
    against: Mapping[str, str]
    sentence: str


@dataclass(frozen=True)
class Highlights:
    """The rows, sentence and tiles of the home page; `answer` names the indicators of its first sentences."""

    gaps: tuple[Pick, ...]
    small_gaps: tuple[Pick, ...]
    tiles: tuple[Pick, ...]
    answer: Mapping[str, str]


def read_highlights(catalogue: Catalogue, path: Path = HERE / "home.toml") -> Highlights:
    """Read and check the file.

    Raises: CatalogueError for an unknown key, indicator, dimension or code.
    """
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    if set(table) != {one.name for one in fields(Highlights)}:
        raise CatalogueError(str(path), f"de delen {', '.join(sorted(table))}", "gaps, small_gaps, tiles en answer")
    picks = {
        name: tuple(_pick(one, catalogue, path) for one in table[name]) for name in ("gaps", "small_gaps", "tiles")
    }
    for indicator in table["answer"].values():
        _check_indicator(indicator, catalogue, path)
    return Highlights(**picks, answer=table["answer"])


def _pick(table: Mapping[str, Any], catalogue: Catalogue, path: Path) -> Pick:
    known = {one.name for one in fields(Pick)}
    if unknown := sorted(set(table) - known):
        raise CatalogueError(str(path), f"onbekende sleutel “{unknown[0]}”", ", ".join(sorted(known)))
    texts = {name: table.get(name, "") for name in ("indicator", "title", "sentence")}
    pick = Pick(**texts, breakdown=table.get("breakdown", {}), against=table.get("against", {}))
    _check_indicator(pick.indicator, catalogue, path)
    for dimension, code in [*pick.breakdown.items(), *pick.against.items()]:
        if dimension not in catalogue.codelists or code not in catalogue.codelists[dimension]:
            raise CatalogueError(str(path), f"{dimension} = “{code}”", "een dimensie en een code die bestaan")
    return pick


def _check_indicator(indicator: str, catalogue: Catalogue, path: Path) -> None:
    if indicator not in catalogue.indicators:
        raise CatalogueError(str(path), f"indicator “{indicator}”", "een indicator die bestaat")
