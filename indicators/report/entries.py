"""The rows of a report: what a profile tells on one line, with the count behind every percentage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.catalogue import Catalogue
from data.model import Indicator, Observation
from indicators import flags, words
from indicators.figures import spread, trend
from indicators.local.figures import share_of
from indicators.local.intervals import Interval
from indicators.local.rows import POLARITIES, Row, percent
from indicators.local.shares import Share
from indicators.measures import since_break
from indicators.panels.panel import LINE_NEEDS
from indicators.report.said import Said, count_told, said
from indicators.series import Names, Series

NO_COUNT = "aantal niet in de bron"


@dataclass(frozen=True)
class Beside:
    """A number, and below it the count behind it or why there is none; "–" and the reason where there is no number."""

    value: str
    below: str


@dataclass(frozen=True)
class Trend:
    """One row over time: a drawing, its text, and the same in a table of period, number, count and Flemish number."""

    title: str
    subtitle: str
    drawn: str
    text: str
    table: tuple[tuple[str, Beside, str], ...]
    source: str


@dataclass(frozen=True)
class Entry:
    """One row, every text ready; `strip` is SVG, empty where there is no number (`why_not` says why) or few others.

    `briefly` is `about` with the year alone, `counted` the count of `own` with what is counted; the strip has an axis
    from 0 to `strip_end`.
    """

    title: str
    slug: str
    about: str
    briefly: str
    own: Beside
    counted: str
    region: Beside
    group: Beside
    margin: str
    strip: str
    strip_end: str
    strip_text: str
    position: str
    place: str
    standings: tuple[str, ...]
    course: str
    why_not: str
    source: str
    sentences: tuple[Said, ...]
    trend: Trend | None


def entry(row: Row, of_region: Sequence[Observation], catalogue: Catalogue, name: str, in_group: str) -> Entry:
    """Write a row of the municipality of this name, beside the region over time.

    `in_group` places its group in a sentence, or is empty.
    """
    numbers = row.numbers
    observed = numbers.own or next(iter(numbers.series), None)
    return Entry(
        title=title(row, catalogue),
        slug=row.slug,
        about=row.about,
        briefly=_briefly(row),
        own=Beside(row.value, _own_count(row, catalogue)),
        counted=count_told(row, catalogue),
        region=Beside(row.region, _region_count(numbers.region)),
        group=_group(row),
        margin=_margin(row),
        strip=_strip(row),
        strip_end=numbers.across.cloud.end,
        strip_text=row.strip_text,
        position=row.position,
        place=row.place,
        standings=row.standings,
        course=row.course,
        why_not=row.why_not,
        source=catalogue.label("source", observed.source) if observed else "",
        sentences=said(row, catalogue, name, in_group),
        trend=trend_of(row, of_region, catalogue, name),
    )


def title(row: Row, catalogue: Catalogue) -> str:
    """Name a row without what goes without saying in the report of one municipality.

    "Vreemde nationaliteit per gemeente, naar geslacht" of men is "Vreemde nationaliteit: mannen".
    """
    indicator, breakdown = row.numbers.indicator, dict(row.numbers.line.breakdown)
    if not breakdown:
        return indicator.title.replace(" per gemeente", "")
    return f"{without_breakdown(indicator)}: {Names(indicator, catalogue).breakdown(breakdown)}"


def without_breakdown(indicator: Indicator) -> str:
    """Give the title without its breakdown: "Lonen per gemeente, naar geslacht" is "Lonen".

    What limits who is counted stays: "Werkzoekenden naar origine: langdurig" is "Werkzoekenden, langdurig".
    """
    return re.sub(r" per gemeente|,? naar [^:,]*", "", indicator.title).replace(":", ",")


def _briefly(row: Row) -> str:
    own = row.numbers.own
    parts = [words.year(own.time_period), flags.nature(own)] if own else ["geen cijfer"]
    return f"{', '.join(one for one in parts if one)} · {POLARITIES[row.numbers.indicator.polarity]}"


def _strip(row: Row) -> str:
    numbers = row.numbers
    if not row.strip or len(numbers.across.values) < spread.LEAST_FOR_BANDS:
        return ""
    region = numbers.region.obs_value if numbers.region else None
    return spread.bare_strip(numbers.across.cloud, region, numbers.group_value, numbers.value)


def _own_count(row: Row, catalogue: Catalogue) -> str:
    share, told = share_of(row.numbers.own), count_told(row, catalogue)
    is_share = share is not None and bool(row.count) and not (row.numbers.own and row.numbers.own.sample_size)
    return of_count(share) if share and is_share else told


def of_count(share: Share) -> str:
    """Write counts: "1.234 van 13.560"."""
    return f"{words.number(share.count, 0)} van {words.number(share.of, 0)}"


def _region_count(region: Observation | None) -> str:
    if region is None or region.obs_value is None:
        return "geen cijfer"
    share = share_of(region)
    if region.unit_measure != "percent":
        return ""
    return of_count(share) if share else NO_COUNT


def _group(row: Row) -> Beside:
    found = row.numbers.group
    if not found.with_data:
        return Beside("–", "geen cijfer")
    if found.share is None:
        return Beside(row.group, f"mediaan van {found.with_data}")
    return Beside(row.group, of_count(found.share))


def _margin(row: Row) -> str:
    """Give the 95% interval around the number: "13,2% tot 13,5%"; empty where it is not known."""
    interval: Interval | None = row.numbers.interval if not row.why_not else None
    if interval is None:
        return ""
    return f"{percent(interval.lower, row.numbers)} tot {percent(interval.upper, row.numbers)}"


def trend_of(row: Row, of_region: Iterable[Observation], catalogue: Catalogue, name: str) -> Trend | None:
    """Draw a row over time since its last break; None below three measurements."""
    numbers, indicator = row.numbers, row.numbers.indicator
    measured = since_break(Series(numbers.code, dict(numbers.line.breakdown), numbers.series))
    if row.why_not or len(measured) < LINE_NEEDS:
        return None
    region = {one.time_period: one for one in of_region if one.obs_value is not None}
    beside = [region[one.time_period] for one in measured if one.time_period in region]
    first, last = (words.year(one.time_period) for one in (measured[0], measured[-1]))
    unit = "%" if indicator.unit_measure == "percent" else ""
    lines = [_line("Vlaams Gewest", beside, row), _line(name, list(measured), row)]
    return Trend(
        title=title(row, catalogue),
        subtitle=f"In {catalogue.label('unit_measure', measured[-1].unit_measure)}, {first} tot {last}",
        drawn=trend.trend([one for one in lines if len(one.points) >= LINE_NEEDS], unit, (first, last)),
        text=_told(name, row, list(measured), beside),
        table=tuple(_trend_row(one, region.get(one.time_period), row) for one in measured),
        source=catalogue.label("source", measured[-1].source),
    )


def _line(name: str, observed: list[Observation], row: Row) -> trend.Line:
    points = tuple((words.position(one.time_period), one.number) for one in observed)
    ends = (observed[0], observed[-1]) if observed else ()
    texts = tuple(words.value(one, row.numbers.indicator) for one in ends)
    return trend.Line(name, points, texts)


def _told(name: str, row: Row, measured: list[Observation], beside: list[Observation]) -> str:
    """Tell the drawing to those who do not see it (design: ux.md C.9)."""
    parts = [f"Lijngrafiek. {row.title}"]
    for who, series in ((name, measured), ("Vlaams Gewest", beside)):
        if len(series) >= LINE_NEEDS:
            parts.append(f"{who}: van {_at(series[0], row)} naar {_at(series[-1], row)}")
    return f"{'. '.join(parts)}. De tabel in dit rapport bevat alle cijfers."


def _at(one: Observation, row: Row) -> str:
    return f"{words.qualified_value(one, row.numbers.indicator)} in {words.year(one.time_period)}"


def _trend_row(one: Observation, region: Observation | None, row: Row) -> tuple[str, Beside, str]:
    share, indicator = share_of(one), row.numbers.indicator
    missing = NO_COUNT if one.unit_measure == "percent" else ""
    count = of_count(share) if share else missing
    other = words.qualified_value(region, indicator) if region else "–"
    return (
        words.period(one.time_period, indicator.period_kind),
        Beside(words.qualified_value(one, indicator), count),
        other,
    )
