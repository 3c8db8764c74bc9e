"""Checks against what is published: jumps, changed and vanished numbers, shifted years, other units, gaps.

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
from data.upload.checks.cells import KEY, Cells, Numbers, keys_of, shown_number
from data.upload.finding import Finding, finding

FEW, MANY, SCORE = 4, 12, 5.0
MOSTLY, NEAR = 0.8, 0.1
FACTORS = (10, 100, 1000)
CLASSES = 3
SMALLEST_JUMP = {"percent": 5.0}
"""Percentage points that count as a jump at all; of other units a quarter of the value."""

PROVISIONAL = ("P", "E", "F")


def check_history(cells: Cells) -> Iterator[Finding]:
    """Compare with the published numbers, indicator by indicator."""
    if cells.repeated:
        count = int(cells.good["indicator"].isin(cells.repeated).sum())
        yield finding("T8", sheet=cells.sheet, count=count)
    for indicator in cells.indicators:
        frame, stored = cells.levels(indicator), cells.stored(indicator)
        if "transformation" in cells.dimensions:
            stored = stored[stored["transformation"] == ""]
        yield from _flags(cells, frame)
        stored = stored[(stored["rest"] == "") & stored["obs_value"].notna()]
        if frame.empty or stored.empty:
            continue
        for check in (_same_year, _shift, _factor, _gap, _zero, _repeated_year, _description):
            yield from check(cells, indicator, frame, stored)
        yield from _jumps(cells, indicator, frame, stored)


def _matched(frame: pd.DataFrame, stored: pd.DataFrame, dimensions: tuple[str, ...]) -> Numbers:
    """Give the published value of each cell; NaN where there is none."""
    own, published = keys_of([frame, stored], (*KEY, *dimensions))
    return pd.Series(stored["obs_value"].to_numpy(), index=published).groupby(level=0).last().reindex(own).to_numpy()


def _moved(stored: pd.DataFrame, years: int) -> pd.DataFrame:
    periods = stored["time_period"].astype(str)
    moved = periods.map({one: shifted(one, years) for one in periods.unique()})
    return stored.assign(time_period=moved.astype("category"))


def shifted(period: str, years: int) -> str:
    """Move a period by years: "2009-2010" and 1 give "2010-2011"; an empty one stays."""
    if len(period) == 9 and period[4] == "-":
        return f"{int(period[:4]) + years}-{int(period[5:]) + years}"
    return f"{int(period[:4]) + years}{period[4:]}" if period[:4].isdigit() else period


def _same_year(cells: Cells, indicator: Indicator, frame: pd.DataFrame, stored: pd.DataFrame) -> Iterator[Finding]:
    published = _matched(frame, stored, cells.dimensions)
    known = ~np.isnan(published)
    changed = known & (np.abs(published - frame["obs_value"].to_numpy()) > 1e-9)
    if changed.any():
        place = int(np.argmax(changed))
        yield cells.at("T2", frame.iloc[place], count=int(changed.sum()), earlier=shown_number(published[place]))
    yield from _final(cells, frame, stored)
    own, there = keys_of([frame, stored], (*KEY, *cells.dimensions))
    in_file = stored["time_period"].astype(str).isin(frame["time_period"].astype(str).unique())
    in_file &= stored["source"].astype(str).isin(frame["source"].astype(str).unique())
    gone = stored[in_file.to_numpy() & ~np.isin(there, own)]
    if len(gone):
        first = gone.iloc[0]
        example = f"{cells.context.catalogue.label('ref_area', first['ref_area'])} {first['time_period']}"
        yield finding("T7", sheet=cells.sheet, value=indicator.id, count=len(gone), example=example)


def _final(cells: Cells, frame: pd.DataFrame, stored: pd.DataFrame) -> Iterator[Finding]:
    """Tell about numbers that were provisional or estimated and are no longer."""
    own, there = keys_of([frame, stored], (*KEY, *cells.dimensions))
    was = there[stored["obs_status"].astype(str).isin(PROVISIONAL).to_numpy()]
    count = int((np.isin(own, was) & (frame["obs_status"] == "A").to_numpy()).sum())
    if count:
        yield finding("T9", sheet=cells.sheet, count=count)


def _shift(cells: Cells, indicator: Indicator, frame: pd.DataFrame, stored: pd.DataFrame) -> Iterator[Finding]:
    """Ask when the numbers are, for the most part, those of the year before or after."""
    values = frame["obs_value"].to_numpy()
    own_year = _matched(frame, stored, cells.dimensions)
    if frame["obs_value"].nunique() < FEW or _share_equal(values, own_year) > 1 - MOSTLY:
        return
    for years, words in ((-1, "het jaar erna"), (1, "het jaar ervoor")):
        published = _matched(frame, _moved(stored, years), cells.dimensions)
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
            if abs(one / factor - 1) < 3 * NEAR:
                told = {"factor": factor, "direction": words, "indicator": indicator.title}
                yield finding("T6", sheet=cells.sheet, value=indicator.id, **told)


def _gap(cells: Cells, indicator: Indicator, frame: pd.DataFrame, stored: pd.DataFrame) -> Iterator[Finding]:
    """Ask about years between the published series and the file, of a series that had every year."""
    known = _years(stored)
    fresh = _years(frame) - known
    if len(known) < 3 or max(known) - min(known) + 1 != len(known) or not fresh:
        return
    together = sorted(known | fresh)
    for before, after in pairwise(together):
        if after - before > 1:
            missing = ", ".join(str(year) for year in range(before + 1, after))
            words = {"before": before, "after": after, "missing": missing}
            yield finding("T4", sheet=cells.sheet, value=indicator.id, **words)


def _years(frame: pd.DataFrame) -> set[int]:
    return {int(one[:4]) for one in frame["time_period"].astype(str).unique() if one[:4].isdigit()}


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
        published = _matched(part, earlier, cells.dimensions)
        if (~np.isnan(published)).sum() >= FEW and _share_equal(part["obs_value"].to_numpy(), published) == 1:
            yield cells.at("W12", part.iloc[0], earlier=before, period=period, count=len(part))


def _description(cells: Cells, indicator: Indicator, frame: pd.DataFrame, stored: pd.DataFrame) -> Iterator[Finding]:
    known, found = set(stored["source"].unique()), set(frame["source"].unique())
    if not known & found:
        names = [
            ", ".join(cells.context.catalogue.label("source", one) for one in sorted(each)) for each in (known, found)
        ]
        yield finding("M4", sheet=cells.sheet, earlier=names[0], value=names[1])


def _flags(cells: Cells, frame: pd.DataFrame) -> Iterator[Finding]:
    """Tell about provisional numbers and breaks, once for each period."""
    for code, statuses in (("V1", PROVISIONAL), ("T3", ("B",))):
        flagged = frame[frame["obs_status"].astype(str).isin(statuses)]
        for period, part in flagged.groupby("time_period", observed=True):
            yield cells.at(code, part.iloc[0], period=period, count=len(part), value=period)


def _jumps(cells: Cells, indicator: Indicator, frame: pd.DataFrame, stored: pd.DataFrame) -> Iterator[Finding]:
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
