"""The tables of a database: makes them, brings those of an earlier version up to date, and refuses what is not ours."""

from __future__ import annotations

from sqlalchemy import Connection, insert, inspect, select, update

from data.errors import StoreError
from data.faults import DAMAGED
from data.tables import ADDED_IN, METADATA, SCHEMA, SCHEMA_VERSION


def prepare(connection: Connection, place: str) -> None:
    """Make the tables where there are none, or add those of later versions; `place` names the database for people.

    Raises: StoreError.
    """
    if is_there(connection, place):
        _migrate(connection)
    else:
        METADATA.create_all(connection)
        connection.execute(insert(SCHEMA).values(version=SCHEMA_VERSION))


def is_there(connection: Connection, place: str) -> bool:
    """Tell whether the tables are there.

    Raises: StoreError for a database that is damaged, of another program or of a newer version of this one.
    """
    is_file = connection.dialect.name == "sqlite"
    if is_file and connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
        raise StoreError(f"De databank {place} {DAMAGED}")
    tables = inspect(connection).get_table_names()
    if SCHEMA.name in tables:
        _check_version(connection.scalar(select(SCHEMA.c.version)))
    elif tables and is_file:
        raise StoreError(f"De databank {place} is van een ander programma. Verbeter DATABASE_URL.")
    return SCHEMA.name in tables


def _check_version(version: int | None) -> None:
    if version is None or not 1 <= version <= SCHEMA_VERSION:
        raise StoreError(
            f"De databank heeft schema {version}, dit programma werkt met schema {SCHEMA_VERSION}. "
            "Gebruik de versie van het programma die de databank maakte, of zet een kopie terug."
        )


def _migrate(connection: Connection) -> None:
    """Add the tables of each schema version that the database does not have yet."""
    version = connection.scalars(select(SCHEMA.c.version)).one()
    for later in range(version + 1, SCHEMA_VERSION + 1):
        METADATA.create_all(connection, tables=ADDED_IN[later])
    connection.execute(update(SCHEMA).values(version=SCHEMA_VERSION))
