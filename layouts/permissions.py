"""Who may ask for what: every route of the server with the permission that each of its methods needs.

A route that does not stand here stops the start, and `layouts/beheer/gate.py` refuses what it does not know: nothing is
open by accident. **To add a route**, add its rule (without the prefix of the site) and, for each method, one of

- `PUBLIC`: for everyone. It changes nothing, and neither the cookie nor the accounts are looked at.
- `ANYONE`: for everyone, but below `/beheer`: over https or on this computer only, a form only from our own page.
- an `Action`: for who is signed in and has that right somewhere. Whether it is also a right on *this* object, the view
  asks with `authorise(g.actor, Action.…, Owned(…))`; see `data/accounts/`.

HEAD and OPTIONS follow the first method of the route.
"""

from __future__ import annotations

from flask import Flask
from werkzeug.routing import Rule

from data.accounts.rights import Action

PUBLIC, ANYONE = "public", "anyone"
READ = {"GET": PUBLIC}

ROUTES: dict[str, dict[str, str | Action]] = {
    "/": READ,
    "/<path:path>": READ,
    "/static/<path:filename>": READ,
    "/assets/<path:filename>": READ,
    "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>": READ,
    "/_dash-layout": READ,
    "/_dash-dependencies": READ,
    "/_dash-update-component": {"POST": PUBLIC},
    "/_reload-hash": READ,
    "/_favicon.ico": READ,
    "/healthz": READ,
    "/api": READ,
    "/api/alles.zip": READ,
    "/api/openapi.json": READ,
    "/api/verband.csv": READ,
    "/nieuw.atom": READ,
    "/vergelijken.csv": READ,
    "/gemeente/<municipality>/rapport": READ,
    "/gemeente/<municipality>/rapport.pdf": READ,
    "/gemeente/<municipality>/rapport.xlsx": READ,
    "/gemeente/<municipality>/kaart/<indicator>.pdf": READ,
    "/api/indicator/<slug>.csv": READ,
    "/api/indicator/<slug>.json": READ,
    "/api/indicator/<slug>.xlsx": READ,
    "/beheer/aanmelden": {"GET": ANYONE, "POST": ANYONE},
    "/beheer/aanmelden/elders": {"GET": ANYONE},
    "/beheer/aanmelden/terug": {"GET": ANYONE},
    "/beheer/organisaties": {"GET": Action.CHANGE_SETTINGS, "POST": Action.CHANGE_SETTINGS},
    "/beheer/link/<token>": {"GET": ANYONE, "POST": ANYONE},
    "/beheer/afmelden": {"POST": Action.ENTER},
    "/beheer": {"GET": Action.ENTER},
    "/beheer/accounts": {"GET": Action.MANAGE_ACCOUNTS, "POST": Action.MANAGE_ACCOUNTS},
    "/beheer/accounts/<id>": {"GET": Action.MANAGE_ACCOUNTS, "POST": Action.MANAGE_ACCOUNTS},
    "/beheer/accounts/<id>/uitschakelen": {"POST": Action.MANAGE_ACCOUNTS},
    "/beheer/accounts/<id>/inschakelen": {"POST": Action.MANAGE_ACCOUNTS},
    "/beheer/accounts/<id>/link": {"POST": Action.MANAGE_ACCOUNTS},
    "/beheer/logboek": {"GET": Action.READ_LOG},
    "/gegevens/opladen": {"GET": Action.UPLOAD, "POST": Action.UPLOAD},
    "/gegevens/opladen/<id>/bestand": {"GET": Action.READ_DRAFT},
    "/gegevens/opladen/<id>/blad": {"GET": Action.READ_DRAFT, "POST": Action.MAP},
    "/gegevens/opladen/<id>/kolommen": {"GET": Action.READ_DRAFT, "POST": Action.MAP},
    "/gegevens/opladen/<id>/controleren": {"GET": Action.READ_DRAFT, "POST": Action.MAP},
    "/gegevens/opladen/<id>/voorbeeld": {"GET": Action.READ_DRAFT},
    "/gegevens/opladen/<id>/publiceren": {"GET": Action.READ_DRAFT, "POST": Action.PUBLISH},
    "/gegevens/opladen/<id>/origineel": {"GET": Action.READ_ORIGINAL},
    "/gegevens/opladen/<id>/opmerkingen": {"GET": Action.READ_DRAFT},
    "/gegevens/opladen/<id>/wissen": {"POST": Action.DELETE_DRAFT},
    "/gegevens/sjabloon": {"GET": Action.UPLOAD},
    "/gegevens/versies": {"GET": Action.ENTER},
    "/gegevens/versies/<number>": {"GET": Action.ENTER, "POST": Action.WITHDRAW},
}


class UndeclaredRoute(Exception):
    """A route without a permission: a mistake of who wrote it, so the start stops."""


def permission_of(rule: Rule, method: str, prefix: str) -> str | Action:
    """Give the permission that a method of a route needs; `prefix` is that of the site, without a slash at its end.

    Raises: UndeclaredRoute.
    """
    declared = ROUTES.get(rule.rule.removeprefix(prefix) or "/", {})
    if method in ("HEAD", "OPTIONS"):
        method = next(iter(declared), method)
    if method not in declared:
        raise UndeclaredRoute(f"{method} {rule.rule} has no permission: see layouts/permissions.py")
    return declared[method]


def check(server: Flask, prefix: str) -> None:
    """Refuse to start with a route that has no permission."""
    for rule in server.url_map.iter_rules():
        for method in rule.methods or ():
            permission_of(rule, method, prefix)
