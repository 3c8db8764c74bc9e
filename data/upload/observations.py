"""Writes understood cells as observations, one at a time: a million of them are never in memory together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from data.model import Observation

TEXTS = (
    "indicator", "ref_area", "time_period", "unit_measure", "obs_status", "source", "source_ref", "qualifier",
    "printed", "derivation", "note",
)  # fmt: skip
NUMBERS = ("obs_value", "numerator", "denominator", "sample_size", "lower", "upper")


def observations_of(frame: pd.DataFrame, dimensions: Sequence[str]) -> Iterator[Observation]:
    """Give the cells of a frame that were understood; the first of identical ones."""
    usable = frame[frame["understood"].astype(bool)]
    names = [*TEXTS, *NUMBERS]
    columns = [_decoded(usable[name]) for name in names]
    codes = [usable[name].cat.codes.to_numpy() for name in dimensions]
    categories = [list(usable[name].cat.categories) for name in dimensions]
    shared: dict[tuple[int, ...], dict[str, str]] = {}
    combinations = list(zip(*codes, strict=True)) if codes else [()] * len(usable)
    for combination, *values in zip(combinations, *columns, strict=True):
        if combination not in shared:
            shared[combination] = _breakdown(dimensions, categories, combination)
        yield Observation(breakdown=shared[combination], **dict(zip(names, values, strict=True)))


def _decoded(series: pd.Series) -> list[object]:
    if isinstance(series.dtype, pd.CategoricalDtype):
        categories = list(series.cat.categories)
        return [categories[code] for code in series.cat.codes]
    values = series.to_numpy()
    return [None if missing else value for value, missing in zip(values.tolist(), np.isnan(values), strict=True)]


def _breakdown(dimensions: Sequence[str], categories: Sequence[list[str]], codes: Sequence[int]) -> dict[str, str]:
    texts = [known[code] for known, code in zip(categories, codes, strict=True)]
    return {name: text for name, text in zip(dimensions, texts, strict=True) if text}
