"""Sessions: a row for each signed-in browser, so that they can be ended from here.

A session ends after half an hour without a request, after eight hours, at a sign-out, and when password or role change.
"""

from __future__ import annotations

import secrets

from sqlalchemy import Connection, delete, insert, select, update

from data.accounts.database import digest
from data.accounts.rights import Actor, Grant, Role
from data.tables import ACCOUNT, ROLE_GRANT, SESSION

IDLE_S, LONGEST_S = 30 * 60, 8 * 3600
NOTED_EVERY_S = 60
"""How often a session notes that it is in use: reading a page should not wait for a write."""


def begin(connection: Connection, account: str, now: int) -> str:
    """Start a session and give its secret; sessions that ended by themselves are cleared away."""
    ended = (SESSION.c.seen_at <= now - IDLE_S) | (SESSION.c.created_at <= now - LONGEST_S)
    connection.execute(delete(SESSION).where(ended))
    secret = secrets.token_urlsafe(32)
    facts = {"hash": digest(secret), "account": account, "created_at": now, "seen_at": now}
    connection.execute(insert(SESSION).values(facts))
    return secret


def actor_of(connection: Connection, secret: str, now: int) -> tuple[Actor | None, bool]:
    """Give who is signed in with this secret, None when nobody, and whether the use should be noted now."""
    joined = SESSION.join(ACCOUNT, SESSION.c.account == ACCOUNT.c.id)
    columns = (ACCOUNT.c.id, SESSION.c.seen_at)
    alive = (
        (SESSION.c.hash == digest(secret))
        & (SESSION.c.seen_at > now - IDLE_S)
        & (SESSION.c.created_at > now - LONGEST_S)
    )
    row = connection.execute(select(*columns).select_from(joined).where(alive)).one_or_none()
    if row is None:
        return None, False
    return load_actor(connection, row.id), now - row.seen_at >= NOTED_EVERY_S


def load_actor(connection: Connection, account: str) -> Actor | None:
    """Give an account with its rights of this moment; None for one that is disabled or does not exist."""
    row = connection.execute(select(ACCOUNT).where(ACCOUNT.c.id == account)).one_or_none()
    if row is None or row.disabled:
        return None
    grants = connection.execute(select(ROLE_GRANT).where(ROLE_GRANT.c.account == account))
    return Actor(row.id, row.email, row.name, frozenset(Grant(Role(one.role), one.ref_area) for one in grants))


def note(connection: Connection, secret: str, now: int) -> None:
    """Note that a session is in use."""
    connection.execute(update(SESSION).where(SESSION.c.hash == digest(secret)).values(seen_at=now))


def end(connection: Connection, secret: str) -> None:
    """End one session."""
    connection.execute(delete(SESSION).where(SESSION.c.hash == digest(secret)))


def end_all(connection: Connection, account: str) -> None:
    """End all sessions of an account."""
    connection.execute(delete(SESSION).where(SESSION.c.account == account))
