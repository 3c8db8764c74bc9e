"""The sums that anyone can make in a table: areas into larger areas, groups into their total.

They are found in the figures themselves: where all parts are there and add up exactly, a reader can subtract.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from data.areas import GEOGRAPHIES, Areas
from data.model import Key, Observation

Equation = tuple[Key, tuple[Key, ...]]
"""A whole and its parts."""

PROVINCES = ("10000", "20001", "30000", "40000", "70000")
Rows = dict[tuple[tuple[str, str], ...], Key]


def equations_of(members: Sequence[Observation], cells: Mapping[Key, float], areas: Areas) -> list[Equation]:
    """Give the sums that hold among the cells of one table."""
    present = [one for one in members if one.key in cells]
    found = [*_over_areas(present, areas), *_over_groups(present)]
    exact = [(whole, parts) for whole, parts in found if abs(cells[whole] - sum(cells[one] for one in parts)) < 1e-9]
    return list(dict.fromkeys(exact))


def _over_areas(present: Sequence[Observation], areas: Areas) -> Iterator[Equation]:
    by_breakdown: dict[tuple[tuple[str, str], ...], dict[str, Key]] = {}
    for one in present:
        by_breakdown.setdefault(tuple(sorted(one.breakdown.items())), {})[one.ref_area] = one.key
    wholes = dict.fromkeys(one.ref_area for one in present if one.ref_area not in areas.municipalities)
    parts = {whole: list(_parts(whole, areas)) for whole in wholes}
    for rows in by_breakdown.values():
        for whole in rows.keys() & parts.keys():
            for members in parts[whole]:
                if members and rows.keys() >= set(members):
                    yield rows[whole], tuple(rows[one] for one in members)


def _parts(whole: str, areas: Areas) -> Iterator[tuple[str, ...]]:
    """List the ways in which an area is the sum of others: its municipalities in each geography, regions, provinces."""
    known = {"BE": ("VLG", "BHG", "WG"), "VLG": PROVINCES, "VLG+BHG": ("VLG", "BHG")}
    if whole in known:
        yield known[whole]
    for geography in GEOGRAPHIES:
        yield tuple(one.code for one in areas.members(whole, geography))


def _over_groups(present: Sequence[Observation]) -> Iterator[Equation]:
    """List, for each dimension of each area, the total and all its groups, whatever the other dimensions are."""
    rows: dict[str, Rows] = {}
    for one in present:
        rows.setdefault(one.ref_area, {})[tuple(sorted(one.breakdown.items()))] = one.key
    for own in rows.values():
        groups: dict[tuple[str, tuple[tuple[str, str], ...]], list[Key]] = {}
        for breakdown, key in own.items():
            for dimension, code in breakdown:
                rest = tuple(pair for pair in breakdown if pair != (dimension, code))
                groups.setdefault((dimension, rest), []).append(key)
        for (_, rest), parts in groups.items():
            if rest in own:
                yield own[rest], tuple(parts)
