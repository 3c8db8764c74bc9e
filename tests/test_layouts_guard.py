"""What a callback answers to bodies that no page of ours writes: never 500, never a trace, and a sentence in Dutch."""

import json
from typing import Any

import pytest
from bodies import CALLBACKS, body_of, call, output_with
from dash import Dash
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from malformed import BODIES
from werkzeug.test import TestResponse

from layouts.guard import MAX_BODY, REFUSED

JSON = "application/json"
REFUSALS = {400, 413, 415}


@pytest.fixture(params=["indicator-content.children", "_pages_content.children"])
def valid(request: pytest.FixtureRequest, site: Dash) -> dict[str, Any]:
    """A body that the browser writes, one for each callback that the server has."""
    return _valid(site, request.param)


def _valid(site: Dash, part: str) -> dict[str, Any]:
    values = {
        "indicator-address.search": "",
        "indicator-address.pathname": "/indicator/werkzaamheidsgraad",
        "indicator-slug.data": "werkzaamheidsgraad",
        "indicator-weergave.value": "kloof",
        "_pages_location.pathname": "/indicator/werkzaamheidsgraad",
        "_pages_location.search": "?weergave=kloof",
    }
    changed = "indicator-weergave.value" if part.startswith("indicator") else "_pages_location.pathname"
    return body_of(site, output_with(site, part), values, (changed,))


def post(client: FlaskClient, data: str | bytes, content_type: str = JSON) -> TestResponse:
    return client.post(CALLBACKS, data=data, content_type=content_type)


def assert_refused(answer: TestResponse) -> None:
    assert answer.status_code in REFUSALS
    assert answer.text == REFUSED
    assert answer.mimetype == "text/plain"


@pytest.mark.parametrize("name", BODIES)
def test_a_malformed_body_is_refused(client: FlaskClient, valid: dict[str, Any], name: str) -> None:
    body = BODIES[name](valid)

    assert_refused(post(client, body if isinstance(body, str) else json.dumps(body)))


@pytest.mark.parametrize(
    ("value", "status"),
    [({"a": 1}, 200), ([[]], 200), (5, 200), (None, 200), ("\x00", 200), ("geen weergave", 200), ("<script>", 200)],
)
def test_a_value_outside_the_offered_ones_gives_the_default_view(
    client: FlaskClient, site: Dash, value: object, status: int
) -> None:
    body = _valid(site, "indicator-content.children")
    body["inputs"][1]["value"] = value

    answer = call(client, body)

    assert answer.status_code == status
    assert answer.get_json()["response"]["indicator-weergave"]["value"] == "grafiek"


@pytest.mark.parametrize("value", [None, 5, [], {}, "none", "../../etc/passwd", "\x00"])
def test_an_unknown_indicator_is_told_in_dutch(client: FlaskClient, site: Dash, value: object) -> None:
    body = _valid(site, "indicator-content.children")
    body["state"][0]["value"] = value

    answer = call(client, body)

    assert answer.status_code == 200
    assert "bestaat niet" in answer.get_json()["sideUpdate"]["message"]["children"]


@pytest.mark.parametrize("place", [0, 1, -1])
@pytest.mark.parametrize("value", [5, [], {}, True])
def test_an_address_that_is_no_text_is_refused(client: FlaskClient, site: Dash, place: int, value: object) -> None:
    body = _valid(site, "_pages_content.children")
    one = body["inputs"][place] if place >= 0 else body["state"][0]
    one["value"] = value

    assert_refused(call(client, body))


@pytest.mark.parametrize(
    "path", ["", "\x00", "/indicator/%0A", "/indicator/\n", "//", "/" * 5000, "/domein/" + "a" * 9000]
)
def test_any_text_as_a_path_is_answered(client: FlaskClient, site: Dash, path: str) -> None:
    body = _valid(site, "_pages_content.children")
    body["inputs"][0]["value"] = body["state"][0]["value"] = path

    answer = call(client, body)

    assert answer.status_code in {200, 400}


