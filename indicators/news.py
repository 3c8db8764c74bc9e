"""What each publication changed, for readers: per indicator how many figures, and by how much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from data.catalogue import Catalogue
from data.changes import Changes, changes
from data.model import Indicator, Observation, Revision
from data.snapshot import Snapshot
from data.store import Store
from indicators import words
from indicators.measures import EPSILON_DECIMALS
from indicators.series import Names

MOST_LISTED = 20
"""So many changed figures of one indicator are listed; the others are counted."""

SAME_NUMBER = "zelfde waarde, andere toelichting"


@dataclass(frozen=True)
class ChangedFigure:
    """One figure that a publication changed: what it measures, the values before and after, and the difference."""

    what: str
    before: str
    after: str
    difference: str


@dataclass(frozen=True)
class IndicatorNews:
    """What a publication changed in one indicator; `unlisted` counts the changed figures that are not in the list."""

    title: str
    slug: str
    new: int
    changed: int
    vanished: int
    figures: tuple[ChangedFigure, ...]
    unlisted: int

    @property
    def told(self) -> str:
        """Tell the counts: "12 nieuwe, 3 gewijzigde en 1 verdwenen cijfer"."""
        counts = ((self.new, "nieuw", "nieuwe"), (self.changed, "gewijzigd", "gewijzigde"))
        parts = [
            f"{words.number(count, 0)} {one if count == 1 else more}"
            for count, one, more in (*counts, (self.vanished, "verdwenen", "verdwenen"))
            if count
        ]
        last = next(count for count in (self.vanished, self.changed, self.new) if count)
        return f"{words.listed(parts)} {'cijfer' if last == 1 else 'cijfers'}"


@dataclass(frozen=True)
class News:
    """One publication and what it changed."""

    number: int
    published_at: datetime
    author: str
    note: str
    indicators: tuple[IndicatorNews, ...]

    @property
    def title(self) -> str:
        """Name the publication: "Versie 5, 25 november 2026"."""
        return f"Versie {self.number}, {words.period(f'{self.published_at:%Y-%m-%d}')}"


def news(store: Store, catalogue: Catalogue, revision: Revision) -> News:
    """Compare a revision with the one before it, for each indicator that it touched, in the order of their titles."""
    before, after = Snapshot(store, revision.number - 1), Snapshot(store, revision.number)
    touched = [catalogue.indicators[one] for one in store.touched(revision.number) if one in catalogue.indicators]
    found = [
        indicator_news(one, catalogue, changes(before.observations(one.id), after.observations(one.id)))
        for one in sorted(touched, key=lambda one: one.title)
    ]
    return News(revision.number, revision.published_at, revision.author, revision.note, tuple(found))


def indicator_news(indicator: Indicator, catalogue: Catalogue, found: Changes) -> IndicatorNews:
    """Count and list what changed in one indicator."""
    figures = tuple(_figures(indicator, catalogue, found))
    return IndicatorNews(
        title=indicator.title,
        slug=indicator.slug,
        new=len(found.new),
        changed=len(found.changed),
        vanished=len(found.vanished),
        figures=figures[:MOST_LISTED],
        unlisted=max(0, len(figures) - MOST_LISTED),
    )


def _figures(indicator: Indicator, catalogue: Catalogue, found: Changes) -> Iterator[ChangedFigure]:
    for before, after in found.changed:
        yield ChangedFigure(
            what=_what(after, indicator, catalogue),
            before=words.qualified_value(before, indicator),
            after=words.qualified_value(after, indicator),
            difference=_difference(before, after, indicator),
        )


def _what(one: Observation, indicator: Indicator, catalogue: Catalogue) -> str:
    """Name what a figure measures within its indicator: "niet-EU-nationaliteit, Vlaams Gewest, 2010"."""
    place = [catalogue.label("ref_area", one.ref_area)] if one.ref_area else []
    when = words.period(one.time_period, indicator.period_kind)
    return ", ".join([Names(indicator, catalogue).breakdown(one.breakdown), *place, when])


def _difference(before: Observation, after: Observation, indicator: Indicator) -> str:
    """Tell by how much a number changed; the unit of a difference of percentages is the percentage point."""
    if before.obs_value is None or after.obs_value is None or before.unit_measure != after.unit_measure:
        return ""
    if before.obs_value == after.obs_value:
        return SAME_NUMBER
    difference = round(after.obs_value - before.obs_value, EPSILON_DECIMALS)
    places = max(words.decimals(one, indicator) for one in (before, after))
    unit = "percentage_points" if after.unit_measure == "percent" else after.unit_measure
    return words.with_unit(words.signed(difference, places), unit)
