import sys
from contextlib import closing
from pathlib import Path

import pytest
from made import fill, observation, publish
from sqlalchemy import update
from sqlalchemy.exc import DBAPIError

from data.engines import sqlite_url
from data.errors import StoreError
from data.store import Store
from data.tables import REVISION


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file.sqlite"


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
    fill(tmp_path / name, indicators=1)

    with closing(Store(sqlite_url(tmp_path / name))) as store:
        assert store.indicators(1) == ["work_0"]
    assert {path.name.removesuffix("-shm").removesuffix("-wal") for path in tmp_path.iterdir()} == {name}


def test_a_reader_cannot_write(store: Store) -> None:
    publish(store, observation())

    with store._reader.connect() as connection, pytest.raises(DBAPIError):
        connection.execute(update(REVISION).values(note="veranderd"))
    assert store.revisions()[0].note == "Een reden"


def test_readers_read_on_while_another_program_writes(store: Store, database_url: str) -> None:
    publish(store, observation())

    with closing(Store(database_url)) as other, other._writing() as connection:
        connection.execute(update(REVISION).values(note="nog niet vastgelegd"))
        assert store.revisions()[0].note == "Een reden"


def test_sqlite_keeps_what_was_acknowledged_through_a_power_cut(file: Path) -> None:
    fill(file, indicators=1)

    with closing(Store(sqlite_url(file))) as store, store._writer.connect() as connection:
        modes = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]
    assert modes == ["wal", 2]


def test_a_closed_store_is_one_file(file: Path) -> None:
    fill(file)

    with closing(Store(sqlite_url(file))) as store:
        publish(store, observation())
        store.observations("work")
    assert list(file.parent.iterdir()) == [file]
