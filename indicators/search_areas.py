"""Municipalities as entries of the search: by name, by French name, and by the names of what merged into them."""

from __future__ import annotations

from collections.abc import Iterable

from data.areas import FLANDERS, NEWEST, Areas, Municipality
from data.dutch import listed
from indicators.search_entries import MUNICIPALITY, QUESTION, Entry


def municipalities(areas: Areas) -> Iterable[Entry]:
    """Give an entry for each Flemish municipality of now; its key is the slug of its page: "44021-gent"."""
    for one in sorted(areas.of_geography(NEWEST, FLANDERS), key=lambda each: each.name):
        former = _former(one, areas)
        also = f" Vroeger {listed(former)}." if former else ""
        about = f"Gemeente, NIS-code {one.code}.{also}"
        yield Entry(MUNICIPALITY, one.slug, one.name, about, ((QUESTION, " ".join([*one.names, *former, one.code])),))


def _former(one: Municipality, areas: Areas) -> list[str]:
    """Name what merged into it since 2018, without its own name: Kruibeke for Beveren-Kruibeke-Zwijndrecht."""
    parts = [areas.municipalities[code].name for code in areas.predecessors(one.code, "2018")]
    return [name for name in parts if name != one.name]
