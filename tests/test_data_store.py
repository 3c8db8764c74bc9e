import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier

import pytest
from made import change, make_home, observation, run
from sqlalchemy import insert, make_url, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError

from data import engines
from data.catalogue import read_catalogue
from data.engines import sqlite_url
from data.errors import StoreError, UnknownRevision
from data.model import Observation
from data.shipped import SHIPPED, load_shipped
from data.store import Store
from data.tables import REVISION, SCHEMA


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return make_home(tmp_path / "data")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file.sqlite"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "BUSY_TIMEOUT_S", 0.1)


def publish(store: Store, *observations: Observation, dataset: str = "annex") -> int:
    return store.publish(observations, "Iemand", "Een reden", dataset, "0" * 64)


def values(store: Store, as_of: int | None = None) -> list[float | None]:
    return [one.obs_value for one in store.observations("work", as_of)]


def load(store: Store, home: Path) -> list[int]:
    return load_shipped(store, read_catalogue(home), home)


# Loading the shipped figures


def test_the_first_start_loads_the_shipped_figures(store: Store, home: Path) -> None:
    assert load(store, home) == [1]
    assert sorted(one.obs_value or 0 for one in store.observations("work")) == [10.5, 60, 70.5]
    assert [(one.number, one.dataset, one.author) for one in store.revisions()] == [(1, "annex", SHIPPED[0].author)]


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

    assert store.observations("work") == (published,)


def test_a_second_start_adds_nothing(store: Store, home: Path) -> None:
    load(store, home)

    assert load(store, home) == []
    assert store.newest_revision() == 1


def test_changed_figures_add_a_revision_and_the_old_one_stays_readable(store: Store, home: Path) -> None:
    load(store, home)
    before = store.observations("work")
    change(home / "annex" / "work.csv", "f,,60,", "f,,61,")

    assert load(store, home) == [2]
    assert [(one.obs_value, one.revision) for one in store.observations("work") if one.is_level] == [(61, 2), (70.5, 1)]
    assert store.observations("work", as_of=1) == before


def test_a_change_of_what_is_not_a_figure_adds_no_revision(store: Store, home: Path) -> None:
    load(store, home)
    (home / "annex" / "not_figures.csv").write_text("token,reason\n", encoding="utf-8")

    assert load(store, home) == []


def test_an_installation_that_lost_its_figures_removes_nothing(store: Store, home: Path) -> None:
    load(store, home)
    (home / "annex" / "work.csv").unlink()

    with pytest.raises(StoreError.__base__, match="een map zonder cijfers"):
        load(store, home)
    assert len(store.observations("work")) == 3


# Revisions


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


# Reading and writing


def test_a_reader_cannot_write(store: Store) -> None:
    publish(store, observation())

    with store._reader.connect() as connection, pytest.raises(DBAPIError):
        connection.execute(update(REVISION).values(note="veranderd"))
    assert store.revisions()[0].note == "Een reden"


def test_a_mistake_in_a_query_is_not_told_as_a_fault_of_the_database(store: Store) -> None:
    with pytest.raises(IntegrityError), store._writing() as connection:
        connection.execute(insert(SCHEMA).values(version=1))
    with pytest.raises((ProgrammingError, DBAPIError)), store._reading() as connection:
        connection.exec_driver_sql("SELECT * FROM nowhere")


def test_publishing_that_fails_leaves_nothing(store: Store) -> None:
    publish(store, observation())

    def broken() -> Iterator[Observation]:
        yield observation(obs_value=2.0)
        raise RuntimeError("halfway")

    with pytest.raises(RuntimeError):
        store.publish(broken(), "Iemand", "Een reden", "annex", "0" * 64)
    assert (store.newest_revision(), values(store)) == (1, [60])


def test_programs_that_start_together_load_the_figures_once(database_url: str, home: Path) -> None:
    catalogue, ready = read_catalogue(home), Barrier(8)

    def start(_number: int) -> list[int]:
        with closing(Store(database_url)) as store:
            ready.wait()
            store.prepare()
            return load_shipped(store, catalogue, home)

    with ThreadPoolExecutor(8) as threads:
        assert sorted(threads.map(start, range(8))) == [[]] * 7 + [[1]]


def test_processes_that_start_together_load_the_figures_once(database_url: str) -> None:
    with ThreadPoolExecutor(4) as threads:
        ended = list(threads.map(lambda _number: run("-m", "data", "revisions", url=database_url), range(4)))

    assert [(one.returncode, one.stderr, one.stdout.count("\n")) for one in ended] == [(0, "", 1)] * 4


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


# Databases that cannot be used


def refusal(url: str) -> str:
    with closing(Store(url)) as store, pytest.raises(StoreError) as caught:
        store.prepare()
    return str(caught.value)


