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
    `most` is the ratio that was promised, `limit` the work itself in its unit; None where nothing was. In another unit
    than ms, work and floor are not timed: they give the number themselves, once.
    """

    name: str
    floor_name: str
    work: Callable[[Any], object]
    floor: Callable[[Any], object]
    fresh: Callable[[], object] = lambda: None
    most: float | None = None
    limit: float | None = None
    unit: str = "ms"


@dataclass(frozen=True)
class Outcome:
    """Median times in seconds, or numbers in thousands of the unit."""

    question: Question
    floor: float
    work: float

    @property
    def ratio(self) -> float:
        """Say how many times the floor the work takes."""
        return self.work / self.floor

    @property
    def verdict(self) -> str:
        """Say whether ratio and work are as promised; nothing where nothing was promised."""
        asked, unit = self.question, self.question.unit
        promises = [(asked.most, self.ratio, ""), (asked.limit, self.work * 1000, f" {unit}")]
        return ", ".join(
            f"at most {most:g}{unit}: {'yes' if found <= most else 'NO'}"
            for most, found, unit in promises
            if most is not None
        )


def measure(question: Question, seconds: float = SECONDS) -> Outcome:
    """Run floor and work in turn, so that what disturbs the computer disturbs both, and take the medians."""
    if question.unit != "ms":
        return Outcome(question, _counted(question.floor, question), _counted(question.work, question))
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


def _counted(run: Callable[[Any], Any], question: Question) -> float:
    return run(question.fresh()) / 1000


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
    asked = outcome.question
    name = asked.name if asked.unit == "ms" else f"{asked.name}, {asked.unit}"
    return (name, *times, outcome.verdict, outcome.question.floor_name)
