import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime

import pytest
from made import observation, publish, run

from data.errors import UnknownRevision
from data.model import Observation
from data.revisions import BATCH
from data.store import Store


def values(store: Store, as_of: int | None = None) -> list[float | None]:
    return [one.obs_value for one in store.observations("work", as_of)]


def test_what_is_published_is_read_back_unchanged(store: Store) -> None:
    published = observation(
        breakdown={"sex": "f", "age": "15-24"},
        obs_value=33.3,
        qualifier="1 op de 3",
        numerator=1.0,
        denominator=3.0,
        sample_size=1200.0,
        lower=30.5,
        upper=36.1,
        derivation="1 / 3",
        note="Een “noot” met é, € en ≥.",
        revision=1,
    )

    publish(store, published)

    assert store.raw_observations("work") == (published,)


def test_a_removed_key_disappears_but_stays_as_of(store: Store) -> None:
    publish(store, observation(obs_value=1.0), observation(time_period="2011", obs_value=2.0))
    publish(store, observation(obs_value=1.0))

    assert values(store) == [1]
    assert values(store, as_of=1) == [1, 2]


def test_a_key_that_comes_back_is_there_again(store: Store) -> None:
    publish(store, observation(obs_value=1.0), observation(time_period="2011", obs_value=2.0))
    publish(store, observation(obs_value=1.0))
    publish(store, observation(obs_value=1.0), observation(time_period="2011", obs_value=2.0))

    assert [values(store, as_of) for as_of in (1, 2, 3)] == [[1, 2], [1], [1, 2]]


def test_an_indicator_and_a_source_that_a_dataset_drops_disappear(store: Store) -> None:
    publish(store, observation(source="bron_a"), observation(indicator="play"))
    publish(store, observation(source="bron_b"))

    assert [one.source for one in store.observations("work")] == ["bron_b"]
    assert store.observations("play") == ()
    assert len(store.observations("play", as_of=1)) == 1


def test_what_another_dataset_brought_stays(store: Store) -> None:
    publish(store, observation(source="bron_a", obs_value=1.0))
    publish(store, observation(source="bron_b", obs_value=2.0), dataset="upload")
    publish(store, observation(source="bron_a", time_period="2012", obs_value=3.0), dataset="upload")
    publish(store, observation(source="bron_a", time_period="2009", obs_value=4.0))

    assert sorted(value or 0 for value in values(store)) == [3, 4]
    assert sorted(value or 0 for value in values(store, as_of=2)) == [1, 2]


def test_equal_figures_are_not_stored_again(store: Store) -> None:
    publish(store, observation())
    publish(store, observation())

    assert [one.revision for one in store.observations("work")] == [1]
    assert store.newest_revision() == 2


def test_of_two_observations_with_one_key_the_last_holds(store: Store) -> None:
    publish(store, observation(obs_value=1.0), observation(obs_value=2.0))
    assert values(store) == [2]

    publish(store, observation(obs_value=3.0), observation(obs_value=2.0))
    assert values(store) == [2]


def test_more_figures_than_go_to_the_database_at_once_all_arrive(store: Store) -> None:
    publish(store, *(observation(source_ref=f"rij {row:05}", obs_value=float(row)) for row in range(BATCH + 1)))

    assert values(store) == [float(row) for row in range(BATCH + 1)]


def test_observations_come_in_the_order_of_their_keys(store: Store) -> None:
    periods = ("2011", "2009", "2010", "")
    publish(store, *(observation(time_period=period) for period in periods))

    assert [one.time_period for one in store.observations("work")] == ["", "2009", "2010", "2011"]


def test_indicators_are_listed_as_of_a_revision(store: Store) -> None:
    publish(store, observation(indicator="work"))
    publish(store, observation(indicator="play"), dataset="upload")

    assert (store.indicators(1), store.indicators(2)) == (["work"], ["play", "work"])


@pytest.mark.parametrize("as_of", [-1, 0, 2])
def test_an_unknown_revision_is_told(store: Store, as_of: int) -> None:
    publish(store, observation())

    with pytest.raises(UnknownRevision, match=f"Versie {as_of} bestaat niet. De versies lopen van 1 tot 1."):
        store.observations("work", as_of)


