"""Step 2: which sheet is read, where its names and figures stand, and how a text file is cut."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flask import g, request
from werkzeug.wrappers import Response

from data.accounts.rights import Action
from data.drafts.draft import Draft
from data.reading.sheets import Sheet
from data.upload.layout import Layout
from data.upload.mapping import Mapping
from data.upload.suggest import suggest
from layouts.beheer.forms import Faults
from layouts.beheer.uploads.wizard import Uploads, draft_of, go_on, page, waiting

FIRST_ROWS, MOST_COLUMNS, MOST_CHARACTERS = 12, 12, 60
ENCODINGS = {"": "vanzelf", "utf-8": "UTF-8", "cp1252": "Windows (1252)", "utf-16": "UTF-16"}
SEPARATORS = {"": "vanzelf", ";": "puntkomma", ",": "komma", "\t": "tab", "|": "rechte streep"}
MOST_HEADER_ROWS = 3
WRONG_ROWS = f"De kop telt hoogstens {MOST_HEADER_ROWS} rijen na elkaar, en staat in het blad."


@dataclass(frozen=True)
class Row:
    """A row of the file as the page shows it: its position, what we take it for, and its first cells."""

    position: int
    kind: str
    cells: tuple[str, ...]


def sheet(uploads: Uploads, id: str) -> Response:
    """Show the sheet, or read it in another way."""
    if request.method != "POST":
        draft = draft_of(uploads, id)
        return waiting(draft, "blad", uploads.desk.looks.is_read) or _page(uploads, draft, {}, 200)
    draft = draft_of(uploads, id, Action.MAP)
    changed = _reread(uploads, draft)
    if changed is None:
        return _page(uploads, draft, {"first": WRONG_ROWS}, 422)
    if changed != draft:
        uploads.desk.change(g.actor, changed, "blad gekozen")
    return go_on(draft, "blad" if "again" in request.form else "kolommen", later="later" in request.form)


def _page(uploads: Uploads, draft: Draft, faults: Faults, status: int) -> Response:
    looks = uploads.desk.looks
    book, shown, layout = looks.book(draft), looks.sheet(draft), looks.layout(draft)
    return page(
        "blad",
        status,
        draft=draft,
        faults=faults,
        book=book,
        sheet=shown,
        layout=layout,
        rows=_rows(shown, layout),
        column_names=layout.unique_names,
        is_wide=draft.mapping.layout == "wide",
        encodings=[(text, code) for code, text in ENCODINGS.items()],
        separators=[(text, code) for code, text in SEPARATORS.items()],
    )


def _rows(shown: Sheet, layout: Layout) -> list[Row]:
    """Take the first rows, those around the names, and the footnotes."""
    count = max(FIRST_ROWS, layout.header_rows[-1] + 3)
    positions = [*range(1, min(count, len(shown.rows)) + 1)]
    positions += [one for one in layout.notes[:FIRST_ROWS] if one not in positions]
    return [Row(one, _kind(one, layout), _cells(shown.rows[one - 1])) for one in positions]


def _kind(position: int, layout: Layout) -> str:
    if position in layout.header_rows:
        return "kop"
    if position in layout.titles:
        return "titel"
    if position in layout.notes:
        return "voetnoot"
    return "cijfers" if position in layout.rows else ""


def _cells(cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one if len(one) <= MOST_CHARACTERS else f"{one[:MOST_CHARACTERS]}…" for one in cells[:MOST_COLUMNS])


def _reread(uploads: Uploads, draft: Draft) -> Draft | None:
    """Give the draft with what the form says; None for header rows that the sheet does not have."""
    form, looks = request.form, uploads.desk.looks
    encoding, separator = form.get("encoding", draft.encoding), form.get("separator", draft.separator)
    name = form.get("sheet", draft.mapping.sheet)
    changed = replace(
        draft,
        mapping=replace(draft.mapping, sheet=name if _is_known(uploads, draft, name) else draft.mapping.sheet),
        encoding=encoding if encoding in ENCODINGS else "",
        separator=separator if separator in SEPARATORS else "",
    )
    if changed != draft:
        return _suggested(uploads, replace(changed, edits={}), ())
    rows = _header_rows()
    if not rows or rows[-1] > len(looks.sheet(draft).rows):
        return None
    return draft if rows == looks.layout(draft).header_rows else _suggested(uploads, draft, rows)


def _is_known(uploads: Uploads, draft: Draft, name: str) -> bool:
    return any(name == one.name for one in uploads.desk.looks.book(draft).sheets)


def _suggested(uploads: Uploads, draft: Draft, rows: tuple[int, ...]) -> Draft:
    """Suggest columns for another sheet, or for other header rows; what holds for all rows stays."""
    looks, chosen = uploads.desk.looks, draft.mapping
    read = replace(draft, mapping=replace(chosen, header_rows=rows))
    made = suggest(looks.sheet(read), looks.context(draft.ref_area), Mapping(header_rows=rows))
    fixed = {**made.mapping.fixed, **chosen.fixed}
    mapping = replace(made.mapping, sheet=chosen.sheet, header_rows=rows, fixed=fixed)
    return replace(draft, mapping=mapping, why=made.why)


def _header_rows() -> tuple[int, ...]:
    texts = [request.form.get(name, "").strip() for name in ("first", "last")]
    if not all(one.isascii() and one.isdecimal() and len(one) < 7 for one in texts):
        return ()
    first, last = map(int, texts)
    return tuple(range(first, last + 1)) if 0 < first <= last < first + MOST_HEADER_ROWS else ()
