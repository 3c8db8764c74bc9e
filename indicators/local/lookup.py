"""Finds municipalities for a reader: those of today, and former ones with what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.area_names import AreaNames, plain
from data.areas import NEWEST, Areas, Municipality
from data.catalogue import Catalogue
from indicators import words

FLANDERS = "VLG"
LONGEST = 80
"""Characters of a query that are read."""


@dataclass(frozen=True)
class Place:
    """A municipality as a list names it; `title` is its name, `became` says where a former one belongs now."""

    title: str
    code: str
    slug: str
    successor: str = ""
    became: str = ""

    @property
    def exists(self) -> bool:
        """Tell whether the municipality still exists."""
        return not self.successor


class Lookup:
    """Looks municipalities of the Flemish Region up by code or name."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Keep where the names are."""
        self.areas: Areas = catalogue.areas
        self.names = AreaNames(catalogue.areas, catalogue.codelists["ref_area"])
        flemish = [one for one in self.areas.municipalities.values() if one.region == FLANDERS]
        self.places = {one.code: self._place(one) for one in sorted(flemish, key=lambda one: plain(one.name))}

    def _place(self, one: Municipality) -> Place:
        if one.exists_in(NEWEST):
            return Place(one.name, one.code, one.slug)
        after = self.areas.municipalities[self.areas.successor(one.code)]
        day = words.period(next(merger.date for merger in self.areas.mergers if merger.old == one.code))
        return Place(one.name, one.code, one.slug, after.code, f"hoort sinds {day} bij {after.name}")

    def of_slug(self, text: str) -> Place | None:
        """Find the municipality of an address, "44021-gent" or "44021"; None where there is none."""
        code, _, _ = text.partition("-")
        return self.places.get(code)

    def search(self, query: str) -> list[Place]:
        """Find municipalities by a part of their name or by their code, or else the ones with a near name.

        A former one that still has a municipality of the same name is left out: the reader wants the one of today.
        """
        wanted = plain(query[:LONGEST])
        if not wanted:
            return []
        found = [one for one in self.places.values() if wanted in plain(one.title) or wanted == one.code]
        if not found:
            near = self.names.find(query[:LONGEST]).suggestions
            found = [self.places[code] for code in near if code in self.places]
        today = {one.title for one in found if one.exists}
        kept = [one for one in found if one.exists or one.title not in today]
        return sorted(kept, key=lambda one: (not plain(one.title).startswith(wanted), plain(one.title)))

    def by_province(self) -> list[tuple[str, Sequence[Place]]]:
        """List the municipalities of today by province, by name."""
        provinces = {one.parent: "" for one in self.areas.of_geography(NEWEST, FLANDERS)}
        listed = self.names.listed
        return [
            (listed[code].label, [one for one in self.places.values() if self._is_in(one, code)])
            for code in sorted(provinces)
        ]

    def _is_in(self, one: Place, province: str) -> bool:
        return one.exists and self.areas.municipalities[one.code].parent == province
