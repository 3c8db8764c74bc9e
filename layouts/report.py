"""The addresses of a municipal report, on screen, as PDF and as a workbook; and of the card of one indicator."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from urllib.parse import parse_qsl

from dash import Dash
from flask import Blueprint, Response, abort, request

from indicators.answers import Answers
from indicators.report.chapters import KEY, SEPARATOR
from indicators.report.content import Report
from indicators.report.page import Links, report_html
from indicators.report.paper import card_pdf, report_pdf
from indicators.report.sheets import report_xlsx
from layouts import addresses
from layouts.api import EXCEL

PDF = "application/pdf"
FILES: Mapping[str, tuple[Callable[[Report], bytes], str]] = {"pdf": (report_pdf, PDF), "xlsx": (report_xlsx, EXCEL)}


def install(app: Dash, answers: Answers) -> None:
    """Add the routes below the prefix of the app."""
    prefix = app.config.routes_pathname_prefix.rstrip("/")
    routes = Blueprint("report", __name__, url_prefix=f"{prefix}/gemeente/<municipality>")
    given = {"answers": answers}
    routes.add_url_rule("/rapport", view_func=_page, endpoint="page", defaults=given)
    for kind in FILES:
        routes.add_url_rule(f"/rapport.{kind}", view_func=_file, endpoint=kind, defaults=given | {"kind": kind})
    routes.add_url_rule("/kaart/<indicator>.pdf", view_func=_card, endpoint="card", defaults=given)
    app.server.register_blueprint(routes)


def _report(municipality: str, answers: Answers) -> Report:
    """Report on the municipality of an address; 404 for an unknown one, or a revision that does not exist."""
    place, edition = answers.municipality(municipality), answers.exact_edition(request.args)
    if place is None or edition is None:
        abort(404)
    query = request.args.to_dict() | {KEY: SEPARATOR.join(request.args.getlist(KEY))}
    return edition.report(
        place.code, query, datetime.now(UTC).date(), request.host_url.rstrip("/") + addresses.link("")
    )


def _page(municipality: str, answers: Answers) -> str:
    return report_html(found := _report(municipality, answers), _links(found))


def _links(found: Report) -> Links:
    return Links(
        home=addresses.link(addresses.HOME),
        page=addresses.municipality(found.slug, found.search),
        pdf=addresses.report(found.slug, "pdf", found.whole_search),
        xlsx=addresses.report(found.slug, "xlsx", found.whole_search),
        form=addresses.report(found.slug),
        fonts=addresses.link("/assets/fonts.css"),
        icon=addresses.link("/assets/favicon.svg"),
        kept=tuple(parse_qsl(found.search.removeprefix("?"))),
    )


def _file(municipality: str, answers: Answers, kind: str) -> Response:
    found, (write, mimetype) = _report(municipality, answers), FILES[kind]
    return _sent(write(found), mimetype, f"rapport-{found.slug}.{kind}")


def _card(municipality: str, answers: Answers, indicator: str) -> Response:
    found = _report(municipality, answers)
    entry = found.entry(indicator)
    if entry is None or entry.why_not:
        abort(404)
    return _sent(card_pdf(found, entry), PDF, f"kaart-{found.slug}-{entry.slug}.pdf")


def _sent(content: bytes, mimetype: str, name: str) -> Response:
    response = Response(content, mimetype=mimetype)
    response.headers["Content-Disposition"] = f"inline; filename={name}"
    return response
