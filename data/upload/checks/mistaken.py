"""Numbers that look like those of another year or another unit: shifted, repeated, a thousand times, suddenly zero."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from data.model import Indicator
from data.upload.checks.cells import Cells, Numbers, keys_of, matched, shown_number
from data.upload.finding import Finding, finding

FEW = 4
MOSTLY, NEAR = 0.8, 0.3
"""The share of numbers that must be equal, and how far from a factor the middle one may be."""

FACTORS = (10, 100, 1000)


def check_mistaken(cells: Cells, indicator: Indicator, frame: pd.DataFrame, stored: pd.DataFrame) -> Iterator[Finding]:
    """Ask whether the file says what it seems to say."""
    for check in (_shift, _factor, _zero, _repeated_year):
        yield from check(cells, indicator, frame, stored)


def _moved(stored: pd.DataFrame, years: int) -> pd.DataFrame:
    periods = stored["time_period"].astype(str)
    moved = periods.map({one: shifted(one, years) for one in periods.unique()})
    return stored.assign(time_period=moved.astype("category"))


def shifted(period: str, years: int) -> str:
    """Move a period by years: "2009-2010" and 1 give "2010-2011"; an empty one stays."""
    if len(period) == 9 and period[4] == "-":
        return f"{int(period[:4]) + years}-{int(period[5:]) + years}"
    return f"{int(period[:4]) + years}{period[4:]}" if period[:4].isdigit() else period


def _shift(cells: Cells, indicator: Indicator, frame: pd.DataFrame, stored: pd.DataFrame) -> Iterator[Finding]:
    """Ask when the numbers are, for the most part, those of the year before or after."""
    values = frame["obs_value"].to_numpy()
    own_year = matched(frame, stored, cells.dimensions)
    if frame["obs_value"].nunique() < FEW or _share_equal(values, own_year) > 1 - MOSTLY:
        return
    for years, words in ((-1, "het jaar erna"), (1, "het jaar ervoor")):
        published = matched(frame, _moved(stored, years), cells.dimensions)
        if (~np.isnan(published)).sum() >= FEW and _share_equal(values, published) >= MOSTLY:
            if frame["time_period"].nunique() == 1 and not (~np.isnan(own_year)).any():
                return  # the same numbers in a new year: told as such
            count = int(np.nansum(np.abs(values - published) < 1e-9))
            yield finding("T5", sheet=cells.sheet, value=indicator.id, shift=words, count=count)


def _share_equal(values: Numbers, published: Numbers) -> float:
    known = ~np.isnan(published)
    return float((np.abs(values - published)[known] < 1e-9).mean()) if known.any() else 0.0


def _factor(cells: Cells, indicator: Indicator, frame: pd.DataFrame, stored: pd.DataFrame) -> Iterator[Finding]:
    """Ask when the numbers are about 10, 100 or 1 000 times the published ones, or the other way round."""
    latest = stored.sort_values("time_period").drop_duplicates(["ref_area", *cells.dimensions], keep="last")
    own, there = keys_of([frame, latest], ("ref_area", *cells.dimensions))
    published = pd.Series(latest["obs_value"].to_numpy(), index=there).reindex(own).to_numpy()
    usable = (published > 0) & (frame["obs_value"].to_numpy() > 0)
    if usable.sum() < FEW:
        return
    ratio = float(np.median(frame["obs_value"].to_numpy()[usable] / published[usable]))
    for factor in FACTORS:
        for one, words in ((ratio, "groot"), (1 / ratio, "klein")):
            if abs(one / factor - 1) < NEAR:
                told = {"factor": factor, "direction": words, "indicator": indicator.title}
                yield finding("T6", sheet=cells.sheet, value=indicator.id, **told)


def _zero(cells: Cells, indicator: Indicator, frame: pd.DataFrame, stored: pd.DataFrame) -> Iterator[Finding]:
    """Ask about a zero where every published value was well above it."""
    zeros = frame[frame["obs_value"] == 0]
    if zeros.empty:
        return
    own, there = keys_of([zeros, stored], ("ref_area", *cells.dimensions))
    lowest = pd.Series(stored["obs_value"].to_numpy(), index=there).groupby(level=0).min()
    for place, key in enumerate(own):
        if lowest.get(key, 0) >= FEW + 1:
            yield cells.at("W13", zeros.iloc[place], lowest=shown_number(lowest[key]))


def _repeated_year(cells: Cells, indicator: Indicator, frame: pd.DataFrame, stored: pd.DataFrame) -> Iterator[Finding]:
    """Ask when all numbers of a period are those of the one before."""
    periods = sorted(set(stored["time_period"].astype(str).unique()))
    for period in frame["time_period"].astype(str).unique():
        before = max((one for one in periods if one < period), default="")
        part = frame[frame["time_period"] == period]
        if not before or period in periods or part["obs_value"].nunique() < FEW:
            continue
        earlier = stored[stored["time_period"] == before].assign(time_period=period)
        earlier["time_period"] = earlier["time_period"].astype("category")
        published = matched(part, earlier, cells.dimensions)
        if (~np.isnan(published)).sum() >= FEW and _share_equal(part["obs_value"].to_numpy(), published) == 1:
            yield cells.at("W12", part.iloc[0], earlier=before, period=period, count=len(part))
