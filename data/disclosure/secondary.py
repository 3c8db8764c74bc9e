"""Secondary suppression: hides more cells until no hidden cell can be computed back over the sums of its table.

A cell cannot be computed back where another table with the same shown cells exists. Such a table is looked for in steps
of one: the cell one up or down, another hidden cell of each sum the other way, until all sums hold again and every cell
stays within what a reader knows of it. Where there is none the smallest shown cell of a sum that holds it back is
hidden too (greedy; compare Cox 1980, "Suppression methodology and statistical disclosure control", JASA 75).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from data.disclosure.equations import Equation
from data.model import Key

MOST_STEPS = 4000
"""How many steps a search may take; a search that takes more counts as not found, and hides one more cell."""

MOST_MOVED = 24
MOST_CHECKS = 500
"""A larger table stays as the greedy search left it: safe, with a few more hidden cells than needed."""

NO_CEILINGS: Mapping[Key, float] = {}


@dataclass(frozen=True)
class Outcome:
    """The keys that are hidden; whether readers may be told that the small ones lie between 1 and the threshold."""

    hidden: frozenset[Key]
    tells_ranges: bool


def suppressed(
    cells: Mapping[Key, float],
    equations: Sequence[Equation],
    small: set[Key],
    threshold: float,
    *,
    ranges: bool = True,
    ceilings: Mapping[Key, float] = NO_CEILINGS,
) -> Outcome:
    """Hide the small cells and what would tell them.

    With ranges a reader knows that small cells are 1 to threshold − 1 and the others at least the threshold; where that
    tells too much, or without ranges, a hidden cell can be any number from 0 to its ceiling: of a numerator the
    denominator.
    """
    if not small:
        return Outcome(frozenset(), ranges)
    for tells in (True, False) if ranges else (False,):
        table = _Table(cells, equations, frozenset(small), threshold, tells, set(small), ceilings)
        if table.protect():
            table.release()
            return Outcome(frozenset(table.hidden), tells)
    return Outcome(frozenset(cells), tells_ranges=False)


@dataclass
class _Table:
    cells: Mapping[Key, float]
    equations: Sequence[Equation]
    small: frozenset[Key]
    threshold: float
    tells_ranges: bool
    hidden: set[Key]
    ceilings: Mapping[Key, float]
    sums_of: dict[Key, list[tuple[int, int]]] = field(default_factory=dict)
    offs: list[int] = field(default_factory=list)
    free: dict[int, list[tuple[Key, int]]] = field(default_factory=dict)
    budget: int = 0

    def __post_init__(self) -> None:
        """Keep in which sums a cell stands, as whole (1) or part (-1), and how far each sum is off."""
        self.offs = [0] * len(self.equations)
        for place, (whole, parts) in enumerate(self.equations):
            for key, sign in ((whole, 1), *((one, -1) for one in parts)):
                self.sums_of.setdefault(key, []).append((place, sign))

    def protect(self) -> bool:
        """Hide cells until each small cell can move; False where nothing is left to hide and one cannot."""
        waiting = sorted(self.small)
        while waiting:
            if self._can_move(waiting[0]):
                waiting.pop(0)
            elif (more := self._next(waiting[0])) is not None:
                self._hide(more)
            else:
                return False
        return True

    def release(self) -> None:
        """Show again what need not be hidden, the largest first: a later choice can make an earlier one needless."""
        more = sorted(self.hidden - self.small, key=lambda one: (-self.cells[one], one))
        if len(more) * len(self.small) > MOST_CHECKS:
            return
        for key in more:
            self._show(key)
            if not all(map(self._can_move, self.small)):
                self._hide(key)

    def _hide(self, key: Key) -> None:
        self.hidden.add(key)
        self.free.clear()

    def _show(self, key: Key) -> None:
        self.hidden.discard(key)
        self.free.clear()

    def _can_move(self, key: Key) -> bool:
        return any(self._search(key, step) for step in (1, -1))

    def _search(self, key: Key, step: int) -> bool:
        self.budget = MOST_STEPS
        if not self._may(key, step):
            return False
        moved: dict[Key, int] = {}
        self._move(moved, key, step)
        found = self._settle(moved)
        for one in list(moved):
            self._move_back(moved, one)
        return found

    def _move(self, moved: dict[Key, int], key: Key, step: int) -> None:
        moved[key] = step
        for place, sign in self.sums_of.get(key, ()):
            self.offs[place] += sign * step

    def _move_back(self, moved: dict[Key, int], key: Key) -> None:
        step = moved.pop(key)
        for place, sign in self.sums_of.get(key, ()):
            self.offs[place] -= sign * step

    def _may(self, key: Key, step: int) -> bool:
        """Tell whether a cell can be one more or one less, for all that a reader knows of it."""
        value = self.cells[key] + step
        if not self.tells_ranges:
            return 0 <= value <= self.ceilings.get(key, inf)
        return 1 <= value < self.threshold if key in self.small else value >= self.threshold

    def _settle(self, moved: dict[Key, int]) -> bool:
        """Move more cells until every sum holds again."""
        self.budget -= 1
        if self.budget < 0 or len(moved) > MOST_MOVED:
            return False
        broken = next((place for key in moved for place, _ in self.sums_of.get(key, ()) if self.offs[place]), None)
        if broken is None:
            return True
        for key, step in self._answers(broken, moved):
            self._move(moved, key, step)
            if self._settle(moved):
                return True
            self._move_back(moved, key)
        return False

    def _answers(self, place: int, moved: Mapping[Key, int]) -> Iterator[tuple[Key, int]]:
        """Give the hidden cells of a sum that can make it hold, the ones that are in few sums first."""
        if place not in self.free:
            whole, parts = self.equations[place]
            signed = [(one, 1) for one in parts if one in self.hidden] + [(whole, -1)] * (whole in self.hidden)
            self.free[place] = sorted(signed, key=lambda pair: len(self.sums_of[pair[0]]))
        up = 1 if self.offs[place] > 0 else -1
        open_ = [(key, sign * up) for key, sign in self.free[place] if key not in moved and self._may(key, sign * up)]
        yield from open_

    def _next(self, key: Key) -> Key | None:
        """Choose what to hide more: near the cell first, parts before wholes, small numbers before large ones."""
        reached, seen = [key], {key}
        while reached:
            sums = [self.equations[place] for one in reached for place, _ in self.sums_of.get(one, ())]
            if found := self._candidates(sums):
                return min(found, key=lambda one: (found[one], self.cells[one], one))
            near = {one for whole, parts in sums for one in (whole, *parts) if one in self.hidden} - seen
            seen |= near
            reached = sorted(near)
        return None

    def _candidates(self, sums: Sequence[Equation]) -> dict[Key, bool]:
        """Give the shown cells of sums that have room to move, each with whether it is a whole."""
        least = self.threshold if self.tells_ranges else 0
        found = {one: False for _, parts in sums for one in parts}
        found |= {whole: True for whole, _ in sums}
        return {one: is_whole for one, is_whole in found.items() if one not in self.hidden and self.cells[one] > least}
