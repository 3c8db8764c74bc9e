"""Signing in at a provider, against an issuer of our own over the loopback: what is not proven is refused."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from flask import Flask
from flask.testing import FlaskClient
from issuer import CLIENT, SECRET, Issuer, not_signed, signed_by_another, signed_with_the_secret
from signed_in import B, first, quick_passwords, send, sign_in
from werkzeug.test import TestResponse

from data.accounts.organisations import grants_of
from data.accounts.provider import Provider
from data.accounts.rights import Grant, Role
from data.accounts.service import Accounts, open_accounts
from data.catalogue import Catalogue
from data.drafts.desk import Desk
from data.engines import sqlite_url
from data.reading.limits import Limits
from data.store import Store
from indicators.answers import Answers
from layouts import addresses
from layouts.beheer import routes
from layouts.beheer.uploads.wizard import Uploads

REFUSED = "Aanmelden via de aanmelddienst is niet gelukt"


@pytest.fixture(scope="module")
def issuer(serve: Callable[[Flask], str]) -> Iterator[Issuer]:
    """The issuer, over plain http, which Authlib allows only where it is told to."""
    made = Issuer()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")
        made.url = serve(made.server)
        yield made


@pytest.fixture(autouse=True)
def honest(issuer: Issuer) -> None:
    issuer.tell_truth()


@pytest.fixture
def accounts(issuer: Issuer, tmp_path: Path) -> Iterator[Accounts]:
    url = sqlite_url(tmp_path / "store.sqlite")
    with closing(Store(url)) as store:
        store.prepare()
    provider = Provider(issuer.url, CLIENT, SECRET)
    with closing(open_accounts(url, quick_passwords(), provider=provider, role_claim="rol")) as opened:
        opened.organisations.set(first(opened), "0207", B)
        yield opened


@pytest.fixture
def server(accounts: Accounts, catalogue: Catalogue, tmp_path: Path) -> Iterator[Flask]:
    """The pages below /beheer alone."""
    made = Flask("beheer", static_folder=None)
    addresses.install(made, "/")
    with closing(Store(sqlite_url(tmp_path / "store.sqlite"))) as store:
        desk = Desk(store, catalogue, accounts.database, tmp_path / "uploads", Limits(), four_eyes=False)
        routes.install(made, accounts, "k" * 32, (), Uploads(desk, Answers(store, catalogue)))
        yield made


@pytest.fixture
def client(server: Flask) -> FlaskClient:
    return server.test_client()


def way_back(client: FlaskClient) -> str:
    """Go to the issuer and consent; give the address to which it sends the browser back."""
    place = client.get("/beheer/aanmelden/elders").headers["Location"]
    answer = requests.get(place, allow_redirects=False, timeout=5)
    return answer.headers["Location"].removeprefix("http://localhost")


def assert_refused(client: FlaskClient, answer: TestResponse) -> None:
    assert answer.status_code == 403
    assert REFUSED in answer.text
    assert client.get("/beheer").status_code == 302


def test_who_the_provider_knows_has_the_rights_of_the_own_body(client: FlaskClient) -> None:
    assert client.get(way_back(client)).headers["Location"] == "/beheer"

    home = client.get("/beheer").text
    assert f"Oplader voor de gemeente met NIS-code {B}" in home
    assert "Stad Gent" in home


def test_the_provider_is_asked_for_a_code_with_pkce_and_never_for_the_national_number(client: FlaskClient) -> None:
    query = parse_qs(urlsplit(client.get("/beheer/aanmelden/elders").headers["Location"]).query)

    assert query["response_type"] == ["code"]
    assert query["code_challenge_method"] == ["S256"]
    assert query["scope"] == ["openid vo"]
    assert all(len(query[name][0]) >= 43 for name in ("state", "nonce", "code_challenge"))


CHANGES: dict[str, dict[str, object]] = {
    "wrong nonce": {"nonce": "x"},
    "foreign issuer": {"iss": "https://evil.example"},
    "another client": {"aud": "iemand anders"},
    "expired": {"exp": int(time.time()) - 3600},
    "no expiry": {"exp": None},
    "nobody": {"vo_id": None},
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_token_with_other_claims_is_refused(client: FlaskClient, issuer: Issuer, name: str) -> None:
    def change(claims: dict[str, object]) -> None:
        for key, value in CHANGES[name].items():
            claims.pop(key) if value is None else claims.update({key: value})

    issuer.change = change

    assert_refused(client, client.get(way_back(client)))


@pytest.mark.parametrize("sign", [signed_with_the_secret, not_signed, signed_by_another, lambda _claims: "onzin"])
def test_a_token_that_the_issuer_did_not_sign_is_refused(client: FlaskClient, issuer: Issuer, sign: object) -> None:
    issuer.sign = sign  # type: ignore[assignment]

    assert_refused(client, client.get(way_back(client)))


def test_a_way_back_works_once(client: FlaskClient, server: Flask) -> None:
    back = way_back(client)
    kept = client.get_cookie("session")
    assert kept
    assert client.get(back).status_code == 302
    again = server.test_client()
    again.set_cookie("session", kept.value)  # the cookie as it was, state included

    assert_refused(again, again.get(back))


def test_a_code_that_was_used_is_refused_in_a_new_attempt(client: FlaskClient, server: Flask) -> None:
    used = way_back(client)
    client.get(used)
    other = server.test_client()
    fresh = parse_qs(urlsplit(way_back(other)).query)["state"][0]
    code = parse_qs(urlsplit(used).query)["code"][0]

    assert_refused(other, other.get("/beheer/aanmelden/terug", query_string={"code": code, "state": fresh}))


def test_the_state_of_another_browser_is_refused(client: FlaskClient, server: Flask) -> None:
    other = server.test_client()
    way_back(other)

    assert_refused(other, other.get(way_back(client)))


@pytest.mark.parametrize(
    "claims", [{"vo_orgcode": "9999"}, {"rol": "Oplader:0208"}, {"rol": "Baas:0207"}, {"rol": ""}, {"rol": "Oplader"}]
)
def test_an_unknown_body_or_role_has_no_rights(client: FlaskClient, issuer: Issuer, claims: dict[str, str]) -> None:
    issuer.change = lambda known: known.update(claims)

    answer = client.get(way_back(client))

    assert answer.status_code == 403
    assert "heeft hier geen rechten" in answer.text
    assert client.get("/beheer").status_code == 302


def test_a_disabled_account_does_not_come_in_through_the_provider(client: FlaskClient, accounts: Accounts) -> None:
    client.get(way_back(client))
    boss = first(accounts)
    (other,) = [one for one in accounts.members.listed(boss) if one.id != boss.id]
    accounts.members.set_disabled(boss, other.id, disabled=True)

    assert client.get(way_back(client)).status_code == 403


def test_a_provider_that_is_down_is_told_and_the_password_still_works(
    client: FlaskClient, accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    object.__setattr__(accounts.provider, "issuer", "http://127.0.0.1:9")

    answer = client.get("/beheer/aanmelden/elders")

    assert answer.status_code == 503
    assert "De aanmelddienst antwoordt niet" in answer.text
    assert "Aanmelden via de aanmelddienst" in client.get("/beheer/aanmelden").text


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Goedkeurder:0207", {"goedkeurder"}),
        ("GOEDKEURDER: 0208 , 0207", {"goedkeurder"}),
        (["Oplader:0207", "Beheerder:0208"], {"oplader"}),
        ("Beheerder:02071", set()),
    ],
)
def test_roles_are_those_for_the_body_that_was_chosen(text: object, roles: set[str]) -> None:
    found = grants_of({"rol": text, "vo_orgcode": "0207"}, "rol", B)

    assert found == {Grant(Role(role), B) for role in roles}


def test_a_body_is_linked_changed_and_taken_away_by_the_general_administrator(client: FlaskClient) -> None:
    sign_in(client, "eerste@voorbeeld.be")

    wrong = send(client, "/beheer/organisaties", orgcode="", area="Nergens")
    send(client, "/beheer/organisaties", orgcode="0300<b>", area="antwerpen")
    shown = client.get("/beheer/organisaties").text
    send(client, "/beheer/organisaties", orgcode="0300<b>", area="")

    assert wrong.status_code == 422
    assert "“Nergens” is geen gemeente die we kennen." in wrong.text
    assert "0300&lt;b&gt;: de gemeente met NIS-code 11002" in shown
    assert "NIS-code 11002" not in client.get("/beheer/organisaties").text
