"""Five classes for a map, made from the values of all years together, so that a colour means the same every year."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

CLASSES = 5
MOST_ROUNDS = 200


def bounds(values: Sequence[float], classes: int = CLASSES) -> tuple[float, ...]:
    """Give the bounds between the classes, in order; a value on a bound belongs to the class above it.

    Values are sorted into groups of equal size; then each goes to the group with the nearest mean, until none moves
    (k-means in one dimension). Fewer different values than classes give a bound between each two of them.
    Source: Gemeente-Stadsmonitor, Indeling van gemeenten (clusters) op de kaarten.
    """
    different = sorted(set(values))
    if len(different) <= classes:
        return tuple((low + high) / 2 for low, high in zip(different, different[1:], strict=False))
    ordered = sorted(values)
    means = [_mean(group) for group in _equal(ordered, classes)]
    for _ in range(MOST_ROUNDS):
        groups: list[list[float]] = [[] for _ in means]
        for value in ordered:
            groups[class_of(value, _between(means))].append(value)
        moved = [_mean(group) if group else mean for group, mean in zip(groups, means, strict=True)]
        if moved == means:
            break
        means = moved
    return tuple(dict.fromkeys(_between(means)))


def class_of(value: float, between: Sequence[float]) -> int:
    """Give the class of a value, 0 the lowest."""
    return bisect_right(between, value)


def _equal(ordered: Sequence[float], classes: int) -> list[Sequence[float]]:
    cuts = [round(place * len(ordered) / classes) for place in range(classes + 1)]
    return [ordered[start:end] for start, end in zip(cuts, cuts[1:], strict=False)]


def _mean(group: Sequence[float]) -> float:
    return sum(group) / len(group)


def _between(means: Sequence[float]) -> list[float]:
    return [(low + high) / 2 for low, high in zip(means, means[1:], strict=False)]
