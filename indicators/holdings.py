"""What figures there are: per indicator how many, from when to when, how old, from whom, and what comes next."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from data.catalogue import Catalogue
from data.model import Indicator, Observation, Revision
from data.snapshot import Snapshot
from indicators import words

OLD_AFTER_YEARS = 5
"""A figure whose newest period lies more years back is called old (design decision)."""


@dataclass(frozen=True)
class Holding:
    """One indicator as the catalogue page lists it; `years_old` is None where the source states no year."""

    title: str
    slug: str
    domain: str
    count: int
    first: str
    newest: str
    years_old: int | None
    sources: tuple[str, ...]
    next_delivery: str

    @property
    def is_old(self) -> bool:
        """Tell whether the newest figure is so old that a reader must be told."""
        return self.years_old is not None and self.years_old > OLD_AFTER_YEARS


def holdings(snapshot: Snapshot, catalogue: Catalogue, today: date) -> list[Holding]:
    """List all indicators by domain and title."""
    order = list(catalogue.codelists["domain"].codes)
    indicators = sorted(catalogue.indicators.values(), key=lambda one: (order.index(one.domain), one.title))
    return [_holding(one, snapshot.observations(one.id), catalogue, today) for one in indicators]


def _holding(indicator: Indicator, observations: Iterable[Observation], catalogue: Catalogue, today: date) -> Holding:
    observations = list(observations)
    with_value = [one for one in observations if one.obs_value is not None or one.is_range]
    periods = sorted({one.time_period for one in with_value if one.time_period}, key=words.position)
    newest = periods[-1] if periods else ""
    return Holding(
        title=indicator.title,
        slug=indicator.slug,
        domain=catalogue.label("domain", indicator.domain),
        count=len(with_value),
        first=words.year(periods[0]) if len(periods) > 1 else "",
        newest=_newest(periods, indicator),
        years_old=today.year - _last_year(newest) if newest else None,
        sources=tuple(dict.fromkeys(catalogue.label("source", one.source) for one in observations)),
        next_delivery=indicator.next_delivery,
    )


def _last_year(time_period: str) -> int:
    """Give the year in which a period ends: 2010 for "2009-2010" and for "2010-01-01"."""
    return max(int(year) for year in re.findall(r"\d{4}", time_period))


def _newest(periods: list[str], indicator: Indicator) -> str:
    if not periods:
        return ""
    return words.year(periods[-1]) if len(periods) > 1 else words.period(periods[0], indicator.period_kind)


def told(revision: Revision) -> str:
    """Tell a revision in one line: "Versie 1, 25 november 2026, Vlaamse overheid: …"."""
    when = words.period(f"{revision.published_at:%Y-%m-%d}")
    return f"Versie {revision.number}, {when}, {revision.author}: {revision.note}"
