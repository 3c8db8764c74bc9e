"""Step 3, below the columns: what the names of groups in the file mean, chosen once for each name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass

from data.catalogue import Catalogue
from data.drafts.draft import CHOSEN, Draft
from data.reading.sheets import Sheet
from data.upload.columns import rows_with_figures
from data.upload.context import Context
from data.upload.layout import Layout
from data.upload.mapping import FIELDS, SKIP, TOTAL, Mapping
from data.upload.meaning import UNKNOWN, Reader
from data.upload.words import tidy

MOST_NAMES = 60
"""So many names of one column are asked here; what is left is asked in step 4."""

SUGGESTED = "voorgesteld"
FORM = re.compile(r"groep-(\w+)-(\d+)")
Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Name:
    """A name in the file, in a column that is the breakdown `field`; `code` is what it means, "" when unknown."""

    field: str
    label: str
    text: str
    code: str
    chip: str
    options: Options


def names_of(draft: Draft, sheet: Sheet, layout: Layout, context: Context) -> list[Name]:
    """List the different names of groups in a file with what each means, those without a meaning first."""
    reader = Reader(draft.mapping, context, frozenset())
    found: dict[tuple[str, str], Name] = {}
    for column, field, text in _texts(draft.mapping, sheet, layout, context.catalogue):
        if (field, text) not in found:
            found[field, text] = _name(draft, reader, column, field, text)
    return sorted(found.values(), key=lambda one: one.code != "")


def _texts(mapping: Mapping, sheet: Sheet, layout: Layout, catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    """Give column, breakdown and name: of the cells of a column, and of what holds for a column of values."""
    rows = rows_with_figures(sheet, layout.rows)
    for place, column in enumerate(layout.unique_names):
        field = mapping.columns.get(column, "")
        if _is_breakdown(field, catalogue):
            texts = dict.fromkeys(map(tidy, rows.column(place).texts))
            yield from ((column, field, text) for text in list(texts)[:MOST_NAMES])
        facts = mapping.values.get(column, {})
        yield from ((column, field, tidy(text)) for field, text in facts.items() if _is_breakdown(field, catalogue))


def _is_breakdown(field: str, catalogue: Catalogue) -> bool:
    return field not in FIELDS and field in catalogue.codelists


def _name(draft: Draft, reader: Reader, column: str, field: str, text: str) -> Name:
    found, catalogue = reader.meaning(field, text), reader.context.catalogue
    code = "" if found.code == UNKNOWN else found.code or TOTAL
    is_chosen = text in draft.mapping.translations.get(field, {})
    chip = draft.why.get(column, CHOSEN) if is_chosen else SUGGESTED
    chip = CHOSEN if is_chosen and chip == SUGGESTED else chip
    codes = tuple((one.code, one.label) for one in catalogue.codelists[field].codes.values())
    options = ((TOTAL, "het totaal"), *codes, (SKIP, "sla deze rijen over"))
    return Name(field, reader.context.dimension_label(field), text, code, chip if code else "", options)


def translated(mapping: Mapping, form: Map[str, str], catalogue: Catalogue) -> Mapping:
    """Give the mapping with the meanings of a form: `groep-<field>-<n>` is a name, `code-…` its code, `was-…` the old.

    What was only suggested and left as it was, is not kept as a choice.
    """
    for key, text in form.items():
        match = FORM.fullmatch(key)
        place = key.removeprefix("groep-")
        code = form.get(f"code-{place}", "")
        if match and code != form.get(f"was-{place}", "") and _is_code(match[1], code, catalogue):
            mapping = mapping.translated(match[1], {text: code})
    return mapping


def _is_code(field: str, code: str, catalogue: Catalogue) -> bool:
    return _is_breakdown(field, catalogue) and (code in (TOTAL, SKIP) or code in catalogue.codelists[field])


def asked(form: Map[str, str]) -> set[tuple[str, str]]:
    """Give breakdown and name of what a form asked."""
    return {(match[1], text) for key, text in form.items() if (match := FORM.fullmatch(key))}
