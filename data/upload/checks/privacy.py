"""Checks that protect persons: small counts, small samples, and text that could run in a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.export import FORMULA_STARTS
from data.upload.checks.cells import MOST, Cells, shown_number
from data.upload.finding import Finding, finding

THRESHOLD, SAMPLE = 5, 30
"""Counts below the threshold are hidden; samples below thirty are not shown."""

PERSONS = ("persons", "pupils", "enrolments", "diplomas", "applications")
NEGATIVE = re.compile(r"[+-][\d.,]")
TEXTS = ("note", "qualifier", "printed", "source_ref", "derivation")


def check_privacy(cells: Cells) -> Iterator[Finding]:
    """Check counts of persons, samples and texts."""
    for indicator in cells.indicators:
        frame = cells.levels(indicator)
        if indicator.source_kind in ("register", "census") and indicator.unit_measure in PERSONS:
            small = frame[(frame["obs_value"] > 0) & (frame["obs_value"] < THRESHOLD)]
            if len(small):
                yield cells.at("N3", small.iloc[0], count=len(small))
        if indicator.source_kind == "survey" and len(frame) and frame["sample_size"].isna().all():
            yield finding("N2", sheet=cells.sheet, indicator=indicator.title, value=indicator.id)
    few = cells.good[cells.good["sample_size"] < SAMPLE]
    for _, cell in few.head(MOST).iterrows():
        yield cells.at("N1", cell, value=shown_number(cell["sample_size"]))
    yield from _formulas(cells)


def _formulas(cells: Cells) -> Iterator[Finding]:
    """Count texts that a spreadsheet could take for a formula; negative numbers are none."""
    count = 0
    for name in TEXTS:
        column = cells.frame[name].cat
        for code, text in enumerate(column.categories):
            if text.startswith(FORMULA_STARTS) and not NEGATIVE.match(text):
                count += int((column.codes == code).sum())
    if count:
        yield finding("P2", sheet=cells.sheet, count=count)
