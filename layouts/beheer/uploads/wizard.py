"""What the six steps of the wizard share: their names, the draft of a page, and the frame around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import flash, g, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from data.accounts.rights import Action
from data.drafts.desk import Desk
from data.drafts.draft import Draft
from indicators.answers import Answers

STEPS = {
    "bestand": "bestand",
    "blad": "blad en kolomkoppen",
    "kolommen": "kolommen koppelen",
    "controleren": "controleren",
    "voorbeeld": "voorbeeld",
    "publiceren": "publiceren",
}
MOST_LOOKS = 20
"""After a minute of looking every 3 seconds the page no longer looks by itself."""

SAVED = "Je wijzigingen zijn bewaard. Je kunt later verder bij “Mijn opladingen”."


@dataclass(frozen=True)
class Uploads:
    """What the views need: the desk that keeps and publishes, and the answers that readers get."""

    desk: Desk
    answers: Answers


def draft_of(uploads: Uploads, id_: str, action: Action = Action.READ_DRAFT) -> Draft:
    """Give the draft of an address. Raises: NotFound, Forbidden."""
    return uploads.desk.drafts.one(g.actor, id_, action)


def page(step: str, status: int = 200, **more: object) -> Response:
    """Show a step; `more` must say `draft`, and `faults` where there are any."""
    names = list(STEPS)
    number = names.index(step) + 1
    steps = [(name, STEPS[name], place) for place, name in enumerate(names, 1)]
    around = {"previous": names[number - 2] if number > 1 else "", "next": names[number] if number < len(names) else ""}
    shared = {"step": names[number - 1], "number": number, "steps": steps, "names": STEPS, "faults": {}, **around}
    template = more.pop("template", step)
    return make_response(render_template(f"opladen/{template}.html", **{**shared, **more}), status)


def waiting(draft: Draft, step: str, is_done: Callable[[Draft], bool]) -> Response | None:
    """Give the page that waits while a large file is read or checked, and looks again; None when that is done."""
    if is_done(draft):
        return None
    looked = request.args.get("keer", "")
    looks = int(looked) if looked.isdecimal() and len(looked) < 4 else 0
    return page(step, 202, template="wacht", draft=draft, looks=looks, is_slow=looks >= MOST_LOOKS)


def go_on(draft: Draft, step: str, later: bool) -> Response:
    """Lead on to a step after a form, or to the list where the person goes on later."""
    if later:
        flash(SAVED)
        return redirect(url_for("uploads.start"))
    return redirect(url_for(f"uploads.{step}", id=draft.id))
