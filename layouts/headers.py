"""The security headers of every answer: only this host may be asked for anything, and no page may be framed.

Except the pages that are made to stand in a frame on another website (`layouts/embed.py`): they change nothing, so
nobody can be led to press what he does not see.
"""

from __future__ import annotations

from dash import Dash
from flask import Response, request

from layouts import addresses

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def install(app: Dash) -> None:
    """Put the headers on every answer; a document also gets the hashes of the inline scripts that Dash puts in it.

    Call it before what sets a policy of its own: Flask asks the last one that was added first.
    """

    @app.server.after_request  # type: ignore[untyped-decorator]
    def add(response: Response) -> Response:
        is_document = response.mimetype == "text/html"
        may_be_framed = is_document and addresses.is_embedded(request.path)
        hashes = [str(one) for one in app.csp_hashes()] if is_document else []
        policy = content_security_policy(hashes, ancestors="*" if may_be_framed else "'none'")
        response.headers.setdefault("Content-Security-Policy", policy)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if may_be_framed:
            del response.headers["X-Frame-Options"]
        return response


def content_security_policy(script_hashes: list[str], ancestors: str) -> str:
    """Write the policy: scripts of this host and the hashed ones; styles may be inline, for Plotly and Mantine."""
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", *script_hashes]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": ancestors,
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())
