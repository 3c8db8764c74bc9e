"""Step 3: which column is which field, and what holds for all rows."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass, replace

from flask import flash, g, redirect, request, url_for
from werkzeug.wrappers import Response

from data.accounts.rights import Action
from data.catalogue import Catalogue
from data.drafts.draft import CHOSEN, Draft
from data.model import TRANSFORMATION
from data.upload.mapping import FIELDS, Mapping
from layouts.beheer.uploads.groups import Name, asked, names_of, translated
from layouts.beheer.uploads.wizard import Uploads, draft_of, go_on, page, waiting

EXAMPLES = 3
ACROSS = "="
"""Before a field: the column holds values, and its name says this of them ("=time_period": its name is a year)."""

LINKABLE = {name: label for name, label in FIELDS.items() if name != "breakdown"}
NEW_NAMES = "Hieronder staan namen van groepen die we niet kennen. Kies wat ze betekenen."
FOR_ALL = ("indicator", "source", "ref_area", "time_period", "unit_measure")


@dataclass(frozen=True)
class Column:
    """A column of the file: its name, three of its values, what it is linked to, and who said so."""

    name: str
    examples: tuple[str, ...]
    field: str
    word: str
    chip: str


def columns(uploads: Uploads, id: str) -> Response:
    """Show the links, or keep other ones."""
    if request.method != "POST":
        draft = draft_of(uploads, id)
        return waiting(draft, "kolommen", uploads.desk.looks.is_read) or _page(uploads, draft)
    draft = draft_of(uploads, id, Action.MAP)
    names = uploads.desk.looks.layout(draft).unique_names
    changed = linked(draft, names, request.form, uploads.desk.catalogue)
    if changed != draft:
        uploads.desk.change(g.actor, changed, "kolommen gekoppeld")
    is_linked_anew = _links(changed) != _links(draft)
    if is_linked_anew and "later" not in request.form and _has_new_names(uploads, changed):
        flash(NEW_NAMES)
        return redirect(url_for("uploads.kolommen", id=id, _anchor="groepen"))
    return go_on(draft, "controleren", later="later" in request.form)


def _links(draft: Draft) -> tuple[object, ...]:
    return draft.mapping.columns, draft.mapping.values


def _has_new_names(uploads: Uploads, draft: Draft) -> bool:
    """Tell whether a new link brought names without a meaning, which the form could not yet ask."""
    shown = asked(request.form)
    return any(not one.code and (one.field, one.text) not in shown for one in _names(uploads, draft))


def _names(uploads: Uploads, draft: Draft) -> list[Name]:
    looks = uploads.desk.looks
    return names_of(draft, looks.sheet(draft), looks.layout(draft), looks.context(draft.ref_area))


def _page(uploads: Uploads, draft: Draft) -> Response:
    catalogue = uploads.desk.catalogue
    shown = _columns(uploads, draft)
    return page(
        "kolommen",
        draft=draft,
        columns=shown,
        groups=_names(uploads, draft),
        unused=[one.name for one in shown if not one.field],
        fields_of_rows=LINKABLE,
        dimensions=dimensions(catalogue, draft.mapping),
        across=ACROSS,
        choices={
            "indicator": sorted((one.title, one.id) for one in catalogue.indicators.values()),
            "source": [(one.label, one.code) for one in catalogue.codelists["source"].codes.values()],
            "unit_measure": [(one.label, one.code) for one in catalogue.codelists["unit_measure"].codes.values()],
        },
        for_all={name: FIELDS[name] for name in FOR_ALL},
        linked={*draft.mapping.columns.values(), *(field for one in draft.mapping.values.values() for field in one)},
    )


def dimensions(catalogue: Catalogue, mapping: Mapping) -> dict[str, str]:
    """Name the breakdowns that a column can be: those of the one indicator of the file, or all."""
    only = catalogue.indicators.get(mapping.fixed.get("indicator", ""))
    found = [only] if only else list(catalogue.indicators.values())
    named = {one.id: one.label for indicator in found for one in indicator.dimensions}
    return {**dict(sorted(named.items(), key=lambda one: one[1])), TRANSFORMATION: "soort cijfer"}


def _columns(uploads: Uploads, draft: Draft) -> list[Column]:
    looks, mapping = uploads.desk.looks, draft.mapping
    shown, layout = looks.sheet(draft), looks.layout(draft)
    made = []
    for index, name in enumerate(layout.unique_names):
        cells = (shown.rows[row - 1][index].strip() for row in layout.rows[:200])
        examples = tuple(dict.fromkeys(one for one in cells if one))[:EXAMPLES]
        facts = next(iter(mapping.values.get(name, {}).items()), ("", ""))
        field = f"{ACROSS}{facts[0]}" if name in mapping.values else mapping.columns.get(name, "")
        made.append(Column(name, examples, field, facts[1], draft.why.get(name, "") if field else ""))
    return made


def linked(draft: Draft, names: tuple[str, ...], form: Map[str, str], catalogue: Catalogue) -> Draft:
    """Give the draft with the links of a form: `f0`, `w0` … by position, `all_<field>` for all rows."""
    known = {*LINKABLE, *dimensions(catalogue, Mapping())}
    columns, values, why = dict(draft.mapping.columns), dict(draft.mapping.values), dict(draft.why)
    for index, name in enumerate(names):
        field, word = form.get(f"f{index}"), form.get(f"w{index}", "").strip() or name
        if field is None or (field.removeprefix(ACROSS) not in {*known, ""}):
            continue
        before = columns.pop(name, ""), values.pop(name, None)
        if field.startswith(ACROSS):
            values[name] = {field.removeprefix(ACROSS): word} if field != ACROSS else {}
        elif field:
            columns[name] = field
        if before != (columns.get(name, ""), values.get(name)):
            why[name] = CHOSEN
    fixed = {**draft.mapping.fixed, **{one: form[f"all_{one}"].strip() for one in FOR_ALL if f"all_{one}" in form}}
    fixed = {field: word for field, word in fixed.items() if word and field not in columns.values()}
    layout = draft.mapping.layout
    if (columns, values) != (draft.mapping.columns, draft.mapping.values):
        layout = "wide" if len(values) > 1 else "long"
    mapping = replace(draft.mapping, layout=layout, columns=columns, values=values, fixed=fixed)
    return replace(draft, why=why, mapping=translated(mapping, form, catalogue))
