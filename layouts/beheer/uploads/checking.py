"""Step 4: what does not fit, and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask import flash, g, redirect, request, url_for
from werkzeug.wrappers import Response

from data.accounts.rights import Action
from data.drafts import mending
from data.drafts.draft import Draft
from data.reading.sheets import Sheet
from data.upload.finding import ERROR, INFO, WARNING, Finding, letter
from data.upload.layout import Layout
from data.upload.report import Report
from layouts.beheer.uploads.cards import Card, cards
from layouts.beheer.uploads.wizard import SAVED, Uploads, draft_of, page, waiting

AROUND, MOST_ROWS, MOST_COLUMNS, MOST_CHARACTERS = 1, 40, 10, 24
WIDEST = 20_000
"""More columns than any sheet has; row × this + column names a cell."""

NOTHING = "Kies iets, of typ iets."


@dataclass(frozen=True)
class Cell:
    """A cell of the preview; `level` is that of the gravest finding at it, or ""; `card` the id of what says it."""

    text: str
    level: str
    card: str


def checking(uploads: Uploads, id: str) -> Response:
    """Show the findings, or mend one of them."""
    if request.method != "POST":
        draft = draft_of(uploads, id)
        return waiting(draft, "controleren", uploads.desk.looks.is_checked) or _page(uploads, draft)
    draft = draft_of(uploads, id, Action.MAP)
    if "later" in request.form:
        flash(SAVED)
        return redirect(url_for("uploads.start"))
    changed = mended(draft, request.form)
    if changed is None:
        flash(NOTHING)
    elif changed != draft:
        uploads.desk.change(g.actor, changed, "verbeterd")
        flash("Bewaard. We controleren het bestand opnieuw.")
    return redirect(url_for("uploads.controleren", id=id))


def mended(draft: Draft, form: Mapping[str, str]) -> Draft | None:
    """Give the draft after what a form asks; None for a form that says nothing that we know."""
    do, text = form.get("do", ""), form.get("text", "")
    row, column = (int(form[name]) if form.get(name, "").isdecimal() else 0 for name in ("row", "column"))
    word, code = form.get("word", ""), form.get("code", "") or text.strip()
    if do == "cell" and row and column and "text" in form:
        return mending.cell(draft, row, column, text)
    if do == "row" and row:
        return mending.without_row(draft, row)
    if do == "word" and form.get("field") and code:
        return mending.word(draft, form["field"], word, code)
    if do == "marker" and word and code:
        return mending.marker(draft, word, code)
    if do == "reading" and form.get("mark") in mending.READINGS and form.get("name"):
        return mending.reading(draft, form["name"], form["mark"])
    if do == "answer" and form.get("key") and text.strip():
        return mending.answer(draft, form["key"], text)
    return None


def _page(uploads: Uploads, draft: Draft) -> Response:
    looks = uploads.desk.looks
    uploads.desk.settle(draft)
    report, layout = looks.report(draft), looks.layout(draft)
    published = uploads.desk.looks.published(draft)
    shown = cards(report.findings, draft, layout, uploads.desk.catalogue, published)
    places = [one for one in _places(layout, draft, report.findings) if one <= len(layout.names)]
    asked = [one for one in shown[WARNING] if one.asks_why and not one.answer]
    stops = [*shown[ERROR], *asked]
    return page(
        "controleren",
        draft=draft,
        report=report,
        cards=shown,
        kinds=(
            (ERROR, "fout", "fouten"),
            (WARNING, "waarschuwing", "waarschuwingen"),
            (INFO, "opmerking", "opmerkingen"),
        ),
        stops=stops,
        is_told="fouten" in request.args,
        heads=[f"{letter(place)} {layout.names[place - 1]}" for place in places],
        rows=_rows(looks.sheet(draft), layout, [*shown[ERROR], *shown[WARNING]], places),
        in_order=_in_order(report),
    )


def _places(layout: Layout, draft: Draft, findings: tuple[Finding, ...]) -> list[int]:
    """Choose the columns to show: those with a finding first, then those that are linked; positions from 1."""
    linked = {*draft.mapping.columns, *draft.mapping.values}
    told = [one.column for one in findings if one.column and one.level != INFO]
    used = [place for place, name in enumerate(layout.unique_names, 1) if name in linked]
    return sorted(list(dict.fromkeys([*told, *used]))[:MOST_COLUMNS])


def _rows(sheet: Sheet, layout: Layout, told: list[Card], places: list[int]) -> list[tuple[int, list[Cell]]]:
    """Take the rows with a finding and their neighbours; without findings the first rows."""
    marked = {cell: (one.level, one.id) for one in reversed(told) for cell in one.cells}
    near = {row + step for row, _ in marked for step in range(-AROUND, AROUND + 1) if row}
    wanted = sorted(near & set(layout.rows)) or list(layout.rows)[:8]
    return [
        (row, [Cell(_short(sheet.rows[row - 1][place - 1]), *marked.get((row, place), ("", ""))) for place in places])
        for row in wanted[:MOST_ROWS]
    ]


def _short(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else f"{text[:MOST_CHARACTERS]}…"


def _in_order(report: Report) -> int:
    """Count the cells that were understood and have no finding at them."""
    frame = report.frame
    if "sheet_row" not in frame:
        return 0
    told = [one.row * WIDEST + one.column for one in report.findings if one.level != INFO]
    return int((frame["understood"] & ~(frame["sheet_row"] * WIDEST + frame["sheet_column"]).isin(told)).sum())
