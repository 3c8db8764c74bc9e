"""Refuses what no page of ours asks: malformed callback requests (400, 413, 415) and unknown pages (404).

Dash answers a malformed callback with 500. Here its body is compared with the callbacks that exist, first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import orjson
from dash import Dash
from flask import Response, request
from werkzeug.exceptions import RequestEntityTooLarge

MAX_BODY = 256 * 1024
LOCATION = "_pages_location"
"""The id that Dash gives to the address of its pages."""

REFUSED = "Deze vraag kennen we niet. Herlaad de pagina."

Body = Mapping[str, object]


def install(app: Dash, is_page: Callable[[str], bool]) -> None:
    """Check every request of this app; `is_page` tells whether a path below the prefix is a page."""
    callbacks_path = app.get_relative_path("/_dash-update-component")
    app.server.before_request(lambda: _refuse_callback(app) if request.path == callbacks_path else None)
    app.server.after_request(lambda response: _mark_unknown(app, response, is_page))


def _refuse_callback(app: Dash) -> Response | None:
    if request.method != "POST":
        return None
    if request.mimetype != "application/json":
        return _refused(415)
    request.max_content_length = MAX_BODY
    try:
        body = _body()
    except RequestEntityTooLarge:
        return _refused(413)
    is_asked = body is not None and is_known(body, app.callback_map) and _is_in_place(app, body)
    return None if is_asked else _refused(400)


def _body() -> Body | None:
    """Read the JSON of the request, by the letter: None for halves of characters, NaN, what is no object or too deep.

    The second reading is that of Dash, which stops at less depth.
    """
    try:
        body = orjson.loads(request.get_data())
        request.get_json(silent=True)
    except (orjson.JSONDecodeError, RecursionError):
        return None
    return body if isinstance(body, dict) else None


def _is_in_place(app: Dash, body: Body) -> bool:
    """Tell whether the path and the query that a body gives are text, and the path one of this site."""
    prefix = app.config.requests_pathname_prefix.rstrip("/") or "/"
    for one in (*body["inputs"], *body.get("state", ())):  # type: ignore[misc]
        place, value = (one["id"], one["property"]), one.get("value")
        if place == (LOCATION, "pathname") and not (isinstance(value, str) and value.startswith(prefix)):
            return False
        if place == (LOCATION, "search") and not (value is None or isinstance(value, str)):
            return False
    return True


def is_known(body: Body, callbacks: Mapping[str, Mapping[str, object]]) -> bool:
    """Tell whether a body asks for a callback that exists, with exactly its inputs, states and outputs."""
    output = body.get("output")
    callback = callbacks.get(output) if isinstance(output, str) else None
    if callback is None or "callback" not in callback:  # what is called in the browser has none
        return False
    changed = body.get("changedPropIds", [])
    return (
        _places(body.get("inputs")) == _places(callback["inputs"])
        and _places(body.get("state", [])) == _places(callback["state"])
        and _places(_as_list(body.get("outputs"))) == _outputs(str(output))
        and isinstance(changed, list)
        and all(isinstance(one, str) for one in changed)
    )


def _as_list(value: object) -> object:
    return [value] if isinstance(value, dict) else value


def _places(items: object) -> list[tuple[object, object]] | None:
    """Give id and property of each item; None where an item is not of that form."""
    if not isinstance(items, list) or not all(isinstance(one, dict) for one in items):
        return None
    places = [(one.get("id"), one.get("property")) for one in items]
    return places if all(isinstance(text, str) for place in places for text in place) else None


def _outputs(output: str) -> list[tuple[object, object]]:
    """Take the name of a callback apart: "..a.children...b.data.." or "a.children"."""
    names = output[2:-2].split("...") if output.startswith("..") else [output]
    return [tuple(name.rsplit(".", 1)) for name in names]  # type: ignore[misc]


def _refused(status: int) -> Response:
    return Response(REFUSED, status=status, mimetype="text/plain")


def _mark_unknown(app: Dash, response: Response, is_page: Callable[[str], bool]) -> Response:
    """Give status 404 to the shell of an unknown page; its content, in Dutch, is laid out by the page itself."""
    is_shell = (
        request.endpoint and request.endpoint.endswith(("<path:path>", "/")) and request.method in ("GET", "HEAD")
    )
    if is_shell and response.status_code == 200:
        path = app.strip_relative_path(request.path)
        if path is not None and not is_page(f"/{path}"):
            response.status_code = 404
    return response
