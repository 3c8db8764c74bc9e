"""Jumps: changes since the period before that stand out.

A jump is judged among the changes of the other areas in the same years, by the robust z-score 0.6745 (x − median) / MAD
above 5 (Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993, advise 3.5 for few points; with hundreds of
areas that would ask too often), per class of size; with few areas it must be larger than every earlier one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.model import Indicator
from data.upload.checks.cells import Cells, Numbers, keys_of, shown_number
from data.upload.finding import Finding

MANY, SCORE = 12, 5.0
CLASSES = 3
SMALLEST_JUMP = {"percent": 5.0}
"""Percentage points that count as a jump at all; of other units a quarter of the value."""


def check_jumps(cells: Cells, indicator: Indicator, frame: pd.DataFrame, stored: pd.DataFrame) -> Iterator[Finding]:
    """Ask about changes since the period before that stand out, period by period."""
    everything = pd.concat([stored, frame])[["ref_area", "time_period", "obs_value", *cells.dimensions]]
    periods = sorted(everything["time_period"].astype(str).unique())
    for before, period in pairwise(periods):
        part = frame[frame["time_period"] == period]
        if part.empty or len(before) != len(period):
            continue
        earlier = _values_of(everything, before, part, cells.dimensions)
        change = _change(part["obs_value"].to_numpy(), earlier, indicator)
        is_jump = _stands_out(change, earlier, indicator)
        if (~np.isnan(change)).sum() < MANY:
            is_jump = _beyond_history(change, everything, part, before, indicator, cells.dimensions)
        for place in np.flatnonzero(is_jump):
            words = {"earlier": shown_number(earlier[place]), "before": before, "period": period}
            yield cells.at("T1", part.iloc[place], **words)


def _values_of(everything: pd.DataFrame, period: str, part: pd.DataFrame, dimensions: tuple[str, ...]) -> Numbers:
    chosen = everything[everything["time_period"] == period]
    own, there = keys_of([part, chosen], ("ref_area", *dimensions))
    return pd.Series(chosen["obs_value"].to_numpy(), index=there).groupby(level=0).last().reindex(own).to_numpy()


def _change(values: Numbers, earlier: Numbers, indicator: Indicator) -> Numbers:
    """Give changes in percentage points, or of other units as the logarithm of the ratio."""
    if indicator.unit_measure == "percent":
        return values - earlier
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.log(values / earlier)
    return np.where(np.isfinite(ratio), ratio, np.nan)


def _is_large(change: Numbers, indicator: Indicator) -> NDArray[np.bool_]:
    return np.abs(change) >= SMALLEST_JUMP.get(indicator.unit_measure, np.log(1.25))


def _stands_out(change: Numbers, earlier: Numbers, indicator: Indicator) -> NDArray[np.bool_]:
    """Judge each change among those of areas of about its size."""
    found = np.zeros(len(change), dtype=bool)
    known = np.flatnonzero(~np.isnan(change))
    count = CLASSES if len(known) >= CLASSES * MANY else 1
    for places in np.array_split(known[np.argsort(earlier[known], kind="stable")], count):
        if len(places) >= MANY:
            deviation = change[places] - np.median(change[places])
            spread = float(np.median(np.abs(deviation)))
            found[places] = (0.6745 * np.abs(deviation) > SCORE * spread) & _is_large(change[places], indicator)
    return found


def _beyond_history(
    change: Numbers,
    everything: pd.DataFrame,
    part: pd.DataFrame,
    before: str,
    indicator: Indicator,
    dimensions: tuple[str, ...],
) -> NDArray[np.bool_]:
    """Judge each change among the earlier ones of its own series; at least two of those are needed."""
    earlier = everything[everything["time_period"].astype(str) <= before].sort_values("time_period")
    own, there = keys_of([part, earlier], ("ref_area", *dimensions))
    largest = {}
    for key, values in pd.Series(earlier["obs_value"].to_numpy(), index=there).groupby(level=0):
        changes = _change(values.to_numpy()[1:], values.to_numpy()[:-1], indicator)
        if (~np.isnan(changes)).sum() >= 2:
            largest[key] = float(np.nanmax(np.abs(changes)))
    most = np.array([largest.get(key, np.inf) for key in own])
    return (np.abs(change) > most) & _is_large(change, indicator)
