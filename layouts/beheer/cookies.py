"""The cookie below `/beheer`: signed, for this host alone, out of reach of scripts and of other sites.

Over https it is called `__Host-session`: a browser keeps a cookie of that name only when it is Secure, has the path `/`
and names no domain (RFC 6265bis §4.1.3.2). It holds the secret of the session and the token of the forms. Readers get
none.
"""

from __future__ import annotations

from datetime import timedelta

from flask import Flask, request
from flask.sessions import SecureCookieSessionInterface

from data.accounts.sessions import LONGEST_S


class HostCookie(SecureCookieSessionInterface):
    """Flask's signed cookie, with a name and a flag that follow the scheme of the request."""

    def get_cookie_name(self, app: Flask) -> str:
        """Give the name, which a browser defends over https."""
        return "__Host-session" if request.is_secure else "session"

    def get_cookie_secure(self, app: Flask) -> bool:
        """Keep the cookie to https, where it was set over https."""
        return request.is_secure


def install(server: Flask, secret_key: str) -> None:
    """Use this cookie on a server."""
    server.secret_key = secret_key
    server.session_interface = HostCookie()
    server.config.update(
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_PATH="/",
        PERMANENT_SESSION_LIFETIME=timedelta(seconds=LONGEST_S),
    )
