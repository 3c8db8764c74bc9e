"""The transactions of the accounts: on the database of the store, with engines and a clock of their own."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from data.engines import parse_url, reading_engine, sqlite_file, writing_engine
from data.faults import told_to_people


class Database:
    """One database; `now` gives the seconds since 1970 in UTC, and a test may give its own."""

    def __init__(self, url: str, now: Callable[[], float] = time.time) -> None:
        """Open nothing yet: the tables are made by `Store.prepare`."""
        self.url, parsed = url, parse_url(url)
        self._place = str(sqlite_file(parsed) or parsed.render_as_string(hide_password=True))
        self._writer, self._reader = writing_engine(parsed), reading_engine(parsed)
        self._now = now

    def now(self) -> int:
        """Give the whole seconds since 1970."""
        return int(self._now())

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give one transaction: all of it is kept, or nothing when an error leaves it."""
        with told_to_people(self._place), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection on which the database refuses a write."""
        with told_to_people(self._place), self._reader.connect() as connection:
            yield connection

    def close(self) -> None:
        """Close all connections; the next question opens them again."""
        self._reader.dispose()
        self._writer.dispose()


def digest(secret: str) -> str:
    """Give what is stored of a secret of 256 random bits; such a secret needs no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()