def filled(file: Path, indicators: int = 40) -> bytes:
    """Make a store of many pages, and give its bytes."""
    with closing(Store(sqlite_url(file))) as store:
        store.prepare()
        publish(store, *(observation(indicator=f"work_{n}", note="x" * 1000) for n in range(indicators)))
    return file.read_bytes()


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "no database": lambda content: b"no database at all" * (len(content) // 18),
    "half of the pages": lambda content: content[: len(content) // 2 // 4096 * 4096],
    "part of a page": lambda content: content[:5000],
    "part of the header": lambda content: content[:50],
    "scrambled pages": lambda content: content[:8192] + b"\xa5" * 8192 + content[16384:],
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_refused_and_not_touched(file: Path, damage: str) -> None:
    file.write_bytes(DAMAGES[damage](filled(file)))
    before = file.read_bytes()

    assert "beschadigd of geen databank. Er is niets overschreven." in refusal(sqlite_url(file))
    assert file.read_bytes() == before


def test_a_database_of_another_program_is_refused_and_not_touched(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE recipe (name)")
    before = file.read_bytes()

    assert "is van een ander programma" in refusal(sqlite_url(file))
    assert file.read_bytes() == before


def test_a_newer_schema_is_refused(store: Store, database_url: str) -> None:
    with store._writing() as connection:
        connection.execute(update(SCHEMA).values(version=99))

    assert refusal(database_url).startswith("De databank heeft schema 99, dit programma werkt met schema 1.")
    with store._reading() as connection:
        assert connection.scalars(select(SCHEMA.c.version)).all() == [99]


def test_a_file_of_zero_bytes_is_an_empty_database(file: Path) -> None:
    file.touch()

    with closing(Store(sqlite_url(file))) as store:
        store.prepare()
        assert publish(store, observation()) == 1


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_locked_file_is_told_and_not_touched(file: Path, lock: str) -> None:
    before = filled(file)

    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute(lock)
        assert refusal(sqlite_url(file)).endswith("is bezet. Sluit het andere programma of wacht even.")
    assert file.read_bytes() == before


@pytest.mark.usefixtures("impatient")
def test_a_file_that_another_program_keeps_for_itself_is_told(file: Path) -> None:
    filled(file)

    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        assert "is bezet" in refusal(sqlite_url(file))


@pytest.mark.usefixtures("impatient")
def test_a_writer_that_waits_too_long_for_its_turn_is_told(database_url: str) -> None:
    with closing(Store(database_url)) as first, closing(Store(database_url)) as second:
        first.prepare()
        with first._writing(), pytest.raises(StoreError, match="is bezet"):
            publish(second, observation())
        assert publish(second, observation()) == 1


def test_readers_read_on_while_another_program_writes(store: Store, database_url: str) -> None:
    publish(store, observation())

    with closing(Store(database_url)) as other, other._writing() as connection:
        connection.execute(update(REVISION).values(note="nog niet vastgelegd"))
        assert store.revisions()[0].note == "Een reden"


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"

    assert (
        refusal(sqlite_url(missing / "x.sqlite")) == f"De map {missing} bestaat niet. Maak ze of verbeter DATABASE_URL."
    )
    assert not missing.exists()


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    assert refusal(sqlite_url(tmp_path)).startswith(f"{tmp_path} is een map.")


def test_a_server_that_does_not_answer_is_told_without_its_password(tmp_path: Path) -> None:
    sentence = refusal(f"postgresql://user:geheim@/x?host={tmp_path}")

    assert "is niet bereikbaar. Controleer het adres en de rechten." in sentence
    assert "geheim" not in sentence


def test_checking_a_store_that_is_not_there_makes_nothing(file: Path) -> None:
    with closing(Store(sqlite_url(file))) as store, pytest.raises(StoreError, match="Er is geen databank"):
        store.check()
    assert not file.exists()


def test_checking_an_empty_database_is_told(database_url: str) -> None:
    if database_url.startswith("sqlite"):
        Path(make_url(database_url).database or "").touch()

    with closing(Store(database_url)) as store, pytest.raises(StoreError, match="Er is geen databank"):
        store.check()


# Addresses


@pytest.mark.parametrize(
    "url",
    [
        "",
        "cijfers.sqlite",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///x?mode=ro",
        "mysql://u:p@h/x",
        "postgres://h/x",
    ]
    + ["postgresql://host", "postgresql://h:poort/x", "postgresql+psycopg2://h/x", "sqlite+aiosqlite:///x"],
)
def test_an_address_that_is_none_is_told(url: str) -> None:
    with pytest.raises(StoreError, match=r"^DATABASE_URL is .* Verwacht: sqlite:////map/naam.sqlite of postgresql://"):
        Store(url)


@pytest.mark.parametrize("url", ["mysql://user:geheim@host/x", "postgresql://user:geheim@host:poort/x"])
def test_a_password_in_a_wrong_address_is_not_repeated(url: str) -> None:
    with pytest.raises(StoreError) as caught:
        Store(url)
    assert "geheim" not in str(caught.value)


def test_postgresql_without_its_driver_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(StoreError, match="psycopg"):
        Store("postgresql://host/x")


@pytest.mark.parametrize(
    "name", ["a b.sqlite", "50%.sqlite", "a%20b.sqlite", "wat?.sqlite", "a#b.sqlite", "café €.sqlite"]
)
def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    filled(tmp_path / name, indicators=1)

    with closing(Store(sqlite_url(tmp_path / name))) as store:
        assert store.indicators(1) == ["work_0"]
    assert {path.name.removesuffix("-shm").removesuffix("-wal") for path in tmp_path.iterdir()} == {name}


# What keeps the figures safe, and quick


def test_sqlite_keeps_what_was_acknowledged_through_a_power_cut(file: Path) -> None:
    filled(file, indicators=1)

    with closing(Store(sqlite_url(file))) as store, store._writer.connect() as connection:
        modes = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]
    assert modes == ["wal", 2]


def test_a_closed_store_is_one_file(file: Path) -> None:
    filled(file)

    with closing(Store(sqlite_url(file))) as store:
        publish(store, observation())
        values(store)
    assert list(file.parent.iterdir()) == [file]


def test_a_slice_is_read_once(store: Store) -> None:
    publish(store, observation())

    assert store.observations("work") is store.observations("work", as_of=1)
