"""Routes for programs and downloads: the list of indicators, one indicator as CSV or JSON, and a sign of life."""

from __future__ import annotations

from dash import Dash
from flask import Blueprint, Response, jsonify, request

from indicators.answers import Answers
from indicators.downloads import csv_of, index_of, json_of
from layouts import addresses

UNKNOWN = "Deze indicator bestaat niet. De lijst staat op /api."


def install(app: Dash, answers: Answers) -> None:
    """Add the routes below the prefix of the app."""
    prefix = app.config.routes_pathname_prefix.rstrip("/")
    routes = Blueprint("api", __name__, url_prefix=prefix or None)
    routes.add_url_rule("/healthz", view_func=lambda: Response("ok", mimetype="text/plain"), endpoint="health")
    routes.add_url_rule("/api", view_func=lambda: _index(answers), endpoint="index")
    routes.add_url_rule("/api/indicator/<slug>.csv", view_func=lambda slug: _csv(answers, slug), endpoint="csv")
    routes.add_url_rule("/api/indicator/<slug>.json", view_func=lambda slug: _json(answers, slug), endpoint="json")
    app.server.register_blueprint(routes)


def _index(answers: Answers) -> Response:
    listed = [
        one | {kind: addresses.download(one["slug"], kind) for kind in ("csv", "json")} for one in index_of(answers)
    ]
    return jsonify(title="Integratie in cijfers", indicators=listed)


def _csv(answers: Answers, slug: str) -> Response:
    indicator = answers.indicator(slug)
    if indicator is None:
        return Response(UNKNOWN, status=404, mimetype="text/plain")
    response = Response(csv_of(answers, indicator, request.args), mimetype="text/csv")
    response.headers["Content-Disposition"] = f"attachment; filename={indicator.slug}.csv"
    return response


def _json(answers: Answers, slug: str) -> Response:
    indicator = answers.indicator(slug)
    if indicator is None:
        return Response(UNKNOWN, status=404, mimetype="text/plain")
    return jsonify(json_of(answers, indicator, request.args))
