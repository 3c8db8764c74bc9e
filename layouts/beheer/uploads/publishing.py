"""Step 6: publish, or leave it to somebody who may."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from flask import flash, g, redirect, request, url_for
from werkzeug.wrappers import Response

from data.accounts.rights import Action, Forbidden
from data.drafts.draft import Draft, Status
from data.upload.publication import NotPublished
from indicators import words
from layouts.beheer import forms
from layouts.beheer.forms import Faults
from layouts.beheer.uploads.preview import impact_of, is_ready
from layouts.beheer.uploads.versions import BRUSSELS
from layouts.beheer.uploads.wizard import SAVED, Uploads, draft_of, page, waiting

MOST_NOTE = 300
WRONG_DAY = "Kies een dag die nog komt, of laat het veld leeg om meteen te publiceren."
NO_NOTE = f"Zeg in hoogstens {MOST_NOTE} tekens wat er verandert en waarom. Lezers zien dit bij de versie."
FOR_APPROVER = "Bewaard. Een goedkeurder van je gemeente ziet dit bestand bij “Mijn opladingen” en kan het publiceren."


def publishing(uploads: Uploads, id: str) -> Response:
    """Show the summary, or publish."""
    draft = draft_of(uploads, id)
    if request.method != "POST" and (shown := waiting(draft, "publiceren", uploads.desk.looks.is_checked)):
        return shown
    if draft.is_open and not is_ready(uploads, draft):
        return redirect(url_for("uploads.controleren", id=id, fouten=1))
    if request.method != "POST":
        return _page(uploads, draft, {}, 200)
    draft_of(uploads, id, Action.PUBLISH)
    note = forms.text(request.form, "note")
    if "later" in request.form or "cancel" in request.form:
        uploads.desk.change(g.actor, replace(draft, note=note[:MOST_NOTE]), "noot bewaard")
        flash(SAVED if _hindrance(uploads, draft) == "" else FOR_APPROVER)
        return redirect(url_for("uploads.start"))
    faults = {"note": NO_NOTE} if not note or len(note) > MOST_NOTE else {}
    moment = _moment(uploads)
    if moment is None:
        faults["day"] = WRONG_DAY
    return _page(uploads, draft, faults, 422) if faults else _publish(uploads, draft, note, moment or 0)


def _moment(uploads: Uploads) -> int | None:
    """Give the start of the chosen day in Belgium, in seconds since 1970; 0 for now, None for what is no later day."""
    text = forms.text(request.form, "day")
    if not text:
        return 0
    try:
        found = int(datetime.combine(date.fromisoformat(text), time(), BRUSSELS).timestamp())
    except (ValueError, OverflowError):
        return None
    return found if found > uploads.desk.drafts.database.now() else None


def _publish(uploads: Uploads, draft: Draft, note: str, moment: int) -> Response:
    text = request.form.get("seen", "")
    seen = int(text) if text.isdecimal() and len(text) < 9 else 0
    try:
        if moment:
            uploads.desk.approve(g.actor, draft, note, seen, moment)
            flash(f"Bewaard. Lezers zien deze cijfers vanaf {day_of(moment)}.")
            return redirect(url_for("uploads.start"))
        number = uploads.desk.publish(g.actor, draft, note, seen)
    except NotPublished as error:
        told = {f"reden-{place}": f"{one.message} {one.advice}" for place, one in enumerate(error.findings, 1)}
        return _page(uploads, draft, told, 409)
    touched = len(uploads.desk.store.touched(number))
    flash(
        f"Gelukt. Versie {number} staat online. {touched} {'pagina is' if touched == 1 else 'pagina’s zijn'} aangepast."
    )
    return redirect(url_for("uploads.version", number=number))


def _page(uploads: Uploads, draft: Draft, faults: Faults, status: int) -> Response:
    found = impact_of(uploads, draft) if draft.is_open else None
    return page(
        "publiceren",
        status,
        draft=draft,
        faults=faults,
        impact=found,
        hindrance=_hindrance(uploads, draft),
        seen=uploads.desk.store.newest_revision(),
        note=request.form.get("note", draft.note),
        most=MOST_NOTE,
        day=request.form.get("day", ""),
        waits_for=day_of(draft.publish_at) if draft.status is Status.APPROVED else "",
        answers=list(dict.fromkeys(draft.mapping.answers.values())),
    )


def day_of(moment: int) -> str:
    """Write the moment of a publication for people: "1 december 2026, 0.00 uur"."""
    at = datetime.fromtimestamp(moment, BRUSSELS)
    return f"{words.period(f'{at:%Y-%m-%d}')}, {at:%-H.%M} uur"


def _hindrance(uploads: Uploads, draft: Draft) -> str:
    """Say why this person cannot publish this draft; "" when nothing stands in the way."""
    try:
        uploads.desk.may_publish(g.actor, draft)
    except Forbidden as error:
        return str(error)
    return ""
