"""The growth rate (CAGR) of a target: the method of Open SDG and Statistics Canada, shown beside the straight line.

It is not the headline here: it uses two points only, and for a share it counts per cent of a percentage. Beside the
straight line it tells a reader whether the verdict hangs on the method.
"""

from __future__ import annotations

from dataclasses import dataclass

from indicators.targets.statuses import MOST, Progress, progress_class

ALMOST_ZERO = 0.001
"""Stands for zero as base or goal, because nothing can be divided by zero."""

LIMIT_EXPONENT = 4.44
WITHOUT_TARGET = (0.015, 0.005, 0.0)


@dataclass(frozen=True)
class Growth:
    """Both growth rates a year as fractions (0.01 = 1 per cent), their ratio, its class and its score (−5 to 5).

    Without a goal `required` and `score` are None, and `progress` is the growth itself in the right direction.
    """

    observed: float
    required: float | None
    progress: float
    score: float | None
    progress_class: Progress
    replaced_zero: bool = False


def cagr(value: float, base: float, years: float) -> float | None:
    """Compute the compound annual growth rate; None where it has none: no time, zero base, or a change of sign.

    Source: Open SDG, `docs/progress.md`: CAGR = (v1 ÷ v2)^(1 ÷ (t1 − t2)) − 1.
    """
    if years <= 0 or base == 0 or value / base < 0:
        return None
    return float((value / base) ** (1 / years)) - 1


def growth_to_target(
    base: tuple[float, float], current: tuple[float, float], target: tuple[float, float], direction: str
) -> Growth | None:
    """Compare the growth so far with the growth that leads to the target; pairs are (time, value).

    `direction` ("up" or "down") is always given: a default would turn every verdict around for half of the targets.
    Zero as base or target becomes 0,001; a change of sign between base and current gives no result.

    Source: sdg-build, `sdg/ProgressMeasure.py`, method 2; p = ± observed ÷ |required|.
    """
    start, goal = _not_zero(base[1]), _not_zero(target[1])
    observed = cagr(current[1], start, current[0] - base[0])
    required = cagr(goal, start, target[0] - base[0])
    if observed is None or not required:
        return None
    ratio = _signed(observed, direction) / abs(required)
    replaced = base[1] == 0 or target[1] == 0
    return Growth(observed, required, ratio, score(ratio), progress_class(ratio), replaced)


def growth_without_target(
    base: tuple[float, float], current: tuple[float, float], direction: str, limit: float | None = None
) -> Growth | None:
    """Class the growth where there is only a direction; a natural limit makes the cut-offs smaller near it.

    Source: sdg-build, `sdg/ProgressMeasure.py`, method 1: cut-offs 1,5%, 0,5% and 0% a year.
    """
    observed = cagr(current[1], _not_zero(base[1]), current[0] - base[0])
    if observed is None:
        return None
    coefficient = 1.0 if limit is None else limit_coefficient(base[1], limit)
    growth = _signed(observed, direction)
    highest, middle, lowest = (cut * coefficient for cut in WITHOUT_TARGET)
    return Growth(observed, None, growth, None, progress_class(growth, (highest, middle, lowest)), base[1] == 0)


def limit_coefficient(base: float, limit: float) -> float:
    """Give the factor for the cut-offs near a natural limit: 0 at the limit itself, 1 from twice the limit on.

    Source: Statistics Canada, methodology of the SDG data hub; exponent 4,44.
    """
    if base >= 2 * limit:
        return 1.0
    distance = base if base <= limit else 2 * limit - base
    return float(1 - (distance / limit) ** LIMIT_EXPONENT)


def score(ratio: float) -> float:
    """Turn the ratio into a score from −5 to 5 in two straight parts that meet at 0,6.

    Source: sdg-build, `sdg/ProgressMeasure.py`: min(7,1429 p − 4,2857; 5), below 0,6 max(4,1667 p − 2,5; −5).
    """
    if ratio >= MOST:
        return min(7.1429 * ratio - 4.2857, 5.0)
    return max(4.1667 * ratio - 2.5, -5.0)


def _signed(growth: float, direction: str) -> float:
    return growth if direction == "up" else -growth


def _not_zero(value: float) -> float:
    return value or ALMOST_ZERO