@pytest.mark.parametrize(
    "search",
    ["?answers=1", "?indicator=nieuwkomers", "?indicator=a&indicator=b", "?domain=x", "?self=1", "?of_page=1&path=2"],
)
def test_a_query_with_the_names_of_our_arguments_changes_no_page(client: FlaskClient, site: Dash, search: str) -> None:
    body = _valid(site, "_pages_content.children")
    body["inputs"][1]["value"] = search

    answer = call(client, body)

    assert answer.status_code == 200
    assert '"werkzaamheidsgraad"' in answer.text
    assert answer.get_json()["response"]["_pages_store"]["data"]["title"].startswith("Werkzaamheidsgraad")


@pytest.mark.parametrize(
    "content_type",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "", "text/xml"],
)
def test_another_content_type_is_refused(client: FlaskClient, valid: dict[str, Any], content_type: str) -> None:
    answer = post(client, json.dumps(valid), content_type)

    assert_refused(answer)
    assert answer.status_code == 415


def test_a_body_that_is_too_large_is_refused(client: FlaskClient, valid: dict[str, Any]) -> None:
    valid["inputs"][0]["value"] = "a" * MAX_BODY

    answer = call(client, valid)

    assert_refused(answer)
    assert answer.status_code == 413


def test_a_body_that_hides_its_length_is_refused(client: FlaskClient, valid: dict[str, Any]) -> None:
    valid["inputs"][0]["value"] = "a" * MAX_BODY
    chunked = {"CONTENT_LENGTH": "", "HTTP_TRANSFER_ENCODING": "chunked", "wsgi.input_terminated": True}

    answer = client.post(CALLBACKS, data=json.dumps(valid), content_type=JSON, environ_overrides=chunked)

    assert_refused(answer)  # it is read up to the limit, so it is no JSON


@pytest.mark.parametrize("method", ["get", "put", "delete", "patch"])
def test_another_method_changes_nothing_and_shows_no_trace(client: FlaskClient, method: str) -> None:
    answer = getattr(client, method)(CALLBACKS)

    assert answer.status_code in {404, 405}
    assert "Traceback" not in answer.text


def test_a_callback_of_the_browser_is_not_one_of_the_server(client: FlaskClient, site: Dash) -> None:
    assert_refused(call(client, body_of(site, "_pages_dummy.children", {})))


def test_a_valid_body_is_answered(client: FlaskClient, valid: dict[str, Any]) -> None:
    answer = call(client, valid)

    assert answer.status_code == 200
    assert answer.mimetype == JSON
    assert "29 procentpunten" in answer.text


def test_the_address_of_another_page_is_left_to_that_page(client: FlaskClient, site: Dash) -> None:
    body = _valid(site, "indicator-content.children")
    body["state"][1]["value"] = "/indicator/nieuwkomers"
    body["changedPropIds"] = ["indicator-address.search"]

    assert call(client, body).status_code == 204


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=[])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
keys = st.sampled_from(["output", "outputs", "inputs", "state", "changedPropIds", "cancelJob", "background", "other"])


@given(data=st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_body_gives_an_error_of_the_server(client: FlaskClient, site: Dash, data: st.DataObject) -> None:
    """Three in four bodies are right but for some values or keys: those come furthest."""
    body: Any = data.draw(values)
    if data.draw(st.integers(0, 3)):
        body = _valid(site, data.draw(st.sampled_from(["indicator-content.children", "_pages_content.children"])))
        for one in (*body["inputs"], *body["state"]):
            if data.draw(st.booleans()):
                one["value"] = data.draw(values)
        changed = [f"{one['id']}.{one['property']}" for one in body["inputs"]] + ["", "{", "a", '{"a":1}.b', "."]
        body["changedPropIds"] = data.draw(st.lists(st.sampled_from(changed), max_size=3))
        body |= data.draw(st.dictionaries(keys, values, max_size=1))

    answer = post(client, json.dumps(body))

    assert answer.status_code in {200, 204} | REFUSALS
    assert "Traceback" not in answer.text
    if answer.status_code in REFUSALS:
        assert answer.text == REFUSED
