"""Step 1: choose a file; and the list of the files that one is working on."""

from __future__ import annotations

from uuid import uuid4

from flask import flash, g, make_response, redirect, request, url_for
from werkzeug.wrappers import Response

from data.accounts.rights import EVERYWHERE, Action
from data.drafts.desk import OverQuota, Unkept
from data.drafts.draft import Draft, Status
from data.drafts.files import DiskFull
from data.drafts.looks import Busy
from data.reading.refusals import Refused, megabytes
from data.upload.mapping import Mapping
from data.upload.words import period, school_year
from layouts.beheer import forms
from layouts.beheer.forms import Faults
from layouts.beheer.uploads.wizard import Uploads, draft_of, page

STATES = {
    Status.CHECKING: "wordt gecontroleerd",
    Status.FAILED: "verbeter het bestand",
    Status.NEEDS_MAPPING: "nog te koppelen",
    Status.DRAFT: "klaar om na te kijken",
    Status.APPROVED: "wacht op zijn dag",
}
STATUS_OF = {Busy: 503, DiskFull: 507, OverQuota: 429}
NO_AREA = "Kies voor welke gemeente dit bestand is."


def start(uploads: Uploads) -> Response:
    """Show the form and the list, or take a file."""
    if request.method != "POST":
        return _page(uploads, {}, 200)
    faults = _faults(uploads)
    if faults:
        return _page(uploads, faults, 422)
    file = request.files["file"]
    try:
        draft = uploads.desk.receive(g.actor, file.stream, _draft(uploads, file.filename or ""))
    except (Refused, Unkept, Busy, DiskFull, OverQuota) as error:
        return _page(uploads, {"file": str(error)}, STATUS_OF.get(type(error), 422))
    flash(f"We lazen “{draft.name}”. Er is nog niets gepubliceerd.")
    return redirect(url_for("uploads.blad", id=draft.id))


def _page(uploads: Uploads, faults: Faults, status: int) -> Response:
    """Show the form; a key in it makes the same form, sent twice, one upload."""
    desk = uploads.desk
    shown = page(
        "bestand",
        status,
        draft=None,
        faults=faults,
        form=request.form if request.method == "POST" else request.args,
        key=uuid4().hex,
        areas=_areas(uploads),
        sources=[(one.code, one.label) for one in desk.catalogue.codelists["source"].codes.values()],
        indicators=sorted((one.title, one.slug) for one in desk.catalogue.indicators.values()),
        drafts=desk.drafts.listed(g.actor),
        states=STATES,
        most=megabytes(desk.limits.file_bytes),
    )
    return shown


def _areas(uploads: Uploads) -> list[tuple[str, str]]:
    """List the municipalities for which this person may upload; everywhere is the empty code."""
    own = sorted({one.ref_area for one in g.actor.grants})
    if EVERYWHERE in own:
        return [("", "alle gemeenten en Vlaanderen")]
    return [(one, uploads.desk.catalogue.label("ref_area", one)) for one in own]


def _faults(uploads: Uploads) -> Faults:
    faults: Faults = {}
    if not request.files.get("file"):
        faults["file"] = "Kies een bestand."
    if request.form.get("area", "") not in dict(_areas(uploads)):
        faults["area"] = NO_AREA
    year = forms.text(request.form, "period")
    if year and not (period(year) or school_year(year)):
        faults["period"] = (
            f"“{year[:40]}” is geen jaar. We verwachten een jaar zoals 2010, of een schooljaar zoals 2009-2010."
        )
    return faults


def _draft(uploads: Uploads, name: str) -> Draft:
    form = request.form
    chosen = {"source": form.get("source", ""), "time_period": forms.text(form, "period")}
    known = uploads.desk.catalogue.codelists["source"]
    fixed = {field: word for field, word in chosen.items() if word and (field != "source" or word in known)}
    mapping = _earlier(uploads, form.get("earlier", ""))
    return Draft(
        id="",
        form=form.get("key", "")[:64] or uuid4().hex,
        account=g.actor.id,
        author=g.actor.email,
        ref_area=form.get("area", ""),
        name=name,
        sha256="",
        size=0,
        status=Status.DRAFT,
        mapping=Mapping(**{**vars(mapping), "fixed": {**mapping.fixed, **fixed}}),
        why={},
        edits={},
    )


def _earlier(uploads: Uploads, id_: str) -> Mapping:
    """Give the mapping of the draft that this file takes the place of; an empty one without any."""
    return draft_of(uploads, id_).mapping if id_ else Mapping()


def told(uploads: Uploads, id: str) -> Response:
    """Show what is known of a file that came in."""
    draft = draft_of(uploads, id)
    book = uploads.desk.looks.book(draft)
    return make_response(page("bestand", draft=draft, book=book, size=megabytes(draft.size)))


def remove(uploads: Uploads, id: str) -> Response:
    """Remove a draft."""
    draft_of(uploads, id, Action.DELETE_DRAFT)
    removed = uploads.desk.remove(g.actor, id)
    flash(f"“{removed.name}” is gewist.")
    return redirect(url_for("uploads.start"))
