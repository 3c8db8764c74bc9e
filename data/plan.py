"""The action plan behind the figures, as its authors printed it: goals, policy domains, actions, dates.

The plan has three strategic goals, two of them in two pillars, and fifteen operational goals. Annex 2 holds a *fiche* a
policy domain: the goals once more, with the actions of that domain below them, or with none. One action may stand in
many fiches, with another number in each: an `Action` is what is promised, a `Mention` is where it is printed.

Texts are verbatim, with the capitals that the printed small caps had lost. `lines` are those of the text version of the
plan. Only `Link`, `note` and the merging of mentions are ours. `plan_files` reads and checks it all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

LEVELS = ("strategic", "pillar", "operational")
OTHER_PLAN = "plan:"
"""What starts a reference to another plan than this one: "plan:VAPA 116"."""


@dataclass(frozen=True)
class Goal:
    """A goal of the plan; `parent` is the strategic goal of a pillar (1A) or of an operational goal (1.2)."""

    code: str
    level: str
    parent: str
    text: str
    lines: str


@dataclass(frozen=True)
class Explanation:
    """One paragraph in which the plan explains a goal, and its footnote."""

    goal: str
    text: str
    footnote: str
    lines: str


@dataclass(frozen=True)
class Fiche:
    """A policy domain in annex 2; `abbreviation` stands in references, `domain` is the domain of figures nearest it."""

    slug: str
    title: str
    abbreviation: str
    domain: str
    lines: str

    @property
    def short(self) -> str:
        """Give the name for an enumeration: "Welzijn", without the commas of "Welzijn, Volksgezondheid & Gezin"."""
        return self.title.partition(",")[0]


@dataclass(frozen=True)
class Heading:
    """A goal as a fiche prints it: its words and number can differ from those of the plan."""

    fiche: str
    goal: str
    number: str
    text: str
    lines: str


@dataclass(frozen=True)
class Action:
    """What is promised; `lead` is the mention to quote, `scope` the source's word for many owners ("ALLE")."""

    id: str
    lead: str
    scope: str
    actors: tuple[str, ...]
    timing: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Mention:
    """An action in one fiche, under a goal, with the number and the words printed there; `marker` ends its text.

    `see_also` holds ids of mentions, slugs of fiches and names of other plans.
    """

    action: str
    fiche: str
    goal: str
    number: str
    text: str
    marker: str
    see_also: tuple[str, ...]
    lines: str

    @property
    def id(self) -> str:
        """Name the mention: "werk-1.5.4"."""
        return f"{self.fiche}-{self.number}"

    @property
    def statement(self) -> str:
        """Give the text without its marker."""
        return self.text.removesuffix(self.marker).strip()


@dataclass(frozen=True)
class SubAction:
    """A part of an action, as one fiche lists it."""

    mention: str
    text: str
    timing: str
    see_also: tuple[str, ...]
    lines: str


@dataclass(frozen=True)
class PriorityAction:
    """One of the three actions that the government puts first; `related_action` says the same in the fiches."""

    id: str
    text: str
    explanation: str
    related_action: str
    lines: str


@dataclass(frozen=True)
class Milestone:
    """What should be ready when, in a priority action; `time_period` is the printed date in SDMX's form."""

    priority_action: str
    printed_date: str
    time_period: str
    actor: str
    text: str
    lines: str


@dataclass(frozen=True)
class Link:
    """Our statement that a target or an indicator can measure an action; `reason` says in a word by what."""

    action: str
    target: str
    indicator: str
    reason: str


@dataclass(frozen=True)
class Plan:
    """The whole plan, each part in the order of the source."""

    goals: Mapping[str, Goal]
    explanations: tuple[Explanation, ...]
    fiches: Mapping[str, Fiche]
    headings: tuple[Heading, ...]
    actions: Mapping[str, Action]
    mentions: Mapping[str, Mention]
    subactions: tuple[SubAction, ...]
    priority_actions: Mapping[str, PriorityAction]
    milestones: tuple[Milestone, ...]
    links: tuple[Link, ...]

    @cached_property
    def mentions_of(self) -> Mapping[str, tuple[Mention, ...]]:
        """Give the mentions of each action, in the order of the fiches."""
        found: dict[str, list[Mention]] = {action: [] for action in self.actions}
        for one in self.mentions.values():
            found[one.action].append(one)
        return {action: tuple(mentions) for action, mentions in found.items()}

    def lead(self, action: str) -> Mention:
        """Give the mention that an action is quoted from."""
        return self.mentions[self.actions[action].lead]

    def below(self, goal: str, level: str) -> tuple[Goal, ...]:
        """Give the pillars or the operational goals of a strategic goal."""
        return tuple(one for one in self.goals.values() if one.parent == goal and one.level == level)

    def without(self, action: str) -> tuple[Fiche, ...]:
        """Give the policy domains whose fiche does not have an action."""
        owners = {one.fiche for one in self.mentions_of[action]}
        return tuple(one for one in self.fiches.values() if one.slug not in owners)
