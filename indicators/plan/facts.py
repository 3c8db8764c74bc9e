"""The answers about the plan, ready to be laid out. Texts of the plan are quoted; all other words are ours.

A page has a `title` for the document and its links, and a `finding` that is its heading.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reference:
    """Something else to look at: an action or a fiche of this plan (one has its key), or another plan (none has)."""

    text: str
    action: str = ""
    fiche: str = ""


@dataclass(frozen=True)
class Part:
    """A sub-action; `owners` names the only policy domains that list it, empty when all owners do."""

    text: str
    owners: str
    timing: str
    see_also: tuple[Reference, ...]


@dataclass(frozen=True)
class Measure:
    """A target or an indicator that can measure an action, with the word for what links them."""

    kind: str
    title: str
    slug: str
    reason: str


@dataclass(frozen=True)
class ActionLine:
    """One action in a list: its name there, its words, and what must be told about its owners and its figures."""

    id: str
    name: str
    text: str
    note: str
    parts: tuple[Part, ...] = ()
    see_also: tuple[Reference, ...] = ()
    is_priority: bool = False


@dataclass(frozen=True)
class GoalLine:
    """An operational goal in a list, with its actions; `note` tells where its words or number differ."""

    code: str
    number: str
    text: str
    note: str
    actions: tuple[ActionLine, ...]


@dataclass(frozen=True)
class GoalBranch:
    """A strategic goal with its pillars (letter and words) and its operational goals."""

    code: str
    text: str
    pillars: tuple[tuple[str, str], ...]
    goals: tuple[GoalLine, ...]


@dataclass(frozen=True)
class DomainLine:
    """A policy domain in a list: how many actions, and how many goals have none."""

    slug: str
    title: str
    told: str


@dataclass(frozen=True)
class Oddity:
    """Something that does not fit in the plan's own text; `place` names the action or fiche where it shows."""

    text: str
    place: str
    action: str = ""
    fiche: str = ""


@dataclass(frozen=True)
class Milestone:
    """A date of a priority action as printed and in SDMX's form, and what should be ready then."""

    printed: str
    time_period: str
    text: str


@dataclass(frozen=True)
class Priority:
    """One of the three priority actions."""

    id: str
    text: str
    explanation: str
    milestones: tuple[Milestone, ...]
    related: ActionLine | None
    measures: tuple[Measure, ...]


@dataclass(frozen=True)
class OverviewPage:
    """The plan as a whole; `counts` are label, number and what it means."""

    finding: str
    subtitle: str
    counts: tuple[tuple[str, str, str], ...]
    priorities: tuple[Priority, ...]
    domains: tuple[DomainLine, ...]
    branches: tuple[GoalBranch, ...]
    shared: tuple[ActionLine, ...]
    oddities: tuple[Oddity, ...]


@dataclass(frozen=True)
class DomainPage:
    """One policy domain; `figures` is the domain of figures nearest it, empty where there is none."""

    slug: str
    name: str
    title: str
    finding: str
    subtitle: str
    branches: tuple[GoalBranch, ...]
    figures: str
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class GoalPage:
    """One goal: a strategic one has pillars and operational goals, an operational one has actions."""

    code: str
    title: str
    finding: str
    text: str
    parent: tuple[str, str] | None
    branch: GoalBranch | None
    actions: tuple[ActionLine, ...]
    without: str
    wordings: tuple[str, ...]
    explanations: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Owner:
    """A policy domain that has an action: under which number, on which lines of the text."""

    slug: str
    title: str
    number: str
    lines: str


@dataclass(frozen=True)
class ActionPage:
    """One action with all its owners, what it says about who and when, and what can measure it."""

    id: str
    title: str
    finding: str
    subtitle: str
    text: str
    goal: tuple[str, str]
    owners: tuple[Owner, ...]
    without: str
    parts: tuple[Part, ...]
    actors: str
    timing: str
    see_also: tuple[Reference, ...]
    measures: tuple[Measure, ...]
    remarks: tuple[str, ...]
