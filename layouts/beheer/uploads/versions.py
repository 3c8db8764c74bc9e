"""The publications: who, when, why, from which file; and taking one back."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from flask import flash, g, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from data.accounts.rights import Forbidden, NotFound
from data.errors import UnknownRevision
from data.model import Revision
from indicators.news import news
from layouts.beheer import forms
from layouts.beheer.forms import Faults
from layouts.beheer.uploads.wizard import Uploads

BRUSSELS = ZoneInfo("Europe/Brussels")
MOST_NOTE = 300
NO_NOTE = f"Zeg in hoogstens {MOST_NOTE} tekens waarom je deze versie intrekt. Lezers zien dit."


def listed(uploads: Uploads) -> Response:
    """List all publications, the newest first."""
    revisions = list(reversed(uploads.desk.store.revisions()))
    return make_response(render_template("opladen/versies.html", revisions=revisions, when=when))


def when(one: Revision) -> str:
    """Write the moment of a publication in Belgian time."""
    return f"{one.published_at.astimezone(BRUSSELS):%d-%m-%Y om %H:%M}"


def one(uploads: Uploads, number: str) -> Response:
    """Show a publication, or take it back."""
    revision = _revision(uploads, number)
    if request.method != "POST":
        return _page(uploads, revision, {}, 200)
    uploads.desk.may_withdraw(g.actor, revision.number)
    note = forms.text(request.form, "note")
    if not note or len(note) > MOST_NOTE:
        return _page(uploads, revision, {"note": NO_NOTE}, 422)
    made = uploads.desk.withdraw(g.actor, revision.number, note)
    flash(f"Gelukt. Versie {revision.number} is ingetrokken. Wat ervoor stond, staat in versie {made}.")
    return redirect(url_for("uploads.version", number=made))


def _revision(uploads: Uploads, number: str) -> Revision:
    revisions = uploads.desk.store.revisions()
    found = next((one for one in revisions if str(one.number) == number), None)
    if found is None:
        raise UnknownRevision(int(number) if number.isdecimal() and len(number) < 9 else 0, len(revisions))
    return found


def _page(uploads: Uploads, revision: Revision, faults: Faults, status: int) -> Response:
    desk = uploads.desk
    shown = render_template(
        "opladen/versie.html",
        faults=faults,
        revision=revision,
        when=when(revision),
        news=news(desk.store, desk.catalogue, revision),
        original=_original(uploads, revision.number),
        may_withdraw=_may_withdraw(uploads, revision.number),
        is_newest=revision.number == desk.store.newest_revision(),
        note=request.form.get("note", ""),
    )
    return make_response(shown, status)


def _original(uploads: Uploads, number: int) -> str:
    """Give the id of the uploaded file behind a publication, for who may read it; else ""."""
    draft = uploads.desk.drafts.of_revision(number)
    if draft is None:
        return ""
    try:
        return uploads.desk.drafts.one(g.actor, draft.id).id
    except (NotFound, Forbidden):
        return ""


def _may_withdraw(uploads: Uploads, number: int) -> bool:
    try:
        uploads.desk.may_withdraw(g.actor, number)
    except (NotFound, Forbidden):
        return False
    return True
