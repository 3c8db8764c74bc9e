"""Everything about accounts on one database, put together for `app.py` and the pages."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from data.accounts.database import Database
from data.accounts.members import Members
from data.accounts.passwords import Passwords
from data.accounts.sign_in import SignIn


@dataclass(frozen=True)
class Accounts:
    """Who is asking (`sign_in`), and the accounts (`members`)."""

    database: Database
    sign_in: SignIn
    members: Members

    def close(self) -> None:
        """Close all connections; the next question opens them again."""
        self.database.close()


def open_accounts(url: str, passwords: Passwords | None = None, now: Callable[[], float] = time.time) -> Accounts:
    """Put the parts together; the tables must be there (`Store.prepare`)."""
    database = Database(url, now)
    return Accounts(database, SignIn(database, passwords or Passwords()), Members(database))
