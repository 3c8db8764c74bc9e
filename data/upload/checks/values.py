"""Checks of single numbers: possible for their unit, consistent with their counts and their status."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pandas as pd

from data.model import Indicator
from data.observations import WITHOUT_VALUE
from data.upload.checks.cells import MOST, Cells, shown_number
from data.upload.finding import Finding, finding

SHARE = "percent"
SIGNED = ("percentage_points", "times", "points", "rank")
"""Units that may be negative or have no natural zero."""

FEW = 4
MEANT = {"O": "niet beschikbaar"}
"""What a status is called beside a file of somebody; the others have the words of the codelist."""

MARKED = re.compile(r"[%€ \u00a0\u202f]")


def check_values(cells: Cells) -> Iterator[Finding]:
    """Check the numbers, indicator by indicator."""
    yield from _missing(cells)
    yield from _marks(cells)
    for indicator in cells.indicators:
        for check in (_share, _negative, _decimals, _constant, _unit):
            yield from check(cells, indicator)
    for check_all in (_counts, _computed, _limits, _contradiction):
        yield from check_all(cells)


def _missing(cells: Cells) -> Iterator[Finding]:
    """Tell how markers of missing values were read, each once."""
    frame = cells.frame[cells.frame["obs_value"].isna() & cells.frame["lower"].isna()]
    for (raw, status), part in frame[frame["understood"]].groupby(["raw", "obs_status"], observed=True):
        meant = MEANT.get(str(status)) or cells.context.catalogue.label("obs_status", str(status))
        words = {"value": f"“{raw}”" if str(raw).strip() else "niets", "count": len(part), "meant": meant}
        first = part.iloc[0]
        yield finding("W6", sheet=cells.sheet, row=int(first["sheet_row"]), column=int(first["sheet_column"]), **words)


def _marks(cells: Cells) -> Iterator[Finding]:
    """Tell about signs beside numbers: the number is read without them."""
    texts = cells.valued["raw"].unique()
    found = sorted({sign for text in texts for sign in MARKED.findall(str(text).strip())})
    if found:
        names = ["een spatie" if one.isspace() else one for one in found]
        yield finding("W8", sheet=cells.sheet, found=", ".join(names))


def _share(cells: Cells, indicator: Indicator) -> Iterator[Finding]:
    """Refuse shares above 100; ask when all of them are fractions of one."""
    frame = cells.levels(indicator)
    if indicator.unit_measure != SHARE or frame.empty:
        return
    yield from cells.each("W3", frame[frame["obs_value"] > 100])
    values = frame["obs_value"].to_numpy()
    chosen = any(one in ("fraction", "percent") for one in cells.mapping.readings.values())
    if not chosen and len(values) >= FEW and (values <= 1).all() and (values % 1 != 0).any():
        first = frame.iloc[0]
        yield cells.at("W7", first, count=len(values))


def _negative(cells: Cells, indicator: Indicator) -> Iterator[Finding]:
    if indicator.unit_measure not in SIGNED:
        yield from cells.each("W4", cells.levels(indicator).query("obs_value < 0"))


def _decimals(cells: Cells, indicator: Indicator) -> Iterator[Finding]:
    frame = cells.levels(indicator)
    values = frame["obs_value"].to_numpy()
    many = np.abs(values - np.round(values, max(indicator.decimals, 2))) > 1e-9
    if many.any():
        yield cells.at("W10", frame.iloc[int(np.argmax(many))], count=int(many.sum()), decimals=indicator.decimals)


def _constant(cells: Cells, indicator: Indicator) -> Iterator[Finding]:
    frame = cells.levels(indicator)
    if len(frame) > FEW and frame["obs_value"].nunique() == 1:
        yield cells.at("W11", frame.iloc[0], count=len(frame))


def _unit(cells: Cells, indicator: Indicator) -> Iterator[Finding]:
    frame = cells.levels(indicator)
    for unit in frame["unit_measure"].unique():
        if unit != indicator.unit_measure:
            label = cells.context.catalogue.label
            units = {"value": label("unit_measure", unit), "expected": label("unit_measure", indicator.unit_measure)}
            words = {**units, "indicator": indicator.title}
            yield cells.at("W15", frame[frame["unit_measure"] == unit].iloc[0], **words)


def _counts(cells: Cells) -> Iterator[Finding]:
    good = cells.good
    shares = good["unit_measure"].astype(str).isin(["percent"])
    bad = good[((good["numerator"] > good["denominator"]) & shares) | (good["denominator"] == 0)]
    for _, cell in bad.head(MOST).iterrows():
        counts = {name: shown_number(cell[name]) for name in ("numerator", "denominator")}
        yield cells.at("W9", cell, **counts)


def _computed(cells: Cells) -> Iterator[Finding]:
    """Compare a share with its counts, to the decimals that it is printed with."""
    units = cells.context.catalogue.codelists["unit_measure"]
    good = cells.fresh[cells.fresh["numerator"].notna() & (cells.fresh["denominator"] > 0)]
    per = good["unit_measure"].astype(str).map({one.code: one.properties.get("per") for one in units.codes.values()})
    expected = good["numerator"] / good["denominator"] * pd.to_numeric(per, errors="coerce")
    for index in good.index[((expected - good["obs_value"]).abs() > _tolerance(good)) & expected.notna()][:MOST]:
        cell = good.loc[index]
        words = {name: shown_number(cell[name]) for name in ("numerator", "denominator")}
        computed = shown_number(round(expected[index], 1))
        yield cells.at("S3", cell, expected=computed, mend=computed, **words)


def _tolerance(frame: pd.DataFrame) -> pd.Series:
    """Give what rounding explains: six tenths of the last decimal of a number."""
    decimals = frame["obs_value"].map(lambda value: len(f"{value:.6f}".rstrip("0").partition(".")[2]))
    return 0.6 * 10.0**-decimals


def _limits(cells: Cells) -> Iterator[Finding]:
    good = cells.good
    outside = (
        (good["lower"] > good["obs_value"]) | (good["upper"] < good["obs_value"]) | (good["lower"] > good["upper"])
    )
    for _, cell in good[outside].head(MOST).iterrows():
        yield cells.at("W18", cell, lower=shown_number(cell["lower"]), upper=shown_number(cell["upper"]))


def _contradiction(cells: Cells) -> Iterator[Finding]:
    """Refuse a number whose status says that there is none."""
    yield from cells.each("W19", cells.valued[cells.valued["obs_status"].astype(str).isin(WITHOUT_VALUE)])
