"""Which body of the provider is which municipality, and so what rights somebody brings along from there.

The role text of the provider is `Rol:OrgKey1, OrgKey2`; the keys are codes of bodies (`vo_orgcode`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from data.accounts import audit, links, sessions
from data.accounts.database import Database
from data.accounts.links import Purpose
from data.accounts.rights import Action, Actor, Grant, Role, authorise
from data.accounts.sign_in import add_account
from data.errors import DataError
from data.tables import ACCOUNT, ORGANISATION, ROLE_GRANT


class NoRights(DataError):
    """The provider knows the person, but there is no right here for that body or role."""

    def __init__(self) -> None:
        """Say whom to ask."""
        super().__init__("Je organisatie of je rol heeft hier geen rechten. Vraag ze aan de beheerder van deze site.")


def grants_of(claims: Mapping[str, Any], role_claim: str, ref_area: str) -> set[Grant]:
    """Read the roles that the claims give for the body that the person chose; unknown roles give nothing."""
    texts, chosen = claims.get(role_claim, []), claims["vo_orgcode"]
    found = set()
    for text in [texts] if isinstance(texts, str) else texts:
        name, _, keys = str(text).partition(":")
        role = name.strip().casefold()
        if role in set(Role) and chosen in {one.strip() for one in keys.split(",")}:
            found.add(Grant(Role(role), ref_area))
    return found


class Organisations:
    """The table of bodies, and signing in with what a provider says."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    def listed(self, actor: Actor) -> list[tuple[str, str]]:
        """Give code and NIS code of each body."""
        authorise(actor, Action.CHANGE_SETTINGS)
        with self._database.reading() as connection:
            rows = connection.execute(select(ORGANISATION).order_by(ORGANISATION.c.orgcode))
            return [(row.orgcode, row.ref_area) for row in rows]

    def set(self, actor: Actor, orgcode: str, ref_area: str) -> None:
        """Say which municipality a body is; an empty NIS code takes it away."""
        authorise(actor, Action.CHANGE_SETTINGS)
        with self._database.writing() as connection:
            connection.execute(delete(ORGANISATION).where(ORGANISATION.c.orgcode == orgcode))
            if ref_area:
                connection.execute(insert(ORGANISATION).values(orgcode=orgcode, ref_area=ref_area))
            audit.append(connection, actor.email, "organisatie", orgcode, [ref_area] if ref_area else [])

    def new_state(self) -> str:
        """Give the state of an attempt to sign in elsewhere: it works once, for ten minutes."""
        with self._database.writing() as connection:
            return links.issue(connection, Purpose.PROVIDER, self._database.now())

    def use_state(self, state: str) -> None:
        """Use a state up. Raises: DeadLink."""
        with self._database.writing() as connection:
            links.redeem(connection, state, self._database.now(), Purpose.PROVIDER)

    def sign_in(self, claims: Mapping[str, Any], role_claim: str) -> str:
        """Sign in with what a provider says: the rights are those of the claims. Give the secret of the session.

        Raises: NoRights for an unknown body or role, or a disabled account.
        """
        with self._database.writing() as connection:
            area = select(ORGANISATION.c.ref_area).where(ORGANISATION.c.orgcode == str(claims["vo_orgcode"]))
            ref_area = connection.scalar(area)
            grants = grants_of(claims, role_claim, ref_area) if ref_area else set()
            if not grants:
                raise NoRights
            now = self._database.now()
            account = _account(connection, claims, now)
            _set(connection, account, grants)
            audit.append(connection, str(claims["vo_id"]), "aangemeld via aanmelddienst", "", {str(ref_area)})
            return sessions.begin(connection, account, now)


def _account(connection: Connection, claims: Mapping[str, Any], now: int) -> str:
    """Find the account of a person, or make it: never one with a password, whatever its address is."""
    subject, name = str(claims["vo_id"]), str(claims.get("vo_orgnaam") or claims["vo_orgcode"])
    row = connection.execute(select(ACCOUNT).where(ACCOUNT.c.subject == subject)).one_or_none()
    if row is None:
        return add_account(connection, f"aanmelddienst:{subject}", name, now, subject=subject)
    if row.disabled:
        raise NoRights
    connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == row.id).values(name=name))
    return str(row.id)


def _set(connection: Connection, account: str, grants: set[Grant]) -> None:
    """Replace the rights; who had others is signed out everywhere else."""
    rows = connection.execute(select(ROLE_GRANT).where(ROLE_GRANT.c.account == account))
    if {Grant(Role(row.role), row.ref_area) for row in rows} == grants:
        return
    sessions.end_all(connection, account)
    connection.execute(delete(ROLE_GRANT).where(ROLE_GRANT.c.account == account))
    rows_of = [{"account": account, "role": one.role, "ref_area": one.ref_area} for one in grants]
    connection.execute(insert(ROLE_GRANT), rows_of)
