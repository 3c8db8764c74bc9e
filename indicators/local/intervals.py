"""Intervals around counted shares and rates, in plain mathematics.

Registers have no sampling error: there an interval tells how much a number may differ from year to year by chance.
All levels are two-sided and given as a share: 0.95 is 95%.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist

LEVEL = 0.95
EXACT_BELOW = 10
"""Byar's approximation is used from this count on (Association of Public Health Observatories, Briefing 3, 2008)."""


@dataclass(frozen=True)
class Interval:
    """Two limits, in the unit of the number that they surround."""

    lower: float
    upper: float

    def overlaps(self, other: Interval) -> bool:
        """Tell whether the two intervals share a number."""
        return self.lower <= other.upper and other.lower <= self.upper

    def times(self, factor: float) -> Interval:
        """Give the interval in another unit: 100 turns a share into a percentage."""
        return Interval(self.lower * factor, self.upper * factor)


def z_of(level: float = LEVEL) -> float:
    """Give the number of standard deviations that holds this share of a normal distribution: 0.95 gives 1.96."""
    return NormalDist().inv_cdf(0.5 + level / 2)


def wilson(count: float, of: float, level: float = LEVEL) -> Interval:
    """Give the interval of a share, count ÷ of, as a share.

    Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
    """
    _check(count, of)
    z = z_of(level)
    middle, spread = 2 * count + z**2, z * math.sqrt(z**2 + 4 * count * (1 - count / of))
    whole = 2 * (of + z**2)
    return Interval(max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole))


def _check(count: float, of: float) -> None:
    if not 0 <= count <= of or not of:
        raise ValueError(f"{count} of {of} is no share")


def counted(count: float, level: float = LEVEL) -> Interval:
    """Give the interval of a count: Byar's approximation, exact below 10.

    Source: N. E. Breslow and N. E. Day, Statistical methods in cancer research II (1987), p. 68-69.
    """
    if count < EXACT_BELOW:
        return exact(round(count), level)
    z, next_one = z_of(level), count + 1
    lower = count * (1 - 1 / (9 * count) - z / (3 * math.sqrt(count))) ** 3
    upper = next_one * (1 - 1 / (9 * next_one) + z / (3 * math.sqrt(next_one))) ** 3
    return Interval(lower, upper)


def exact(count: int, level: float = LEVEL) -> Interval:
    """Give the exact interval of a Poisson count: half a quantile of chi-squared, found by halving.

    Source: F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936).
    """
    tail = (1 - level) / 2
    lower = _solve(lambda mean: at_most(count - 1, mean) - (1 - tail)) if count else 0.0
    return Interval(lower, _solve(lambda mean: at_most(count, mean) - tail))


def at_most(count: int, mean: float) -> float:
    """Give the chance of at most this many events where `mean` are expected (Poisson)."""
    return sum(math.exp(-mean) * mean**events / math.factorial(events) for events in range(count + 1))


def _solve(falling: Callable[[float], float], high: float = 64.0) -> float:
    """Find where a falling function is zero, between 0 and `high` (a count below 10 has its limits far below 64)."""
    low = 0.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if falling(middle) > 0 else (low, middle)
    return low


def difference(count: float, of: float, other_count: float, other_of: float, level: float = LEVEL) -> Interval:
    """Give the interval of a difference of two independent shares, the first minus the second, as a share.

    Source: R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in
    Medicine 17 (1998), method 10 (hybrid Wilson).
    """
    one, other = wilson(count, of, level), wilson(other_count, other_of, level)
    share, other_share = count / of, other_count / other_of
    below = math.hypot(share - one.lower, other.upper - other_share)
    above = math.hypot(one.upper - share, other_share - other.lower)
    return Interval(share - other_share - below, share - other_share + above)


def survey_margin(percent: float, sample: float, population: float = math.inf, level: float = LEVEL) -> float:
    """Give the margin of a percentage of a survey in percentage points, with the correction for a finite population.

    `sample` is the unweighted number of answers, `population` the weighted one (without it there is no correction).
    Source: Provincies in Cijfers, Betrouwbaarheidsintervallen in Swing (Gemeente-Stadsmonitor).
    """
    return z_of(level) * math.sqrt(percent * (100 - percent) / sample) * math.sqrt(max(0.0, 1 - sample / population))
