"""Who was signed in and is no more gets what nobody gets, at every route below the login and with every id."""

from pathlib import Path

import pytest
from dash import Dash
from signed_in import A, B, first, person, session
from test_layouts_permissions import EXPECTED, ask, ids, keep_draft  # noqa: F401  (a fixture)

from data.accounts.rights import Grant, Role
from data.accounts.service import Accounts

WITH_A_TOKEN = {("POST", "/beheer/aanmelden"): 422, ("POST", "/beheer/link/onzin"): 404}
"""The forms for everyone: whoever has a token may send them."""

UPLOADER = {Grant(Role.UPLOADER, A)}


@pytest.mark.parametrize("event", ["sign out", "role", "password", "disabled"])
def test_a_session_that_ended_opens_no_route_and_no_object(
    site: Dash,
    people: Accounts,
    uploads: Path,
    ids: dict[str, str],  # noqa: F811
    event: str,
) -> None:
    keep_draft(people, uploads, ids["draft A"], A)
    keep_draft(people, uploads, ids["draft B"], B)
    email, boss = f"{event.replace(' ', '.')}@voorbeeld.be", first(people)
    actor, client = person(people, email, UPLOADER), site.server.test_client()
    secret = session(people, email)
    with client.session_transaction() as cookie:
        cookie.update(secret=secret, csrf="t")
    assert client.get("/beheer").status_code == 200
    if event == "sign out":
        people.sign_in.sign_out(secret, actor)
    if event == "role":
        people.members.change(boss, actor.id, {Grant(Role.ADMINISTRATOR, A)})
    if event == "password":
        people.sign_in.set_password(people.members.new_link(boss, actor.id), "een andere lange zin")
    if event == "disabled":
        people.members.set_disabled(boss, actor.id, disabled=True)
    found, expected = {}, {}
    for (method, path), statuses in EXPECTED.items():
        place = path
        for name, id_ in ids.items():
            place = place.replace(name, id_)
        found[method, path] = ask(client, method, place).status_code
        expected[method, path] = WITH_A_TOKEN.get((method, path), statuses[0])

    assert found == expected
