"""The pages below /beheer over HTTP: cookies, origins, tokens, hosts, forms."""

import re

import pytest
from dash import Dash
from flask.testing import FlaskClient
from signed_in import PASSWORD, A, first, person, send, session, sign_in, token_in
from werkzeug.test import TestResponse

from data.accounts.rights import Grant, Role
from data.accounts.service import Accounts
from data.area_names import AreaNames
from data.catalogue import read_catalogue
from layouts.beheer.forms import grants_of

NAMES = AreaNames(read_catalogue().areas, read_catalogue().codelists["ref_area"])
BOSS = "eerste@voorbeeld.be"
OURS = {"Sec-Fetch-Site": "same-origin"}
HTTPS = {"base_url": "https://localhost"}


@pytest.fixture
def client(site: Dash, people: Accounts) -> FlaskClient:
    """A browser of nobody, on a site with accounts."""
    first(people)
    return site.server.test_client()


@pytest.fixture
def boss(client: FlaskClient, people: Accounts) -> FlaskClient:
    """A browser in which the first account is signed in."""
    assert sign_in(client, BOSS).status_code == 302
    return client


def cookie_of(answer: TestResponse) -> str:
    return answer.headers["Set-Cookie"]


@pytest.mark.parametrize(
    ("site_said", "origin", "is_let_in"),
    [
        ("same-origin", None, True),
        ("none", None, True),
        ("same-site", None, False),
        ("cross-site", None, False),
        ("onzin", None, False),
        ("same-origin", "http://localhost", True),
        ("same-site", "http://localhost", False),
        ("cross-site", "http://localhost", False),
        (None, "http://localhost", True),
        (None, "https://localhost", False),
        (None, "http://evil.example", False),
        (None, "http://localhost.evil.example", False),
        (None, "null", False),
    ],
)
@pytest.mark.parametrize("has_cookie", [True, False])
def test_a_form_of_another_site_is_refused(
    client: FlaskClient, site_said: str | None, origin: str | None, has_cookie: bool, is_let_in: bool
) -> None:
    token = token_in(client.get("/beheer/aanmelden")) if has_cookie else ""
    headers = {name: value for name, value in (("Sec-Fetch-Site", site_said), ("Origin", origin)) if value}

    answer = client.post("/beheer/aanmelden", data={"csrf": token}, headers=headers)

    assert answer.status_code == ((422 if has_cookie else 400) if is_let_in else 403)


@pytest.mark.parametrize(("has_cookie", "status"), [(True, 403), (False, 400)])
def test_a_form_without_a_word_on_its_origin_is_refused_where_there_is_a_cookie(
    client: FlaskClient, has_cookie: bool, status: int
) -> None:
    token = token_in(client.get("/beheer/aanmelden")) if has_cookie else ""

    assert client.post("/beheer/aanmelden", data={"csrf": token}).status_code == status


@pytest.mark.parametrize("token", ["", "onzin", "é", None])
def test_a_form_without_its_token_changes_nothing(boss: FlaskClient, people: Accounts, token: str | None) -> None:
    form = {"email": "nieuw@voorbeeld.be", "name": "N", "role": "oplader", "areas": A}

    answer = boss.post("/beheer/accounts", data=form | ({} if token is None else {"csrf": token}), headers=OURS)

    assert answer.status_code == 400
    assert "De pagina is verlopen" in answer.text
    assert "nieuw@voorbeeld.be" not in boss.get("/beheer/accounts").text


def test_the_token_of_another_browser_is_refused(boss: FlaskClient, site: Dash) -> None:
    foreign = token_in(site.server.test_client().get("/beheer/aanmelden"))

    assert boss.post("/beheer/afmelden", data={"csrf": foreign}, headers=OURS).status_code == 400


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(client: FlaskClient) -> None:
    plain, secure = client.get("/beheer/aanmelden"), client.get("/beheer/aanmelden", **HTTPS)

    assert re.fullmatch(r"session=[\w.-]+; HttpOnly; Path=/; SameSite=Lax", cookie_of(plain))
    assert re.fullmatch(r"__Host-session=[\w.-]+; Secure; HttpOnly; Path=/; SameSite=Lax", cookie_of(secure))


def test_a_cookie_from_before_is_worth_nothing_after_signing_in(client: FlaskClient, site: Dash) -> None:
    before = client.get("/beheer/aanmelden")
    sign_in(client, BOSS)
    stale = site.server.test_client()
    stale.set_cookie("session", cookie_of(before).partition("=")[2].partition(";")[0])

    assert client.get("/beheer").status_code == 200
    assert stale.get("/beheer").status_code == 302


