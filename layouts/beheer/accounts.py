"""The page of the accounts, and that of one account."""

from __future__ import annotations

from flask import flash, g, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from data.accounts.members import AlreadyThere
from data.accounts.rights import EVERYWHERE, Forbidden, NotFound, Role, is_general_administrator
from data.accounts.service import Accounts
from data.area_names import AreaNames
from layouts.beheer import forms

NOT_YOURS = "Je kunt alleen rechten geven voor je eigen gemeenten."


def listed(accounts: Accounts, names: AreaNames) -> Response:
    """List the accounts, or invite somebody."""
    if request.method != "POST":
        return _list_page(accounts, {}, 200)
    grants, faults = forms.grants_of(request.form, names)
    faults = forms.person_faults(request.form) | faults
    if faults:
        return _list_page(accounts, faults, 422)
    email, name = forms.text(request.form, "email"), forms.text(request.form, "name")
    try:
        token = accounts.members.invite(g.actor, email, name, grants)
    except AlreadyThere as error:
        return _list_page(accounts, {"email": str(error)}, 422)
    except (NotFound, Forbidden) as error:
        return _list_page(accounts, _refused(error), 422)
    return _link_page(email, token)


def _refused(error: NotFound | Forbidden) -> forms.Faults:
    return {"areas": NOT_YOURS} if isinstance(error, NotFound) else {"role": str(error)}


def _list_page(accounts: Accounts, faults: forms.Faults, status: int) -> Response:
    members = accounts.members.listed(g.actor)
    page = render_template("beheer/accounts.html", members=members, faults=faults, **_choices(request.form))
    return make_response(page, status)


def _choices(form: object) -> dict[str, object]:
    """Give what the fields for role and municipalities need: the roles that the actor can hand out, first of all."""
    may_all = is_general_administrator(g.actor)
    is_administrator = any(one.role is Role.ADMINISTRATOR for one in g.actor.grants)
    roles = [one for one in Role if is_administrator or one is not Role.ADMINISTRATOR]
    return {"roles": roles, "may_all": may_all, "form": form}


def _link_page(email: str, token: str) -> Response:
    address = url_for("beheer.link", token=token, _external=True)
    return make_response(render_template("beheer/link_made.html", email=email, address=address))


def one(accounts: Accounts, names: AreaNames, id: str) -> Response:
    """Show an account, or change its role and municipalities."""
    member = accounts.members.one(g.actor, id)
    if request.method != "POST":
        areas = [one for one in member.ref_areas if one != EVERYWHERE]
        everywhere = "1" if EVERYWHERE in member.ref_areas else ""
        form = {"role": member.role, "areas": " ".join(areas), "everywhere": everywhere}
        return make_response(render_template("beheer/account.html", member=member, faults={}, **_choices(form)))
    grants, faults = forms.grants_of(request.form, names)
    if not faults:
        try:
            accounts.members.change(g.actor, id, grants)
        except (NotFound, Forbidden) as error:
            faults = _refused(error)
    if faults:
        page = render_template("beheer/account.html", member=member, faults=faults, **_choices(request.form))
        return make_response(page, 422)
    flash(f"De rechten van {member.email} zijn gewijzigd.")
    return redirect(url_for("beheer.accounts"))


def disable(accounts: Accounts, id: str) -> Response:
    """Keep somebody out, from this moment on."""
    member = accounts.members.one(g.actor, id)
    accounts.members.set_disabled(g.actor, id, disabled=True)
    flash(f"Het account {member.email} is uitgeschakeld.")
    return redirect(url_for("beheer.accounts"))


def enable(accounts: Accounts, id: str) -> Response:
    """Let somebody in again."""
    member = accounts.members.one(g.actor, id)
    accounts.members.set_disabled(g.actor, id, disabled=False)
    flash(f"Het account {member.email} is weer ingeschakeld.")
    return redirect(url_for("beheer.accounts"))


def new_link(accounts: Accounts, id: str) -> Response:
    """Make a link for who forgot the password; it is shown once."""
    member = accounts.members.one(g.actor, id)
    return _link_page(member.email, accounts.members.new_link(g.actor, id))


def log(accounts: Accounts) -> Response:
    """Show who did what."""
    entries, broken = accounts.members.log(g.actor, newest=200)
    page = render_template("beheer/log.html", entries=entries, broken=broken)
    return make_response(page)
