"""What readers would see change if observations were published: figures, lines, titles, and verdicts on targets.

Nothing is written: the same questions are asked of the newest figures, and of those with the new ones laid over them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from data.catalogue import Catalogue
from data.changes import Changes
from data.disclosure import public
from data.model import Indicator, Key, Observation
from data.shown import shown
from data.snapshot import Snapshot
from data.store import Store
from data.target import Target
from indicators import words
from indicators.figures import small, theme
from indicators.news import IndicatorNews, indicator_news
from indicators.series import Names, levels, sections
from indicators.targets.board import Targets
from indicators.targets.told import chip
from indicators.view import view

LEAST_POINTS = 3
MOST_DRAWN = 3

Points = list[tuple[float, float]]


@dataclass(frozen=True)
class DraftSnapshot(Snapshot):
    """The newest figures with those of a draft laid over them, as readers would get them after its publication."""

    draft: Mapping[str, Mapping[Key, Observation]]

    def observations(self, indicator: str) -> tuple[Observation, ...]:
        """Give the observations of one indicator, ordered by key."""
        if indicator not in self.draft:
            return super().observations(indicator)
        stored = self.store.raw_observations(indicator, self.revision) if self.revision else ()
        merged = {**{one.key: one for one in stored}, **self.draft[indicator]}
        return tuple(public([merged[key] for key in sorted(merged)]))


@dataclass(frozen=True)
class Line:
    """One series before and after, drawn as SVG, with the same in words."""

    name: str
    svg: str
    told: str


@dataclass(frozen=True)
class IndicatorImpact:
    """What changes in one indicator; `before` and `after` are the titles of its page, the same where it keeps it.

    `absent` counts what readers see of the same sources and periods that is not in the file; it stays.
    """

    news: IndicatorNews
    absent: int
    before: str
    after: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class TargetImpact:
    """A target whose verdict changes."""

    title: str
    before: str
    after: str


@dataclass(frozen=True)
class Impact:
    """All that changes; without any change both are empty."""

    indicators: tuple[IndicatorImpact, ...]
    targets: tuple[TargetImpact, ...]

    @property
    def new(self) -> int:
        """Count the figures that come."""
        return sum(one.news.new for one in self.indicators)

    @property
    def changed(self) -> int:
        """Count the figures that get another content."""
        return sum(one.news.changed for one in self.indicators)

    @property
    def absent(self) -> int:
        """Count the published figures that the file does not have."""
        return sum(one.absent for one in self.indicators)


def impact(
    store: Store, catalogue: Catalogue, targets: Iterable[Target], observations: Iterable[Observation]
) -> Impact:
    """Compare the newest figures with those that a publication of `observations` would give."""
    revision = store.newest_revision()
    draft: dict[str, dict[Key, Observation]] = {}
    for one in observations:
        draft.setdefault(one.indicator, {})[one.key] = replace(one, revision=revision + 1)
    before, after = Snapshot(store, revision), DraftSnapshot(store, revision, draft)
    touched = sorted(draft, key=lambda one: catalogue.indicators[one].title)
    found = [made for one in touched if (made := _indicator(one, before, after, catalogue))]
    return Impact(tuple(found), _targets(before, after, catalogue, tuple(targets)))


def _indicator(id_: str, before: Snapshot, after: DraftSnapshot, catalogue: Catalogue) -> IndicatorImpact | None:
    indicator = catalogue.indicators[id_]
    found = _changes(before.observations(id_), after.observations(id_))
    absent = _absent(before.observations(id_), after.draft[id_].values())
    if not found:
        return None
    old, new = (view(one, catalogue, indicator, {}).title for one in (before, after))
    lines = tuple(_lines(id_, before, after, catalogue))
    return IndicatorImpact(indicator_news(indicator, catalogue, found), absent, old, new, lines)


def _changes(before: Iterable[Observation], after: Iterable[Observation]) -> Changes:
    """Compare what readers see: one figure for each place, whatever table of the source it stands in."""
    old, now = shown(before), shown(after)
    return Changes(
        new=tuple(one for place, one in now.items() if place not in old),
        changed=tuple(
            (old[place], one) for place, one in now.items() if place in old and _seen(old[place]) != _seen(one)
        ),
    )


def _seen(one: Observation) -> tuple[object, ...]:
    return (one.obs_value, one.lower, one.upper, one.obs_status, one.unit_measure)


def _absent(before: Iterable[Observation], draft: Iterable[Observation]) -> int:
    """Count the places of the same sources and periods that the draft does not fill."""
    fresh = shown(draft)
    covered = {(one.source, one.time_period) for one in fresh.values()}
    old = shown(before).items()
    return sum(place not in fresh and (one.source, one.time_period) in covered for place, one in old)


def _lines(id_: str, before: Snapshot, after: Snapshot, catalogue: Catalogue) -> Iterable[Line]:
    """Draw the series that changed and that are long enough for a line: the old one grey, the new one black."""
    indicator = catalogue.indicators[id_]
    old, new = (_series(one.observations(id_), indicator, catalogue) for one in (before, after))
    longest = sorted((name for name in new if new[name] != old.get(name)), key=lambda name: -len(new[name]))
    for name in longest[:MOST_DRAWN]:
        points, earlier = new[name], old.get(name, [])
        if len(points) >= LEAST_POINTS:
            yield Line(name, _drawing(points, earlier, indicator), _told(points, earlier))


def _series(observations: Iterable[Observation], indicator: Indicator, catalogue: Catalogue) -> dict[str, Points]:
    """Give the places in time and values of each series with a known period, by its name."""
    names, found = Names(indicator, catalogue), {}
    for section in sections(levels(observations), indicator, catalogue):
        for one in section.series:
            name = ", ".join(part for part in (names.breakdown(one.breakdown), names.area(one.ref_area)) if part)
            found[name] = [(words.position(mark.time_period), mark.obs_value or 0.0) for mark in one.dated]
    return found


def _drawing(points: Points, earlier: Points, indicator: Indicator) -> str:
    top = theme.axis_top([value for _, value in [*points, *earlier]], indicator.unit_measure)
    unit = "%" if indicator.unit_measure == "percent" else ""
    years = (str(int(points[0][0])), str(int(points[-1][0])))
    times = (min(place for place, _ in [*points, *earlier]), points[-1][0])
    return small.multiple(points, [earlier] if len(earlier) > 1 else [], "", top, times, years, unit)


def _told(points: Points, earlier: Points) -> str:
    """Say in words what the drawing shows."""
    was, now = len(earlier), len(points)
    if not was:
        return f"De zwarte lijn is nieuw ({now} punten). Er is nog geen huidige reeks."
    return (
        f"De grijze lijn is de huidige reeks ({was} {'punt' if was == 1 else 'punten'}), de zwarte de nieuwe ({now})."
    )


def _targets(
    before: Snapshot, after: Snapshot, catalogue: Catalogue, targets: tuple[Target, ...]
) -> tuple[TargetImpact, ...]:
    pairs = zip(*(Targets(one, catalogue, targets).all for one in (before, after)), strict=True)
    told = [TargetImpact(old.target.title, chip(old.verdict), chip(new.verdict)) for old, new in pairs]
    return tuple(one for one in told if one.before != one.after)
