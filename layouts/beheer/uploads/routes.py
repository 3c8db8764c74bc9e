"""Adds the upload wizard and the list of versions to the server, behind the gate of `layouts/beheer/gate.py`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from flask import Blueprint, Flask, make_response, render_template, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response

from data.drafts.files import DiskFull, Lost
from data.drafts.looks import Busy
from data.errors import DataError, UnknownIndicator, UnknownRevision
from data.reading.limits import MB
from data.reading.refusals import Refused
from indicators import words
from layouts.beheer.uploads import checking, columns, files, preview, publishing, sheet, start, versions
from layouts.beheer.uploads.due import Due
from layouts.beheer.uploads.wizard import Uploads

READ, WRITE, BOTH = ["GET"], ["POST"], ["GET", "POST"]
DRAFT = "/opladen/<id>"
PAGES: tuple[tuple[str, str, Callable[..., Response], list[str]], ...] = (
    ("/opladen", "start", start.start, BOTH),
    (f"{DRAFT}/bestand", "bestand", start.told, READ),
    (f"{DRAFT}/blad", "blad", sheet.sheet, BOTH),
    (f"{DRAFT}/kolommen", "kolommen", columns.columns, BOTH),
    (f"{DRAFT}/controleren", "controleren", checking.checking, BOTH),
    (f"{DRAFT}/voorbeeld", "voorbeeld", preview.preview, READ),
    (f"{DRAFT}/publiceren", "publiceren", publishing.publishing, BOTH),
    (f"{DRAFT}/origineel", "original", files.original, READ),
    (f"{DRAFT}/opmerkingen", "remarks", files.remarks, READ),
    (f"{DRAFT}/wissen", "remove", start.remove, WRITE),
    ("/sjabloon", "template", files.template, READ),
    ("/versies", "versions", versions.listed, READ),
    ("/versies/<number>", "version", versions.one, BOTH),
)
TOLD: dict[type[DataError], tuple[int, str]] = {
    Busy: (503, "Even geduld"),
    DiskFull: (507, "Er is geen plaats meer"),
    Lost: (404, "Het bestand is er niet meer"),
    Refused: (422, "Dit bestand kunnen we niet lezen"),
    UnknownIndicator: (404, "Deze indicator bestaat niet"),
    UnknownRevision: (404, "Deze versie bestaat niet"),
}
MOST_READ_AWAY = 100 * MB
TOO_LARGE = "Het bestand is te groot. Het maximum is 20 MB. Verwijder bladen, rijen of kolommen die je niet nodig hebt."


def install(server: Flask, prefix: str, uploads: Uploads) -> None:
    """Add pages and errors."""
    pages = Blueprint("uploads", __name__, url_prefix=f"{prefix}/gegevens")
    for rule, endpoint, view, methods in PAGES:
        pages.add_url_rule(rule, endpoint, partial(view, uploads), methods=methods)
    for error, (status, title) in TOLD.items():
        pages.register_error_handler(error, partial(_tell, status, title))
    server.register_error_handler(RequestEntityTooLarge, _too_large)
    server.register_blueprint(pages)
    server.before_request(Due(uploads.desk))
    server.jinja_env.filters["number"] = lambda value: words.number(value, 0)


def _tell(status: int, title: str, error: DataError) -> Response:
    return make_response(render_template("beheer/told.html", title=title, text=str(error)), status)


def _too_large(error: RequestEntityTooLarge) -> Response:
    """Tell that a file is too large; nothing of it was kept."""
    _read_away()
    if request.endpoint != "uploads.start":
        return make_response(render_template("beheer/told.html", title="Dat is te veel", text=str(error)), 413)
    return make_response(render_template("beheer/told.html", title="Het bestand is te groot", text=TOO_LARGE), 413)


def _read_away() -> None:
    """Let a browser send its body to the end: one that is cut off while it sends shows no answer, only a broken line.

    Up to 100 MB, and only of a body that nothing was read of yet because it says that it is too long.
    """
    left = request.content_length or 0
    if not (request.max_content_length or 0) < left <= MOST_READ_AWAY:
        return
    while left > 0 and (chunk := request.input_stream.read(min(MB, left))):
        left -= len(chunk)
