"""Routes for programs and downloads: all indicators, one of them as a file, everything, and a sign of life."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dash import Dash
from flask import Blueprint, Response, jsonify, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from indicators.answers import Answers
from indicators.downloads import compared_csv, csv_of, index_of, json_of, pair_csv_of, workbook_of
from layouts import addresses, openapi

UNKNOWN = "Deze indicator bestaat niet. De lijst staat op /api."
UNKNOWN_VERSION = "Deze versie bestaat niet. De versies staan op /gegevens."
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS: Mapping[str, tuple[Callable[..., str | bytes | dict[str, object]], str]] = {
    "csv": (csv_of, "text/csv"),
    "json": (json_of, "application/json"),
    "xlsx": (workbook_of, EXCEL),
}


def install(app: Dash, answers: Answers) -> None:
    """Add the routes below the prefix of the app."""
    prefix = app.config.routes_pathname_prefix.rstrip("/")
    routes = Blueprint("api", __name__, url_prefix=prefix or None)
    routes.add_url_rule("/healthz", view_func=lambda: Response("ok", mimetype="text/plain"), endpoint="health")
    routes.add_url_rule("/api", view_func=lambda: _index(answers), endpoint="index")
    routes.add_url_rule("/api/openapi.json", view_func=lambda: _described(answers), endpoint="openapi")
    routes.add_url_rule("/api/alles.zip", view_func=lambda: _everything(answers), endpoint="everything")
    routes.add_url_rule("/api/verband.csv", view_func=lambda: _pair(answers), endpoint="pair")
    routes.add_url_rule(f"{addresses.COMPARE}.csv", view_func=lambda: _compared(answers), endpoint="compared")
    for kind in KINDS:
        file = f"/api/indicator/<slug>.{kind}"
        routes.add_url_rule(file, view_func=_file, endpoint=kind, defaults={"answers": answers, "kind": kind})
    routes.after_request(_open_to_scripts)
    app.server.register_blueprint(routes)


def _open_to_scripts(answer: Response) -> Response:
    """Let scripts of any website read the answer: it is public and without cookies (CORS, fetch.spec.whatwg.org)."""
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


def _index(answers: Answers) -> Response | BaseResponse:
    """List the indicators for a program; lead a browser to the page that explains, unless it asks for the list."""
    asks_page = request.accept_mimetypes.best_match(("application/json", "text/html")) == "text/html"
    if asks_page and request.args.get("vorm") != "json":
        answer = redirect(addresses.link(addresses.API_TOLD), 303)
    else:
        answer = _listed(answers)
    answer.headers["Vary"] = "Accept"
    return answer


def _listed(answers: Answers) -> Response:
    listed = [
        one | {kind: addresses.download(one["slug"], kind) for kind in KINDS} for one in index_of(answers.catalogue)
    ]
    return jsonify(title="Integratie in cijfers", indicators=listed)


def _described(answers: Answers) -> Response:
    return jsonify(openapi.document(answers, UNKNOWN, UNKNOWN_VERSION))


def _file(slug: str, answers: Answers, kind: str) -> Response:
    indicator, edition = answers.indicator(slug), answers.exact_edition(request.args)
    if indicator is None or edition is None:
        return Response(UNKNOWN_VERSION if indicator else UNKNOWN, status=404, mimetype="text/plain")
    write, mimetype = KINDS[kind]
    content = write(edition, indicator, request.args)
    if isinstance(content, dict):
        return jsonify(content)
    return _attached(content, mimetype, f"{indicator.slug}.{kind}")


def _pair(answers: Answers) -> Response:
    edition = answers.exact_edition(request.args)
    if edition is None:
        return Response(UNKNOWN_VERSION, status=404, mimetype="text/plain")
    return _attached(pair_csv_of(edition, request.args.to_dict()), "text/csv", "verband.csv")


def _compared(answers: Answers) -> Response:
    edition = answers.exact_edition(request.args)
    if edition is None:
        return Response(UNKNOWN_VERSION, status=404, mimetype="text/plain")
    return _attached(compared_csv(edition, request.args), "text/csv", "vergelijking.csv")


def _everything(answers: Answers) -> Response:
    edition = answers.exact_edition(request.args)
    if edition is None:
        return Response(UNKNOWN_VERSION, status=404, mimetype="text/plain")
    revision = edition.snapshot.revision
    return _attached(answers.archive(revision), "application/zip", f"integratie-in-cijfers-versie-{revision}.zip")


def _attached(content: str | bytes, mimetype: str, name: str) -> Response:
    response = Response(content, mimetype=mimetype)
    response.headers["Content-Disposition"] = f"attachment; filename={name}"
    return response
