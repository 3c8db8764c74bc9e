"""The security headers of every answer: only this host may be asked for anything, and no page may be framed."""

from __future__ import annotations

from dash import Dash
from flask import Response

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def install(app: Dash) -> None:
    """Put the headers on every answer; a document also gets the hashes of the inline scripts that Dash puts in it."""

    @app.server.after_request  # type: ignore[untyped-decorator]
    def add(response: Response) -> Response:
        is_document = response.mimetype == "text/html"
        hashes = [str(one) for one in app.csp_hashes()] if is_document else []
        response.headers["Content-Security-Policy"] = content_security_policy(hashes)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response


def content_security_policy(script_hashes: list[str]) -> str:
    """Write the policy: scripts of this host and the hashed ones; styles may be inline, for Plotly and Mantine."""
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", *script_hashes]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())
