"""Adds the pages below `/beheer` to the server, behind the gate."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from flask import Blueprint, Flask, Response, g, has_request_context, make_response, render_template
from werkzeug.wrappers import Response as AnyResponse

from data.accounts.rights import Action, Forbidden, NotFound, NotSignedIn, authorise
from data.accounts.service import Accounts
from data.errors import DataError
from layouts import addresses, permissions
from layouts.beheer import accounts as account_pages
from layouts.beheer import cookies, elsewhere, gate, signing_in
from layouts.beheer.uploads import routes as upload_pages
from layouts.beheer.uploads.wizard import Uploads
from layouts.frame import NAME

POLICY = "; ".join(
    [f"{kind} 'self'" for kind in ("style-src", "font-src", "img-src", "form-action")]
    + [f"{kind} 'none'" for kind in ("default-src", "base-uri", "frame-ancestors")]
)
"""Stricter than for the public pages: these have no script and no style of their own."""

PAGES: tuple[tuple[str, str, Callable[..., AnyResponse], list[str]], ...] = (
    ("/aanmelden", "sign_in", signing_in.sign_in, ["GET", "POST"]),
    ("/aanmelden/elders", "leave", elsewhere.leave, ["GET"]),
    ("/aanmelden/terug", "come_back", elsewhere.come_back, ["GET"]),
    ("/afmelden", "sign_out", signing_in.sign_out, ["POST"]),
    ("/link/<token>", "link", signing_in.link, ["GET", "POST"]),
    ("", "home", lambda _accounts: make_response(render_template("beheer/home.html")), ["GET"]),
    ("/accounts/<id>/uitschakelen", "disable", account_pages.disable, ["POST"]),
    ("/accounts/<id>/inschakelen", "enable", account_pages.enable, ["POST"]),
    ("/accounts/<id>/link", "new_link", account_pages.new_link, ["POST"]),
    ("/logboek", "log", account_pages.log, ["GET"]),
)
PAGES_WITH_AREAS: tuple[tuple[str, str, Callable[..., AnyResponse], list[str]], ...] = (
    ("/organisaties", "organisations", elsewhere.organisations, ["GET", "POST"]),
    ("/accounts", "accounts", account_pages.listed, ["GET", "POST"]),
    ("/accounts/<id>", "account", account_pages.one, ["GET", "POST"]),
)
"""The pages whose forms name municipalities."""

TOLD: dict[type[DataError], tuple[int, str]] = {
    NotSignedIn: (403, "Meld je eerst aan"),
    Forbidden: (403, "Dat kan hier niet"),
    NotFound: (404, "Deze pagina bestaat niet"),
    gate.Expired: (400, "De pagina is verlopen"),
}


def install(
    server: Flask, accounts: Accounts, secret_key: str, trusted_hosts: Collection[str], uploads: Uploads
) -> None:
    """Add cookie, gate, pages and errors; call it when all other routes are there, for it checks them all."""
    prefix = addresses.prefix_of(server)
    cookies.install(server, secret_key)
    server.before_request(partial(gate.admit, accounts, trusted_hosts))
    server.context_processor(partial(_for_templates, accounts))
    for error, (status, title) in TOLD.items():
        server.register_error_handler(error, partial(_tell, status, title))
    pages = Blueprint("beheer", __name__, url_prefix=f"{prefix}/beheer", template_folder="templates")
    for rule, endpoint, view, methods in PAGES:
        pages.add_url_rule(rule, endpoint, partial(view, accounts), methods=methods)
    for rule, endpoint, view, methods in PAGES_WITH_AREAS:
        pages.add_url_rule(rule, endpoint, partial(view, accounts, uploads.answers.lookup.names), methods=methods)
    server.after_request(_keep_to_oneself)
    server.register_blueprint(pages)
    upload_pages.install(server, prefix, uploads)
    permissions.check(server, prefix)


def _for_templates(accounts: Accounts) -> dict[str, object]:
    actor = g.get("actor") if has_request_context() else None
    shared = {"csrf": gate.csrf, "link_to": addresses.link, "site": NAME, "has_provider": accounts.provider is not None}
    return shared | {"actor": actor, "may": partial(_may, actor)}


def _may(actor: object, action: str) -> bool:
    """Tell whether a link to a page belongs in the menu of this person."""
    try:
        authorise(actor, Action(action))  # type: ignore[arg-type]
    except DataError:
        return False
    return True


def _tell(status: int, title: str, error: DataError) -> AnyResponse:
    return make_response(render_template("beheer/told.html", title=title, text=str(error)), status)


def _keep_to_oneself(response: Response) -> Response:
    """Let nobody keep a page below `/beheer`, and no page there run anything."""
    if "actor" in g:
        response.headers["Cache-Control"] = "no-store"
        response.headers["Content-Security-Policy"] = POLICY
    return response
