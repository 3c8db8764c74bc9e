"""Checks against what is published: changed, absent and repeated numbers, gaps, flags, another source."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pandas as pd

from data.model import Indicator
from data.upload.checks.cells import KEY, Cells, keys_of, matched, shown_number
from data.upload.checks.jumps import check_jumps
from data.upload.checks.mistaken import check_mistaken
from data.upload.finding import Finding, finding

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
        for check in (_same_year, _gap, check_mistaken, _description, check_jumps):
            yield from check(cells, indicator, frame, stored)


def _same_year(cells: Cells, indicator: Indicator, frame: pd.DataFrame, stored: pd.DataFrame) -> Iterator[Finding]:
    published = matched(frame, stored, cells.dimensions)
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
