"""Every callback of the server, asked what no page of ours asks; the long form runs over HTTP in `make soak`."""

import json
from time import process_time

import pytest
from bodies import CALLBACKS
from dash import Dash
from flask.testing import FlaskClient
from malformed import BODIES, Body, bodies_of, randoms
from served import TELLTALE

from layouts.guard import REFUSED

ALLOWED = {200, 204, 400, 413}


@pytest.fixture(scope="module")
def bodies(site: Dash) -> list[Body]:
    return bodies_of(site.server.test_client().get("/_dash-dependencies").get_json())


def ask(client: FlaskClient, body: str) -> tuple[int, bytes]:
    answer = client.post(CALLBACKS, data=body, content_type="application/json")
    return answer.status_code, answer.data


@pytest.mark.parametrize("name", BODIES)
def test_every_callback_refuses_a_malformed_body(client: FlaskClient, bodies: list[Body], name: str) -> None:
    for body in bodies:
        changed = BODIES[name](body)

        status, said = ask(client, changed if isinstance(changed, str) else json.dumps(changed))

        assert (status, said.decode(), body["output"]) == (400, REFUSED, body["output"])


def test_a_refusal_takes_less_than_10_milliseconds(client: FlaskClient, bodies: list[Body]) -> None:
    began = process_time()
    for _ in range(100):
        ask(client, json.dumps(bodies[0] | {"inputs": None}))

    assert (process_time() - began) / 100 < 0.01


def test_500_random_bodies_are_answered_or_refused_without_a_fault_or_a_trace(
    client: FlaskClient, bodies: list[Body]
) -> None:
    for body in randoms(bodies, 500, 20261125):
        status, said = ask(client, body)

        assert status in ALLOWED, body
        assert not TELLTALE.search(said), body
