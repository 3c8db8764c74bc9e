"""Step 5: what readers will see change, before anything changes."""

from __future__ import annotations

from flask import redirect, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from data.drafts.draft import Draft
from data.upload.report import READY
from indicators.impact import Impact, impact
from layouts.beheer.uploads.wizard import Uploads, draft_of, page, waiting


def preview(uploads: Uploads, id: str) -> Response:
    """Show old against new; a draft that is not ready is led back to what stops it."""
    draft = draft_of(uploads, id)
    if shown := waiting(draft, "voorbeeld", uploads.desk.looks.is_checked):
        return shown
    if draft.is_open and not is_ready(uploads, draft):
        return redirect(url_for("uploads.controleren", id=id, fouten=1))
    return page(
        "voorbeeld",
        draft=draft,
        impact=impact_of(uploads, draft),
        drawing=Markup,  # made by ourselves, in `indicators/figures/small.py`, which escapes what it is given
    )


def is_ready(uploads: Uploads, draft: Draft) -> bool:
    """Tell whether nothing stops a draft any more: no error, and an answer to each warning that needs one."""
    report = uploads.desk.looks.report(draft)
    return report.status == READY and not report.open_warnings


def impact_of(uploads: Uploads, draft: Draft) -> Impact:
    """Compare what readers see with what they would see."""
    answers = uploads.answers
    observations = uploads.desk.looks.report(draft).observations()
    return impact(answers.store, answers.catalogue, answers.targets, observations)
