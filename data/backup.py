"""Copies of the whole store: make one while readers read on, put one back without losing what stood there."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from data.engines import parse_url, sqlite_file, sqlite_url
from data.errors import StoreError
from data.store import Store


def backup(url: str, target: Path) -> None:
    """Write a consistent copy of a SQLite store to a file that does not exist yet.

    Raises: StoreError when there is no store, the target exists or cannot be written, or the store is PostgreSQL.
    """
    file = _file_of(url)
    _check(url)
    if target.exists():
        raise StoreError(f"{target} bestaat al. Kies een naam die nog niet bestaat.")
    half = target.with_name(f"{target.name}.half")
    try:
        _copy(file, half)
        half.replace(target)
    except (sqlite3.Error, OSError) as error:
        advice = "Controleer de map en de vrije ruimte."
        raise StoreError(f"De kopie naar {target} lukt niet ({error}). {advice}") from error
    finally:
        _forget(half)


def restore(url: str, copy: Path) -> Path | None:
    """Put a copy back; what stood there is kept beside it, and its new name is given (None when nothing stood there).

    Raises: StoreError when the copy is missing, damaged or not one of this program, when another program has the
    database open, or when a file cannot be written; then nothing has changed.
    """
    file = _file_of(url)
    if not copy.is_file():
        raise StoreError(f"Het bestand {copy} bestaat niet.")
    _check(sqlite_url(copy))
    incoming = file.with_name(f"{file.name}.terugzetten")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _copy(copy, incoming)
        _check_unused(file)
        aside = _put_aside(file)
        incoming.replace(file)
    except (sqlite3.Error, OSError) as error:
        advice = "Controleer de map en de vrije ruimte."
        raise StoreError(f"De kopie {copy} terugzetten lukt niet ({error}). {advice}") from error
    finally:
        _forget(incoming)
    return aside


def _file_of(url: str) -> Path:
    file = sqlite_file(parse_url(url))
    if file is None:
        raise StoreError("Deze databank is PostgreSQL. Gebruik pg_dump en pg_restore.")
    return file


def _check(url: str) -> None:
    with closing(Store(url)) as store:
        store.check()


def _copy(source: Path, target: Path) -> None:
    """Write what a database holds, its journal included, to a new file, and wait until it is on the disk.

    SQLite itself does not wait after VACUUM INTO (sqlite.org/lang_vacuum.html).
    """
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))
    with target.open("r+b") as file:
        os.fsync(file.fileno())


def _forget(half: Path) -> None:
    """Delete what is left of a copy that failed, where there is any."""
    with suppress(OSError):
        half.unlink(missing_ok=True)


def _check_unused(file: Path) -> None:
    """Refuse while another program has the database open: it would go on with the file that is put aside."""
    if not file.exists():
        return
    try:
        with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as connection:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN IMMEDIATE")
    except sqlite3.DatabaseError as error:  # a damaged file is what a copy is put back for
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise StoreError(f"De databank {file} is in gebruik. Stop de toepassing en probeer het opnieuw.") from error


def _put_aside(file: Path) -> Path | None:
    """Move the database and its journal files away together; give the new name of the database."""
    if not file.exists():
        return None
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = file.with_name(f"{file.name}.voor-herstel-{stamp}")
    for suffix in ("-wal", "-shm", ""):
        part = file.with_name(file.name + suffix)
        if part.exists():
            part.replace(aside.with_name(aside.name + suffix))
    return aside
