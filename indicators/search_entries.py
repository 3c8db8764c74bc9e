"""What the search looks through: indicators, domains, targets, actions of the plan and terms, each as one entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from data.catalogue import Catalogue
from data.model import Indicator
from data.snapshot import Snapshot
from data.target import Target
from data.terms import Term
from indicators.plan.pages import PlanPages
from indicators.plan.quotes import quoted, shortened
from indicators.search_words import indexed

INDICATOR, DOMAIN, TARGET, ACTION, PRIORITY, TERM = "indicator", "domain", "target", "action", "priority", "term"
MUNICIPALITY = "municipality"
GROUPS = (
    ("Indicatoren", (INDICATOR,)),
    ("Domeinen", (DOMAIN,)),
    ("Gemeenten", (MUNICIPALITY,)),
    ("Doelen", (TARGET,)),
    ("Acties in het plan", (ACTION, PRIORITY)),
    ("Begrippen", (TERM,)),
)
"""The groups of results in the order in which readers see them, with the kinds of entries in each."""

TITLE, QUESTION, GROUP, TEXT = 8.0, 4.0, 3.0, 1.0
"""What a word counts in the title, in question and other names, in the names of groups and areas, and in the text."""

MOST_ABOUT = 160
"""How many characters of a text a result shows."""


@dataclass(frozen=True)
class Entry:
    """One page that can be found: its kind, its key in addresses, its title and a line about it.

    `texts` pairs what a word counts with the text that it stands in.
    """

    kind: str
    key: str
    title: str
    about: str
    texts: tuple[tuple[float, str], ...]

    @cached_property
    def weights(self) -> dict[str, float]:
        """Give the words of the entry, each with the most that it counts."""
        found: dict[str, float] = {}
        for weight, text in ((TITLE, self.title), *self.texts):
            for word in indexed(text):
                found[word] = max(weight, found.get(word, 0.0))
        return found


def entries(
    snapshot: Snapshot, catalogue: Catalogue, targets: Sequence[Target], plan: PlanPages, terms: Sequence[Term]
) -> tuple[Entry, ...]:
    """List everything that can be found, in the order of the site."""
    found = [one for domain in catalogue.codelists["domain"].codes for one in catalogue.in_domain(domain)]
    names = _names_of_figures(snapshot, catalogue)
    found.sort(key=lambda one: one.id not in names)  # those without figures come last
    return (
        *(_indicator(one, names.get(one.id), catalogue) for one in found),
        *_domains(catalogue),
        *(_target(one) for one in targets),
        *_actions(plan),
        *_priorities(plan),
        *(_term(one) for one in terms),
    )


def _indicator(one: Indicator, names: Iterable[str] | None, catalogue: Catalogue) -> Entry:
    """Make the entry of an indicator; `names` are those of its figures, None where there are none."""
    domain = catalogue.label("domain", one.domain)
    groups = [*(dimension.label for dimension in one.dimensions), *(names or ())]
    return Entry(
        INDICATOR,
        one.slug,
        one.title,
        f"{domain}, nog geen cijfers: {one.question}" if names is None else f"{domain}: {one.question}",
        (
            (QUESTION, f"{one.question} {domain}"),
            (GROUP, " ".join(groups)),
            (TEXT, f"{one.definition} {one.group_definition}"),
        ),
    )


def _names_of_figures(snapshot: Snapshot, catalogue: Catalogue) -> dict[str, dict[str, None]]:
    """Name the groups, areas and sources that the figures of each indicator really have.

    A municipality is found by its own name, with a page of its own; here it would find every indicator.
    """
    everywhere = ["", *catalogue.codelists["ref_area"].codes]
    names: dict[str, dict[str, None]] = {}
    for indicator, breakdown in snapshot.breakdowns(catalogue.indicators, everywhere):
        codes = [catalogue.codelists[dimension][code] for dimension, code in breakdown.items()]
        names.setdefault(indicator, {}).update(dict.fromkeys(text for one in codes for text in (one.label, one.phrase)))
    for one in snapshot.cells(catalogue.indicators, catalogue.larger_areas()):
        named = (catalogue.label("ref_area", one.ref_area), catalogue.label("source", one.source))
        names[one.indicator].update(dict.fromkeys(named))
    return names


def _domains(catalogue: Catalogue) -> Iterable[Entry]:
    for code in catalogue.codelists["domain"].codes.values():
        titles = " ".join(one.title for one in catalogue.in_domain(code.code))
        question = code.properties["question"]
        yield Entry(DOMAIN, code.code, code.label, question, ((QUESTION, question), (TEXT, titles)))


def _target(one: Target) -> Entry:
    texts = ((QUESTION, one.short), (GROUP, one.group.in_source), (TEXT, f"{one.source.text} {one.group.mapping}"))
    return Entry(TARGET, one.slug, one.title, one.short, texts)


def _actions(plan: PlanPages) -> Iterable[Entry]:
    parts: dict[str, list[str]] = {}
    for part in plan.plan.subactions:
        parts.setdefault(plan.plan.mentions[part.mention].action, []).append(part.text)
    for action in plan.plan.actions:
        lead, mentions = plan.plan.lead(action), plan.plan.mentions_of[action]
        numbers = " ".join(f"{one.number} {plan.plan.fiches[one.fiche].title}" for one in mentions)
        text = " ".join([*(one.text for one in mentions), *parts.get(action, [])])
        about = quoted(shortened(lead.statement, MOST_ABOUT))
        yield Entry(ACTION, action, plan.lists.name(action), about, ((QUESTION, numbers), (GROUP, text)))


def _priorities(plan: PlanPages) -> Iterable[Entry]:
    for place, one in enumerate(plan.plan.priority_actions.values(), 1):
        about = quoted(shortened(one.text, MOST_ABOUT))
        yield Entry(PRIORITY, one.id, f"Prioritaire actie {place}", about, ((GROUP, f"{one.text} {one.explanation}"),))


def _term(one: Term) -> Entry:
    return Entry(TERM, one.id, one.term, one.meaning, ((QUESTION, " ".join(one.names)), (TEXT, one.meaning)))
