"""What a target of policy is: plain frozen facts, as one file under `data/targets/` tells them.

A target is what a text promises: the exact words, what kind of promise it is, for whom, how much and by when. What the
text does not say (a base, a year, our reading of "evenredig") stands there too, and is marked as derived. How it is
measured stands in its measures; the measurements come from the store. A target without a measure is kept as well: it
tells which figures are wanted.

Capitals that the text of the plan lost in print ("vlaamse overheid") are restored; not one other character is changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

KINDS = ("level", "growth_per_year", "halving", "gap", "proportionality", "rank", "direction", "qualitative")
WITHOUT_GOAL = ("direction", "qualitative")
COMPARING = ("gap", "proportionality")
"""Kinds whose number is made of two figures: a difference, or a ratio."""

OPERATORS = ("at_least", "at_most", "more_than", "less_than")
DIRECTIONS = ("up", "down")


@dataclass(frozen=True)
class TargetSource:
    """Where it stands: document, part of it, lines of the plan, the whole sentence, and the words that promise."""

    document: str
    ref: str
    lines: str
    other_lines: tuple[str, ...]
    text: str
    part: str


@dataclass(frozen=True)
class TargetGroup:
    """The group and area in the words of the source, the groups that we do not follow, and our reading in words."""

    in_source: str
    not_followed: tuple[str, ...]
    area_in_source: str
    mapping: str


@dataclass(frozen=True)
class Goal:
    """How much: the words of the text, the number that we read in them, and who gave it when not the text itself.

    For `growth_per_year` the number is that of one year: percentage points, or per cent of the number itself.
    """

    operator: str
    printed: str
    value: str
    unit_measure: str
    derived: bool
    explanation: str
    source: str
    url: str

    @property
    def number(self) -> float:
        """Give the number."""
        return float(self.value)


@dataclass(frozen=True)
class Deadline:
    """By when: a year, or empty where the text names none; derived when only the name of the plan gives it."""

    time_period: str
    derived: bool
    explanation: str

    @property
    def year(self) -> int | None:
        """Give the year; None where there is none."""
        return int(self.time_period) if self.time_period else None


@dataclass(frozen=True)
class Base:
    """Where the road to the target starts; an empty `value` is the measurement of that period.

    A derived base is not in the text of the target. It counts only as of a revision that has the measurement.
    """

    time_period: str
    value: str
    derived: bool
    explanation: str


@dataclass(frozen=True)
class Against:
    """The second figure of a gap (subtracted) or of a proportion (the share in the population, divided by)."""

    indicator: str
    breakdown: Mapping[str, str]


@dataclass(frozen=True)
class Measure:
    """One way to measure a target; `spans_breaks` only where the text itself compares across breaks in the series."""

    label: str
    indicator: str
    ref_area: str
    breakdown: Mapping[str, str]
    explanation: str
    spans_breaks: bool
    base: Base | None = None
    against: Against | None = None


@dataclass(frozen=True)
class Target:
    """One target. Its first measure gives the verdict; `needed` tells which figures are wanted where there is none."""

    id: str
    slug: str
    title: str
    short: str
    on_home: str
    kind: str
    direction: str
    needed: str
    note: str
    doubt: str
    related: tuple[str, ...]
    source: TargetSource
    group: TargetGroup
    deadline: Deadline
    goal: Goal | None = None
    measures: tuple[Measure, ...] = ()
