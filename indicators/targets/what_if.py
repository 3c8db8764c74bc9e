"""The numbers of a calculation example: with how much a year is the goal reached when? The browser does the sums."""

from __future__ import annotations

import math
from dataclasses import dataclass

from indicators.targets.board import Assessment
from indicators.targets.written import OPERATORS, level

STEP = 0.1
AT_LEAST = 1.0
"""The slider goes to three times the required pace, and at least to one a year."""


@dataclass(frozen=True)
class WhatIf:
    """Where the example starts (the newest measurement), what it wants, and the slider: first value, end, step.

    `sign` is −1 where less is wanted; the reader always chooses a positive pace.
    """

    start: float
    start_year: str
    start_value: float
    goal: float
    goal_told: str
    deadline: int
    sign: int
    unit_measure: str
    pace: float
    most: float
    step: float


def what_if(assessment: Assessment) -> WhatIf | None:
    """Give the example; None where there is no road, or where the newest measurement has reached the goal."""
    numbers = assessment.verdict.numbers
    if numbers.path is None or numbers.path.end is None or numbers.goal_value is None or not assessment.points:
        return None
    last = assessment.points[-1]
    if numbers.sign * (numbers.goal_value - last.value) <= 0 or not numbers.required:
        return None
    asked = abs(numbers.still_required if numbers.still_required is not None else numbers.required)
    pace = max(STEP, math.ceil(round(asked / STEP, 6)) * STEP)
    goal_told = f"{OPERATORS[numbers.level_operator]} {level(numbers.goal_value, numbers.unit_measure)}"
    return WhatIf(
        start=last.time,
        start_year=last.time_period[:4],
        start_value=last.value,
        goal=numbers.goal_value,
        goal_told=goal_told,
        deadline=numbers.path.end,
        sign=numbers.sign,
        unit_measure=numbers.unit_measure,
        pace=round(pace, 1),
        most=round(max(AT_LEAST, 3 * pace), 1),
        step=STEP,
    )
