"""Checks of sums: parts and totals, shares that make 100, municipalities and their region, and what sums give away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.areas import FLANDERS
from data.model import Indicator, SumRule
from data.upload.checks.cells import KEY, MOST, Cells, Numbers, keys_of, shown_number
from data.upload.finding import Finding, finding

SHARES = 0.2
"""Shares with one decimal may make 99,8 to 100,2 together (the design of the upload page, S1)."""

HIDDEN = "Q"
Flags = NDArray[np.bool_]


def check_sums(cells: Cells) -> Iterator[Finding]:
    """Check every rule of every indicator, and the sum over municipalities."""
    for indicator in cells.indicators:
        for rule in indicator.sums:
            if rule.dimension in cells.dimensions and rule.dimension not in cells.mapping.overlapping:
                yield from _rule(cells, indicator, rule)
        yield from _overlapping(cells, indicator)
        yield from _region(cells, indicator)


def _overlapping(cells: Cells, indicator: Indicator) -> Iterator[Finding]:
    """Ask why groups overlap that should make a whole: their sum is not checked, as a person chose."""
    for name in sorted({rule.dimension for rule in indicator.sums} & set(cells.mapping.overlapping)):
        used = cells.of(indicator)
        if name in cells.dimensions and (used[name] != "").any():
            label = cells.context.dimension_label(name)
            yield finding("S5", sheet=cells.sheet, value=name, dimension=label, indicator=indicator.title)


def _rule(cells: Cells, indicator: Indicator, rule: SumRule) -> Iterator[Finding]:
    """Check one rule in all areas and periods at once: a line for each, a column for each part and the whole."""
    good = cells.good[cells.good["indicator"] == indicator.id]
    wanted = [*rule.parts, *([] if rule.whole == "100" else [rule.whole])]
    rows = good[good[rule.dimension].astype(str).isin(wanted)]
    others = [name for name in (*KEY, "source", *cells.dimensions) if name != rule.dimension]
    lines, line = np.unique(keys_of([rows], others)[0], return_inverse=True)
    place = np.full((len(lines), len(wanted)), -1)
    place[line, rows[rule.dimension].astype(str).map(wanted.index).to_numpy(dtype=int)] = np.arange(len(rows))
    place = place[(place[:, : len(rule.parts)] >= 0).all(axis=1)]
    values = np.append(rows["obs_value"].to_numpy(), np.nan)[place]
    hidden = np.append((rows["obs_status"] == HIDDEN).to_numpy(), False)[place]
    for check in (_wrong, _given_away):
        for found in check(values, hidden, rule)[:MOST]:
            last = place[found].max() if rule.whole == "100" or check is _given_away else place[found][-1]
            yield _told(cells, rule, rows.iloc[last], values[found])


def _parts_and_whole(values: Numbers, rule: SumRule) -> tuple[Numbers, Numbers]:
    parts = values[:, : len(rule.parts)]
    return parts, np.full(len(values), 100.0) if rule.whole == "100" else values[:, -1]


def _wrong(values: Numbers, _hidden: Flags, rule: SumRule) -> NDArray[np.intp]:
    """Give the lines of which the parts do not make the whole, beyond what rounding explains."""
    parts, whole = _parts_and_whole(values, rule)
    difference = np.abs(parts.sum(axis=1) - whole)
    suspect = np.flatnonzero(difference > 1e-9)
    return suspect[[difference[one] > slack(values[one], rule) for one in suspect]] if len(suspect) else suspect


def _given_away(values: Numbers, hidden: Flags, rule: SumRule) -> NDArray[np.intp]:
    """Give the lines with one hidden part and a whole: the part is the difference."""
    parts, whole = _parts_and_whole(values, rule)
    missing = np.isnan(parts)
    alone = (missing.sum(axis=1) == 1) & (hidden[:, : parts.shape[1]] & missing).any(axis=1)
    return np.flatnonzero(alone & ~np.isnan(whole))


def slack(values: Numbers, rule: SumRule) -> float:
    """Give what rounding explains: half of the last decimal of each number; shares with one decimal 0,2 at least."""
    decimals = max(len(f"{value:.6f}".rstrip("0").partition(".")[2]) for value in values)
    if rule.whole == "100":
        return max(SHARES, 0.5 * len(values) * 10.0**-decimals) + 1e-9
    return 0.5 * len(values) * 10.0**-decimals + 1e-9 if decimals else 1e-9


def _told(cells: Cells, rule: SumRule, cell: Any, values: Numbers) -> Finding:
    parts = values[: len(rule.parts)]
    whole = 100.0 if rule.whole == "100" else float(values[-1])
    label = cells.context.catalogue.label
    parts_told = ", ".join(label(rule.dimension, one) for one in rule.parts)
    words = {"dimension": cells.context.dimension_label(rule.dimension), "parts": parts_told}
    if np.isnan(parts).any():
        return cells.at("N4", cell, **words, value=shown_number(whole))
    total = shown_number(round(float(parts.sum()), 2))
    if rule.whole != "100":
        return cells.at("S2", cell, **words, sum=total, value=shown_number(whole), mend=total)
    most = slack(values, rule)
    limits = {"lowest": shown_number(round(100 - most, 2)), "highest": shown_number(round(100 + most, 2))}
    return cells.at("S1", cell, **words, **limits, value=total, mend=rule.dimension)


def _region(cells: Cells, indicator: Indicator) -> Iterator[Finding]:
    """Compare counts of all Flemish municipalities with what the file states for the region."""
    unit = cells.context.catalogue.codelists["unit_measure"][indicator.unit_measure]
    if not unit.properties.get("additive"):
        return
    frame = cells.levels(indicator)
    flemish = [one.code for one in cells.context.catalogue.areas.municipalities.values() if one.region == FLANDERS]
    others = [name for name in ("time_period", "source", *cells.dimensions)]
    parts = frame[frame["ref_area"].astype(str).isin(flemish)]
    for _, whole in frame[frame["ref_area"] == FLANDERS].iterrows():
        same = np.logical_and.reduce([(parts[name] == whole[name]).to_numpy() for name in others])
        total = float(parts["obs_value"][same].sum())
        if same.sum() > len(flemish) / 2 and total != whole["obs_value"]:
            words = {"sum": shown_number(total), "count": int(same.sum()), "period": whole["time_period"]}
            yield cells.at("S4", whole, area="het Vlaams Gewest", **words)
