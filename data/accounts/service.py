"""Everything about accounts on one database, put together for `app.py` and the pages."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from data.accounts.database import Database
from data.accounts.members import Members
from data.accounts.organisations import Organisations
from data.accounts.passwords import Passwords
from data.accounts.provider import Provider
from data.accounts.sign_in import SignIn


@dataclass(frozen=True)
class Accounts:
    """Who is asking (`sign_in`), the accounts (`members`), and the provider where one was set."""

    database: Database
    sign_in: SignIn
    members: Members
    organisations: Organisations
    provider: Provider | None
    role_claim: str

    def close(self) -> None:
        """Close all connections; the next question opens them again."""
        self.database.close()


def open_accounts(
    url: str,
    passwords: Passwords | None = None,
    now: Callable[[], float] = time.time,
    provider: Provider | None = None,
    role_claim: str = "",
) -> Accounts:
    """Put the parts together; the tables must be there (`Store.prepare`)."""
    database = Database(url, now)
    sign_in = SignIn(database, passwords or Passwords())
    return Accounts(database, sign_in, Members(database), Organisations(database), provider, role_claim)
