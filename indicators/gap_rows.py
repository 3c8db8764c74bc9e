"""Gaps as rows of a list: one group against its reference group, placed on a common axis of shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.catalogue import Catalogue
from data.model import Indicator, Observation
from indicators import words
from indicators.flags import is_open
from indicators.measures import Gap, gap_number, gaps
from indicators.series import Names, levels, sections


@dataclass(frozen=True)
class RowMark:
    """One mark: its place on the axis in per cent of its length, its text, the look of its family."""

    place: float
    text: str
    name: str
    family: str
    is_open: bool


@dataclass(frozen=True)
class GapRow:
    """One row: what is measured, when and for whom, both marks (the lower value first) and the gap."""

    title: str
    slug: str
    note: str
    polarity: str
    marks: tuple[RowMark, RowMark]
    size: float
    gap: str
    text: str


def axis_end(found: Iterable[Gap]) -> float:
    """Give the end of the common axis: the first multiple of twenty per cent above all values, at most a hundred."""
    values = [one.number for gap in found for one in (gap.group, gap.reference)]
    return min(100.0, 20.0 * (int(max(values, default=80) // 20) + 1))


def find_gap(
    indicator: Indicator, catalogue: Catalogue, observations: Iterable[Observation], breakdown: Mapping[str, str]
) -> Gap | None:
    """Find the newest gap of one group; None where its number or that of the reference group is missing."""
    made = sections(levels(observations), indicator, catalogue)
    found = [
        gap for section in made for gap in gaps(section, indicator) if dict(gap.group.breakdown) == dict(breakdown)
    ]
    return max(found, key=lambda gap: gap.group.time_period, default=None)


def gap_row(gap: Gap, indicator: Indicator, catalogue: Catalogue, end: float, title: str = "") -> GapRow:
    """Lay out one gap on an axis from zero to `end` per cent; without a title the row is named by its breakdown."""
    names = Names(indicator, catalogue)
    pair = sorted((gap.reference, gap.group), key=lambda one: one.number)
    marks = [_mark(one, gap, indicator, names, end) for one in pair]
    size = gap_number(gap)
    group = names.code(gap.dimension, gap.group.breakdown[gap.dimension])
    reference = names.code(gap.dimension, gap.reference.breakdown[gap.dimension])
    rest = names.breakdown(gap.group.breakdown, without=(gap.dimension,))
    title = title or (indicator.title if rest == "totaal" else f"{indicator.title}, {rest}")
    when = words.period(gap.group.time_period, indicator.period_kind)
    values = f"{group} {words.value(gap.group, indicator)}, {reference} {words.value(gap.reference, indicator)}"
    text = f"{title}: {values}. Kloof: {words.with_unit(size, 'percentage_points')}."
    note = f"{when} · {group} ↔ {reference}"
    return GapRow(title, indicator.slug, note, indicator.polarity, (marks[0], marks[1]), gap.size, size, text)


def _mark(one: Observation, gap: Gap, indicator: Indicator, names: Names, end: float) -> RowMark:
    code = names.catalogue.codelists[gap.dimension][one.breakdown[gap.dimension]]
    text = words.number(one.number, words.decimals(one, indicator))
    return RowMark(100 * (one.number) / end, text, code.label, code.family, is_open(one))


def by_polarity(rows: Iterable[GapRow]) -> list[tuple[str, list[GapRow]]]:
    """Group rows by how a high number reads, the largest gap first in each group."""
    ordered = sorted(rows, key=lambda row: row.size, reverse=True)
    heads = {
        "higher_is_better": "Hoger is gunstiger",
        "lower_is_better": "Lager is gunstiger",
        "neutral": "Geen oordeel",
    }
    groups = [(head, [row for row in ordered if row.polarity == polarity]) for polarity, head in heads.items()]
    return [(head, members) for head, members in groups if members]
