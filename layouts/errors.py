"""What a reader sees when Flask itself answers with an error: a small Dutch page, without scripts and without a trace.

An error of ours gets a code, which stands in the log beside the trace.
"""

from __future__ import annotations

import logging
import secrets
from html import escape

from dash import Dash
from flask import Response
from werkzeug.exceptions import HTTPException

from layouts import addresses

LOG = logging.getLogger(__name__)

TEMPLATE = """<!DOCTYPE html>
<html lang="nl-BE">
  <head><meta charset="utf-8"><title>{title} | Integratie in cijfers</title></head>
  <body><h1>{title}</h1><p>{text}</p><p><a href="{home}">Naar de startpagina</a></p></body>
</html>
"""

TEXTS = {
    404: ("Deze pagina bestaat niet", "Misschien is de link verouderd of verkeerd getypt."),
    405: ("Dat kan hier niet", "Dit adres kun je alleen lezen."),
    500: ("Er ging iets mis bij ons", "Je keuzes staan nog in de link. Probeer opnieuw, of meld het met code {code}."),
}
OTHER = ("Deze vraag kennen we niet", "Ga terug en probeer opnieuw.")


def install(app: Dash, for_people: type[Exception]) -> None:
    """Answer every error of Flask with our page; one for people is told in its `public` words."""
    app.server.register_error_handler(HTTPException, _answer)
    app.server.register_error_handler(for_people, _tell)


def _tell(error: Exception) -> Response:
    LOG.error("%s", error)
    return Response(error.public, 503, mimetype="text/plain")  # type: ignore[attr-defined]


def _answer(error: HTTPException) -> Response:
    status = error.code or 500
    title, text = TEXTS.get(status, OTHER if status < 500 else TEXTS[500])
    code = secrets.token_hex(4)
    if status >= 500:
        LOG.error("error %s: the trace stands above", code)
    page = TEMPLATE.format(title=title, text=text.format(code=code), home=escape(addresses.link(addresses.HOME)))
    answer = Response(page, status, mimetype="text/html")
    if "Allow" in (headers := dict(error.get_headers())):
        answer.headers["Allow"] = headers["Allow"]
    return answer