def test_a_cookie_from_before_signing_out_is_worth_nothing_after(boss: FlaskClient, site: Dash) -> None:
    kept = boss.get_cookie("session")
    assert kept
    send(boss, "/beheer/afmelden")
    other = site.server.test_client()
    other.set_cookie("session", kept.value)

    assert other.get("/beheer").status_code == 302


def test_a_cookie_that_we_did_not_sign_is_nobody(client: FlaskClient) -> None:
    client.set_cookie("session", "eyJzZWNyZXQiOiJ4In0.aaaaaa.bbbbbbbb")

    assert client.get("/beheer").status_code == 302


@pytest.mark.parametrize(
    ("next_", "place"),
    [
        ("log", "/beheer/logboek"),
        ("accounts", "/beheer/accounts"),
        ("sign_out", "/beheer"),
        ("//evil.example", "/beheer"),
        ("/\\evil.example", "/beheer"),
        ("https://evil.example", "/beheer"),
        ("", "/beheer"),
    ],
)
def test_signing_in_leads_to_a_page_of_the_list_only(client: FlaskClient, next_: str, place: str) -> None:
    token = token_in(client.get("/beheer/aanmelden"))
    form = {"csrf": token, "email": BOSS, "password": PASSWORD}

    answer = client.post("/beheer/aanmelden", query_string={"next": next_}, data=form, headers=OURS)

    assert (answer.status_code, answer.headers["Location"]) == (302, place)


