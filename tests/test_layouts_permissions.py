"""Every route × method × role × owner: the expected status is written by hand, and derived from no declaration."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bodies import body_of, call, output_with
from dash import Dash
from flask import Flask
from flask.testing import FlaskClient
from signed_in import A, B, first, person, session
from werkzeug.test import TestResponse

from data.accounts.rights import EVERYWHERE, Grant, Role
from data.accounts.service import Accounts
from data.drafts.draft import Draft, Status
from data.drafts.drafts import Drafts
from data.upload.mapping import Mapping
from layouts import permissions
from layouts.permissions import ROUTES, UndeclaredRoute

ROLES = {
    "nobody": None,
    "uploader A": Grant(Role.UPLOADER, A),
    "approver A": Grant(Role.APPROVER, A),
    "administrator A": Grant(Role.ADMINISTRATOR, A),
    "approver B": Grant(Role.APPROVER, B),
    "administrator": Grant(Role.ADMINISTRATOR, EVERYWHERE),
}
HEAD = "Indicator;Bron;Gebied;Periode;Waarde"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE")
TARGETS = {"of A": Grant(Role.UPLOADER, A), "of B": Grant(Role.UPLOADER, B)}

# The statuses for the six roles above, in that order. 302 for nobody is the way to the sign-in page; a form is sent
# empty, so 422 is a form that was read. A method that does not stand here is refused with 405.
OWN, FOREIGN, NONE = "of A", "of B", "none"
EXPECTED = {
    ("GET", "/beheer/aanmelden"): (200, 302, 302, 302, 302, 302),
    ("POST", "/beheer/aanmelden"): (400, 302, 302, 302, 302, 302),
    ("POST", "/beheer/afmelden"): (403, 302, 302, 302, 302, 302),
    ("GET", "/beheer/link/onzin"): (404, 404, 404, 404, 404, 404),
    ("POST", "/beheer/link/onzin"): (400, 404, 404, 404, 404, 404),
    ("GET", "/beheer"): (302, 200, 200, 200, 200, 200),
    ("GET", "/beheer/accounts"): (302, 403, 200, 200, 200, 200),
    ("POST", "/beheer/accounts"): (403, 403, 422, 422, 422, 422),
    ("GET", "/beheer/accounts/of A"): (302, 403, 200, 200, 404, 200),
    ("GET", "/beheer/accounts/of B"): (302, 403, 404, 404, 200, 200),
    ("GET", "/beheer/accounts/none"): (302, 403, 404, 404, 404, 404),
    ("POST", "/beheer/accounts/of A"): (403, 403, 422, 422, 404, 422),
    ("POST", "/beheer/accounts/of B"): (403, 403, 404, 404, 422, 422),
    ("POST", "/beheer/accounts/none"): (403, 403, 404, 404, 404, 404),
    ("POST", "/beheer/accounts/of A/uitschakelen"): (403, 403, 302, 302, 404, 302),
    ("POST", "/beheer/accounts/of B/uitschakelen"): (403, 403, 404, 404, 302, 302),
    ("POST", "/beheer/accounts/none/uitschakelen"): (403, 403, 404, 404, 404, 404),
    ("POST", "/beheer/accounts/of A/inschakelen"): (403, 403, 302, 302, 404, 302),
    ("POST", "/beheer/accounts/of B/inschakelen"): (403, 403, 404, 404, 302, 302),
    ("POST", "/beheer/accounts/none/inschakelen"): (403, 403, 404, 404, 404, 404),
    ("POST", "/beheer/accounts/of A/link"): (403, 403, 200, 200, 404, 200),
    ("POST", "/beheer/accounts/of B/link"): (403, 403, 404, 404, 200, 200),
    ("POST", "/beheer/accounts/none/link"): (403, 403, 404, 404, 404, 404),
    ("GET", "/beheer/aanmelden/elders"): (404, 404, 404, 404, 404, 404),
    ("GET", "/beheer/aanmelden/terug"): (403, 403, 403, 403, 403, 403),
    ("GET", "/beheer/organisaties"): (302, 403, 403, 403, 403, 200),
    ("POST", "/beheer/organisaties"): (403, 403, 403, 403, 403, 422),
    ("GET", "/beheer/logboek"): (302, 403, 200, 200, 200, 200),
    ("GET", "/gegevens/opladen"): (302, 200, 200, 200, 200, 200),
    ("POST", "/gegevens/opladen"): (403, 422, 422, 422, 422, 422),
    ("GET", "/gegevens/sjabloon"): (302, 404, 404, 404, 404, 404),
    ("GET", "/gegevens/versies"): (302, 200, 200, 200, 200, 200),
    ("GET", "/gegevens/versies/1"): (302, 200, 200, 200, 200, 200),
    ("POST", "/gegevens/versies/1"): (403, 403, 404, 404, 404, 422),
    ("GET", "/gegevens/opladen/draft A/bestand"): (302, 200, 200, 200, 404, 200),
    ("GET", "/gegevens/opladen/draft A/blad"): (302, 200, 200, 200, 404, 200),
    ("GET", "/gegevens/opladen/draft A/kolommen"): (302, 200, 200, 200, 404, 200),
    ("GET", "/gegevens/opladen/draft A/controleren"): (302, 200, 200, 200, 404, 200),
    ("GET", "/gegevens/opladen/draft A/voorbeeld"): (302, 200, 200, 200, 404, 200),
    ("GET", "/gegevens/opladen/draft A/publiceren"): (302, 200, 200, 200, 404, 200),
    ("GET", "/gegevens/opladen/draft A/origineel"): (302, 200, 200, 200, 404, 200),
    ("GET", "/gegevens/opladen/draft A/opmerkingen"): (302, 200, 200, 200, 404, 200),
    ("POST", "/gegevens/opladen/draft A/blad"): (403, 422, 422, 422, 404, 422),
    ("POST", "/gegevens/opladen/draft A/kolommen"): (403, 302, 302, 302, 404, 302),
    ("POST", "/gegevens/opladen/draft A/controleren"): (403, 302, 302, 302, 404, 302),
    ("POST", "/gegevens/opladen/draft A/publiceren"): (403, 422, 422, 422, 404, 422),
    ("POST", "/gegevens/opladen/draft A/wissen"): (403, 302, 302, 302, 404, 302),
    ("GET", "/gegevens/opladen/draft B/bestand"): (302, 404, 404, 404, 200, 200),
    ("GET", "/gegevens/opladen/draft B/blad"): (302, 404, 404, 404, 200, 200),
    ("GET", "/gegevens/opladen/draft B/kolommen"): (302, 404, 404, 404, 200, 200),
    ("GET", "/gegevens/opladen/draft B/controleren"): (302, 404, 404, 404, 200, 200),
    ("GET", "/gegevens/opladen/draft B/voorbeeld"): (302, 404, 404, 404, 200, 200),
    ("GET", "/gegevens/opladen/draft B/publiceren"): (302, 404, 404, 404, 200, 200),
    ("GET", "/gegevens/opladen/draft B/origineel"): (302, 404, 404, 404, 200, 200),
    ("GET", "/gegevens/opladen/draft B/opmerkingen"): (302, 404, 404, 404, 200, 200),
    ("POST", "/gegevens/opladen/draft B/blad"): (403, 404, 404, 404, 422, 422),
    ("POST", "/gegevens/opladen/draft B/kolommen"): (403, 404, 404, 404, 302, 302),
    ("POST", "/gegevens/opladen/draft B/controleren"): (403, 404, 404, 404, 302, 302),
    ("POST", "/gegevens/opladen/draft B/publiceren"): (403, 404, 404, 404, 422, 422),
    ("POST", "/gegevens/opladen/draft B/wissen"): (403, 404, 404, 404, 302, 302),
    ("GET", "/gegevens/opladen/none/bestand"): (302, 404, 404, 404, 404, 404),
    ("GET", "/gegevens/opladen/none/blad"): (302, 404, 404, 404, 404, 404),
    ("GET", "/gegevens/opladen/none/kolommen"): (302, 404, 404, 404, 404, 404),
    ("GET", "/gegevens/opladen/none/controleren"): (302, 404, 404, 404, 404, 404),
    ("GET", "/gegevens/opladen/none/voorbeeld"): (302, 404, 404, 404, 404, 404),
    ("GET", "/gegevens/opladen/none/publiceren"): (302, 404, 404, 404, 404, 404),
    ("GET", "/gegevens/opladen/none/origineel"): (302, 404, 404, 404, 404, 404),
    ("GET", "/gegevens/opladen/none/opmerkingen"): (302, 404, 404, 404, 404, 404),
    ("POST", "/gegevens/opladen/none/blad"): (403, 404, 404, 404, 404, 404),
    ("POST", "/gegevens/opladen/none/kolommen"): (403, 404, 404, 404, 404, 404),
    ("POST", "/gegevens/opladen/none/controleren"): (403, 404, 404, 404, 404, 404),
    ("POST", "/gegevens/opladen/none/publiceren"): (403, 404, 404, 404, 404, 404),
    ("POST", "/gegevens/opladen/none/wissen"): (403, 404, 404, 404, 404, 404),
}
OPEN_TO_ALL = {
    "/": 200,
    "/nee": 404,
    "/beheer/nee": 404,
    "/static/x": 404,
    "/assets/integratie.css": 200,
    "/_dash-component-suites/dash/none.js": 404,
    "/_dash-layout": 200,
    "/_dash-dependencies": 200,
    "/_reload-hash": 200,
    "/_favicon.ico": 200,
    "/healthz": 200,
    "/api": 200,
    "/api/alles.zip?versie=99": 404,
    "/api/indicator/werkzaamheidsgraad.csv": 200,
    "/api/indicator/werkzaamheidsgraad.json": 200,
    "/api/indicator/nee.xlsx": 404,
    "/api/openapi.json": 200,
    "/api/verband.csv": 200,
    "/nieuw.atom": 200,
    "/vergelijken.csv": 200,
    "/gemeente/44021-gent/rapport": 200,
    "/gemeente/44021-gent/rapport.pdf": 200,
    "/gemeente/44021-gent/rapport.xlsx": 200,
    "/gemeente/44021-gent/kaart/nee.pdf": 404,
}
PATHS = sorted({path for _, path in EXPECTED})


def email_of(role: str) -> str:
    return f"{role.replace(' ', '.').lower()}@voorbeeld.be"


@pytest.fixture(scope="module")
def ids(site: Dash, people: Accounts) -> dict[str, str]:
    """The ids of the accounts that somebody tries to manage, and one that does not exist."""
    made = {name: person(people, email_of(name), {grant}).id for name, grant in TARGETS.items()}
    return made | {"draft A": "a" * 32, "draft B": "b" * 32, "none": "bestaatniet"}


@pytest.fixture(params=ROLES)
def role(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def visitor(site: Dash, people: Accounts, role: str) -> Iterator[FlaskClient]:
    """A browser in which a person of this role is signed in."""
    client = site.server.test_client()
    if grant := ROLES[role]:
        person(people, email_of(role), {grant})
        with client.session_transaction() as cookie:
            cookie.update(secret=session(people, email_of(role)), csrf="t")
    return client


def keep_draft(people: Accounts, uploads: Path, id_: str, ref_area: str) -> None:
    """A draft of a municipality that is ready to be published, put back where somebody wiped it."""
    drafts, boss = Drafts(people.database), first(people)
    if any(one.id == id_ for one in drafts.listed(boss)):
        return
    columns = dict(zip(HEAD.split(";"), ("indicator", "source", "ref_area", "time_period", "obs_value"), strict=True))
    uploads.mkdir(exist_ok=True)
    (uploads / id_).write_text(f"{HEAD}\nforeign_nationals;vrind_2011;{ref_area};1999;5310\n")
    facts = {"account": "", "author": "", "name": "c.csv", "sha256": "", "size": 9, "why": {}, "edits": {}}
    drafts.add(boss, Draft(id_, id_, ref_area=ref_area, status=Status.DRAFT, mapping=Mapping(columns=columns), **facts))


def ask(client: FlaskClient, method: str, path: str) -> TestResponse:
    headers = {"Sec-Fetch-Site": "same-origin"}
    form = {"csrf": "t"} if method == "POST" else None
    return client.open(path, method=method, data=form, headers=headers, buffered=True)


@pytest.mark.parametrize("path", PATHS)
def test_a_route_answers_each_role_and_method_as_written_by_hand(
    visitor: FlaskClient, people: Accounts, ids: dict[str, str], role: str, path: str, uploads: Path
) -> None:
    place = path
    for name in ids:
        place = place.replace(name, ids[name])
    found, expected = {}, {}
    boss = first(people)
    for method in METHODS:
        for name, owner in (("draft A", A), ("draft B", B)) if "draft" in path else ():
            keep_draft(people, uploads, ids[name], owner)
        for name in TARGETS if "/accounts/" in path else ():
            people.members.set_disabled(boss, ids[name], disabled=False)
        as_get = "GET" if method == "HEAD" else method
        row = EXPECTED.get((as_get, path))
        # The catch-all of the pages takes a GET that no route below /beheer has, and knows no such page.
        expected[method] = row[list(ROLES).index(role)] if row else 404 if as_get == "GET" else 405
        found[method] = ask(visitor, method, place).status_code

    assert found == expected


@pytest.mark.parametrize("path", OPEN_TO_ALL)
def test_what_is_public_is_the_same_for_everyone_and_can_only_be_read(visitor: FlaskClient, path: str) -> None:
    statuses = [ask(visitor, method, path).status_code for method in METHODS]

    assert statuses == [OPEN_TO_ALL[path]] * 2 + [405] * 5


def test_the_tables_by_hand_speak_of_every_route(site: Dash) -> None:
    adapter = site.server.url_map.bind("localhost")
    tried = {adapter.match(path, method, return_rule=True)[0].rule for method, path in EXPECTED}
    tried |= {adapter.match(path.partition("?")[0], return_rule=True)[0].rule for path in OPEN_TO_ALL}

    assert {rule.rule for rule in site.server.url_map.iter_rules()} - tried == {"/_dash-update-component"}
    assert set(ROUTES) - tried == {"/_dash-update-component"}


@pytest.mark.parametrize(("rule", "method"), [("/vergeten", "GET"), ("/beheer/logboek", "DELETE")])
def test_a_route_or_method_that_was_not_declared_stops_the_start(rule: str, method: str) -> None:
    server = Flask("another", static_folder=None)
    server.add_url_rule(rule, view_func=lambda: "", methods=[method])

    with pytest.raises(UndeclaredRoute, match=rule):
        permissions.check(server, "")


@pytest.mark.parametrize("path", PATHS)
def test_the_callbacks_of_the_public_pages_never_reach_what_is_below_beheer(
    site: Dash, people: Accounts, ids: dict[str, str], path: str
) -> None:
    client = site.server.test_client()
    with client.session_transaction() as cookie:
        cookie.update(secret=session(people, first(people).email), csrf="t")
    values = {"_pages_location.pathname": path.replace("of A", ids["of A"]), "_pages_location.search": ""}
    body = body_of(site, output_with(site, "_pages_content.children"), values, ("_pages_location.pathname",))

    answer = call(client, body)

    assert answer.status_code == 200
    assert "Deze pagina bestaat niet" in answer.text
    assert "voorbeeld.be" not in answer.text


def test_who_is_signed_in_gets_the_public_pages_of_everyone(site: Dash, client: FlaskClient, people: Accounts) -> None:
    for_all = client.get("/over/privacy")
    with client.session_transaction() as cookie:
        cookie.update(secret=session(people, first(people).email))

    answer = client.get("/over/privacy")

    assert without_config(answer) == without_config(for_all)
    assert "Cookie" not in answer.headers.get("Vary", "")


def without_config(answer: TestResponse) -> str:
    """The document without what Dash writes anew, in another order, for each request."""
    return re.sub(r'<script id="_dash-config".*?</script>', "", answer.text)
