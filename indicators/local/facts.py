"""The facts on which municipalities are alike: those of their population that the store has. They are few.

Density, incomes and the kind of housing would tell more, but no figures of them are in the store.
"""

from __future__ import annotations

from collections.abc import Mapping

from indicators.local.figures import Across, Line, LocalFigures
from indicators.local.nearest import Fact, Structure

TOTAL, BY_AGE = "de_42", "de_45"
POPULATION = Fact("population", "aantal inwoners", "persons", 0, is_logarithm=True)
YOUNG = Fact("young", "aandeel jonger dan 18 jaar")
OLD = Fact("old", "aandeel 65-plussers")
FOREIGN = Fact("foreign", "aandeel met een vreemde nationaliteit", outcomes=("de_42", "de_44", "de_45"))
FACTS = (POPULATION, YOUNG, OLD, FOREIGN)
AGES = {YOUNG: "0-17", OLD: "65+"}


def structure(figures: LocalFigures) -> Structure:
    """Give the facts of all municipalities in the newest period of the Flemish Region; none where it has no figures.

    Source: the denominators of the shares of foreign nationals (Statbel): all inhabitants, in total and by age.
    """
    period = newest_period(figures)
    if not period:
        return Structure((), {})
    total = figures.across(Line(TOTAL), period)
    by_age = {fact: figures.across(Line(BY_AGE, (("age", age),)), period) for fact, age in AGES.items()}
    return Structure(FACTS, {code: _values(code, total, by_age) for code in total.observations})


def newest_period(figures: LocalFigures) -> str:
    """Give the newest period of which the population is known; empty where none is."""
    measured = figures.region.get(Line(TOTAL), ())
    return measured[-1].time_period if measured else ""


def _values(code: str, total: Across, by_age: Mapping[Fact, Across]) -> list[float | None]:
    """Give the facts of a municipality in the order of FACTS."""
    people = total.observations[code].denominator
    aged = {fact: _people(across, code) for fact, across in by_age.items()}
    shares = [None if not people or aged[fact] is None else 100 * (aged[fact] or 0) / people for fact in (YOUNG, OLD)]
    return [people, *shares, total.values[code]]


def _people(across: Across, code: str) -> float | None:
    found = across.observations.get(code)
    return found.denominator if found else None
