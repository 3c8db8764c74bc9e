"""The guard between the store and its readers: small numbers are hidden by whole tables, and no more is read."""

from collections.abc import Collection, Iterable
from contextlib import closing
from pathlib import Path
from typing import NoReturn

from made import observation, publish

from data.engines import sqlite_url
from data.guard import Guard
from data.kept import kept
from data.model import Observation
from data.store import Store

CLOSED = {"indicator": "foreign_nationals", "unit_measure": "persons", "breakdown": {}, "source": "ksz"}


def table(period: str = "2010", few: float = 3.0) -> tuple[Observation, ...]:
    """A sum of two regions, one of which has few people."""
    counts = {"VLG+BHG": few + 100, "VLG": 100.0, "BHG": few}
    return tuple(observation(**CLOSED, ref_area=area, obs_value=n, time_period=period) for area, n in counts.items())


def numbers(found: Iterable[Observation]) -> list[float | None]:
    return [one.obs_value for one in found]


def test_a_cell_asked_alone_hides_what_its_whole_table_hides(tmp_path: Path) -> None:
    with closing(Store(sqlite_url(tmp_path / "store.sqlite"))) as store:
        store.prepare()
        publish(store, *table(few=30.0))
        publish(store, *table())
        whole = {one.ref_area: one for one in store.observations("foreign_nationals")}
        alone = {area: store.cells(["foreign_nationals"], [area])[0] for area in whole}

        assert alone == whole
        assert numbers(whole[area] for area in ("BHG", "VLG", "VLG+BHG")) == [None, None, 103]
        assert numbers(store.cells(["foreign_nationals"], ["BHG"], as_of=1)) == [30]


def test_only_the_periods_that_are_asked_are_read_and_once() -> None:
    asked: list[tuple[Collection[str], int]] = []

    def read(_indicator: str, periods: Collection[str], as_of: int) -> tuple[Observation, ...]:
        asked.append((periods, as_of))
        return table()

    guard = Guard(read, lambda _indicator, _as_of: 1)

    assert numbers(guard.shown(table()[2:], 1)) == [None]
    assert numbers(guard.shown(table()[:1], 2)) == [103]  # revision 2 changed another indicator
    assert asked == [({"2010"}, 1)]


def test_figures_of_open_sources_are_given_as_they_are_without_reading() -> None:
    def never(*_asked: object) -> NoReturn:
        raise AssertionError("the rest of an open table was read")

    figures = (observation(obs_value=3.0, source="vrind_2011"),)

    assert Guard(never, never).shown(figures, 1) is figures


def test_an_answer_with_too_many_figures_is_given_and_not_kept() -> None:
    asked: list[int] = []

    def answer(size: int) -> list[int]:
        asked.append(size)
        return [0] * size

    keeper = kept(answer, 10)

    assert [len(keeper(size)) for size in (9, 9, 10, 10)] == [9, 9, 10, 10]
    assert asked == [9, 10, 10]
