"""Who is asking: signing in and out, and setting a password with a one-time link."""

from __future__ import annotations

import secrets

from sqlalchemy import Connection, insert, select, update

from data.accounts import audit, links, sessions, throttle
from data.accounts.database import Database
from data.accounts.links import Link, Purpose
from data.accounts.passwords import Passwords
from data.accounts.rights import EVERYWHERE, Actor, Role
from data.errors import DataError
from data.tables import ACCOUNT, ROLE_GRANT

SYSTEM = "systeem"


class WrongPassword(DataError):
    """The address is unknown, the account disabled or the password wrong: which of these is not told."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("Dit e-mailadres en dit wachtwoord horen niet bij een account. Controleer ze allebei.")


class SignIn:
    """Signs people in on one database."""

    def __init__(self, database: Database, passwords: Passwords) -> None:
        """Keep the parts."""
        self._database, self._passwords = database, passwords

    def first_link(self) -> str | None:
        """Give the secret of a link that makes the first account; None when there are accounts."""
        with self._database.writing() as connection:
            if connection.scalar(select(ACCOUNT.c.id).limit(1)):
                return None
            return links.issue(connection, Purpose.FIRST_ACCOUNT, self._database.now())

    def link(self, secret: str) -> Link:
        """Give what a link is for, without using it. Raises: DeadLink."""
        with self._database.reading() as connection:
            found = links.look_at(connection, secret, self._database.now())
        if found.purpose is Purpose.PROVIDER:
            raise links.DeadLink
        return found

    def make_first_account(self, secret: str, email: str, name: str, password: str) -> None:
        """Make the first account, a *beheerder* of everything. Raises: DeadLink."""
        hashed = self._passwords.hash(password)
        with self._database.writing() as connection:
            now = self._database.now()
            links.redeem(connection, secret, now, Purpose.FIRST_ACCOUNT)
            account = add_account(connection, email, name, now, password_hash=hashed)
            grant = {"account": account, "role": Role.ADMINISTRATOR, "ref_area": EVERYWHERE}
            connection.execute(insert(ROLE_GRANT).values(grant))
            audit.append(connection, SYSTEM, "eerste account", email)

    def set_password(self, secret: str, password: str) -> None:
        """Set the password of the account that a link belongs to; all its sessions end. Raises: DeadLink."""
        hashed = self._passwords.hash(password)
        with self._database.writing() as connection:
            link = links.redeem(connection, secret, self._database.now(), Purpose.PASSWORD)
            connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == link.account).values(password_hash=hashed))
            sessions.end_all(connection, str(link.account))
            audit.append(connection, link.email, "wachtwoord ingesteld", link.email)

    def with_password(self, email: str, password: str, network: str) -> str:
        """Sign in, and give the secret of the session.

        Raises: WrongPassword, TooManyAttempts, TooBusy.
        """
        email = normalised(email)
        with self._database.writing() as connection:
            throttle.take(connection, email, network, self._database.now())
        with self._database.reading() as connection:
            query = select(ACCOUNT).where(ACCOUNT.c.email == email)
            account = connection.execute(query).one_or_none()
        stored = account.password_hash if account and not account.disabled else None
        is_right = self._passwords.matches(stored, password)
        with self._database.writing() as connection:
            is_still = connection.execute(query).one_or_none() == account  # not changed while the password was compared
            if account and is_right and is_still:
                throttle.forget(connection, email, network)
                return _begin(connection, account.id, email, self._database.now())
            audit.append(connection, email if account else "onbekend", "aanmelden mislukt", "")
        raise WrongPassword

    def actor(self, secret: str) -> Actor | None:
        """Give who is signed in with the secret of a session; None when nobody is."""
        now = self._database.now()
        with self._database.reading() as connection:
            actor, should_note = sessions.actor_of(connection, secret, now)
        if actor and should_note:
            with self._database.writing() as connection:
                sessions.note(connection, secret, now)
        return actor

    def sign_out(self, secret: str, actor: Actor) -> None:
        """End the session."""
        with self._database.writing() as connection:
            sessions.end(connection, secret)
            audit.append(connection, actor.email, "afgemeld", "")


def _begin(connection: Connection, account: str, email: str, now: int) -> str:
    audit.append(connection, email, "aangemeld", "")
    return sessions.begin(connection, account, now)


def add_account(connection: Connection, email: str, name: str, now: int, **more: str) -> str:
    """Add an account and give its id, which is random: nobody can guess the next one."""
    account = secrets.token_urlsafe(12)
    connection.execute(insert(ACCOUNT).values(id=account, email=email, name=name, created_at=now, **more))
    return account


def normalised(email: str) -> str:
    """Write an address in one way, so that it is one account however it is typed."""
    return email.strip().casefold()
