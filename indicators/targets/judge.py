"""The verdict on a target: one of seven statuses, or the reason why there is none.

The straight line is the headline. After the target year there are only two answers, reached or not; before it a change
within the margin is no change. A comparison across a break in the series is made only where the text of the target
makes it itself. Source: the design of this site (`statistics.md` 3.8), with the ladder of Open SDG.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.target import Measure, Target
from indicators.targets.arithmetic import lines
from indicators.targets.points import Point
from indicators.targets.reckoning import Reckoning, reckon
from indicators.targets.statuses import NEARLY_ALL, Certainty, Reason, Status

ABSOLUTE = ("level", "rank", "gap", "proportionality")
"""Kinds whose goal is a number in itself: whether it is reached needs no base."""


@dataclass(frozen=True)
class Verdict:
    """A status with every number used; `reason` only where there is no status, `lines` is the arithmetic in Dutch.

    `at_limits` holds the statuses at the lower and upper limit of the measurement, empty where the source gives none.
    """

    status: Status
    reason: Reason | None
    numbers: Reckoning
    certainty: Certainty
    at_limits: tuple[Status, ...]
    lines: tuple[str, ...]
    why_methods_differ: str = ""

    @property
    def is_assessed(self) -> bool:
        """Tell whether there is a status."""
        return self.reason is None


def judge(
    target: Target, measure: Measure | None, measured: Sequence[Point], unit_measure: str, published: int
) -> Verdict:
    """Judge a target; `published` is the year in which the newest figures were published.

    That year, and not the clock, tells whether the target year is over: a revision keeps its verdict for ever.
    """
    numbers = reckon(target, measure, measured, unit_measure)
    reason = _reason(numbers, measure, published)
    status = Status.NOT_ASSESSED if reason else _status(numbers)
    at_limits = () if reason else _at_limits(numbers)
    certainty = _certainty(status, at_limits)
    return Verdict(
        status=status,
        reason=reason,
        numbers=numbers,
        certainty=certainty,
        at_limits=at_limits,
        lines=lines(numbers, status, reason, at_limits, certainty),
        why_methods_differ="" if reason else why_methods_differ(numbers),
    )


def _reason(numbers: Reckoning, measure: Measure | None, published: int) -> Reason | None:
    """Give the first reason why there is no verdict, in the order in which a reader would find them."""
    if numbers.goal is None and numbers.kind != "direction":
        return Reason.NO_TARGET_VALUE
    if numbers.kind == "halving" and numbers.base is None:
        return Reason.NO_BASE
    if numbers.latest is None:
        return Reason.NO_MEASUREMENT
    if numbers.base is None:
        return Reason.NO_BASE
    if numbers.latest.is_small or numbers.base.is_small:
        return Reason.SMALL_DENOMINATOR
    return _reason_of_series(numbers, measure, published)


def _reason_of_series(numbers: Reckoning, measure: Measure | None, published: int) -> Reason | None:
    if numbers.kind in ABSOLUTE and (numbers.is_final or numbers.reached):
        return None
    if numbers.change is None:
        return Reason.NO_TREND
    if numbers.crosses_break and not (measure and measure.spans_breaks):
        return Reason.SERIES_BREAK
    if numbers.deadline is not None and published > numbers.deadline and not numbers.is_final:
        return Reason.SOURCE_STOPPED
    if numbers.kind in ABSOLUTE and numbers.deadline is None:
        return Reason.NO_DEADLINE
    return None


def _status(numbers: Reckoning) -> Status:
    """Give the status of numbers that can be assessed."""
    if numbers.kind == "direction":
        return _status_of_direction(numbers)
    if numbers.reached:
        return Status.REACHED
    if numbers.is_final:
        return Status.NOT_REACHED
    moved = _moved(numbers)
    if moved in (Status.NO_CLEAR_CHANGE, Status.MOVING_AWAY):
        return moved
    is_on_course = numbers.ratio is not None and numbers.ratio >= NEARLY_ALL
    return Status.ON_COURSE if is_on_course else Status.TOO_SLOW


def _status_of_direction(numbers: Reckoning) -> Status:
    """A target without a number asks only a clear change in the right direction."""
    moved = _moved(numbers)
    if not numbers.is_final:
        return moved
    return Status.REACHED if moved is Status.ON_COURSE else Status.NOT_REACHED


def _moved(numbers: Reckoning) -> Status:
    """Say which way the number went: on course stands here for the right way, whatever the pace."""
    assert numbers.change is not None
    if not numbers.is_clear:
        return Status.NO_CLEAR_CHANGE
    return Status.ON_COURSE if numbers.sign * numbers.change > 0 else Status.MOVING_AWAY


def _at_limits(numbers: Reckoning) -> tuple[Status, ...]:
    """Judge again with each limit of the measurement in its place."""
    latest = numbers.latest
    if latest is None or latest.lower is None or latest.upper is None:
        return ()
    return _status(numbers.at(latest.lower)), _status(numbers.at(latest.upper))


def _certainty(status: Status, at_limits: Sequence[Status]) -> Certainty:
    """Say how sure a status is: the same at both limits, at one of them, or at none."""
    if not at_limits:
        return Certainty.UNKNOWN
    agreeing = sum(one is status for one in at_limits)
    return (Certainty.UNDECIDED, Certainty.LIKELY, Certainty.CERTAIN)[agreeing]


def why_methods_differ(numbers: Reckoning) -> str:
    """Tell in one line why the growth rate gives another class than the straight line; empty where it does not."""
    if numbers.linear_class is None or numbers.growth_class is None or numbers.linear_class is numbers.growth_class:
        return ""
    if numbers.direction == "down":
        return "Een vast percentage per jaar vraagt bij een daling in het begin meer dan de rechte lijn."
    return "Een vast percentage per jaar vraagt bij een stijging in het begin minder dan de rechte lijn."
