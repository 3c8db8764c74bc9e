"""Writes understood cells as observations, one at a time: a million of them are never in memory together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields

import numpy as np
import pandas as pd

from data.model import Observation

PART = 20_000
IN_ORDER = tuple(one.name for one in fields(Observation) if one.name not in ("breakdown", "revision"))
"""The columns with the fields of an observation, in its order; the breakdown comes from those of the dimensions."""
IN_FRONT = IN_ORDER.index("obs_value")


def observations_of(frame: pd.DataFrame, dimensions: Sequence[str]) -> Iterator[Observation]:
    """Give the cells of a frame that were understood, row by row."""
    shared: dict[Sequence[str], dict[str, str]] = {}
    for start in range(0, len(frame), PART):
        part = frame.iloc[start : start + PART]
        yield from _of_part(part[part["understood"].astype(bool)], dimensions, shared)


def _of_part(
    part: pd.DataFrame, dimensions: Sequence[str], shared: dict[Sequence[str], dict[str, str]]
) -> Iterator[Observation]:
    columns = [_decoded(part[name]) for name in IN_ORDER]
    groups = [_decoded(part[name]) for name in dimensions]
    combinations = list(zip(*groups, strict=True)) if groups else [()] * len(part)
    for combination in set(combinations) - set(shared):
        shared[combination] = {name: text for name, text in zip(dimensions, combination, strict=True) if text}
    columns.insert(IN_FRONT, [shared[one] for one in combinations])
    yield from map(Observation, *columns)


def _decoded(series: pd.Series) -> list[object]:
    if isinstance(series.dtype, pd.CategoricalDtype):
        found: np.ndarray = series.cat.categories.to_numpy(dtype=object)[series.cat.codes.to_numpy()]
    else:
        found = series.to_numpy().astype(object)
        found[series.isna().to_numpy()] = None
    return found.tolist()
