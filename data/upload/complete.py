"""The frame of a whole sheet: its columns with values below each other, every field there, skipped rows gone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from data.upload.columns import constant
from data.upload.context import Context
from data.upload.mapping import SKIP
from data.upload.meaning import UNKNOWN

TEXTS = ("indicator", "ref_area", "time_period", "unit_measure", "obs_status", "source", "source_ref")
OPTIONAL = ("qualifier", "printed", "derivation", "note", "ref_area_name")
DEFAULT_PLACE = "opgeladen tabel"
"""The `source_ref` of a file that does not say where in the source its figures stand; the same for each upload."""


def joined(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Put frames below each other; categories that differ are united."""
    if len(parts) == 1:
        return parts[0]
    columns_of: dict[str, Any] = {}
    for name in parts[0].columns:
        columns = [one[name] for one in parts]
        if isinstance(columns[0].dtype, pd.CategoricalDtype):
            columns_of[name] = pd.api.types.union_categoricals(columns)
        else:
            columns_of[name] = np.concatenate([one.to_numpy() for one in columns])
    return pd.DataFrame(columns_of)


def complete(frame: pd.DataFrame, dimensions: Sequence[str], context: Context) -> pd.DataFrame:
    """Give every field a column, units that are not given those of the indicator, and drop skipped rows."""
    is_placed = {"ref_area", "time_period"} <= set(frame.columns)
    for field in (*TEXTS, *OPTIONAL, *dimensions):
        if field not in frame:
            frame[field] = constant("", len(frame)).categorical()
    for field in ("indicator", "ref_area", "time_period", *dimensions):
        if SKIP in frame[field].cat.categories:
            frame = frame[frame[field] != SKIP]
    units = {one.id: one.unit_measure for one in context.catalogue.indicators.values()}
    unit = frame["unit_measure"].astype(str)
    if (unit == "").any():
        frame = frame.assign(unit_measure=unit.where(unit != "", frame["indicator"].astype(str).map(units).fillna("")))
        frame["unit_measure"] = frame["unit_measure"].astype("category")
    if list(frame["source_ref"].cat.categories) == [""]:
        frame["source_ref"] = constant(DEFAULT_PLACE, len(frame)).categorical()
    understood = frame["understood"] & ~_has_unknown(frame, dimensions) & is_placed
    return frame.assign(understood=understood).reset_index(drop=True)


def _has_unknown(frame: pd.DataFrame, dimensions: Sequence[str]) -> pd.Series:
    """Tell for each cell whether one of its codes was not found, or its indicator or source is not given."""
    is_bad = (frame["indicator"] == "") | (frame["source"] == "")
    for field in (*TEXTS, *dimensions):
        if UNKNOWN in frame[field].cat.categories:
            is_bad |= frame[field] == UNKNOWN
    return is_bad
