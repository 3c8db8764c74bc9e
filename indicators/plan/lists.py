"""The lists that pages of the plan share: actions with their owners and parts, goals with their actions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from data.plan import OTHER_PLAN, Fiche, Goal, Heading, Mention, Plan, SubAction
from indicators import words
from indicators.plan.facts import ActionLine, GoalBranch, GoalLine, Part, Reference
from indicators.plan.quotes import quoted, same_words

NAMED_OWNERS = 3
"""Up to so many policy domains are named in a line; more are counted."""


class Lists:
    """Makes lines from the plan."""

    def __init__(self, plan: Plan) -> None:
        """Keep the plan."""
        self.plan = plan

    def fiche(self, mention: Mention) -> Fiche:
        """Give the policy domain of a mention."""
        return self.plan.fiches[mention.fiche]

    def owners(self, action: str) -> str:
        """Tell who has an action: "Werk en Inburgering", "12 beleidsdomeinen"."""
        mentions = self.plan.mentions_of[action]
        if len(mentions) > NAMED_OWNERS:
            return f"{len(mentions)} beleidsdomeinen"
        return named(self.fiche(one) for one in mentions)

    def name(self, action: str) -> str:
        """Name an action: "Actie 1.5.4 van Werk"."""
        return f"Actie {self.plan.lead(action).number} van {self.owners(action)}"

    def measured(self, action: str) -> str:
        """Tell how many targets and indicators can measure an action."""
        count = sum(link.action == action for link in self.plan.links)
        return f"{count_of(count, 'cijfer of doel', 'cijfers of doelen')}." if count else "Nog geen cijfer."

    def line(self, action: str) -> ActionLine:
        """Give an action as it stands in a list over all policy domains."""
        return ActionLine(action, self.name(action), quoted(self.plan.lead(action).statement), self.measured(action))

    def in_fiche(self, mention: Mention) -> ActionLine:
        """Give an action as its fiche prints it, with its parts there."""
        parts = [one for one in self.plan.subactions if one.mention == mention.id]
        others = len(self.plan.mentions_of[mention.action]) - 1
        also = f"Ook in {count_of(others, 'ander domein', 'andere domeinen')}. " if others else ""
        return ActionLine(
            id=mention.action,
            name=f"Actie {mention.number}",
            text=quoted(mention.text),
            note=f"{also}{self.measured(mention.action)}",
            parts=tuple(self.part(one) for one in parts),
            see_also=self.references(mention.see_also, mention.action),
        )

    def part(self, one: SubAction, owners: str = "") -> Part:
        """Give a sub-action; `owners` where not all owners of the action list it."""
        return Part(quoted(one.text), owners, one.timing and quoted(one.timing), self.references(one.see_also))

    def parts_of(self, action: str) -> tuple[Part, ...]:
        """Give the different sub-actions of an action, each once, with the policy domains where not all list it."""
        mentions = {one.id: one for one in self.plan.mentions_of[action]}
        listed: list[list[SubAction]] = []
        for part in (one for one in self.plan.subactions if one.mention in mentions):
            same = next((known for known in listed if same_words(known[0].text, part.text)), None)
            listed.append([part]) if same is None else same.append(part)
        return tuple(
            self.part(parts[0], self._only(parts, mentions) if len(parts) < len(mentions) else "") for parts in listed
        )

    def _only(self, parts: Sequence[SubAction], mentions: dict[str, Mention]) -> str:
        return named(self.fiche(mentions[one.mention]) for one in parts)

    def abbreviations(self, mentions: Sequence[Mention]) -> tuple[str, ...]:
        """Explain the abbreviations of policy domains in the texts of mentions: "BZ 1.5.1" is about Bestuurszaken."""
        printed = {one.id for one in mentions}
        parts = [one.text for one in self.plan.subactions if one.mention in printed]
        used = set(re.findall(r"\w+", " ".join([*(one.text for one in mentions), *parts])))
        found = [one for one in self.plan.fiches.values() if one.abbreviation in used]
        short = [one for one in found if one.abbreviation.casefold() != one.short.casefold()]
        return tuple(f"{quoted(one.abbreviation)} staat in de tekst voor {one.title}." for one in short)

    def references(self, names: Sequence[str], without: str = "") -> tuple[Reference, ...]:
        """Give what a text refers to, without the action itself (`without`) under another number."""
        found = [self._reference(name) for name in names]
        return tuple(one for one in found if not without or one.action != without)

    def _reference(self, name: str) -> Reference:
        if name.startswith(OTHER_PLAN):
            return Reference(name.removeprefix(OTHER_PLAN))
        if name in self.plan.fiches:
            return Reference(self.plan.fiches[name].title, fiche=name)
        mention = self.plan.mentions[name]
        return Reference(f"{self.fiche(mention).short} {mention.number}", action=mention.action)

    def branches(self, fiche: str) -> tuple[GoalBranch, ...]:
        """Give the goals of a fiche as printed there, with their actions or none."""
        headings = {one.goal: one for one in self.plan.headings if one.fiche == fiche}
        return tuple(self._branch_in_fiche(one, headings) for one in self.strategic() if one.code in headings)

    def _branch_in_fiche(self, goal: Goal, headings: dict[str, Heading]) -> GoalBranch:
        pillars = [headings[one.code] for one in self.plan.below(goal.code, "pillar") if one.code in headings]
        goals = [headings[one.code] for one in self.plan.below(goal.code, "operational") if one.code in headings]
        return GoalBranch(
            goal.code,
            quoted(headings[goal.code].text),
            tuple((one.number, quoted(one.text)) for one in pillars),
            tuple(self._goal_in_fiche(one) for one in goals),
        )

    def _goal_in_fiche(self, heading: Heading) -> GoalLine:
        place = (heading.fiche, heading.goal)
        actions = tuple(self.in_fiche(one) for one in self.plan.mentions.values() if (one.fiche, one.goal) == place)
        same = heading.number == heading.goal
        note = "" if same else f"Dit is doelstelling {heading.goal}. De fiche geeft ze nummer {heading.number}."
        return GoalLine(heading.goal, heading.number, quoted(heading.text), note, actions)

    def strategic(self) -> list[Goal]:
        """Give the strategic goals."""
        return [one for one in self.plan.goals.values() if one.level == "strategic"]

    def branch(self, goal: Goal) -> GoalBranch:
        """Give a strategic goal of the plan, with its pillars and the actions of all policy domains."""
        pillars = [(one.code.removeprefix(goal.code), quoted(one.text)) for one in self.plan.below(goal.code, "pillar")]
        goals = [
            GoalLine(one.code, one.code, quoted(one.text), "", self.actions(one.code))
            for one in self.plan.below(goal.code, "operational")
        ]
        return GoalBranch(goal.code, quoted(goal.text), tuple(pillars), tuple(goals))

    def actions(self, goal: str) -> tuple[ActionLine, ...]:
        """List the actions of an operational goal over all policy domains, those with the most owners first."""
        found = [one for one in self.plan.actions if self.plan.lead(one).goal == goal]
        return tuple(self.line(one) for one in sorted(found, key=lambda one: -len(self.plan.mentions_of[one])))


def named(fiches: Iterable[Fiche]) -> str:
    """Enumerate policy domains: "Werk, Welzijn en Brussel"."""
    return words.listed([one.short for one in fiches])


def count_of(count: int, one: str, more: str) -> str:
    """Count things: "1 actie", "2 acties"."""
    return f"{count} {one if count == 1 else more}"
