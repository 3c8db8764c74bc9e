"""What a database that cannot be used gets: a sentence, and not one byte of it changed."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from made import fill, observation, publish
from sqlalchemy import insert, make_url, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from data import engines
from data.engines import sqlite_url
from data.errors import StoreError
from data.store import Store
from data.tables import SCHEMA, SCHEMA_VERSION


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file.sqlite"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "BUSY_TIMEOUT_S", 0.1)


def refusal(url: str) -> str:
    with closing(Store(url)) as store, pytest.raises(StoreError) as caught:
        store.prepare()
    return str(caught.value)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "no database": lambda content: b"no database at all" * (len(content) // 18),
    "half of the pages": lambda content: content[: len(content) // 2 // 4096 * 4096],
    "part of a page": lambda content: content[:5000],
    "part of the header": lambda content: content[:50],
    "scrambled pages": lambda content: content[:8192] + b"\xa5" * 8192 + content[16384:],
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_refused_and_not_touched(file: Path, damage: str) -> None:
    file.write_bytes(DAMAGES[damage](fill(file)))
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

    assert refusal(database_url).startswith(
        f"De databank heeft schema 99, dit programma werkt met schema {SCHEMA_VERSION}."
    )
    with store._reading() as connection:
        assert connection.scalars(select(SCHEMA.c.version)).all() == [99]


def test_a_file_of_zero_bytes_is_an_empty_database(file: Path) -> None:
    file.touch()

    with closing(Store(sqlite_url(file))) as store:
        store.prepare()
        assert publish(store, observation()) == 1


def test_a_first_start_that_was_cut_off_in_the_middle_of_a_write_is_done_again(file: Path, tmp_path: Path) -> None:
    cut_off = tmp_path / "cut off.sqlite"
    with closing(sqlite3.connect(cut_off, isolation_level=None)) as other:
        for statement in ("PRAGMA cache_size=1", "BEGIN", "CREATE TABLE schema_version (version)"):
            other.execute(statement)
        other.executemany("INSERT INTO schema_version VALUES (?)", [("x" * 1000,)] * 100)
        for suffix in ("", "-journal"):
            file.with_name(file.name + suffix).write_bytes(cut_off.with_name(cut_off.name + suffix).read_bytes())
    assert file.stat().st_size > 0

    with closing(Store(sqlite_url(file))) as store:
        store.prepare()
        assert publish(store, observation()) == 1


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_locked_file_is_told_and_not_touched(file: Path, lock: str) -> None:
    before = fill(file)

    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute(lock)
        assert refusal(sqlite_url(file)).endswith("is bezet. Sluit het andere programma of wacht even.")
    assert file.read_bytes() == before


@pytest.mark.usefixtures("impatient")
def test_a_file_that_another_program_keeps_for_itself_is_told(file: Path) -> None:
    fill(file)

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


def test_a_mistake_in_a_query_is_not_told_as_a_fault_of_the_database(store: Store) -> None:
    with pytest.raises(IntegrityError), store._writing() as connection:
        connection.execute(insert(SCHEMA).values(version=SCHEMA_VERSION))
    with pytest.raises(DBAPIError), store._reading() as connection:
        connection.exec_driver_sql("SELECT * FROM nowhere")
