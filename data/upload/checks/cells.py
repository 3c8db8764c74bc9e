"""What every check of cells works on: the understood cells, keys of one number each, and the way to tell a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.dutch import number
from data.model import Indicator, Observation
from data.shown import shown
from data.upload.context import Context
from data.upload.finding import Finding, finding
from data.upload.mapping import Mapping
from data.upload.observations import observations_of

Keys = NDArray[np.int64]
Numbers = NDArray[np.float64]
KEY = ("indicator", "ref_area", "time_period")
HIDDEN, ANNUAL = "Q", 4
LARGEST = 2**62
MOST = 1000
"""So many cells are looked at one by one in a check; a file with more mistakes is not better read."""


@dataclass(frozen=True)
class Cells:
    """The understood cells of one sheet, with what they are checked against.

    `sheet` is the name to show, `frame` as in `data/upload/understand.py` (every cell), `dimensions` its breakdowns.
    """

    sheet: str
    frame: pd.DataFrame
    dimensions: tuple[str, ...]
    mapping: Mapping
    context: Context

    @cached_property
    def good(self) -> pd.DataFrame:
        """Give the cells that were understood."""
        return self.frame[self.frame["understood"]]

    @cached_property
    def valued(self) -> pd.DataFrame:
        """Give the cells with a number."""
        return self.good[self.good["obs_value"].notna()]

    @cached_property
    def fresh(self) -> pd.DataFrame:
        """Give the cells with a number of indicators that are not published yet just so."""
        return self.valued[~self.valued["indicator"].isin(self.repeated)]

    @cached_property
    def indicators(self) -> list[Indicator]:
        """List the indicators with a cell that is not published yet just so; published ones are not doubted again."""
        used = self.good["indicator"].unique()
        known = [self.context.catalogue.indicators[one] for one in used if one in self.context.catalogue.indicators]
        return [one for one in known if one.id not in self.repeated]

    @cached_property
    def repeated(self) -> list[str]:
        """List the indicators of which the file says what is already published, and nothing else."""
        return [one for one in self.good["indicator"].unique() if self._is_repeated(one)]

    def _is_repeated(self, indicator: str) -> bool:
        """Tell whether all cells of an indicator are published with the same number and status."""
        stored, public = self.context.stored(indicator), self.context.public(indicator)
        part = self.good[self.good["indicator"] == indicator]
        if not stored or len(part) > len(stored):
            return False
        known = [{one.key: one for one in each} for each in ([stored] if public is stored else [stored, public])]
        told = observations_of(part, self.dimensions)
        return all(any(_is_same(one, each.get(one.key)) for each in known) for one in told)

    def of(self, indicator: Indicator) -> pd.DataFrame:
        """Give the cells with a number of one indicator."""
        return self.valued[self.valued["indicator"] == indicator.id]

    def levels(self, indicator: Indicator) -> pd.DataFrame:
        """Give the cells that are the figure itself, not a gap or change that the source prints about it."""
        frame = self.of(indicator)
        return frame[frame["transformation"] == ""] if "transformation" in self.dimensions else frame

    def stored(self, indicator: Indicator) -> pd.DataFrame:
        """Give what readers see of an indicator now, as a frame with the same columns."""
        if indicator.id not in self._stored:
            self._stored[indicator.id] = stored_frame(self.context.stored(indicator.id), self.dimensions)
        return self._stored[indicator.id]

    @cached_property
    def _stored(self) -> dict[str, pd.DataFrame]:
        return {}

    def at(self, code: str, cell: pd.Series, /, **words: object) -> Finding:
        """Make a finding about one cell."""
        place = {"row": int(cell["sheet_row"]), "column": int(cell["sheet_column"])}
        given = {"value": shown_number(cell["obs_value"]) if pd.notna(cell["obs_value"]) else str(cell["raw"]), **words}
        return finding(code, sheet=self.sheet, **place, **given)

    def each(self, code: str, cells: pd.DataFrame) -> Iterator[Finding]:
        """Make a finding for each cell, up to as many as are counted."""
        for _, cell in cells.head(MOST).iterrows():
            yield self.at(code, cell)


def _is_same(one: Observation, published: Observation | None) -> bool:
    if published is None:
        return False
    return (one.obs_value, one.obs_status) == (published.obs_value, published.obs_status)


def stored_frame(observations: Sequence[Observation], dimensions: Sequence[str]) -> pd.DataFrame:
    """Put the shown observations of one indicator in a frame; breakdowns that the file does not have stay apart."""
    chosen = list(shown(observations).values())
    frame = pd.DataFrame(
        {
            **{name: [getattr(one, name) for one in chosen] for name in (*KEY, "source", "obs_status", "unit_measure")},
            "obs_value": np.array([one.obs_value for one in chosen], dtype=float),
            **{name: [one.breakdown.get(name, "") for one in chosen] for name in dimensions},
            "rest": [
                "".join(f"{n}={c};" for n, c in sorted(one.breakdown.items()) if n not in dimensions) for one in chosen
            ],
        }
    )
    text = [name for name in frame.columns if name != "obs_value"]
    return frame.astype(dict.fromkeys(text, "category"))


def keys_of(frames: Sequence[pd.DataFrame], names: Sequence[str]) -> list[Keys]:
    """Number the rows of several frames, so that rows with the same texts in these columns have the same number."""
    keys = [np.zeros(len(frame), dtype=np.int64) for frame in frames]
    size = 1
    for name in names:
        columns = [frame[name].astype("category") for frame in frames]
        known = {text: place for place, text in enumerate(dict.fromkeys(t for c in columns for t in c.cat.categories))}
        if size * (len(known) + 1) > LARGEST:
            joined = np.unique(np.concatenate(keys), return_inverse=True)[1].astype(np.int64)
            keys = np.split(joined, np.cumsum([len(one) for one in keys])[:-1])
            size = len(joined) + 1
        for place, column in enumerate(columns):
            codes = np.array([*(known[text] for text in column.cat.categories), len(known)], dtype=np.int64)
            keys[place] = keys[place] * (len(known) + 1) + codes[column.cat.codes.to_numpy()]
        size *= len(known) + 1
    return keys


def matched(frame: pd.DataFrame, stored: pd.DataFrame, dimensions: tuple[str, ...]) -> Numbers:
    """Give the published value of each cell; NaN where there is none."""
    own, published = keys_of([frame, stored], (*KEY, *dimensions))
    return pd.Series(stored["obs_value"].to_numpy(), index=published).groupby(level=0).last().reindex(own).to_numpy()


def shown_number(value: float) -> str:
    """Write a number for people: "1.234,5"."""
    return number(float(value)) if pd.notna(value) else ""
