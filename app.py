"""Composes the program: reads the environment, opens the store, joins the pages to it, and serves them.

`python app.py` serves on one computer; `gunicorn "app:create_server()"` serves from a server.
"""

from __future__ import annotations

import errno
import logging
import os
import sys
from functools import partial
from pathlib import Path

import dash_mantine_components as dmc
from dash import Dash, page_container, set_props
from flask import Flask
from waitress.server import BaseWSGIServer
from waitress.server import create_server as bind
from werkzeug.middleware.proxy_fix import ProxyFix

from data.accounts.provider import Provider
from data.accounts.service import Accounts, open_accounts
from data.area_groups import read_area_groups
from data.boundaries import read_boundaries
from data.catalogue import Catalogue, read_catalogue
from data.drafts.desk import Desk
from data.errors import DataError
from data.logs import JsonLines
from data.secret_key import secret_key
from data.settings import RUNTIME_FOLDER, Settings, read_settings
from data.shipped import load_shipped
from data.store import Store
from indicators.answers import Answers
from layouts import addresses, api, errors, feed, guard, headers, redirects, report, static_suites, transfer
from layouts.beheer import routes as beheer
from layouts.beheer.uploads.wizard import Uploads
from layouts.document import Site
from layouts.frame import MESSAGE, NAME, frame
from layouts.pages import ROUTING, is_page, register_pages, title_of
from layouts.theme import MANTINE_THEME

HERE = Path(__file__).parent
REFUSALS = {errno.EADDRINUSE: "een ander programma gebruikt die poort", errno.EACCES: "die poort mag je niet gebruiken"}
PLOTLY_BUNDLE = HERE / "layouts" / "vendor" / "plotly-basic.min.js"


def create_app(store: Store, catalogue: Catalogue, settings: Settings, accounts: Accounts) -> Dash:
    """Join the pages to a store that is ready; the app is warmed up, so that its first reader waits for nothing."""
    key = secret_key(settings.secret_key, RUNTIME_FOLDER)
    groups = read_area_groups(settings.groups_file, catalogue.areas)
    answers = Answers(store, catalogue, groups, read_boundaries(settings.boundaries_folder, catalogue.areas))
    desk = open_desk(store, catalogue, settings, accounts)
    app = Site(
        __name__,
        use_pages=True,
        pages_folder="",
        assets_folder=str(HERE / "layouts" / "assets"),
        title=NAME,
        update_title="",
        url_base_pathname=settings.url_prefix,
        on_error=_tell,
        use_async=False,
        routing_callback_inputs=ROUTING,
    )
    app.title_of = partial(title_of, answers)
    addresses.install(app.server, settings.url_prefix, settings.contact_email)
    transfer.install(app)
    register_pages(app, answers)
    with app.server.app_context():
        content = frame(page_container, answers.domains(), settings.contact_email)
    app.layout = dmc.MantineProvider(content, theme=MANTINE_THEME, forceColorScheme="light")
    api.install(app, answers)
    feed.install(app, answers)
    redirects.install(app, answers)
    report.install(app, answers)
    static_suites.install(app, PLOTLY_BUNDLE)
    guard.install(app, lambda path: is_page(answers, path))
    errors.install(app, DataError)
    headers.install(app)
    beheer.install(app.server, accounts, key, settings.trusted_hosts, Uploads(desk, answers))
    _behind_proxies(app.server, settings.proxy_hops)
    _warm_up(app)
    return app


def open_desk(store: Store, catalogue: Catalogue, settings: Settings, accounts: Accounts) -> Desk:
    """Put together what the upload pages need, and remove what is too old or was cut off."""
    facts = (store, catalogue, accounts.database, settings.uploads, settings.limits)
    desk = Desk(*facts, four_eyes=settings.four_eyes)
    desk.sweep()
    return desk


def _behind_proxies(server: Flask, hops: int) -> None:
    """Believe what this many proxies say of scheme, host and address of a reader; without any, nobody is believed."""
    if hops:
        server.wsgi_app = ProxyFix(server.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]


def _warm_up(app: Dash) -> None:
    """Let Dash do what it does at its first request: lay out every page once. A page that cannot stops the start.

    What Dash learned is kept from the documents, where it is 400 kB for a check that a test does.
    """
    app.server.config["PROPAGATE_EXCEPTIONS"] = True
    app.server.test_client().get(app.get_relative_path("/_dash-dependencies"))
    app.server.config["PROPAGATE_EXCEPTIONS"] = None
    app.config.suppress_callback_exceptions = True


def _tell(error: Exception) -> None:
    """Tell a reader what is wrong when the error is meant for people; raise every other again, for the log."""
    if not isinstance(error, DataError):
        raise error
    set_props(MESSAGE, {"children": error.public})


def open_store(settings: Settings, catalogue: Catalogue) -> Store:
    """Open the store, and publish the shipped figures that it does not have yet.

    No connection stays open: a server that divides itself into workers must not share one among them.
    """
    store = Store(settings.database_url)
    store.prepare()
    load_shipped(store, catalogue)
    store.close()
    return store


def create_server() -> Flask:
    """Build everything from the environment, for a server that imports this module."""
    settings = read_settings(os.environ)
    server, accounts = _built(settings)
    _offer_first_account(accounts, settings)
    return server


def _built(settings: Settings) -> tuple[Flask, Accounts]:
    catalogue = read_catalogue()
    provider = Provider(settings.oidc_issuer, settings.oidc_client_id, settings.oidc_client_secret)
    known = provider if provider.issuer else None
    store = open_store(settings, catalogue)
    accounts = open_accounts(settings.database_url, provider=known, role_claim=settings.oidc_role_claim)
    return create_app(store, catalogue, settings, accounts).server, accounts


def _offer_first_account(accounts: Accounts, settings: Settings) -> None:
    """Print the link that makes the first account, while there is none: until then nobody can upload anything.

    No connection stays open, as with the store.
    """
    secret = accounts.sign_in.first_link()
    accounts.close()
    if secret is None:
        return
    place = f"https://{settings.trusted_hosts[0]}" if settings.trusted_hosts else f"http://localhost:{settings.port}"
    link = f"{place}{settings.url_prefix}beheer/link/{secret}"
    print(f"Er is nog geen account. Maak het eerste binnen 24 uur met deze link: {link}", flush=True)  # noqa: T201


def main() -> int:
    """Serve until stopped; a mistake in settings, files or database is one sentence and exit code 2."""
    told = logging.StreamHandler()
    told.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[told])
    try:
        settings = read_settings(os.environ)
        application, accounts = _built(settings)
        server = _bound(application, settings)
        _offer_first_account(accounts, settings)
    except DataError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 2
    print(f"{NAME} staat op http://{settings.host}:{settings.port}{settings.url_prefix}", flush=True)  # noqa: T201
    server.run()
    return 0


def _bound(application: Flask, settings: Settings) -> BaseWSGIServer:
    """Take the port; one that is taken, or not ours to take, is told in a sentence."""
    try:
        own_headers = settings.proxy_hops == 0  # else `ProxyFix` reads what the proxies added
        return bind(
            application,
            host=settings.host,
            port=settings.port,
            threads=8,
            clear_untrusted_proxy_headers=own_headers,
        )
    except (OSError, ValueError) as error:  # ValueError: no host of that name
        why = REFUSALS.get(getattr(error, "errno", 0), "dat adres heeft deze computer niet")
        told = f"Luisteren op {settings.host}, poort {settings.port}, lukt niet: {why}."
        raise DataError(f"{told} Kies met HOST en PORT een ander adres.") from error


if __name__ == "__main__":
    sys.exit(main())
