"""What a publication would change: observations that are new, that change, that vanish, that stay the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from data.changes import changes
from data.model import Key, Observation


@dataclass(frozen=True)
class Comparison:
    """Observations of a file against the published ones.

    `changed` holds (old, new). `vanished` are published observations of the same indicator, source and period that the
    file does not have; they stay published.
    """

    new: tuple[Observation, ...]
    changed: tuple[tuple[Observation, Observation], ...]
    vanished: tuple[Observation, ...]
    same: int

    @property
    def changed_numbers(self) -> list[tuple[Observation, Observation]]:
        """List the changes that alter a number, not only a note or a status."""
        return [(old, new) for old, new in self.changed if numbers(old) != numbers(new)]


def numbers(one: Observation) -> tuple[float | None, ...]:
    """Give the numbers of an observation that readers see."""
    return (one.obs_value, one.lower, one.upper)


def compare(observations: Iterable[Observation], stored: Callable[[str], Sequence[Observation]]) -> Comparison:
    """Compare the observations of a file with what `stored` gives for their indicators."""
    by_indicator: dict[str, dict[Key, Observation]] = {}
    for one in observations:
        by_indicator.setdefault(one.indicator, {})[one.key] = one
    new: list[Observation] = []
    changed: list[tuple[Observation, Observation]] = []
    vanished: list[Observation] = []
    for indicator, fresh in by_indicator.items():
        found = changes(stored(indicator), fresh.values())
        new += found.new
        changed += found.changed
        covered = {(one.source, one.time_period) for one in fresh.values()}
        vanished += [one for one in found.vanished if (one.source, one.time_period) in covered]
    same = sum(map(len, by_indicator.values())) - len(new) - len(changed)
    return Comparison(tuple(new), tuple(changed), tuple(vanished), same)
