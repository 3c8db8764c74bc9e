"""Works out again what the source says about its figures, and tells its misprints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from data.claims import Claim, Claims, Misprint, Remark
from data.model import Key, Observation
from indicators import words
from indicators.quality.finding import DOUBT, EPSILON, OK, OPEN, Finding

Numbers = Sequence[float]


def sentence_findings(observations: Iterable[Observation], claims: Claims) -> list[Finding]:
    """Check all claims, and list the remarks and misprints; those about numbers that were withdrawn are left out."""
    values = {one.key: one.obs_value for one in observations}
    numbers = {key: value for key, value in values.items() if value is not None}
    return [
        *(_claim(one, numbers) for one in claims.claims if numbers.keys() >= {*one.operands, *one.against}),
        *(_remark(one) for one in claims.remarks if values.keys() >= set(one.places)),
        *(_misprint(one) for one in claims.misprints if values.keys() >= set(one.places)),
    ]


def _claim(claim: Claim, numbers: Mapping[Key, float]) -> Finding:
    results = outcome(claim, numbers)
    found = _span(results, claim.decimals)
    off = max((_distance(one, claim.expected) for one in results), key=abs)
    return Finding(
        kind="claim",
        indicators=_indicators(claim.places + claim.operands),
        source_ref=claim.source_ref,
        what=f"“{claim.quote}”",
        found=found,
        expected=_limits(*claim.expected),
        difference=words.signed(off, claim.decimals) if abs(off) > EPSILON else "",
        verdict=DOUBT if abs(off) > EPSILON else OK,
        treatment=claim.verdict.format(found=found),
        doubt=claim.doubt.format(found=found),
        places=claim.places,
    )


def outcome(claim: Claim, numbers: Mapping[Key, float]) -> list[float]:
    """Work out a claim; some kinds give one number, others one for each operand."""
    return WAYS[claim.kind]([numbers[key] for key in claim.operands], [numbers[key] for key in claim.against])


def _mixture(operands: Numbers, against: Numbers) -> list[float]:
    """Give the percentage in the whole from that in a group and outside it: w/100 × inside + (1 − w/100) × outside."""
    share, inside, outside = operands
    return [share / 100 * inside + (1 - share / 100) * outside]


def _steps(operands: Numbers) -> list[float]:
    return [later - earlier for earlier, later in pairwise(operands)]


def _step_rank(operands: Numbers, against: Numbers) -> list[float]:
    steps = _steps(operands)
    return [_place(steps[-1], steps)]


def _place(number: float, others: Numbers) -> float:
    """Give the place of a number among others, 1 = the highest; equal numbers share a place."""
    return 1 + sum(one > number + EPSILON for one in others)


WAYS: Mapping[str, Callable[[Numbers, Numbers], list[float]]] = {
    "value": lambda operands, against: list(operands),
    "sum": lambda operands, against: [sum(operands)],
    "rest": lambda operands, against: [100 - sum(operands)],
    "product": lambda operands, against: [operands[0] * operands[1] / 100],
    "mixture": _mixture,
    "smallest_step": lambda operands, against: [min(_steps(operands))],
    "step_rank": _step_rank,
    "difference": lambda operands, against: [one - against[0] for one in operands],
    "ratio": lambda operands, against: [one / sum(against) for one in operands],
    "percentage": lambda operands, against: [100 * sum(operands) / sum(against)],
    "rank": lambda operands, against: [_place(operands[0], against)],
}
"""How each kind of `data/claims.py` is worked out."""


def _distance(number: float, limits: Numbers) -> float:
    """Say how far a number lies outside its limits: negative below, positive above, 0 between."""
    lowest, highest = limits
    return min(number - lowest, 0) or max(number - highest, 0)


def _span(numbers: Numbers, decimals: int) -> str:
    ends = dict.fromkeys([words.number(min(numbers), decimals), words.number(max(numbers), decimals)])
    return " tot ".join(ends)


def _limits(lowest: float, highest: float) -> str:
    """Write what the source's sentence allows: "2 tot 5", "minstens 0", "22.748"."""
    if highest == float("inf"):
        return f"minstens {_short(lowest)}"
    if lowest == float("-inf"):
        return f"hoogstens {_short(highest)}"
    return " tot ".join(dict.fromkeys([_short(lowest), _short(highest)]))


def _short(number: float) -> str:
    """Write a number with no more decimals than it needs."""
    return words.number(number, next(places for places in range(9) if abs(round(number, places) - number) < EPSILON))


def _indicators(keys: Iterable[Key]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key[0] for key in keys))


def _remark(remark: Remark) -> Finding:
    return Finding(
        kind="remark",
        indicators=_indicators(remark.places),
        source_ref=remark.source_ref,
        what=f"“{remark.quote}”",
        found="",
        expected="",
        difference="",
        verdict=OPEN,
        treatment=remark.verdict,
        doubt=remark.doubt,
        places=remark.places,
    )


def _misprint(misprint: Misprint) -> Finding:
    return Finding(
        kind="misprint",
        indicators=_indicators(misprint.places),
        source_ref=misprint.source_ref,
        what=f"De bron drukt “{misprint.printed}”.",
        found=misprint.printed,
        expected=misprint.read_as,
        difference="",
        verdict=DOUBT,
        treatment=f"Wij lezen “{misprint.read_as}”. {misprint.why}",
        doubt=misprint.doubt,
        places=misprint.places,
    )
