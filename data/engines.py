"""Opens the database: one engine that writes, one that can only read.

SQLite: WAL with `synchronous=FULL`, so that what was acknowledged survives a power cut (sqlite.org/pragma.html: with
NORMAL "a transaction might roll back following a power loss"); readers open the file with `mode=ro` and `query_only`.
Writers take turns, on PostgreSQL too: a transaction that writes first takes a lock, and waits for it at most five
seconds. So what it reads is still true when it writes. The values of a query never stand in an error: a log is no
place for the contents of cells or for secrets.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from data.errors import StoreError

BUSY_TIMEOUT_S = 5
READER_TIMEOUT_S = 5
CONNECT_TIMEOUT_S = 5
TURN = 1_229_867_347
"""Number of PostgreSQL's advisory lock for writers; any number that nothing else in the database uses."""

DRIVERS = ("sqlite", "sqlite+pysqlite", "postgresql", "postgresql+psycopg")
EXPECTED = (
    "Verwacht: sqlite:////map/naam.sqlite of postgresql://gebruiker:wachtwoord@host/naam. "
    "Verbeter de instelling en start opnieuw."
)


def parse_url(text: str) -> URL:
    """Read a database address.

    Raises: StoreError for an address that is not one, or a database that is not a SQLite file or PostgreSQL.
    """
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:  # the text is not repeated: it may hold a password
        raise StoreError(f"DATABASE_URL is geen adres van een databank. {EXPECTED}") from error
    is_sqlite = url.get_backend_name() == "sqlite"
    not_a_file = is_sqlite and (url.database == ":memory:" or bool(url.query))
    if url.drivername not in DRIVERS or not url.database or not_a_file:
        raise StoreError(f"DATABASE_URL is “{url.render_as_string(hide_password=True)}”. {EXPECTED}")
    return url


def sqlite_url(file: Path) -> str:
    """Give the address of a SQLite file, whatever characters its path has."""
    return URL.create("sqlite", database=str(file)).render_as_string()


def sqlite_file(url: URL) -> Path | None:
    """Give the file of a SQLite database; None for PostgreSQL."""
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None


def writing_engine(url: URL) -> Engine:
    """Open for writing; every transaction waits for its turn before it reads or writes."""
    if url.get_backend_name() == "postgresql":
        engine = _postgresql(url, f"-c lock_timeout={BUSY_TIMEOUT_S}s", isolation_level="READ COMMITTED")
        event.listen(engine, "begin", _take_turn)
        return engine
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": BUSY_TIMEOUT_S})
    event.listen(engine, "connect", _set_writing_pragmas)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def keep_write_ahead_log(engine: Engine) -> None:
    """Put a SQLite file in WAL mode, in which it stays.

    Not at each connection: it changes the file, and a file that is refused must not change. SQLite does not wait when
    two programs do this at once, so this does.

    Raises: the errors of the driver, for `faults.told_to_people`.
    """
    if engine.dialect.name != "sqlite":
        return
    until = time.monotonic() + BUSY_TIMEOUT_S
    with closing(engine.raw_connection()) as connection:
        while True:
            try:
                connection.cursor().execute("PRAGMA journal_mode=WAL")
                return
            except sqlite3.OperationalError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.02)


def reading_engine(url: URL) -> Engine:
    """Open for reading only: the database itself refuses a write."""
    if url.get_backend_name() == "postgresql":
        return _postgresql(url, f"-c default_transaction_read_only=on -c statement_timeout={READER_TIMEOUT_S}s")
    file_uri = Path(url.database or "").absolute().as_uri()
    read_only = url.set(database=file_uri, query={"mode": "ro", "uri": "true"})
    engine = create_engine(read_only, hide_parameters=True, connect_args={"timeout": BUSY_TIMEOUT_S})
    event.listen(engine, "connect", _set_reading_pragmas)
    return engine


def _postgresql(url: URL, options: str, **more: Any) -> Engine:
    connect_args = {"options": options, "connect_timeout": CONNECT_TIMEOUT_S}
    try:
        return create_engine(url, hide_parameters=True, pool_pre_ping=True, connect_args=connect_args, **more)
    except ModuleNotFoundError as error:
        raise StoreError('Voor PostgreSQL is psycopg nodig. Installeer het: pip install "psycopg[binary]".') from error


def _set_writing_pragmas(connection, _record) -> None:  # type: ignore[no-untyped-def]
    connection.isolation_level = None  # the driver begins no transaction by itself; `_begin_immediate` does
    for pragma in ("synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}")


def _set_reading_pragmas(connection, _record) -> None:  # type: ignore[no-untyped-def]
    for pragma in ("query_only=ON", "trusted_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _take_turn(connection: Connection) -> None:
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({TURN})")
