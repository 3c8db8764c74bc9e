"""Turns faults of the database into sentences that say what to do; mistakes in this program stay loud.

The codes are those of sqlite.org/rescode.html (the lowest byte) and of PostgreSQL's appendix A (five characters).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError

from data.errors import StoreError

BUSY = "is bezet. Sluit het andere programma of wacht even."
DAMAGED = (
    "is beschadigd of geen databank. Er is niets overschreven. Zet een kopie terug met: python -m data restore BESTAND."
)
DISK = "is niet te lezen of te schrijven: de schijf is vol of stuk. Er is niets gewijzigd. Maak plaats vrij."
UNREACHABLE = "is niet bereikbaar. Controleer het adres en de rechten."

SENTENCES: dict[int | str | None, str] = {
    **dict.fromkeys((sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, "55P03", "40P01"), BUSY),
    **dict.fromkeys((sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, "XX001", "XX002"), DAMAGED),
    **dict.fromkeys((sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, "53100", "58030"), DISK),
    **dict.fromkeys((sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY), UNREACHABLE),
    **dict.fromkeys(("25006", "42501"), UNREACHABLE),
}


@contextmanager
def told_to_people(place: str) -> Iterator[None]:
    """Turn a fault of the database at this place into a StoreError; a mistake in a query is raised as it is."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        if sentence := _sentence(error):
            raise StoreError(f"De databank {place} {sentence}") from error
        raise


def _sentence(error: DBAPIError | sqlite3.Error) -> str | None:
    original = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(original, sqlite3.Error):
        return SENTENCES.get(getattr(original, "sqlite_errorcode", 0) & 0xFF)
    known = SENTENCES.get(getattr(original, "sqlstate", None))
    return known or (UNREACHABLE if isinstance(error, OperationalError) else None)
