"""The questions that the pages of the plan ask: the whole, one policy domain, one goal, one action."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache

from data.catalogue import Catalogue
from data.plan import Goal, Mention, Plan
from data.plan_files import read_plan
from data.target import Target
from indicators import words
from indicators.plan.facts import ActionLine, ActionPage, DomainPage, GoalPage, Oddity, OverviewPage, Owner
from indicators.plan.lists import NAMED_OWNERS, Lists, count_of, named
from indicators.plan.measures import INDICATOR, TARGET, Measures, Names
from indicators.plan.oddities import oddities
from indicators.plan.quotes import quoted, same_words, shortened
from indicators.plan.whole import Whole

HEADING_TEXT = 125
"""How many characters of an action its heading quotes."""

KEPT_PAGES = 128
"""The plan has 121 pages; a request asks for its page several times: does it exist, its title, its content."""


def plan_pages(catalogue: Catalogue, targets: Sequence[Target]) -> PlanPages:
    """Read the plan, and name the indicators and targets that its actions are linked to."""
    plan = read_plan(catalogue.indicators, {one.id for one in targets}, catalogue.codelists["domain"].codes)
    indicators = {one.id: (one.title, one.slug) for one in catalogue.indicators.values()}
    return PlanPages(plan, indicators, {one.id: (one.title, one.slug) for one in targets})


class PlanPages:
    """Answers from one plan; the names say what its links measure."""

    def __init__(self, plan: Plan, indicators: Names, targets: Names) -> None:
        """Keep the plan and its links."""
        self.plan, self.lists, self.measures = plan, Lists(plan), Measures(plan, indicators, targets)
        self.whole = Whole(plan, self.measures)
        self.domain = lru_cache(maxsize=KEPT_PAGES)(self._make_domain)
        self.goal = lru_cache(maxsize=KEPT_PAGES)(self._make_goal)
        self.action = lru_cache(maxsize=KEPT_PAGES)(self._make_action)

    @cached_property
    def oddities(self) -> tuple[Oddity, ...]:
        """Give what does not fit in the text of the plan."""
        return oddities(self.plan)

    @cached_property
    def overview(self) -> OverviewPage:
        """Give the plan as a whole."""
        return self.whole.page(self.oddities)

    def for_indicator(self, indicator: str) -> tuple[ActionLine, ...]:
        """List the actions that an indicator can measure."""
        return self.measures.actions_of(INDICATOR, indicator)

    def for_target(self, target: str) -> tuple[ActionLine, ...]:
        """List the actions that a target can measure."""
        return self.measures.actions_of(TARGET, target)

    @property
    def _goals(self) -> dict[str, Goal]:
        """Give the goals that have a page: no actions stand under a pillar, so it stands on that of its goal."""
        return {code: one for code, one in self.plan.goals.items() if one.level != "pillar"}

    def _make_domain(self, slug: str) -> DomainPage | None:
        """Give the fiche of a policy domain; None where there is none of this name."""
        fiche = self.plan.fiches.get(slug)
        if fiche is None:
            return None
        actions, goals, bare = self.whole.tally(fiche)
        counted = count_of(actions, "actie", "acties")
        place = list(self.plan.fiches).index(slug) + 1
        mentions = [one for one in self.plan.mentions.values() if one.fiche == slug]
        return DomainPage(
            slug=slug,
            name=fiche.title,
            title=f"{fiche.title} in het actieplan",
            finding=f"{fiche.title}: {counted} voor {goals - bare} van de {goals} doelstellingen",
            subtitle=f"Fiche {place} van {len(self.plan.fiches)} in bijlage 2 van het actieplan van 2012",
            branches=self.lists.branches(slug),
            figures=fiche.domain,
            remarks=(*self._remarks(fiche=slug), *self.lists.abbreviations(mentions)),
        )

    def _make_goal(self, code: str) -> GoalPage | None:
        """Give a strategic or an operational goal; None for another code."""
        goal = self._goals.get(code)
        if goal is None:
            return None
        is_strategic = goal.level == "strategic"
        return GoalPage(
            code=code,
            title=f"Doelstelling {code}",
            finding=self._strategic_title(goal) if is_strategic else self._goal_title(goal),
            text=quoted(goal.text),
            parent=(goal.parent, quoted(self.plan.goals[goal.parent].text)) if goal.parent else None,
            branch=self.lists.branch(goal) if is_strategic else None,
            actions=self.lists.actions(code),
            without="" if is_strategic else self._domains_without(code),
            wordings=self._wordings(goal),
            explanations=self._explanations(code),
        )

    def _strategic_title(self, goal: Goal) -> str:
        below = self.plan.below(goal.code, "operational")
        count = sum(len(self.lists.actions(one.code)) for one in below)
        return f"Doelstelling {goal.code}: {count} acties bij {len(below)} operationele doelstellingen"

    def _goal_title(self, goal: Goal) -> str:
        actions = len(self.lists.actions(goal.code))
        domains = len({one.fiche for one in self.plan.mentions.values() if one.goal == goal.code})
        if not actions:
            return f"Doelstelling {goal.code}: geen enkele actie in de fiches"
        counted = count_of(actions, "actie", "acties")
        return f"Doelstelling {goal.code}: {counted} in {count_of(domains, 'beleidsdomein', 'beleidsdomeinen')}"

    def _domains_without(self, goal: str) -> str:
        """Name the policy domains that have no action for a goal, where some have."""
        owners = {one.fiche for one in self.plan.mentions.values() if one.goal == goal}
        others = [one for one in self.plan.fiches.values() if one.slug not in owners]
        return f"Geen actie bij deze doelstelling in: {named(others)}." if owners and others else ""

    def _wordings(self, goal: Goal) -> tuple[str, ...]:
        """Tell how fiches say a goal in other words: "12 van de 13 fiches: “…”"."""
        found: dict[str, list[str]] = {}
        for one in self.plan.headings:
            if one.goal == goal.code and not same_words(one.text, goal.text):
                known = next((text for text in found if same_words(text, one.text)), one.text)
                found.setdefault(known, []).append(one.fiche)
        return tuple(f"{self._fiches(slugs)}: {quoted(text)}" for text, slugs in found.items())

    def _fiches(self, slugs: list[str]) -> str:
        if len(slugs) > NAMED_OWNERS:
            return f"{len(slugs)} van de {len(self.plan.fiches)} fiches"
        return f"Fiche {named(self.plan.fiches[one] for one in slugs)}"

    def _explanations(self, code: str) -> tuple[tuple[str, str], ...]:
        own = [one for one in self.plan.explanations if one.goal == code]
        return tuple((quoted(one.text), one.footnote and quoted(one.footnote)) for one in own)

    def _make_action(self, id_: str) -> ActionPage | None:
        """Give an action with all its owners; None where there is none of this id."""
        action = self.plan.actions.get(id_)
        if action is None:
            return None
        lead, mentions = self.plan.lead(id_), self.plan.mentions_of[id_]
        references = list(dict.fromkeys(name for one in mentions for name in one.see_also))
        return ActionPage(
            id=id_,
            title=self.lists.name(id_),
            finding=quoted(shortened(lead.statement, HEADING_TEXT)),
            subtitle=self._subtitle(lead, len(mentions)),
            text=quoted(lead.text),
            goal=(lead.goal, quoted(self.plan.goals[lead.goal].text)),
            owners=tuple(self._owner(one) for one in mentions),
            without=self.whole.without(id_),
            parts=self.lists.parts_of(id_),
            actors=words.listed([quoted(one) for one in action.actors]),
            timing=words.listed([quoted(one) for one in action.timing]),
            see_also=self.lists.references(references, id_),
            measures=self.measures.of(id_),
            remarks=(*self._remarks(action=id_), *self.lists.abbreviations([lead])),
        )

    def _remarks(self, action: str = "", fiche: str = "") -> list[str]:
        return [one.text for one in self.oddities if (one.action, one.fiche) == (action, fiche)]

    def _subtitle(self, lead: Mention, count: int) -> str:
        if count == 1:
            return f"Actie {lead.number} van het beleidsdomein {self.lists.fiche(lead).title}"
        return f"Eén actie, in {count} van de {len(self.plan.fiches)} beleidsdomeinen"

    def _owner(self, one: Mention) -> Owner:
        return Owner(one.fiche, self.lists.fiche(one).title, one.number, one.lines.replace("-", " tot "))
