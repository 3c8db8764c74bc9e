"""Where the plan's own text does not fit: numbers, words and goals that differ from fiche to fiche."""

from __future__ import annotations

from collections.abc import Iterator

from data.plan import Mention, Plan
from indicators import words
from indicators.plan.facts import Oddity
from indicators.plan.lists import Lists
from indicators.plan.quotes import quoted, same_words


def oddities(plan: Plan) -> tuple[Oddity, ...]:
    """Tell everything that does not fit, in the order: fiches, numbers, words, what we noted by hand."""
    return tuple(_Finder(plan).all())


class _Finder:
    def __init__(self, plan: Plan) -> None:
        self.plan, self.lists = plan, Lists(plan)

    def all(self) -> Iterator[Oddity]:
        yield from self.goals()
        yield from self.scopes()
        yield from self.places()
        yield from self.numbers()
        yield from self.wordings()
        yield from self.headings()
        yield from (self.of(one.id, one.note) for one in self.plan.actions.values() if one.note)

    def of(self, action: str, text: str) -> Oddity:
        return Oddity(text, self.lists.name(action), action=action)

    def goals(self) -> Iterator[Oddity]:
        """Goals that a fiche leaves out, or gives another number."""
        for fiche in self.plan.fiches.values():
            own = {one.goal: one for one in self.plan.headings if one.fiche == fiche.slug}
            told = [f"De fiche noemt doelstelling {code} niet." for code in self.plan.goals if code not in own]
            told += [
                f"De fiche geeft doelstelling {one.goal} het nummer {one.number}."
                for one in own.values()
                if self.plan.goals[one.goal].level == "operational" and one.number != one.goal
            ]
            yield from (Oddity(text, f"Fiche {fiche.title}", fiche=fiche.slug) for text in told)

    def scopes(self) -> Iterator[Oddity]:
        """Actions for all policy domains that some fiches do not have."""
        for one in self.plan.actions.values():
            if one.scope and self.plan.without(one.id):
                count, of = len(self.plan.mentions_of[one.id]), len(self.plan.fiches)
                yield self.of(
                    one.id, f"De tekst zegt {quoted(one.scope)}, maar {count} van de {of} fiches noemen de actie."
                )

    def places(self) -> Iterator[Oddity]:
        """Actions that stand under another goal than their number says."""
        for one in self.plan.mentions.values():
            if not one.number.startswith(f"{self._printed_goal(one)}."):
                text = f"De fiche {self.lists.fiche(one).title} zet actie {one.number} onder doelstelling {one.goal}."
                yield self.of(one.action, text)

    def _printed_goal(self, mention: Mention) -> str:
        place = (mention.fiche, mention.goal)
        return next(one.number for one in self.plan.headings if (one.fiche, one.goal) == place)

    def numbers(self) -> Iterator[Oddity]:
        """Actions with several numbers."""
        for action, mentions in self.plan.mentions_of.items():
            numbers = sorted({one.number for one in mentions})
            if len(numbers) > 1:
                yield self.of(action, f"De fiches geven deze actie verschillende nummers: {words.listed(numbers)}.")

    def wordings(self) -> Iterator[Oddity]:
        """Actions that a fiche says in other words than the fiche that we quote."""
        for action, mentions in self.plan.mentions_of.items():
            for one in mentions:
                if not same_words(one.statement, self.plan.lead(action).statement):
                    text = f"De fiche {self.lists.fiche(one).title} zegt het anders: {quoted(one.statement)}"
                    yield self.of(action, text)

    def headings(self) -> Iterator[Oddity]:
        """Goals that fiches say in other words than the plan; their pages tell which words."""
        differing = [one.goal for one in self.plan.headings if not same_words(one.text, self.plan.goals[one.goal].text)]
        codes = [code for code in self.plan.goals if code in differing]
        if codes:
            told = f"{len(differing)} keer zegt een fiche een doelstelling in andere woorden dan het plan zelf"
            yield Oddity(f"{told}: bij doelstelling {words.listed(codes)}.", "")