def test_a_revision_tells_who_when_and_why(store: Store) -> None:
    before = datetime.now(UTC)
    publish(store, observation())

    (revision,) = store.revisions()

    assert (revision.author, revision.note, revision.sha256) == ("Iemand", "Een reden", "0" * 64)
    assert before <= revision.published_at <= datetime.now(UTC)


def test_a_revision_is_dated_in_universal_time(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGTZ", "Asia/Tokyo")
    with closing(Store(database_url)) as store:
        store.prepare()
        publish(store, observation())

        assert store.revisions()[0].published_at.tzinfo is UTC


def test_an_indicator_without_figures_has_none(store: Store) -> None:
    publish(store, observation())

    assert store.observations("play") == ()


def test_an_empty_store_has_revision_zero(store: Store) -> None:
    assert (store.newest_revision(), store.revisions(), values(store)) == (0, [], [])


def test_a_slice_is_read_once(store: Store) -> None:
    publish(store, observation())

    assert store.observations("work") is store.observations("work", as_of=1)


def test_publishing_that_fails_leaves_nothing(store: Store) -> None:
    publish(store, observation())

    def broken() -> Iterator[Observation]:
        yield observation(obs_value=2.0)
        raise RuntimeError("halfway")

    with pytest.raises(RuntimeError):
        store.publish(broken(), "Iemand", "Een reden", "annex", "0" * 64)
    assert (store.newest_revision(), values(store)) == (1, [60])


def test_publications_at_the_same_time_each_get_a_number(database_url: str) -> None:
    with closing(Store(database_url)) as first:
        first.prepare()

    def start(number: int) -> int:
        with closing(Store(database_url)) as store:
            return publish(store, observation(ref_area=str(number)), dataset=f"upload {number}")

    with ThreadPoolExecutor(8) as threads:
        assert sorted(threads.map(start, range(16))) == list(range(1, 17))


CRASH = """
import os, signal, sys
from made import observation
from sqlalchemy import event
from data.store import Store

left = int(sys.argv[1])

def count(*_facts):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

store = Store(os.environ["DATABASE_URL"])
event.listen(store._writer, "after_cursor_execute", count)
event.listen(store._writer, "commit", count)
brought = [observation(obs_value=2.0), observation(indicator="play"), observation(indicator="rest")]
store.publish(brought, "Iemand", "Een reden", "annex", "0" * 64)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill a process so hard")
def test_a_crash_anywhere_in_publishing_leaves_nothing(store: Store, database_url: str) -> None:
    publish(store, observation(obs_value=1.0))

    for step in range(1, 30):
        ended = run("-c", f"import sys; sys.path.insert(0, 'tests'){CRASH}", str(step), url=database_url)
        if ended.returncode == 0:
            break
        assert (ended.returncode, ended.stderr) == (-signal.SIGKILL, "")
        assert (store.newest_revision(), values(store), store.observations("play")) == (1, [1], ())

    assert step > 8
    assert (store.newest_revision(), values(store), len(store.observations("play"))) == (2, [2], 1)


def test_cells_of_some_areas_and_one_period_are_found_without_the_rest(store: Store) -> None:
    places = [observation(ref_area=area, time_period=year) for area in ("BE", "VLG") for year in ("2009", "2010")]
    publish(store, *places, observation(time_period="2010", breakdown={"sex": "m"}))

    found = store.cells(["work"], ["VLG"], time_period="2010", breakdowns=[{"sex": "f"}])

    assert [one.key for one in found] == [observation(time_period="2010").key]
    assert len(store.cells(["work"], ["VLG"])) == 3


def test_cells_are_those_of_the_revision_that_is_asked(store: Store) -> None:
    publish(store, observation(obs_value=60.0))
    publish(store, observation(obs_value=61.0))
    publish(store)

    assert [one.obs_value for one in store.cells(["work"], ["VLG"], 1)] == [60.0]
    assert [one.obs_value for one in store.cells(["work"], ["VLG"], 2)] == [61.0]
    assert store.cells(["work"], ["VLG"], 3) == ()


def test_cells_hide_small_numbers_as_all_figures_do(store: Store) -> None:
    few = observation(obs_value=10.0, numerator=3.0, denominator=30.0)
    publish(store, few, observation(time_period="2009", numerator=300.0, denominator=500.0))

    found = store.cells(["work"], ["VLG"])

    assert found == store.observations("work")
    assert [one.obs_status for one in found] == ["A", "Q"]
