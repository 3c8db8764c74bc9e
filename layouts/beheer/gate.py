"""What every request passes before its view: place, origin, token, session, right. Public routes pass at once.

The token of the forms is ours: 15 lines over the session that is there anyway. Flask-WTF would bring WTForms along, of
which these forms need nothing.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection
from hmac import compare_digest

from flask import g, redirect, request, session, url_for
from markupsafe import Markup
from werkzeug.datastructures import Headers
from werkzeug.wrappers import Response

from data.accounts.rights import Action, Forbidden, authorise
from data.accounts.service import Accounts
from data.errors import DataError
from data.reading.limits import MB
from layouts import addresses
from layouts.permissions import ANYONE, PUBLIC, permission_of

UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}
LOCAL = {"localhost", "127.0.0.1", "[::1]"}
SECRET, TOKEN = "secret", "csrf"
MAX_BODY = 64 * 1024
LARGER: dict[str | Action, int] = {Action.UPLOAD: 21 * MB, Action.MAP: MB}
"""What may send more: a file of 20 MB in a form, and the choices for 500 columns."""

NOT_SAFE = (
    "Aanmelden kan hier niet: deze verbinding is niet versleuteld. Open de site via https. "
    "Beheer je deze site zelf? Zie “Accounts” in de README."
)
NOT_OURS = "Dit formulier komt niet van deze site. Er is niets gewijzigd."
UNKNOWN_HOST = "Aanmelden kan hier niet: dit adres staat niet in TRUSTED_HOSTS."


class Expired(DataError):
    """The token of the form does not belong to this session."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(
            "De pagina is verlopen. Er is niets gewijzigd. Ga terug, herlaad de pagina en probeer opnieuw."
        )


def admit(accounts: Accounts, trusted_hosts: Collection[str]) -> Response | None:
    """Let a request through to its view, or send it away to sign in.

    Raises: Forbidden, NotSignedIn, Expired; UndeclaredRoute for a route that nobody declared.
    """
    if request.url_rule is None:
        return None  # there is no such route, which Flask tells
    permission = permission_of(request.url_rule, request.method, addresses.link(""))
    if permission == PUBLIC:
        return None
    g.actor = None
    request.max_content_length = LARGER.get(permission, MAX_BODY)
    _check_place(trusted_hosts)
    if request.method in UNSAFE and not is_own(request.headers, request.host_url.rstrip("/"), has_cookie=bool(session)):
        raise Forbidden(NOT_OURS)
    g.actor = accounts.sign_in.actor(session[SECRET]) if SECRET in session else None
    if permission != ANYONE:
        if g.actor is None and request.method not in UNSAFE:
            return redirect(url_for("beheer.sign_in", next=(request.endpoint or "").removeprefix("beheer.")))
        authorise(g.actor, Action(permission))
    if request.method in UNSAFE and not _has_token():
        raise Expired
    return None


def _check_place(trusted_hosts: Collection[str]) -> None:
    """Refuse a connection that others can read, and a host that is none of ours: links are made with its name."""
    name = request.host if request.host.endswith("]") else request.host.rpartition(":")[0] or request.host
    if name in LOCAL:
        return
    if not request.is_secure:
        raise Forbidden(NOT_SAFE)
    if name not in trusted_hosts:
        raise Forbidden(UNKNOWN_HOST)


def _has_token() -> bool:
    expected = str(session.get(TOKEN, ""))
    return bool(expected) and compare_digest(request.form.get(TOKEN, "").encode(), expected.encode())


def is_own(headers: Headers, origin: str, *, has_cookie: bool) -> bool:
    """Tell whether a request that changes something was sent by a page of this site, as far as the browser says.

    A browser that says nothing is believed only without a cookie: then there is nothing to misuse.
    """
    if site := headers.get("Sec-Fetch-Site"):
        return site in ("same-origin", "none")
    if given := headers.get("Origin"):
        return given == origin
    return not has_cookie


def csrf() -> Markup:
    """Give the hidden field that a form must send back."""
    token = session.setdefault(TOKEN, secrets.token_urlsafe(32))
    return Markup('<input type="hidden" name="{}" value="{}">').format(TOKEN, token)
