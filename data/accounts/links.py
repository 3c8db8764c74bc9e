"""One-time links: a secret of 256 bits that works once, for a while; only its hash is stored."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, delete, insert, select

from data.accounts.database import digest
from data.errors import DataError
from data.tables import ACCOUNT, ONE_TIME_LINK


class Purpose(StrEnum):
    """What a link is for."""

    FIRST_ACCOUNT = "first account"
    PASSWORD = "password"
    PROVIDER = "provider"


LASTS_S = {Purpose.FIRST_ACCOUNT: 24 * 3600, Purpose.PASSWORD: 30 * 60, Purpose.PROVIDER: 10 * 60}


@dataclass(frozen=True)
class Link:
    """A link that still works; the first account has no id and no address yet."""

    purpose: Purpose
    account: str | None
    email: str


class DeadLink(DataError):
    """A link that was used, is too old, or never was."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("Deze link werkt niet meer. Vraag een nieuwe link aan de beheerder.")


def issue(connection: Connection, purpose: Purpose, now: int, account: str | None = None) -> str:
    """Make a link and give its secret; earlier links of the account, and old ones of all, stop working."""
    connection.execute(delete(ONE_TIME_LINK).where(ONE_TIME_LINK.c.expires_at <= now))
    if account:
        revoke(connection, account)
    secret = secrets.token_urlsafe(32)
    facts = {"hash": digest(secret), "purpose": purpose, "account": account, "expires_at": now + LASTS_S[purpose]}
    connection.execute(insert(ONE_TIME_LINK).values(facts))
    return secret


def revoke(connection: Connection, account: str) -> None:
    """Make the links of an account stop working."""
    connection.execute(delete(ONE_TIME_LINK).where(ONE_TIME_LINK.c.account == account))


def look_at(connection: Connection, secret: str, now: int) -> Link:
    """Give what a link is for, without using it.

    Raises: DeadLink for one that does not work, also once the first account exists or the account is disabled.
    """
    joined = ONE_TIME_LINK.outerjoin(ACCOUNT, ONE_TIME_LINK.c.account == ACCOUNT.c.id)
    columns = (ONE_TIME_LINK.c.purpose, ONE_TIME_LINK.c.account, ACCOUNT.c.email, ACCOUNT.c.disabled)
    works = (ONE_TIME_LINK.c.hash == digest(secret)) & (ONE_TIME_LINK.c.expires_at > now)
    row = connection.execute(select(*columns).select_from(joined).where(works)).one_or_none()
    if row is None or row.disabled:
        raise DeadLink
    if row.purpose == Purpose.FIRST_ACCOUNT and connection.scalar(select(ACCOUNT.c.id).limit(1)):
        raise DeadLink
    return Link(Purpose(row.purpose), row.account, row.email or "")


def redeem(connection: Connection, secret: str, now: int, *purposes: Purpose) -> Link:
    """Use a link up, and give what it was for.

    Raises: DeadLink for one that does not work or is for something else; of two that use it at once, one gets this.
    """
    link = look_at(connection, secret, now)
    used = connection.execute(delete(ONE_TIME_LINK).where(ONE_TIME_LINK.c.hash == digest(secret))).rowcount
    if used != 1 or link.purpose not in purposes:
        raise DeadLink
    return link
