"""Writes observations as SDMX-CSV 2.0, with the names of the standard in capitals (here and only here).

Source: SDMX-CSV 2.0.0 field guide (sdmx.org, Technical Specifications): first STRUCTURE, STRUCTURE_ID and ACTION, then
dimensions, measure and attributes. An absent dimension is the total, code `_T`; a period that the source does not
state is `_U`, an area that it does not state `_Z` (CL_AREA: not applicable).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from data.export import MEASURE_AND_ATTRIBUTES, line_of
from data.model import Indicator, Observation

TOTAL, UNKNOWN_PERIOD, NO_AREA = "_T", "_U", "_Z"
AGENCY = "IIC"
LEADING = ("STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "INDICATOR", "REF_AREA", "TIME_PERIOD")


def to_sdmx_csv(indicator: Indicator, observations: Iterable[Observation]) -> Iterator[str]:
    """Write the observations of one indicator, a line each, the names of the columns first."""
    observations = list(observations)
    dimensions = list(indicator.dimension_ids)
    dimensions += sorted({name for one in observations for name in one.breakdown} - set(dimensions))
    yield line_of([*LEADING, *(name.upper() for name in (*dimensions, *MEASURE_AND_ATTRIBUTES))])
    for one in observations:
        broken_down = [one.breakdown.get(name, TOTAL) for name in dimensions]
        yield line_of([*_leading(indicator, one), *broken_down, *_rest(one)])


def _leading(indicator: Indicator, one: Observation) -> list[str]:
    identity = f"{AGENCY}:{indicator.id.upper()}(1.0)"
    where_and_when = [one.ref_area or NO_AREA, one.time_period or UNKNOWN_PERIOD]
    return ["dataflow", identity, "I", _frequency(one.time_period), indicator.id, *where_and_when]


def _rest(one: Observation) -> list[object]:
    return [getattr(one, name) for name in MEASURE_AND_ATTRIBUTES]


def _frequency(time_period: str) -> str:
    """Give the code of CL_FREQ: A for years and school years, M for months, D for reference days, _U where unknown."""
    if re.fullmatch(r"\d{4}(-\d{4})?", time_period):
        return "A"
    return {7: "M", 10: "D"}.get(len(time_period), "_U")
