"""Municipalities, arrondissements and mergers: which areas there are, when, and what becomes of them.

The tables stand in `data/areas/`; `sources.csv` there tells who published each. Codes are those of REFNIS (Statbel):
text of five digits. Three geographies of Flemish municipalities are in use: that of 2018 (308), of 2019-2024 (300) and
of 2025 (285); each has the 19 municipalities of Brussels too. A code can stay while the borders change: Antwerpen is
11002 with and without Borsbeek.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from data.dutch import listed
from data.model import Code

GEOGRAPHIES = {"2018": "2018-12-31", "2019": "2019-01-01", "2025": "2025-01-01"}
"""The geographies, each with a day on which it was in force; "2019" held to the end of 2024."""

NEWEST = "2025"
BRUSSELS, FLANDERS = "BHG", "VLG"


def geography_of(time_period: str) -> str:
    """Give the geography in force in a period: "2010-01-01" → "2018". A period that is not stated counts as now."""
    day = time_period[:4] or NEWEST
    return max((one for one in GEOGRAPHIES if one <= day), default="2018")


@dataclass(frozen=True)
class Municipality:
    """One code of a municipality, with the dates between which it holds (empty: before 2019; still).

    `name` is the usual name, `name_statbel` that of Statbel where it differs ("Aalst (Aalst)"), `name_fr` the French
    name (Brussels only). `parent` is the province, or BHG. `is_centre_city` (*centrumstad*) and `is_rim` (*Vlaamse
    Rand*) are those of 2025; None where the source does not tell, for codes that ended.
    """

    code: str
    name: str
    name_statbel: str
    name_fr: str
    arrondissement: str
    parent: str
    valid_from: str
    valid_to: str
    is_centre_city: bool | None
    is_rim: bool | None

    @property
    def region(self) -> str:
        """Give the code of the region."""
        return BRUSSELS if self.parent == BRUSSELS else FLANDERS

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names that people use for it, without empty ones."""
        return tuple(one for one in (self.name, self.name_statbel, self.name_fr) if one)

    @property
    def slug(self) -> str:
        """Give the part of an address that names it: "44021-gent"."""
        plain = unicodedata.normalize("NFKD", self.name).encode("ascii", "ignore").decode().lower()
        words = "".join(letter if letter.isalnum() else " " for letter in plain).split()
        return "-".join([self.code, *words])

    def exists_in(self, geography: str) -> bool:
        """Tell whether the code is one of a geography."""
        day = GEOGRAPHIES[geography]
        return self.valid_from <= day and (not self.valid_to or day <= self.valid_to)


@dataclass(frozen=True)
class Arrondissement:
    """An arrondissement; `parent` is the province, or BHG."""

    code: str
    name: str
    parent: str


@dataclass(frozen=True)
class Merger:
    """From this date the old municipality is (part of) the new one; both can have the same code."""

    date: str
    old: str
    new: str


@dataclass(frozen=True)
class Centre:
    """The middle of a municipality of 2025 in degrees (WGS84), and the codes of those that it borders on."""

    code: str
    longitude: float
    latitude: float
    neighbours: tuple[str, ...]


@dataclass(frozen=True)
class Areas:
    """All municipalities by code, and how they hang together."""

    municipalities: Mapping[str, Municipality]
    arrondissements: Mapping[str, Arrondissement]
    mergers: tuple[Merger, ...]
    centres: Mapping[str, Centre]

    def of_geography(self, geography: str, region: str = "") -> list[Municipality]:
        """List the municipalities of a geography ("2018", "2019", "2025"), of one region where it is given."""
        existing = (one for one in self.municipalities.values() if one.exists_in(geography))
        return [one for one in existing if region in ("", one.region)]

    def members(self, area: str, geography: str = NEWEST) -> list[Municipality]:
        """List the municipalities of a region, province or arrondissement in a geography.

        The provinces differ: Zwijndrecht left Antwerpen for Oost-Vlaanderen in 2025.
        """
        existing = self.of_geography(geography)
        return [one for one in existing if area in (one.region, one.parent, one.arrondissement)]

    def successor(self, code: str, geography: str = NEWEST) -> str:
        """Give the code that a municipality has, or has become part of, in the same or a later geography."""
        for merger in self.mergers:
            if merger.old == code and merger.date <= GEOGRAPHIES[geography]:
                code = merger.new
        return code

    def predecessors(self, code: str, geography: str, later: str = "") -> tuple[str, ...]:
        """Give the codes of an earlier (or the same) geography that together are this municipality of a later one.

        `later` is the newest geography that has the code, where it is not given: Antwerpen differs in 2019 and 2025.
        """
        later = later or max(one for one in GEOGRAPHIES if self.municipalities[code].exists_in(one))
        return self._parts[geography, later].get(code, ())

    @cached_property
    def _parts(self) -> dict[tuple[str, str], dict[str, tuple[str, ...]]]:
        """Give the parts of each municipality in each geography, made once: a slice of all asks for them all."""
        parts: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
        for earlier in GEOGRAPHIES:
            for later in GEOGRAPHIES:
                found = parts.setdefault((earlier, later), {})
                for one in self.of_geography(earlier):
                    whole = self.successor(one.code, later)
                    found[whole] = (*found.get(whole, ()), one.code)
        return parts

    def merged_on(self, code: str) -> str:
        """Give the date of the newest merger that made this code what it is; empty where there was none."""
        return max((one.date for one in self.mergers if one.new == code), default="")

    @cached_property
    def codes(self) -> dict[str, Code]:
        """Give the codes for the codelist `ref_area`: arrondissements, then municipalities by name."""
        described = [*map(_arrondissement_code, self.arrondissements.values())]
        by_name = sorted(self.municipalities.values(), key=lambda one: (one.name, one.valid_to or NEWEST, one.code))
        described += [self._municipality_code(one) for one in by_name]
        return {one.code: one for one in described}

    def _municipality_code(self, one: Municipality) -> Code:
        label = f"{one.name} (tot eind {one.valid_to[:4]})" if self._name_goes_on(one) else one.name
        properties = {"level": "municipality", "parent": one.parent}
        return Code(one.code, label, f"in {one.name}", description=self.history(one), properties=properties)

    def _name_goes_on(self, one: Municipality) -> bool:
        return bool(one.valid_to) and self.municipalities[self.successor(one.code)].name == one.name

    def history(self, one: Municipality) -> str:
        """Tell in Dutch what a merger did to a municipality; empty where there was none."""
        if one.valid_to:
            after = next(merger for merger in self.mergers if merger.old == one.code)
            return f"Sinds {_day(after.date)} deel van {self.municipalities[after.new].name} ({after.new})."
        if not (date := self.merged_on(one.code)):
            return ""
        parts = [merger.old for merger in self.mergers if merger.new == one.code and merger.date == date]
        others = [self.municipalities[code].name for code in parts if code != one.code]
        verb = "zonder" if one.code in parts else "Ontstaan uit"
        named = listed(others)
        return f"Vóór {_day(date)} {verb} {named}." if one.code in parts else f"{verb} {named} op {_day(date)}."


def _arrondissement_code(one: Arrondissement) -> Code:
    properties = {"level": "arrondissement", "parent": one.parent}
    return Code(one.code, one.name, f"in het a{one.name[1:]}", properties=properties)


def _day(date: str) -> str:
    return f"1 januari {date[:4]}"


NO_AREAS = Areas({}, {}, (), {})
"""For a catalogue without municipalities."""
