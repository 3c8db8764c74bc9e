"""Checks of what identifies a number: no number twice, breakdowns that the indicator has, one kind of period."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from data.upload.checks.cells import KEY, MOST, Cells, keys_of
from data.upload.finding import Finding, finding


def check_keys(cells: Cells) -> Iterator[Finding]:
    """Check the keys of the cells."""
    yield from _breakdowns(cells)
    yield from _doubles(cells)
    yield from _periods(cells)
    yield from _totals(cells)


def key_names(cells: Cells) -> tuple[str, ...]:
    """Name all columns that together identify an observation."""
    return (*KEY, "source", "source_ref", *cells.dimensions)


def _doubles(cells: Cells) -> Iterator[Finding]:
    good = cells.good
    keys = keys_of([good], key_names(cells))[0]
    repeated = pd.Series(keys).duplicated().to_numpy()
    if not repeated.any():
        return
    _, first = np.unique(keys, return_index=True)
    first_of = dict(zip(keys[first].tolist(), first.tolist(), strict=True))
    for place in np.flatnonzero(repeated)[:MOST]:
        cell: Any = good.iloc[place]
        earlier: Any = good.iloc[first_of[int(keys[place])]]
        is_same = all(_same(cell[name], earlier[name]) for name in ("obs_value", "obs_status", "numerator", "lower"))
        words = {"first": int(earlier["sheet_row"]), "earlier": earlier["raw"], "value": cell["raw"]}
        yield cells.at("D2" if is_same else "D1", cell, **words)


def _same(one: object, other: object) -> bool:
    return bool(one == other) or (bool(pd.isna(one)) and bool(pd.isna(other)))  # type: ignore[call-overload]


def _breakdowns(cells: Cells) -> Iterator[Finding]:
    """Refuse a breakdown that the indicator of the row does not have; rows with the total of it may stay."""
    for indicator in cells.indicators:
        part = cells.good[cells.good["indicator"] == indicator.id]
        for name in set(cells.dimensions) - {*indicator.dimension_ids, "transformation"}:
            used = part[part[name] != ""]
            if len(used):
                yield cells.at(
                    "K15", used.iloc[0], value=cells.context.dimension_label(name), indicator=indicator.title
                )


def _periods(cells: Cells) -> Iterator[Finding]:
    """Ask about periods of two forms in one indicator: years beside school years or days."""
    for indicator in cells.indicators:
        if cells.mapping.layout == "own":
            return
        part = cells.good[cells.good["indicator"] == indicator.id]
        forms = {len(one): one for one in part["time_period"].unique() if one}
        if len(forms) > 1:
            rare = min(forms, key=lambda size: int((part["time_period"].astype(str).str.len() == size).sum()))
            other = next(one for size, one in forms.items() if size != rare)
            cell = part[part["time_period"] == forms[rare]].iloc[0]
            yield cells.at("J4", cell, value=forms[rare], first=other)


def _totals(cells: Cells) -> Iterator[Finding]:
    """Say where a breakdown has parts only; not for one that never had a total."""
    if cells.mapping.layout == "own":
        return
    for indicator in cells.indicators:
        part = cells.good[cells.good["indicator"] == indicator.id]
        stored = cells.stored(indicator)
        for name in set(cells.dimensions) & set(indicator.dimension_ids):
            had_total = len(stored) and (stored[name] == "").any() and (stored[name] != "").any()
            if len(part) and (part[name] != "").all() and had_total:
                label = next(one.label for one in indicator.dimensions if one.id == name)
                yield finding("H3", sheet=cells.sheet, value=label)
            yield from _new_groups(cells, part, stored, name)


def _new_groups(cells: Cells, part: pd.DataFrame, stored: pd.DataFrame, name: str) -> Iterator[Finding]:
    known, found = {*stored[name].unique()} - {""}, {*part[name].unique()} - {""}
    gone = sorted(known - found)
    for code in sorted(found - known) if known and gone else ():
        words = {"field": cells.context.dimension_label(name), "earlier": cells.context.catalogue.label(name, gone[0])}
        yield cells.at("H4", part[part[name] == code].iloc[0], value=cells.context.catalogue.label(name, code), **words)