@pytest.mark.parametrize("host", ["cijfers.voorbeeld.be", "127.0.0.1.evil.example", "localhost.evil.example"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_over_plain_http_to_another_host_nobody_signs_in(client: FlaskClient, host: str, method: str) -> None:
    answer = client.open("/beheer/aanmelden", method=method, base_url=f"http://{host}", headers=OURS)

    assert answer.status_code == 403
    assert "deze verbinding is niet versleuteld" in answer.text
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("host", ["localhost", "localhost:8050", "127.0.0.1:8050", "[::1]:8050", "[::1]"])
def test_on_this_computer_plain_http_will_do(client: FlaskClient, host: str) -> None:
    assert client.get("/beheer/aanmelden", base_url=f"http://{host}").status_code == 200


def test_a_host_that_is_not_ours_makes_no_link(client: FlaskClient) -> None:
    answer = client.get("/beheer/aanmelden", base_url="https://evil.example")

    assert answer.status_code == 403
    assert "TRUSTED_HOSTS" in answer.text
    assert client.get("/", base_url="https://evil.example").status_code == 200  # reading needs no trust


@pytest.mark.parametrize("path", ["/beheer/aanmelden", "/beheer/link/onzin", "/beheer", "/beheer/accounts"])
def test_a_page_below_beheer_is_kept_by_nobody_and_runs_nothing(client: FlaskClient, path: str) -> None:
    answer = client.get(path)

    assert answer.headers["Cache-Control"] == "no-store"
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script" not in policy
    assert "unsafe" not in policy
    assert not re.search(r"<script|\sstyle=|\son\w+=|javascript:", answer.text)


def test_a_wrong_password_and_an_unknown_address_are_told_the_same(client: FlaskClient) -> None:
    wrong, unknown = sign_in(client, BOSS, "een ander wachtwoord"), sign_in(client, "niemand@voorbeeld.be", "x")

    assert wrong.status_code == unknown.status_code == 422
    pages = [re.sub(r'value="[^"]*"', "", one.text) for one in (wrong, unknown)]
    assert pages[0] == pages[1]
    assert 'role="alert"' in pages[0]
    assert '<a href="#email">' in pages[0]


def test_a_fault_is_told_at_its_field_and_what_was_typed_stays(boss: FlaskClient) -> None:
    answer = send(boss, "/beheer/accounts", email="geen adres", name="Jan & <b>", role="baas", areas="44021 gendt")

    assert answer.status_code == 422
    assert re.findall(r'<li><a href="#(\w+)">', answer.text) == ["email", "role", "areas"]
    assert "“gendt” is geen gemeente die we kennen. Bedoel je Gent (44021)" in answer.text
    assert 'value="Jan &amp; &lt;b&gt;"' in answer.text
    assert "<title>Fout: Accounts" in answer.text


def test_an_invitation_is_a_link_that_is_shown_once(boss: FlaskClient, site: Dash) -> None:
    answer = send(boss, "/beheer/accounts", email="Nieuw@voorbeeld.be", name="N", role="oplader", areas=f"{A}, 44021")
    link = re.search(r'value="http://localhost(/beheer/link/[\w-]+)"', answer.text)
    assert link
    invited = site.server.test_client()
    form = {"csrf": token_in(invited.get(link[1])), "password": PASSWORD, "again": PASSWORD}

    assert invited.post(link[1], data=form, headers=OURS).headers["Location"] == "/beheer/aanmelden"
    assert invited.get(link[1]).status_code == 404
    assert sign_in(invited, "nieuw@voorbeeld.be").headers["Location"] == "/beheer"
    assert f"NIS-code {A}" in invited.get("/beheer").text
    assert link[1] not in boss.get("/beheer/accounts").text


@pytest.mark.parametrize(
    ("typed", "codes"),
    [("44021 11002", {"44021", "11002"}), ("De Panne, sint-niklaas", {"38008", "46021"}), ("Zwijndrecht", {"11056"})],
)
def test_municipalities_are_given_by_code_or_name(typed: str, codes: set[str]) -> None:
    found, faults = grants_of({"role": "oplader", "areas": typed}, NAMES)

    assert ({one.ref_area for one in found}, faults) == (codes, {})


@pytest.mark.parametrize("typed", ["99999", "4402", "VLG", "10000", "44021, <b>", "x" * 5000])
def test_what_is_no_municipality_gets_no_rights(typed: str) -> None:
    found, faults = grants_of({"role": "oplader", "areas": typed}, NAMES)

    assert found == set()
    assert "is geen gemeente die we kennen" in faults["areas"]


def test_a_form_cannot_bring_more_than_its_fields(boss: FlaskClient, people: Accounts) -> None:
    other = person(people, "velden@voorbeeld.be", {Grant(Role.UPLOADER, A)})

    send(boss, f"/beheer/accounts/{other.id}", role="oplader", areas="44021", email="x@evil.be", id="x", disabled="1")

    changed = people.members.one(first(people), other.id)
    assert (changed.email, changed.ref_areas, changed.disabled) == ("velden@voorbeeld.be", ["44021"], False)


@pytest.mark.parametrize(("role", "field"), [("beheerder", "role"), ("oplader", "areas")])
def test_an_approver_cannot_hand_out_more_than_the_own_rights(
    client: FlaskClient, people: Accounts, role: str, field: str
) -> None:
    person(people, "goed@voorbeeld.be", {Grant(Role.APPROVER, A)})
    sign_in(client, "goed@voorbeeld.be")
    everywhere = {"everywhere": "1"} if field == "areas" else {}

    answer = send(client, "/beheer/accounts", email="n@voorbeeld.be", name="N", role=role, areas=A, **everywhere)

    assert answer.status_code == 422
    assert f'<a href="#{field}">' in answer.text


def test_hostile_names_are_shown_as_text(boss: FlaskClient, people: Accounts) -> None:
    name = "<script>window.hit=1</script>{{7*7}}"
    send(boss, "/beheer/accounts", email="hit@voorbeeld.be", name=name, role="oplader", areas=A)

    text = boss.get("/beheer/accounts").text

    assert "&lt;script&gt;window.hit=1&lt;/script&gt;{{7*7}}" in text
    assert "<script" not in text


def test_too_many_guesses_are_told_with_the_time_to_wait(client: FlaskClient) -> None:
    for _ in range(5):
        sign_in(client, "geraden@voorbeeld.be", "x")

    answer = sign_in(client, "geraden@voorbeeld.be", "x")

    assert answer.status_code == 429
    assert "Wacht 1 minuut en probeer opnieuw." in answer.text


def test_a_session_that_is_ended_elsewhere_is_ended_here(
    boss: FlaskClient, client: FlaskClient, people: Accounts
) -> None:
    other = person(people, "weg@voorbeeld.be", {Grant(Role.UPLOADER, A)})
    with client.session_transaction() as cookie:
        cookie["secret"] = session(people, other.email)
    assert client.get("/beheer").status_code == 200
    people.members.change(first(people), other.id, {Grant(Role.APPROVER, A)})

    assert client.get("/beheer").status_code == 302


def test_a_body_that_is_too_large_is_refused(boss: FlaskClient) -> None:
    answer = send(boss, "/beheer/accounts", name="x" * 70_000)

    assert answer.status_code == 413


def test_asking_for_the_headers_of_a_link_does_not_use_it_up(client: FlaskClient, people: Accounts) -> None:
    other = person(people, "hoofd@voorbeeld.be", {Grant(Role.UPLOADER, A)})
    link = f"/beheer/link/{people.members.new_link(first(people), other.id)}"

    client.head(link, data={"csrf": "", "password": PASSWORD, "again": PASSWORD})
    client.get(link)

    assert client.get(link).status_code == 200


def test_a_page_with_a_secret_is_not_compressed_beside_what_was_typed(client: FlaskClient) -> None:
    page = client.get("/beheer/aanmelden", headers={"Accept-Encoding": "gzip"})

    assert len(page.data) > 1024  # a public page of this size is
    assert "Content-Encoding" not in page.headers
