"""Measures a question against its floor, and prints the outcome as a table.

A module with questions has one function that gives them; `__main__` lists the modules.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

WARM_UPS = 2
LEAST_REPEATS = 7
MOST_REPEATS = 200
SECONDS = 3.0


@dataclass(frozen=True)
class Question:
    """Work that a reader or operator waits for, and the floor under it.

    `fresh` makes what each run starts with, outside of the time: an empty file, a store that has nothing cached.
    `most` is the ratio that was promised; None where nothing was.
    """

    name: str
    floor_name: str
    work: Callable[[Any], object]
    floor: Callable[[Any], object]
    fresh: Callable[[], object] = lambda: None
    most: float | None = None


@dataclass(frozen=True)
class Outcome:
    """Median times in seconds."""

    question: Question
    floor: float
    work: float

    @property
    def ratio(self) -> float:
        """Say how many times the floor the work takes."""
        return self.work / self.floor

    @property
    def verdict(self) -> str:
        """Say whether the ratio is as promised; nothing where nothing was promised."""
        if self.question.most is None:
            return ""
        return f"at most {self.question.most:g}: {'yes' if self.ratio <= self.question.most else 'NO'}"


def measure(question: Question, seconds: float = SECONDS) -> Outcome:
    """Run floor and work in turn, so that what disturbs the computer disturbs both, and take the medians."""
    floors: list[float] = []
    works: list[float] = []
    for _ in range(WARM_UPS):
        _timed(question.floor, question)
        _timed(question.work, question)
    end = time.perf_counter() + seconds
    while len(works) < LEAST_REPEATS or (time.perf_counter() < end and len(works) < MOST_REPEATS):
        floors.append(_timed(question.floor, question))
        works.append(_timed(question.work, question))
    return Outcome(question, statistics.median(floors), statistics.median(works))


def _timed(run: Callable[[Any], object], question: Question) -> float:
    start_with = question.fresh()
    gc.collect()
    start = time.perf_counter()
    run(start_with)
    return time.perf_counter() - start


def table(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Give the lines of the table: the question, both times in milliseconds, the ratio, the promise, the floor."""
    head = ("question", "ms", "floor ms", "ratio", "promised", "floor")
    rows = [head, *(_row(outcome) for outcome in outcomes)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    for row in rows:
        cells = [
            text.rjust(width) if column in (1, 2, 3) else text.ljust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()


def _row(outcome: Outcome) -> tuple[str, ...]:
    times = (f"{outcome.work * 1000:.2f}", f"{outcome.floor * 1000:.2f}", f"{outcome.ratio:.1f}")
    return (outcome.question.name, *times, outcome.verdict, outcome.question.floor_name)
