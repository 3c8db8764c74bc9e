"""People with an account, made up for the tests, and what they send."""

import re
from collections.abc import Collection

from argon2 import PasswordHasher
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from data.accounts.passwords import Passwords
from data.accounts.rights import EVERYWHERE, Actor, Grant, Role
from data.accounts.service import Accounts

A, B = "11002", "44021"
PASSWORD = "een lange zin zonder regels"
EVERYTHING = {Grant(Role.ADMINISTRATOR, EVERYWHERE)}


def quick_passwords() -> Passwords:
    """Hashes that cost nothing: what they protect is made up."""
    return Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


def first(accounts: Accounts, email: str = "eerste@voorbeeld.be") -> Actor:
    """The first account, made where there is none, signed in."""
    if secret := accounts.sign_in.first_link():
        accounts.sign_in.make_first_account(secret, email, "Eerste", PASSWORD)
    return actor(accounts, email)


def person(accounts: Accounts, email: str, grants: Collection[Grant]) -> Actor:
    """A person with these grants and the password of all, signed in."""
    boss = first(accounts)
    if not any(one.email == email for one in accounts.members.listed(boss)):
        secret = accounts.members.invite(boss, email, "Iemand", grants)
        accounts.sign_in.set_password(secret, PASSWORD)
    return actor(accounts, email)


def actor(accounts: Accounts, email: str) -> Actor:
    found = accounts.sign_in.actor(session(accounts, email))
    assert found
    return found


def session(accounts: Accounts, email: str) -> str:
    """The secret of a new session."""
    return accounts.sign_in.with_password(email, PASSWORD, "192.0.2.1/32")


def token_in(answer: TestResponse) -> str:
    """The token of the forms in a page."""
    found = re.search(r'name="csrf" value="([^"]+)"', answer.text)
    assert found, answer.text
    return found[1]


def sign_in(client: FlaskClient, email: str, password: str = PASSWORD, **more: object) -> TestResponse:
    """Sign in as a browser does: open the page, send the form."""
    token = token_in(client.get("/beheer/aanmelden", **more))
    form = {"csrf": token, "email": email, "password": password}
    return client.post("/beheer/aanmelden", data=form, headers={"Sec-Fetch-Site": "same-origin"}, **more)


def send(client: FlaskClient, path: str, **fields: str) -> TestResponse:
    """Send a form from our own page, with its token."""
    form = fields | {"csrf": token_in(client.get("/beheer"))}
    return client.post(path, data=form, headers={"Sec-Fetch-Site": "same-origin"})
