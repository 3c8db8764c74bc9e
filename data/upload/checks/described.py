"""Checks of the description of what is published: the catalogue's entry, the licence of the source, days and years."""

from __future__ import annotations

from collections.abc import Iterator

from data.upload.checks.cells import Cells
from data.upload.finding import Finding, finding

NEEDED = {"definition": "definitie", "group_definition": "wie bij welke groep hoort"}
COUNTS = {"numerator": "teller", "denominator": "noemer"}
DAY = 10


def check_description(cells: Cells) -> Iterator[Finding]:
    """Check what readers will find beside the numbers."""
    for indicator in cells.indicators:
        needed = NEEDED | (COUNTS if indicator.unit_measure == "percent" else {})
        if missing := [words for field, words in needed.items() if not getattr(indicator, field)]:
            words = {"indicator": indicator.title, "missing": ", ".join(missing)}
            yield finding("M1", sheet=cells.sheet, value=indicator.id, **words)
    sources = cells.context.catalogue.codelists["source"]
    for source in cells.good["source"].unique() if len(cells.good) else ():
        if source in sources and not sources[source].properties.get("licence"):
            yield finding("M3", sheet=cells.sheet, value=sources[source].label)
    days = [one for one in cells.good["time_period"].unique() if len(str(one)) == DAY] if len(cells.good) else []
    if days and cells.mapping.layout != "own":
        yield finding("M2", sheet=cells.sheet, value=days[0])
