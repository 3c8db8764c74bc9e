"""Checks of municipalities: name beside code, mergers, all of them there, Brussels."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from data.area_names import plain
from data.areas import BRUSSELS, FLANDERS, GEOGRAPHIES, geography_of
from data.dutch import listed
from data.geography import geography_used
from data.upload.checks.cells import Cells
from data.upload.finding import Finding, finding

MOST = 0.5
"""A file that has half of the municipalities is one of all municipalities."""

NAMED = 12


def check_places(cells: Cells) -> Iterator[Finding]:
    """Check the areas, period by period."""
    yield from _names(cells)
    known = cells.context.catalogue.areas.municipalities
    good = cells.good[cells.good["ref_area"].astype(str).isin(list(known))]
    for period, part in good.groupby("time_period", observed=True):
        codes = set(part["ref_area"].unique())
        yield from _mergers(cells, str(period), part, codes)
        yield from _absent(cells, str(period), codes)


def _names(cells: Cells) -> Iterator[Finding]:
    """Compare the name in a row with its code."""
    pairs = cells.good[["ref_area", "ref_area_name"]].drop_duplicates()
    for place, (code, name) in zip(pairs.index, pairs.astype(str).itertuples(index=False), strict=True):
        if name and code and not _is_named(cells, code, name):
            expected = cells.context.catalogue.label("ref_area", code)
            yield cells.at("G3", cells.frame.iloc[place], code=code, expected=expected, value=name)


def _is_named(cells: Cells, code: str, name: str) -> bool:
    municipality = cells.context.catalogue.areas.municipalities.get(code)
    names = [cells.context.catalogue.label("ref_area", code), *(municipality.names if municipality else ())]
    found = cells.context.area_names.find(name).code
    return found == code or any(plain(one) in plain(name) or plain(name) in plain(one) for one in names)


def _mergers(cells: Cells, period: str, part: pd.DataFrame, codes: set[str]) -> Iterator[Finding]:
    """Refuse old and new codes together; ask about codes that are all of another time than their period."""
    areas = cells.context.catalogue.areas
    ended = [merger for merger in areas.mergers if merger.old in codes and merger.old != merger.new]
    mixed = [merger for merger in ended if merger.new in codes and not _both_valid(cells, merger.old, merger.new)]
    if mixed:
        cell = part[part["ref_area"] == mixed[0].old].iloc[0]
        words = {"period": period, "old": mixed[0].old, "new": mixed[0].new, "count": len(mixed)}
        yield cells.at("G7", cell, **words)
        return
    expected = geography_of(period)
    if geography_used(codes, areas, period) <= expected:
        expected_codes = {one.code for one in areas.of_geography(expected)}
        for code in sorted(codes - expected_codes)[:NAMED]:
            yield _strange(cells, period, part, code)


def _both_valid(cells: Cells, old: str, new: str) -> bool:
    known = cells.context.catalogue.areas.municipalities
    return any(known[old].exists_in(one) and known[new].exists_in(one) for one in GEOGRAPHIES)


def _strange(cells: Cells, period: str, part: pd.DataFrame, code: str) -> Finding:
    areas = cells.context.catalogue.areas
    municipality = areas.municipalities[code]
    day = municipality.valid_to or municipality.valid_from
    after = (
        areas.successor(code) if municipality.valid_to else ", ".join(areas.predecessors(code, geography_of(period)))
    )
    words = {"value": code, "name": municipality.name, "period": period, "after": after, "date": day[:4]}
    return cells.at("G4", part[part["ref_area"] == code].iloc[0], **words)


def _absent(cells: Cells, period: str, codes: set[str]) -> Iterator[Finding]:
    areas = cells.context.catalogue.areas
    used = geography_used(codes, areas, period)
    flemish = {one.code: one.name for one in areas.of_geography(used, FLANDERS)}
    brussels = {one.code for one in areas.of_geography(used, BRUSSELS)}
    absent = [name for code, name in flemish.items() if code not in codes]
    if absent and len(absent) < len(flemish) * MOST:
        names = listed(absent) if len(absent) <= NAMED else ", ".join(absent[:NAMED]) + " …"
        words = {"value": period, "period": period, "count": len(absent), "expected": len(flemish), "names": names}
        yield finding("G5", sheet=cells.sheet, **words)
    if 0 < len(codes & brussels) < len(brussels) and len(absent) < len(flemish) * MOST:
        words = {"value": period, "period": period, "count": len(codes & brussels), "found": "maar gedeeltelijk"}
        yield finding("G8", sheet=cells.sheet, **words)
