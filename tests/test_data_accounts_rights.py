"""Who may do what: the expected answers are written by hand, from the matrix of rights, and derived from nothing."""

import pytest
from signed_in import A, B

from data.accounts.rights import (
    EVERYWHERE,
    Action,
    Actor,
    Forbidden,
    Grant,
    NotFound,
    NotSignedIn,
    Owned,
    Role,
    authorise,
    authorise_grants,
)


def someone(role: str, area: str) -> Actor:
    return Actor(role, f"{role}@voorbeeld.be", role, frozenset({Grant(Role(role), area)}))


ACTORS = {
    "nobody": None,
    "uploader A": someone("oplader", A),
    "approver A": someone("goedkeurder", A),
    "administrator A": someone("beheerder", A),
    "administrator": someone("beheerder", EVERYWHERE),
    "no rights": Actor("x", "x@voorbeeld.be", "x", frozenset()),
}
YES, LOGIN, NO, HIDDEN = None, NotSignedIn, Forbidden, NotFound

# One row an action: nobody; the uploader, approver and administrator of A on what is of A; the three on what is of B;
# the administrator of everything; an account without rights.
MATRIX = {
    "read draft": (LOGIN, YES, YES, YES, HIDDEN, HIDDEN, HIDDEN, YES, HIDDEN),
    "read original": (LOGIN, YES, YES, YES, HIDDEN, HIDDEN, HIDDEN, YES, HIDDEN),
    "upload": (LOGIN, YES, YES, YES, HIDDEN, HIDDEN, HIDDEN, YES, HIDDEN),
    "map": (LOGIN, YES, YES, YES, HIDDEN, HIDDEN, HIDDEN, YES, HIDDEN),
    "delete draft": (LOGIN, YES, YES, YES, HIDDEN, HIDDEN, HIDDEN, YES, HIDDEN),
    "publish": (LOGIN, YES, YES, YES, HIDDEN, HIDDEN, HIDDEN, YES, HIDDEN),
    "withdraw": (LOGIN, NO, YES, YES, HIDDEN, HIDDEN, HIDDEN, YES, HIDDEN),
    "manage accounts": (LOGIN, NO, YES, YES, HIDDEN, HIDDEN, HIDDEN, YES, HIDDEN),
    "read log": (LOGIN, NO, YES, YES, HIDDEN, HIDDEN, HIDDEN, YES, HIDDEN),
    "change settings": (LOGIN, NO, NO, NO, NO, NO, NO, YES, NO),
    "enter": (LOGIN, YES, YES, YES, HIDDEN, HIDDEN, HIDDEN, YES, HIDDEN),
}
COLUMNS = [
    ("nobody", A),
    *((f"{role} A", area) for area in (A, B) for role in ("uploader", "approver", "administrator")),
    ("administrator", B),
    ("no rights", A),
]
CELLS = [
    (action, actor, area, cell)
    for action, row in MATRIX.items()
    for (actor, area), cell in zip(COLUMNS, row, strict=True)
]


def refusal(actor: Actor | None, action: str, thing: Owned | None = None, **more: bool) -> type[Exception] | None:
    try:
        authorise(actor, Action(action), thing, **more)
    except (NotSignedIn, Forbidden, NotFound) as error:
        return type(error)
    return None


def test_every_action_stands_in_the_matrix() -> None:
    assert set(MATRIX) == set(Action)


@pytest.mark.parametrize(("action", "actor", "area", "expected"), CELLS)
def test_rights_follow_the_matrix(action: str, actor: str, area: str, expected: type[Exception] | None) -> None:
    assert refusal(ACTORS[actor], action, Owned(area)) is expected


@pytest.mark.parametrize("actor", ["uploader A", "approver A", "administrator A"])
@pytest.mark.parametrize("action", ["read draft", "upload", "publish", "withdraw"])
def test_what_belongs_to_no_municipality_is_hidden_from_who_has_only_one(actor: str, action: str) -> None:
    assert refusal(ACTORS[actor], action, Owned("")) is NotFound


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        (someone("beheerder", EVERYWHERE), None),
        (someone("beheerder", A), Forbidden),
        (someone("goedkeurder", EVERYWHERE), Forbidden),
        (someone("oplader", EVERYWHERE), Forbidden),
    ],
)
def test_figures_outside_the_municipality_are_published_by_the_general_administrator_only(
    actor: Actor, expected: type[Exception] | None
) -> None:
    assert refusal(actor, "publish", Owned(A, reaches_beyond=True)) is expected


@pytest.mark.parametrize(
    ("role", "author", "expected"),
    [
        ("oplader", "somebody", Forbidden),
        ("goedkeurder", "somebody", None),
        ("goedkeurder", "goedkeurder", Forbidden),
        ("beheerder", "beheerder", Forbidden),
    ],
)
def test_with_four_eyes_nobody_publishes_alone(role: str, author: str, expected: type[Exception] | None) -> None:
    assert refusal(someone(role, A), "publish", Owned(A, author), four_eyes=True) is expected


@pytest.mark.parametrize(
    ("actor", "role", "area", "expected"),
    [
        ("approver A", "oplader", A, None),
        ("approver A", "goedkeurder", A, None),
        ("approver A", "beheerder", A, Forbidden),
        ("approver A", "oplader", B, NotFound),
        ("approver A", "oplader", EVERYWHERE, NotFound),
        ("administrator A", "beheerder", A, None),
        ("administrator A", "beheerder", EVERYWHERE, NotFound),
        ("administrator", "beheerder", EVERYWHERE, None),
        ("uploader A", "oplader", A, Forbidden),
        ("nobody", "oplader", A, NotSignedIn),
    ],
)
def test_nobody_hands_out_more_than_the_own_rights(
    actor: str, role: str, area: str, expected: type[Exception] | None
) -> None:
    found = None
    try:
        authorise_grants(ACTORS[actor], [Grant(Role(role), area)])
    except (NotSignedIn, Forbidden, NotFound) as error:
        found = type(error)

    assert found is expected
