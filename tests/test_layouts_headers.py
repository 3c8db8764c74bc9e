"""Every kind of answer has the same security headers, and no document has a script that its policy does not name."""

import base64
import hashlib
import re

import pytest
from bodies import CALLBACKS
from dash import Dash
from flask.testing import FlaskClient
from test_layouts_permissions import OPEN_TO_ALL, PATHS
from werkzeug.test import TestResponse

from data.errors import StoreError

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
POLICY = {
    "default-src": ["'self'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
}

KINDS = {
    "page": ("GET", "/", 200),
    "indicator": ("GET", "/indicator/werkzaamheidsgraad?weergave=kloof", 200),
    "headers only": ("HEAD", "/", 200),
    "unknown page": ("GET", "/nee", 404),
    "path that Flask refuses": ("GET", "/indicator/%0A", 404),
    "options": ("OPTIONS", "/", 200),
    "method not allowed": ("DELETE", "/", 405),
    "callback refused": ("POST", CALLBACKS, 415),
    "layout": ("GET", "/_dash-layout", 200),
    "dependencies": ("GET", "/_dash-dependencies", 200),
    "script": ("GET", "/_dash-component-suites/dash/dash-renderer/build/dash_renderer.min.js", 200),
    "unknown script": ("GET", "/_dash-component-suites/dash/none.js", 404),
    "style": ("GET", "/assets/integratie.css", 200),
    "unknown asset": ("GET", "/assets/none.css", 404),
    "icon": ("GET", "/assets/favicon.svg", 200),
    "font": ("GET", "/assets/fonts/inter-latin.woff2", 200),
    "sign of life": ("GET", "/healthz", 200),
    "index": ("GET", "/api", 200),
    "csv": ("GET", "/api/indicator/werkzaamheidsgraad.csv", 200),
    "json": ("GET", "/api/indicator/werkzaamheidsgraad.json", 200),
    "unknown csv": ("GET", "/api/indicator/nee.csv", 404),
}


def policy_of(answer: TestResponse) -> dict[str, list[str]]:
    rules = [rule.split() for rule in answer.headers["Content-Security-Policy"].split(";")]
    return {name: values for name, *values in rules}


def assert_guarded(answer: TestResponse) -> None:
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert_policy(answer, POLICY)


def assert_policy(answer: TestResponse, expected: dict[str, list[str]]) -> None:
    policy = policy_of(answer)
    scripts = policy.pop("script-src")
    assert policy == expected
    assert scripts[0] == "'self'"
    assert all(re.fullmatch(r"'sha256-[\w+/]{43}='", one) for one in scripts[1:])
    assert "Set-Cookie" not in answer.headers
    assert b"Traceback" not in answer.data


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_answer_is_guarded(client: FlaskClient, kind: str) -> None:
    method, path, status = KINDS[kind]

    answer = client.open(path, method=method)

    assert answer.status_code == status
    assert_guarded(answer)


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_no_answer_of_any_route_lets_a_script_of_others_run(client: FlaskClient, method: str) -> None:
    for path in {*OPEN_TO_ALL, *PATHS}:
        answer = client.open(path, method=method, buffered=True)

        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, path
        policy = policy_of(answer)
        scripts = policy.get("script-src", policy["default-src"])
        assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "data:", "https:"} & set(scripts), path
        assert policy["frame-ancestors"] == ["'none'"], path


@pytest.mark.parametrize(
    ("path", "status"),
    [("/insluiten/indicator/werkzaamheidsgraad?weergave=tabel", 200), ("/insluiten/indicator/nee", 404)],
)
def test_only_a_page_for_another_site_may_be_framed(client: FlaskClient, path: str, status: int) -> None:
    answer = client.get(path)

    assert answer.status_code == status
    assert "X-Frame-Options" not in answer.headers
    assert_policy(answer, POLICY | {"frame-ancestors": ["*"]})


@pytest.mark.parametrize("path", ["/insluiten", "/insluitenx/indicator/werkzaamheidsgraad", "/x/insluiten/indicator/a"])
def test_an_address_that_looks_like_it_may_not(client: FlaskClient, path: str) -> None:
    assert_guarded(client.get(path))


def test_an_answer_that_did_not_change_is_guarded(client: FlaskClient) -> None:
    tag = client.get("/assets/integratie.css").headers["ETag"]

    answer = client.get("/assets/integratie.css", headers={"If-None-Match": tag})

    assert answer.status_code == 304
    assert_guarded(answer)


def test_an_error_of_ours_is_a_dutch_page_with_a_code_and_without_a_trace(
    client: FlaskClient, site: Dash, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(site.server.view_functions, "api.health", lambda: 1 / 0)

    answer = client.get("/healthz")

    assert answer.status_code == 500
    assert_guarded(answer)
    code = re.search(r"met code (\w+)", answer.text)
    assert "<h1>Er ging iets mis bij ons</h1>" in answer.text
    assert code
    assert code[1] in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert "ZeroDivisionError" not in answer.text


def test_a_store_that_fails_is_told_in_dutch_and_its_place_only_to_the_log(
    client: FlaskClient, site: Dash, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise StoreError("De databank /srv/geheim/store.sqlite is bezet.")

    monkeypatch.setitem(site.server.view_functions, "api.index", fail)

    answer = client.get("/api")

    assert answer.status_code == 503
    assert answer.text.startswith("De databank van deze site is nu niet te gebruiken.")
    assert "geheim" not in answer.text
    assert "geheim" in caplog.text
    assert_guarded(answer)


@pytest.mark.parametrize("path", ["/", "/over", "/nee", "/indicator/werkzaamheidsgraad"])
def test_a_document_has_no_inline_script_that_its_policy_does_not_name(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    allowed = policy_of(answer)["script-src"]
    scripts = re.findall(r"<script([^>]*)>(.*?)</script>", answer.text, re.DOTALL)
    inline = [text for attributes, text in scripts if text.strip() and "application/json" not in attributes]

    assert {f"'sha256-{digest(text)}'" for text in inline} <= set(allowed)
    assert not re.search(r"\son\w+\s*=", re.sub("<script.*?</script>", "", answer.text, flags=re.DOTALL))
    assert "javascript:" not in answer.text


def digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@pytest.mark.parametrize("path", ["/", "/indicator/werkzaamheidsgraad"])
def test_a_document_asks_no_other_host_for_anything(client: FlaskClient, path: str) -> None:
    text = re.sub(r"<script id=.*?</script>", "", client.get(path).text, flags=re.DOTALL)
    hosts = set(re.findall(r'(?:src|href)="(https?://[^/"]*)', text))

    assert hosts <= {"http://localhost"}  # the canonical address of the page itself
