"""Roles, actions, and the one function that decides: may this actor do this to that?

A grant is a role in one municipality (its NIS code) or in all. What is not allowed here is refused.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from data.errors import DataError

EVERYWHERE = "*"


class Role(StrEnum):
    """What a person is; the values are Dutch, for they are shown and stored."""

    UPLOADER = "oplader"
    APPROVER = "goedkeurder"
    ADMINISTRATOR = "beheerder"


class Action(StrEnum):
    """What a person can do below `/beheer`."""

    ENTER = "enter"
    READ_DRAFT = "read draft"
    READ_ORIGINAL = "read original"
    UPLOAD = "upload"
    MAP = "map"
    DELETE_DRAFT = "delete draft"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"
    MANAGE_ACCOUNTS = "manage accounts"
    READ_LOG = "read log"
    CHANGE_SETTINGS = "change settings"


ALL = frozenset(Role)
SUPERVISORS = frozenset({Role.APPROVER, Role.ADMINISTRATOR})
ALLOWED: dict[Action, frozenset[Role]] = {
    Action.ENTER: ALL,
    Action.READ_DRAFT: ALL,
    Action.READ_ORIGINAL: ALL,
    Action.UPLOAD: ALL,
    Action.MAP: ALL,
    Action.DELETE_DRAFT: ALL,
    Action.PUBLISH: ALL,
    Action.WITHDRAW: SUPERVISORS,
    Action.MANAGE_ACCOUNTS: SUPERVISORS,
    Action.READ_LOG: SUPERVISORS,
    Action.CHANGE_SETTINGS: frozenset({Role.ADMINISTRATOR}),
}


@dataclass(frozen=True)
class Grant:
    """A role in one municipality (NIS code), or `EVERYWHERE`."""

    role: Role
    ref_area: str


@dataclass(frozen=True)
class Actor:
    """Who is signed in, with the rights of this moment."""

    id: str
    email: str
    name: str
    grants: frozenset[Grant]


@dataclass(frozen=True)
class Owned:
    """Something that belongs to a municipality; an empty code belongs to none, and so only to those of everywhere.

    `author` is the id of the account that brought it; `reaches_beyond` says that it has figures of areas outside the
    municipality, such as Flemish totals.
    """

    ref_area: str
    author: str = ""
    reaches_beyond: bool = False


class NotSignedIn(DataError):
    """Nobody is signed in."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("Je bent niet aangemeld als gegevensbeheerder.")


class Forbidden(DataError):
    """The actor may see this, but not do that."""

    def __init__(self, why: str = "Je rol laat dit niet toe. Vraag het aan een beheerder.") -> None:
        """Say why."""
        super().__init__(why)


class NotFound(DataError):
    """There is no such thing, or it belongs to somebody else: which of the two is not told."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("Dit bestaat niet, of het is niet van jouw gemeente.")


def authorise(actor: Actor | None, action: Action, thing: Owned | None = None, *, four_eyes: bool = False) -> None:
    """Return when the actor may; without a thing: when there is anything at all that the actor may do this to.

    Raises: NotSignedIn, NotFound for what is not in an area of the actor, Forbidden for the rest.
    """
    if actor is None:
        raise NotSignedIn
    if action is Action.CHANGE_SETTINGS and not is_general_administrator(actor):
        raise Forbidden
    roles = {grant.role for grant in actor.grants if thing is None or grant.ref_area in (EVERYWHERE, thing.ref_area)}
    if thing and not roles:
        raise NotFound
    if not roles & ALLOWED[action]:
        raise Forbidden
    if action is Action.PUBLISH and thing:
        _check_publication(actor, roles, thing, four_eyes)


def _check_publication(actor: Actor, roles: Collection[Role], thing: Owned, four_eyes: bool) -> None:
    """Refuse figures of other areas to all but the general administrator, and one's own work where two must look."""
    if (thing.reaches_beyond or not thing.ref_area) and not is_general_administrator(actor):
        raise Forbidden(
            "Dit bestand heeft cijfers buiten je gemeente. Alleen een beheerder van alles kan ze publiceren."
        )
    if four_eyes and (thing.author == actor.id or not SUPERVISORS & set(roles)):
        raise Forbidden("Iemand anders moet dit nakijken en publiceren: een goedkeurder of een beheerder.")


def is_general_administrator(actor: Actor) -> bool:
    """Tell whether the actor administers everything."""
    return Grant(Role.ADMINISTRATOR, EVERYWHERE) in actor.grants


def authorise_grants(actor: Actor | None, grants: Collection[Grant]) -> None:
    """Return when the actor may manage an account with these grants, or hand them out.

    Each must lie in an area of the actor, and be no higher than the actor's own role there.
    """
    authorise(actor, Action.MANAGE_ACCOUNTS)
    for grant in grants or (Grant(Role.ADMINISTRATOR, EVERYWHERE),):
        area = "" if grant.ref_area == EVERYWHERE else grant.ref_area
        authorise(actor, Action.MANAGE_ACCOUNTS, Owned(area))
        assert actor is not None  # `authorise` refused it
        own = {one.role for one in actor.grants if one.ref_area in (EVERYWHERE, area)}
        if grant.role is Role.ADMINISTRATOR and Role.ADMINISTRATOR not in own:
            raise Forbidden("Alleen een beheerder beheert beheerders.")
