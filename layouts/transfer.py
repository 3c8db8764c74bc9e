"""How answers that are made anew travel: compressed where that pays, and not at all where the browser has them.

Scripts, styles and fonts have views of their own (`static_suites`), compressed once. Here are documents, what Dash asks
at each start, callback answers and files. Level 4 of gzip takes 60 kB of page to 9 kB in about a millisecond; at
10 Mbit/s the bytes saved would take forty. (Figures as text compress well; brotli would be a dependency for 2 kB.)
"""

from __future__ import annotations

import gzip
import hashlib

from dash import Dash
from flask import Response, request

LEAST = 1024  # below it, gzip's own 20 bytes and the time cost more than they save: it all fits in one packet
LEVEL = 4
COMPRESSIBLE = {"text/html", "text/plain", "text/csv", "application/json"}
ASKED_ANEW = "no-cache"  # keep it, and ask each time whether it is still so


def install(app: Dash) -> None:
    """Compress and tag the answers of this app. Call it before what else changes answers: Flask runs the last first."""
    fixed = {app.get_relative_path(path) for path in ("/_dash-layout", "/_dash-dependencies")}

    @app.server.after_request  # type: ignore[untyped-decorator]
    def send(response: Response) -> Response:
        if response.mimetype not in COMPRESSIBLE or response.is_streamed or response.content_encoding:
            return response
        if response.cache_control.no_store:  # holds a secret: its compressed length would tell of it (breachattack.com)
            return response
        if response.mimetype == "text/html" or request.path in fixed:
            response.headers.setdefault("Cache-Control", ASKED_ANEW)
        if request.path in fixed and response.status_code == 200:
            _tag(response)
        return _compressed(response)


def _tag(response: Response) -> None:
    """Answer 304 to a browser that has these bytes. Not for documents: Dash signs each anew, so no tag would fit."""
    response.set_etag(hashlib.sha256(response.get_data()).hexdigest()[:20], weak=True)
    response.make_conditional(request)


def _compressed(response: Response) -> Response:
    response.vary.add("Accept-Encoding")
    accepts = request.accept_encodings.quality("gzip") > 0
    if accepts and response.status_code != 304 and len(content := response.get_data()) >= LEAST:
        response.set_data(gzip.compress(content, LEVEL, mtime=0))
        response.content_encoding = "gzip"
    return response
