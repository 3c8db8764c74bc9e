"""Addresses that lead on to the one of the page: a municipality by its code alone, or with a name that it had."""

from __future__ import annotations

from dash import Dash
from flask import redirect, request
from werkzeug.wrappers import Response

from indicators.answers import Answers
from layouts import addresses

FOLDER = "/gemeente/"


def install(app: Dash, answers: Answers) -> None:
    """Answer such an address with the other one (301); what was chosen in the query stays."""
    folder = app.config.routes_pathname_prefix.rstrip("/") + FOLDER
    app.server.before_request(lambda: _elsewhere(folder, answers))


def _elsewhere(folder: str, answers: Answers) -> Response | None:
    if not request.path.startswith(folder) or request.method not in ("GET", "HEAD"):
        return None
    last = request.path.removeprefix(folder).rstrip("/")
    place = answers.municipality(last)
    if place is None or place.slug == last or "/" in last:
        return None
    query = f"?{request.query_string.decode('latin-1')}" if request.query_string else ""
    return redirect(addresses.municipality(place.slug, query), 301)
