"""The accounts: list, invite, change, disable, and a new link for who forgot the password.

Each function asks for the right of the actor inside its own transaction, with the rights of that moment: a person whose
role was taken away a second ago changes nothing any more.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from data.accounts import audit, links, sessions
from data.accounts.database import Database
from data.accounts.links import Purpose
from data.accounts.rights import (
    Action,
    Actor,
    Forbidden,
    Grant,
    NotFound,
    NotSignedIn,
    Role,
    authorise,
    authorise_grants,
)
from data.accounts.sign_in import SYSTEM, add_account, normalised
from data.errors import DataError
from data.tables import ACCOUNT, ROLE_GRANT

OWN = "Je kunt je eigen account niet wijzigen. Vraag het aan een andere beheerder."


@dataclass(frozen=True)
class Member:
    """An account as others see it: never with its password."""

    id: str
    email: str
    name: str
    disabled: bool
    has_password: bool
    grants: frozenset[Grant]

    @property
    def role(self) -> Role | None:
        """Give the one role; None for an account without grants."""
        return next((one.role for one in self.grants), None)

    @property
    def ref_areas(self) -> list[str]:
        """Give the NIS codes in order, or only `EVERYWHERE`."""
        return sorted({one.ref_area for one in self.grants})


class AlreadyThere(DataError):
    """An account with this address exists."""

    def __init__(self, email: str) -> None:
        """Name the address."""
        super().__init__(f"Er is al een account met het adres {email}.")


class Members:
    """Manages the accounts of one database."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    def listed(self, actor: Actor) -> list[Member]:
        """Give the accounts that the actor may manage, and the own one, by address."""
        authorise(actor, Action.MANAGE_ACCOUNTS)
        with self._database.reading() as connection:
            everyone = _members(connection)
        return [one for one in everyone if one.id == actor.id or _may_manage(actor, one)]

    def one(self, actor: Actor, account: str) -> Member:
        """Give an account that the actor may manage. Raises: NotFound."""
        with self._database.reading() as connection:
            return _managed(connection, actor, account)

    def invite(self, actor: Actor, email: str, name: str, grants: Collection[Grant]) -> str:
        """Add an account without a password, and give the secret of the link that sets one.

        Raises: AlreadyThere, Forbidden, NotFound for grants outside the areas of the actor.
        """
        email = normalised(email)
        with self._database.writing() as connection:
            authorise_grants(_fresh(connection, actor), grants)
            if connection.scalar(select(ACCOUNT.c.id).where(ACCOUNT.c.email == email)):
                raise AlreadyThere(email)
            now = self._database.now()
            account = add_account(connection, email, name, now)
            _set_grants(connection, account, grants)
            _tell(connection, actor, "uitgenodigd", email, grants)
            return links.issue(connection, Purpose.PASSWORD, now, account)

    def change(self, actor: Actor, account: str, grants: Collection[Grant]) -> None:
        """Give an account other grants; all its sessions end. Raises: Forbidden, NotFound."""
        with self._database.writing() as connection:
            member = _managed(connection, actor, account)
            authorise_grants(_fresh(connection, actor), grants)
            _set_grants(connection, account, grants)
            sessions.end_all(connection, account)
            _tell(connection, actor, "rechten gewijzigd", member.email, {*member.grants, *grants}, _told(grants))

    def set_disabled(self, actor: Actor, account: str, *, disabled: bool) -> None:
        """Disable an account, which ends its sessions and links, or let it in again. Raises: Forbidden, NotFound."""
        with self._database.writing() as connection:
            member = _managed(connection, actor, account)
            connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == account).values(disabled=disabled))
            sessions.end_all(connection, account)
            links.revoke(connection, account)
            what = "uitgeschakeld" if disabled else "ingeschakeld"
            _tell(connection, actor, what, member.email, member.grants)

    def new_link(self, actor: Actor, account: str) -> str:
        """Give the secret of a new link that sets the password; earlier links stop. Raises: Forbidden, NotFound."""
        with self._database.writing() as connection:
            member = _managed(connection, actor, account)
            if member.disabled:
                raise Forbidden("Dit account is uitgeschakeld. Schakel het eerst weer in.")
            _tell(connection, actor, "nieuwe link", member.email, member.grants)
            return links.issue(connection, Purpose.PASSWORD, self._database.now(), account)

    def link_from_shell(self, email: str) -> str:
        """Give a new link to an account for who has a shell on the server, and so all rights. Raises: NotFound."""
        with self._database.writing() as connection:
            known = (ACCOUNT.c.email == normalised(email)) & ~ACCOUNT.c.disabled
            account = connection.scalar(select(ACCOUNT.c.id).where(known))
            if account is None:
                raise NotFound
            audit.append(connection, SYSTEM, "nieuwe link", normalised(email))
            return links.issue(connection, Purpose.PASSWORD, self._database.now(), account)

    def log(self, actor: Actor, newest: int) -> tuple[list[audit.Entry], int | None]:
        """Give the newest rows of the log that the actor may read, and the first row that does not fit the chain."""
        authorise(actor, Action.READ_LOG)
        with self._database.reading() as connection:
            return audit.entries(connection, actor, newest), audit.verify(connection)


def _fresh(connection: Connection, actor: Actor) -> Actor:
    """Give the actor with the rights of this moment."""
    found = sessions.load_actor(connection, actor.id)
    if found is None:
        raise NotSignedIn
    return found


def _managed(connection: Connection, actor: Actor, account: str) -> Member:
    actor = _fresh(connection, actor)
    authorise(actor, Action.MANAGE_ACCOUNTS)
    found = next(iter(_members(connection, account)), None)
    if found is None:
        raise NotFound
    if found.id == actor.id:
        raise Forbidden(OWN)
    if not _may_manage(actor, found):
        raise NotFound
    return found


def _may_manage(actor: Actor, member: Member) -> bool:
    try:
        authorise_grants(actor, member.grants)
    except (NotFound, Forbidden):
        return False
    return True


def _members(connection: Connection, account: str | None = None) -> list[Member]:
    """Give one account or all, with their grants, by address."""
    query = select(ACCOUNT, ROLE_GRANT.c.role, ROLE_GRANT.c.ref_area)
    query = query.select_from(ACCOUNT.outerjoin(ROLE_GRANT, ROLE_GRANT.c.account == ACCOUNT.c.id))
    found: dict[str, Member] = {}
    grants: dict[str, set[Grant]] = {}
    for row in connection.execute(query if account is None else query.where(ACCOUNT.c.id == account)):
        own = grants.setdefault(row.id, set())
        if row.role:
            own.add(Grant(Role(row.role), row.ref_area))
        has_password = row.password_hash is not None
        found[row.id] = Member(row.id, row.email, row.name, row.disabled, has_password, frozenset(own))
    return sorted(found.values(), key=lambda one: one.email)


def _set_grants(connection: Connection, account: str, grants: Collection[Grant]) -> None:
    connection.execute(delete(ROLE_GRANT).where(ROLE_GRANT.c.account == account))
    rows = [{"account": account, "role": one.role, "ref_area": one.ref_area} for one in grants]
    connection.execute(insert(ROLE_GRANT), rows)


def _tell(
    connection: Connection, actor: Actor, what: str, email: str, grants: Collection[Grant], detail: str = ""
) -> None:
    areas = {one.ref_area for one in grants}
    audit.append(connection, actor.email, what, email, areas, detail or _told(grants))


def _told(grants: Collection[Grant]) -> str:
    return "; ".join(sorted(f"{one.role}: {one.ref_area}" for one in grants))
