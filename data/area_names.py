"""Finds the code of an area that a person or a file names: by code, by name, or almost.

Names are compared without capitals, accents and signs; "St." and "Sint" are one word. Swing (the software of Provincies
in Cijfers) writes the codes of regions without their first zero: 2000 is 02000, the Flemish Region.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from data.areas import NEWEST, Areas
from data.model import Code, Codelist

REGIONS = {"01000": "BE", "02000": "VLG", "03000": "WG", "04000": "BHG"}
"""The REFNIS codes of country and regions, and our codes for them."""

PREFIXES = ("provincie ", "arrondissement ")
MUNICIPALITY = "municipality"
MOST, NEAR = 3, 0.75
"""How many near names are suggested, and how near they must be (0 to 1, the ratio of difflib)."""


@dataclass(frozen=True)
class AreaMatch:
    """What was found: a code, or none and the codes of areas with a near name, the nearest first."""

    code: str
    suggestions: tuple[str, ...] = ()


def plain(name: str) -> str:
    """Reduce a name to what is compared: "St.-Niklaas" and "Sint-Niklaas" give "sint niklaas"."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(one for one in letters if not unicodedata.combining(one))
    words = re.sub(r"[^0-9a-z]+", " ", letters).split()
    return " ".join("sint" if word == "st" else word for word in words)


@dataclass(frozen=True)
class AreaNames:
    """Looks areas up in one geography: "Tielt" is 37015 in 2018 and 37022 in 2025."""

    areas: Areas
    listed: Codelist
    geography: str = NEWEST

    def find(self, text: str, level: str = "") -> AreaMatch:
        """Find an area by code or name; `level` ("municipality", "province" …) tells which of two namesakes is meant.

        Without a level a municipality goes before a province. A municipality of another geography is found by its code
        and by its name, where no other has that name now.
        """
        wanted = text.strip()
        padded = wanted.zfill(5) if wanted.isdigit() else wanted
        if (code := REGIONS.get(padded, padded)) in self.listed and level in ("", self._level(code)):
            return AreaMatch(code)
        named = self._named(level)
        if code := named.get(plain(wanted), ""):
            return AreaMatch(code)
        near = difflib.get_close_matches(plain(wanted), named, 2 * MOST, NEAR)
        return AreaMatch("", tuple(dict.fromkeys(named[one] for one in near))[:MOST])

    def _level(self, code: str) -> str:
        return self.listed[code].properties.get("level", "")

    def _named(self, level: str) -> dict[str, str]:
        return {name: code for name, code in self._index if level in ("", self._level(code))} if level else self._all

    @cached_property
    def _all(self) -> dict[str, str]:
        return dict(self._index)

    @cached_property
    def _index(self) -> list[tuple[str, str]]:
        """List names with codes; of namesakes the last counts: a municipality of this geography."""
        pairs = [(name, one.code) for one in self.listed.codes.values() for name in _names(one)]
        known = self.areas.municipalities.values()
        ordered = sorted(known, key=lambda one: (one.exists_in(self.geography), one.valid_from))
        pairs += [(name, one.code) for one in ordered for name in one.names]
        return [(plain(name), code) for name, code in pairs]


def _names(one: Code) -> Iterator[str]:
    yield one.label
    for prefix in PREFIXES:
        if one.label.casefold().startswith(prefix):
            yield one.label[len(prefix) :]
