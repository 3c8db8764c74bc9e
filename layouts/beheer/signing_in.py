"""Sign in, sign out, and set a password with a one-time link."""

from __future__ import annotations

from flask import flash, g, make_response, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from data.accounts.links import DeadLink, Purpose
from data.accounts.passwords import TooBusy
from data.accounts.service import Accounts
from data.accounts.sign_in import WrongPassword, normalised
from data.accounts.throttle import TooManyAttempts, network_of
from data.errors import DataError
from layouts.beheer import forms
from layouts.beheer.gate import SECRET

NEXT = ("home", "accounts", "log", "uploads.start", "uploads.versions")
"""The pages to which a person can go on after signing in; any other name leads to the start page."""

STATUS: dict[type[DataError], int] = {WrongPassword: 422, TooManyAttempts: 429, TooBusy: 503}


def sign_in(accounts: Accounts) -> Response:
    """Show the form, or sign in with it."""
    if g.actor:
        return redirect(url_for("beheer.home"))
    if request.method != "POST":
        return _sign_in_page({}, 200)
    email, password = forms.text(request.form, "email"), request.form.get("password", "")
    faults = {} if forms.is_email(email) else {"email": "Vul je e-mailadres in, zoals naam@gemeente.be."}
    faults |= {} if password else {"password": "Vul je wachtwoord in."}
    if faults:
        return _sign_in_page(faults, 422)
    try:
        secret = accounts.sign_in.with_password(email, password[:1000], network_of(request.remote_addr))
    except (WrongPassword, TooManyAttempts, TooBusy) as error:
        return _sign_in_page({"email": str(error)}, STATUS[type(error)])
    return start_session(secret)


def start_session(secret: str) -> Response:
    """Go on as who signed in. Nothing stays of what the cookie held before, so nobody can have prepared it."""
    session.clear()
    session[SECRET] = secret
    wanted = request.args.get("next", "")
    wanted = wanted if wanted in NEXT else "home"
    return redirect(url_for(wanted if "." in wanted else f"beheer.{wanted}"))


def _sign_in_page(faults: forms.Faults, status: int) -> Response:
    return make_response(render_template("beheer/sign_in.html", faults=faults, form=request.form), status)


def sign_out(accounts: Accounts) -> Response:
    """End the session, here and in the cookie."""
    accounts.sign_in.sign_out(session[SECRET], g.actor)
    session.clear()
    flash("Je bent afgemeld.")
    return redirect(url_for("beheer.sign_in"))


def link(accounts: Accounts, token: str) -> Response:
    """Show the form of a one-time link, or use it. Opening the page uses nothing up: mail programs open links too."""
    try:
        found = accounts.sign_in.link(token)
        is_first = found.purpose is Purpose.FIRST_ACCOUNT
        faults = _link_faults(found.email, is_first) if request.method == "POST" else {}
        if faults or request.method != "POST":
            page = render_template("beheer/link.html", link=found, is_first=is_first, faults=faults, form=request.form)
            return make_response(page, 422 if faults else 200)
        _use(accounts, token, is_first)
    except DeadLink as error:
        return make_response(render_template("beheer/told.html", title="Deze link werkt niet", text=str(error)), 404)
    session.clear()
    flash("Je wachtwoord is bewaard. Meld je nu aan.")
    return redirect(url_for("beheer.sign_in"))


def _link_faults(email: str, is_first: bool) -> forms.Faults:
    person = forms.person_faults(request.form) if is_first else {}
    known = (email, forms.text(request.form, "email"), forms.text(request.form, "name"))
    return person | forms.password_faults(request.form, *known)


def _use(accounts: Accounts, token: str, is_first: bool) -> None:
    form = request.form
    if is_first:
        email, name = normalised(form["email"]), forms.text(form, "name")
        accounts.sign_in.make_first_account(token, email, name, form["password"])
    else:
        accounts.sign_in.set_password(token, form["password"])
