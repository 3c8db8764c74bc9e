"""Adds up again what the source says is a total: parts against their whole, and shares against 100."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from data.catalogue import Catalogue
from data.model import Indicator, Observation, SumRule
from indicators import words
from indicators.quality.finding import (
    DOUBT,
    EPSILON,
    OK,
    ROUNDED,
    Finding,
    half_unit,
    is_printed,
    number_of,
    printed_decimals,
    subject,
)

Rest = tuple[str, str, tuple[tuple[str, str], ...], str, str]


def sum_findings(observations: Sequence[Observation], indicator: Indicator, catalogue: Catalogue) -> list[Finding]:
    """Check every sum that the catalogue says should hold, per area, period, other breakdown and place in the source.

    A sum is checked where the source prints all its parts and their whole; the whole may stand elsewhere in the source.
    Units: counts must add up exactly. Shares may miss by what rounding can do: half a unit of the last printed decimal
    of each number.
    """
    printed = [one for one in observations if one.is_level and is_printed(one)]
    checks = _Checks(indicator, catalogue)
    return [finding for rule in indicator.sums for finding in checks.of_rule(rule, printed)]


class _Checks:
    """Makes the findings of one indicator."""

    def __init__(self, indicator: Indicator, catalogue: Catalogue) -> None:
        self.indicator, self.catalogue = indicator, catalogue
        self.unit = indicator.unit_measure
        self.labels = {one.id: words.lower(one.label) for one in indicator.dimensions}

    def of_rule(self, rule: SumRule, printed: Sequence[Observation]) -> Iterator[Finding]:
        for parts in _complete(rule, printed):
            if rule.whole == "100":
                yield self._shares(rule, parts)
            elif whole := _whole(rule, parts[0], printed):
                yield self._sum(rule, parts, whole)

    def _shares(self, rule: SumRule, parts: Sequence[Observation]) -> Finding:
        total, decimals = _total(parts)
        verdict = _verdict(total - 100, sum(map(half_unit, parts)))
        doubt = f"De delen zijn samen {words.number(total, decimals)}%."
        return Finding(
            kind="shares",
            indicators=(self.indicator.id,),
            source_ref=parts[0].source_ref,
            what=self._what(rule, parts),
            found=f"{words.number(total, decimals)}%",
            expected="100%",
            difference=_difference(total - 100, decimals),
            verdict=verdict,
            treatment=_treatment(verdict),
            doubt="" if verdict == OK else f"{doubt} {_reason(verdict)}",
            places=tuple(one.key for one in parts),
        )

    def _sum(self, rule: SumRule, parts: Sequence[Observation], whole: Observation) -> Finding:
        total, decimals = _total(parts)
        missing = total - number_of(whole)
        slack = sum(map(half_unit, (*parts, whole))) if self.unit == "percent" else 0
        verdict = _verdict(missing, slack)
        found = words.with_unit(words.number(total, decimals), self.unit)
        return Finding(
            kind="sum",
            indicators=(self.indicator.id,),
            source_ref=words.listed(list(dict.fromkeys([parts[0].source_ref, whole.source_ref]))),
            what=self._what(rule, parts),
            found=found,
            expected=words.value(whole, self.indicator),
            difference=_difference(missing, decimals),
            verdict=verdict,
            treatment=_treatment(verdict),
            doubt="" if verdict == OK else f"De delen zijn samen {found}. {_reason(verdict)}",
            places=(whole.key,),
        )

    def _what(self, rule: SumRule, parts: Sequence[Observation]) -> str:
        named = subject(parts[0], self.indicator, self.catalogue, without=rule.dimension)
        return f"{named}, {len(parts)} delen naar {self.labels[rule.dimension]}"


def _rest(observation: Observation, dimension: str) -> Rest:
    """Say in which sum a part stands: everything about it but its code in this dimension."""
    others = tuple(sorted(pair for pair in observation.breakdown.items() if pair[0] != dimension))
    return (observation.ref_area, observation.time_period, others, observation.source, observation.source_ref)


def _complete(rule: SumRule, printed: Sequence[Observation]) -> Iterator[list[Observation]]:
    """Give the parts of each sum of which the source prints all parts."""
    by_rest: dict[Rest, dict[str, Observation]] = defaultdict(dict)
    for one in printed:
        by_rest[_rest(one, rule.dimension)][one.breakdown.get(rule.dimension, "")] = one
    for by_code in by_rest.values():
        if all(code in by_code for code in rule.parts):
            yield [by_code[code] for code in rule.parts]


def _whole(rule: SumRule, part: Observation, printed: Sequence[Observation]) -> Observation | None:
    """Find the whole of a sum, in the same table where it stands there."""
    rest = _rest(part, rule.dimension)
    wholes = [
        one
        for one in printed
        if _rest(one, rule.dimension)[:3] == rest[:3] and one.breakdown.get(rule.dimension, "") == rule.whole
    ]
    return min(wholes, key=lambda one: _rest(one, rule.dimension) != rest, default=None)


def _total(parts: Sequence[Observation]) -> tuple[float, int]:
    return sum(map(number_of, parts)), max(map(printed_decimals, parts))


def _verdict(missing: float, slack: float) -> str:
    if abs(missing) <= EPSILON:
        return OK
    return ROUNDED if abs(missing) <= slack + EPSILON else DOUBT


def _difference(missing: float, decimals: int) -> str:
    return "" if abs(missing) <= EPSILON else words.signed(missing, decimals)


def _treatment(verdict: str) -> str:
    if verdict == ROUNDED:
        return "Het verschil past binnen de afronding. We tonen elk getal zoals het gedrukt is."
    return "" if verdict == OK else "We tonen elk getal zoals het gedrukt is. We verbeteren niets."


def _reason(verdict: str) -> str:
    return "Dat past binnen de afronding." if verdict == ROUNDED else "Dat klopt niet met het gedrukte totaal."
