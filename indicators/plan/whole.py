"""The plan as a whole: what it counts, its three priority actions, and the ways into it."""

from __future__ import annotations

from dataclasses import replace

from data.plan import Fiche, Plan, PriorityAction
from indicators import words
from indicators.plan.facts import ActionLine, DomainLine, Milestone, Oddity, OverviewPage, Priority
from indicators.plan.lists import Lists, count_of
from indicators.plan.measures import Measures
from indicators.plan.quotes import quoted


class Whole:
    """Makes the page of the whole plan."""

    def __init__(self, plan: Plan, measures: Measures) -> None:
        """Keep the plan and its links."""
        self.plan, self.measures, self.lists = plan, measures, Lists(plan)

    def page(self, oddities: tuple[Oddity, ...]) -> OverviewPage:
        """Give the page; its finding counts actions, policy domains, and the actions that many share."""
        plan = self.plan
        shared = [one.id for one in plan.actions.values() if one.scope]
        return OverviewPage(
            finding=self._finding(shared),
            subtitle="De acties van het Vlaams actieplan integratie (2012), per beleidsdomein en per doelstelling",
            counts=self._counts(shared),
            priorities=tuple(self._priority(one) for one in plan.priority_actions.values()),
            domains=tuple(self._domain(one) for one in plan.fiches.values()),
            branches=tuple(self.lists.branch(one) for one in self.lists.strategic()),
            shared=tuple(self._shared(one) for one in shared),
            oddities=oddities,
        )

    def _finding(self, shared: list[str]) -> str:
        counted = f"{len(self.plan.actions)} acties in {len(self.plan.fiches)} beleidsdomeinen"
        if not shared:
            return counted
        fewest = min(len(self.plan.mentions_of[one]) for one in shared)
        return f"{counted}: {len(shared)} gelden voor {fewest} domeinen of meer"

    def _shared(self, action: str) -> ActionLine:
        """Give an action for all policy domains, with those that do not have it."""
        line = self.lists.line(action)
        return replace(line, note=f"{self.without(action)} {line.note}".strip())

    def without(self, action: str) -> str:
        """Name the fiches without an action that the plan gives to all."""
        short = [one.short for one in self.plan.without(action)] if self.plan.actions[action].scope else []
        if not short:
            return ""
        return f"De fiche{'s' if len(short) > 1 else ''} {words.listed(short)} {_name(len(short))} de actie niet."

    def _counts(self, shared: list[str]) -> tuple[tuple[str, str, str], ...]:
        plan = self.plan
        owned = [len(mentions) for mentions in plan.mentions_of.values()]
        linked = {link.action for link in plan.links} & set(plan.actions)
        goals = [one.code for one in plan.goals.values() if one.level == "operational"]
        bare = [one for one in goals if not self.lists.actions(one)]
        return (
            ("Acties", str(len(owned)), f"{owned.count(1)} ervan in één beleidsdomein"),
            ("Voor alle domeinen", str(len(shared)), self._reach(shared)),
            (
                "Met een cijfer of doel",
                str(len(linked)),
                f"voor {len(owned) - len(linked)} acties is er nog geen cijfer",
            ),
            ("Operationele doelstellingen", str(len(goals)), f"zonder actie: {words.listed(bare) or 'geen enkele'}"),
        )

    def _reach(self, shared: list[str]) -> str:
        reach = sorted({len(self.plan.mentions_of[one]) for one in shared})
        span = " tot ".join(dict.fromkeys(str(one) for one in (reach[0], reach[-1]))) if reach else "0"
        return f"volgens de tekst; ze staan in {span} van de {len(self.plan.fiches)} fiches"

    def _priority(self, one: PriorityAction) -> Priority:
        dates = [date for date in self.plan.milestones if date.priority_action == one.id]
        return Priority(
            id=one.id,
            text=quoted(one.text),
            explanation=one.explanation and quoted(one.explanation),
            milestones=tuple(Milestone(date.printed_date, date.time_period, quoted(date.text)) for date in dates),
            related=self.lists.line(one.related_action) if one.related_action else None,
            measures=self.measures.of(one.id),
        )

    def _domain(self, fiche: Fiche) -> DomainLine:
        actions, goals, bare = self.tally(fiche)
        told = f"{count_of(actions, 'actie', 'acties')}, {bare} van de {goals} doelstellingen zonder actie"
        return DomainLine(fiche.slug, fiche.title, told)

    def tally(self, fiche: Fiche) -> tuple[int, int, int]:
        """Count the actions of a fiche, its operational goals, and those of them without an action."""
        used = [one.goal for one in self.plan.mentions.values() if one.fiche == fiche.slug]
        headings = [one.goal for one in self.plan.headings if one.fiche == fiche.slug]
        goals = {one for one in headings if self.plan.goals[one].level == "operational"}
        return len(used), len(goals), len(goals - set(used))


def _name(count: int) -> str:
    return "noemt" if count == 1 else "noemen"
