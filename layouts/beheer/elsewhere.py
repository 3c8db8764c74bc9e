"""Sign in through the provider that was set, and say which of its bodies is which municipality."""

from __future__ import annotations

from flask import flash, g, make_response, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from data.accounts.links import DeadLink
from data.accounts.organisations import NoRights
from data.accounts.provider import Attempt, NotBelieved, ProviderDown
from data.accounts.service import Accounts
from data.area_names import AreaNames
from layouts.beheer import forms
from layouts.beheer.signing_in import start_session

ATTEMPT = "attempt"
TITLE = "Aanmelden is niet gelukt"


def leave(accounts: Accounts) -> Response:
    """Send the browser to the provider."""
    if accounts.provider is None:
        return _told("Hier is geen aanmelddienst ingesteld. Meld je aan met je e-mailadres.", 404)
    try:
        address, attempt = accounts.provider.start(accounts.organisations.new_state(), _back())
    except ProviderDown as error:
        return _told(str(error), 503)
    session[ATTEMPT] = attempt.kept()
    return redirect(address)


def come_back(accounts: Accounts) -> Response:
    """Sign in with what the provider says, where it answers what this browser asked."""
    kept = session.pop(ATTEMPT, None)
    try:
        if accounts.provider is None or not kept or kept["state"] != request.args.get("state"):
            raise NotBelieved
        accounts.organisations.use_state(kept["state"])
        claims = accounts.provider.claims(request.args.get("code", ""), Attempt(**kept), _back())
        return start_session(accounts.organisations.sign_in(claims, accounts.role_claim))
    except (NotBelieved, NoRights, DeadLink) as error:
        return _told(str(NotBelieved() if isinstance(error, DeadLink) else error), 403)
    except ProviderDown as error:
        return _told(str(error), 503)


def _back() -> str:
    return url_for("beheer.come_back", _external=True)


def _told(text: str, status: int) -> Response:
    return make_response(render_template("beheer/told.html", title=TITLE, text=text), status)


def organisations(accounts: Accounts, names: AreaNames) -> Response:
    """List the bodies, or say of one which municipality it is."""
    code, typed = forms.text(request.form, "orgcode"), forms.text(request.form, "area")
    area, fault = forms.area_of(typed, names) if typed else ("", "")
    faults = forms.organisation_faults(code, fault) if request.method == "POST" else {}
    if faults or request.method != "POST":
        listed = accounts.organisations.listed(g.actor)
        page = render_template("beheer/organisations.html", listed=listed, faults=faults, form=request.form)
        return make_response(page, 422 if faults else 200)
    accounts.organisations.set(g.actor, code, area)
    flash(f"Organisatie {code} is {'bewaard' if area else 'verwijderd'}.")
    return redirect(url_for("beheer.organisations"))
