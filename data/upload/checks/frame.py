"""All checks of understood cells, in order; of each kind so many are told as a person can read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from data.upload.checks.cells import Cells
from data.upload.checks.described import check_description
from data.upload.checks.history import check_history
from data.upload.checks.keys import check_keys
from data.upload.checks.places import check_places
from data.upload.checks.privacy import check_privacy
from data.upload.checks.sums import check_sums
from data.upload.checks.values import check_values
from data.upload.context import Context
from data.upload.finding import Finding, finding
from data.upload.mapping import Mapping
from data.upload.understand import Understood

MOST = 100
ALL = (check_values, check_keys, check_places, check_sums, check_history, check_privacy, check_description)


def check_frame(sheet: str, understood: Understood, mapping: Mapping, context: Context) -> Iterator[Finding]:
    """Run every check on the cells of a sheet."""
    if understood.frame.empty:
        return
    cells = Cells(sheet, understood.frame, understood.dimensions, mapping, context)
    for check in ALL:
        yield from check(cells)


def limited(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Give at most a hundred findings with one code, and say how many more there are."""
    counts: Counter[str] = Counter()
    for one in findings:
        counts[one.code] += 1
        if counts[one.code] <= MOST:
            yield one
    for code, count in counts.items():
        if count > MOST:
            yield finding("L9", value=code, count=count - MOST, most=MOST)
