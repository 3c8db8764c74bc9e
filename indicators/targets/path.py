"""The required path: where the number should be in each year to reach the goal in time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Path:
    """A road from a base to a goal; `per_year` is in the unit of the level, or in per cent where it is compound.

    `end` is the target year; None where the text names none. After the end the goal stays what is needed.
    """

    start: float
    start_value: float
    per_year: float
    end: int | None
    is_compound: bool = False

    def needed(self, time: float) -> float:
        """Give the value that is needed at a time.

        Source: straight line v*(t) = v0 + (vT − v0) · (t − t0) ÷ (T − t0); compound v0 · (1 + g)^(t − t0).
        """
        years = (time if self.end is None else min(time, self.end)) - self.start
        if self.is_compound:
            return float(self.start_value * (1 + self.per_year / 100) ** years)
        return self.start_value + self.per_year * years

    def required(self, time: float) -> float:
        """Give the change a year that leads to what is needed at a time: on a straight line always the same."""
        years = (time if self.end is None else min(time, self.end)) - self.start
        if not self.is_compound or years <= 0:
            return self.start_value * self.per_year / 100 if self.is_compound else self.per_year
        return (self.needed(time) - self.start_value) / years

    @property
    def goal(self) -> float | None:
        """Give the value in the target year; None where there is no such year."""
        return None if self.end is None else self.needed(self.end)


def straight(start: float, start_value: float, end: int, goal: float) -> Path | None:
    """Draw the straight line from a base to a goal; None where the target year is not after the base."""
    if end <= start:
        return None
    return Path(start, start_value, (goal - start_value) / (end - start), end)
