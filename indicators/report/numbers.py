"""The numbers of a report for a spreadsheet: each with its count, definition, source and revision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.catalogue import Catalogue
from data.model import Indicator, Observation
from data.workbook import decimals_shown
from indicators import flags, words
from indicators.local.comparison import Comparison
from indicators.local.figures import Line, share_of
from indicators.local.rows import Row

RegionSeries = Mapping[Line, Sequence[Observation]]


@dataclass(frozen=True)
class Number:
    """One number of a municipality, the Flemish Region or a group; what is not known is None or empty.

    `revision` is 0 for the number of a group, which we compute.
    """

    title: str
    area: str
    period: str
    value: float | None
    decimals: int
    unit: str
    count: float | None
    of: float | None
    nature: str
    derivation: str
    note: str
    definition: str
    source: str
    source_ref: str
    revision: int


def numbers(rows: Iterable[Row], of_region: RegionSeries, catalogue: Catalogue, name: str, group: str) -> list[Number]:
    """List the numbers of rows: the municipality over time, the region in the same periods, and the group."""
    return [one for row in rows for one in _of_row(row, of_region, catalogue, name, group)]


def _of_row(row: Row, of_region: RegionSeries, catalogue: Catalogue, name: str, group: str) -> list[Number]:
    numbers = row.numbers
    periods = {one.time_period for one in numbers.series}
    region = [one for one in of_region.get(numbers.line, ()) if one.time_period in periods]
    found = [_number(one, row.title, name, numbers.indicator, catalogue) for one in numbers.series]
    found += [_number(one, row.title, "Vlaams Gewest", numbers.indicator, catalogue) for one in region]
    return found + ([_of_group(row, catalogue, group)] if numbers.group_value is not None else [])


def _number(one: Observation, title: str, area: str, indicator: Indicator, catalogue: Catalogue) -> Number:
    share = share_of(one)
    return Number(
        title=title,
        area=area,
        period=words.period(one.time_period, indicator.period_kind),
        value=one.obs_value,
        decimals=0 if one.obs_value is None else decimals_shown(one, indicator),
        unit=catalogue.label("unit_measure", one.unit_measure),
        count=share.count if share else None,
        of=share.of if share else one.sample_size,
        nature=flags.nature(one) or ("" if one.obs_value is not None else words.value(one, indicator)),
        derivation=one.derivation,
        note=one.note,
        definition=indicator.definition,
        source=catalogue.label("source", one.source),
        source_ref=one.source_ref,
        revision=one.revision,
    )


def _of_group(row: Row, catalogue: Catalogue, group: str) -> Number:
    numbers: Comparison = row.numbers
    share, members = numbers.group.share, numbers.group.with_data
    sum_told = f"som van de tellers ÷ som van de noemers van {members} gemeenten × 100"
    sources = dict.fromkeys(one.source for one in numbers.across.observations.values())
    return Number(
        title=row.title,
        area=group,
        period=words.period(numbers.own.time_period, numbers.indicator.period_kind) if numbers.own else "",
        value=numbers.group_value,
        decimals=numbers.indicator.decimals,
        unit=catalogue.label("unit_measure", numbers.indicator.unit_measure),
        count=share.count if share else None,
        of=share.of if share else None,
        nature="afgeleid",
        derivation=sum_told if share else f"mediaan van {members} gemeenten",
        note=row.group_note,
        definition=numbers.indicator.definition,
        source=words.listed([catalogue.label("source", code) for code in sources]),
        source_ref="",
        revision=0,
    )
