"""Bodies of callback requests, as the browser writes them, and as it never would."""

from collections.abc import Mapping
from typing import Any

from dash import Dash
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

CALLBACKS = "/_dash-update-component"


def body_of(site: Dash, output: str, values: Mapping[str, object], changed: tuple[str, ...] = ()) -> dict[str, Any]:
    """Write the body with which a browser calls the callback of that output; a value not given is null."""
    callback = site.callback_map[output]
    outputs = output[2:-2].split("...") if output.startswith("..") else [output]
    return {
        "output": output,
        "outputs": [place_of(name) for name in outputs] if output.startswith("..") else place_of(output),
        "inputs": [_filled(one, values) for one in callback["inputs"]],
        "state": [_filled(one, values) for one in callback["state"]],
        "changedPropIds": list(changed),
    }


def output_with(site: Dash, part: str) -> str:
    """Find the callback that has this output."""
    return next(name for name in site.callback_map if part in name)


def call(client: FlaskClient, body: object) -> TestResponse:
    """Post a body to the callbacks."""
    return client.post(CALLBACKS, json=body)


def place_of(name: str) -> dict[str, str]:
    element, _, prop = name.rpartition(".")
    return {"id": element, "property": prop}


def _filled(place: Mapping[str, str], values: Mapping[str, object]) -> dict[str, object]:
    return dict(place) | {"value": values.get(f"{place['id']}.{place['property']}")}
