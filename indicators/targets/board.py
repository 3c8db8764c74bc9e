"""All targets with their verdicts, as of a revision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from data.catalogue import Catalogue
from data.snapshot import Snapshot
from data.target import Measure, Target
from indicators.targets.judge import Verdict, judge
from indicators.targets.points import Point, points
from indicators.targets.statuses import Reason, Status


@dataclass(frozen=True)
class Assessment:
    """One way to measure a target, with its measurements and its verdict; without a measure there are none."""

    measure: Measure | None
    points: tuple[Point, ...]
    verdict: Verdict


@dataclass(frozen=True)
class Judged:
    """A target with its verdict, and with what other ways to measure it would say."""

    target: Target
    main: Assessment
    others: tuple[Assessment, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """Give the verdict of the first measure."""
        return self.main.verdict


class Targets:
    """Judges the targets with the figures of one snapshot of the store."""

    def __init__(self, snapshot: Snapshot, catalogue: Catalogue, targets: Sequence[Target]) -> None:
        """Keep where the figures are; nothing is judged until it is asked."""
        self.snapshot, self.catalogue, self.targets = snapshot, catalogue, tuple(targets)

    @cached_property
    def all(self) -> tuple[Judged, ...]:
        """Judge all targets."""
        revisions = {one.number: one.published_at.year for one in self.snapshot.store.revisions()}
        published = revisions.get(self.snapshot.revision, 0)
        return tuple(self._judge(target, published) for target in self.targets)

    def by_slug(self, slug: str) -> Judged | None:
        """Find a target by its address; None where there is none of this name."""
        return next((one for one in self.all if one.target.slug == slug), None)

    def of_indicator(self, indicator: str) -> list[tuple[Judged, Assessment]]:
        """Give the targets that an indicator measures, each with the measure that does so; the first measure leads."""
        found = [(judged, assessment) for judged in self.all for assessment in (judged.main, *judged.others)]
        own = [pair for pair in found if pair[1].measure and pair[1].measure.indicator == indicator]
        return sorted(own, key=lambda pair: pair[1] is not pair[0].main)

    def _judge(self, target: Target, published: int) -> Judged:
        made = [self._assess(target, measure, published) for measure in target.measures or (None,)]
        return Judged(target, made[0], tuple(made[1:]))

    def _assess(self, target: Target, measure: Measure | None, published: int) -> Assessment:
        measured: tuple[Point, ...] = ()
        if measure:
            measured = points(target, measure, self.snapshot.observations, self.catalogue)
        verdict = judge(target, measure, measured, self._unit(target, measure), published)
        return Assessment(measure, measured, verdict)

    def _unit(self, target: Target, measure: Measure | None) -> str:
        """Give the unit of the level: that of the indicator, of a difference or ratio of it, or of the goal alone."""
        if target.kind == "proportionality":
            return "times"
        if measure is None:
            in_goal = target.goal.unit_measure if target.goal else ""
            return "percent" if target.kind == "growth_per_year" else in_goal
        unit = self.catalogue.indicators[measure.indicator].unit_measure
        return "percentage_points" if target.kind == "gap" and unit == "percent" else unit


def in_order(judged: Sequence[Judged]) -> list[Judged]:
    """Sort targets: those with a verdict first, then those that lack least; the Pact before the plan, as printed."""
    statuses, reasons = list(Status), list(Reason)

    def place(one: Judged) -> tuple[int, int, bool, int]:
        reason = one.verdict.reason
        lacking = reasons.index(reason) + 1 if reason else 0
        first_line = int(one.target.source.lines.split("-")[0])
        is_plan = not one.target.source.document.startswith("Pact")
        return (lacking, statuses.index(one.verdict.status), is_plan, first_line)

    return sorted(judged, key=place)
