import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks import figures, upload
from benchmarks.harness import LEAST_REPEATS, WARM_UPS, Outcome, Question, measure, table

STORED = "SELECT number, author, note, dataset, sha256 FROM revision", "SELECT * FROM observation"


@pytest.fixture
def questions(tmp_path: Path) -> Iterator[Question]:
    return figures.questions(tmp_path)


class Clock:
    """A clock that only goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def spend(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(time, "perf_counter", made)
    return made


def question(most: float | None = None) -> Question:
    return Question("waiting", "waiting less", lambda _: None, lambda _: None, most=most)


def test_work_and_floor_are_measured_equally_often() -> None:
    runs: list[str] = []

    def run(name: str) -> None:
        runs.append(name)

    measure(Question("", "", lambda _: run("work"), lambda _: run("floor")), seconds=0)

    assert runs == ["floor", "work"] * (WARM_UPS + LEAST_REPEATS)


def test_the_ratio_is_that_of_the_medians(clock: Clock) -> None:
    times = iter([9.0, 9.0, 4.0, 4.0, 4.0, 4.0, 8.0, 8.0, 1.0])
    uneven = Question("", "", lambda _: clock.spend(next(times)), lambda _: clock.spend(2.0))

    assert measure(uneven, seconds=0).ratio == 2


def test_what_a_run_starts_with_is_made_outside_of_the_time(clock: Clock) -> None:
    slow = Question("", "", lambda _: clock.spend(2.0), lambda _: clock.spend(1.0), fresh=lambda: clock.spend(60.0))

    assert measure(slow, seconds=0).work == 2


@pytest.mark.parametrize(("most", "verdict"), [(None, ""), (3.0, "at most 3: yes"), (1.5, "at most 1.5: NO")])
def test_a_promise_is_checked(most: float | None, verdict: str) -> None:
    assert Outcome(question(most), floor=1.0, work=2.0).verdict == verdict


def test_a_limit_is_checked_in_the_unit_of_the_question() -> None:
    heavy = Question("", "", lambda _: 61.0, lambda _: 10.0, limit=60, unit="MB")

    assert measure(heavy).verdict == "at most 60 MB: NO"
    assert measure(heavy).ratio == pytest.approx(6.1)


def test_the_table_names_question_times_ratio_and_floor() -> None:
    assert list(table([Outcome(question(3.0), floor=0.001, work=0.0025)])) == [
        "question    ms  floor ms  ratio  promised        floor",
        "waiting   2.50      1.00    2.5  at most 3: yes  waiting less",
    ]


def test_the_floor_of_loading_writes_the_same_rows(questions: Iterator[Question], tmp_path: Path) -> None:
    load, stored = next(questions), []
    for name, run in (("work", load.work), ("floor", load.floor)):
        file = tmp_path / f"{name}.sqlite"
        run(file)
        with closing(sqlite3.connect(file)) as connection:
            stored.append([connection.execute(query).fetchall() for query in STORED])

    assert stored[0] == stored[1]


def test_the_floor_of_exporting_writes_the_same_text(questions: Iterator[Question]) -> None:
    next(questions)
    export = next(questions)

    assert export.work(export.fresh()) == export.floor(export.fresh())


def test_the_made_up_upload_is_ready_to_be_published(tmp_path: Path) -> None:
    upload.write_csv(tmp_path / "cijfers.csv", 2000)

    assert upload.checked(tmp_path / "cijfers.csv").counts["ready"] == 2000
    assert upload.check_and_publish(tmp_path / "cijfers.csv", tmp_path) == 1
