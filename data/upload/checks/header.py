"""Checks of the names of columns, and of how they are linked to fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from data.dutch import listed
from data.reading.sheets import Sheet
from data.upload.columns import Codes, Column, rows_with_figures
from data.upload.context import Context
from data.upload.finding import Finding, finding, letter
from data.upload.known import layout_named
from data.upload.layout import Layout
from data.upload.mapping import FIELDS, Mapping
from data.upload.words import INVISIBLE, tidy

REQUIRED = ("indicator", "ref_area", "time_period", "obs_value", "source")
ACROSS = {"time_period": "Jaren", "ref_area": "Gebieden"}
SAMPLE = 500


def check_layout(sheet: Sheet, layout: Layout, mapping: Mapping, context: Context) -> Iterator[Finding]:
    """Check the header, then the links."""
    if not rows_with_figures(sheet, layout.rows).positions:
        yield finding("K8", sheet=sheet.name)
        return
    for check in (_where, _nameless, _double, _invisible, _across):
        yield from check(sheet, layout, mapping)
    yield from _links(sheet, layout, mapping, context)


def _where(sheet: Sheet, layout: Layout, _mapping: Mapping) -> Iterator[Finding]:
    first, last = layout.header_rows[0], layout.header_rows[-1]
    if first < last:
        joined = max(layout.names, key=lambda name: name.count(", "))
        yield finding("K4", sheet=sheet.name, row=first, first=first, last=last, value=joined)
    if layout.titles:
        yield finding("K9", sheet=sheet.name, row=first)
    if layout.notes:
        text = next(cell for cell in sheet.rows[layout.notes[0] - 1] if cell.strip())
        yield finding("K13", sheet=sheet.name, row=layout.notes[0], count=len(layout.notes), value=text[:80])


def _nameless(sheet: Sheet, layout: Layout, mapping: Mapping) -> Iterator[Finding]:
    """Ask for names, except of a first column that only counts rows (Swing), and of columns that hold nothing."""
    names = [(index, unique) for index, unique in enumerate(layout.unique_names) if not layout.names[index]]
    filled = [index for index, unique in names if unique not in mapping.columns and _is_filled(sheet, layout, index)]
    if filled == [0] and _counts_rows(sheet, layout):
        return
    if filled:
        named = listed([letter(index + 1) for index in filled])
        which = f"Kolom {named} heeft" if len(filled) == 1 else f"De kolommen {named} hebben"
        yield finding("K1", sheet=sheet.name, row=layout.header_rows[-1], column=filled[0] + 1, which=which)


def _is_filled(sheet: Sheet, layout: Layout, index: int) -> bool:
    return any(sheet.kinds[row - 1][index] != " " for row in layout.rows)


def _counts_rows(sheet: Sheet, layout: Layout) -> bool:
    cells = [sheet.rows[row - 1][0] for row in layout.rows[:SAMPLE]]
    numbers = [int(cell) for cell in cells if cell.isdigit()]
    return len(numbers) == len(cells) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _double(sheet: Sheet, layout: Layout, mapping: Mapping) -> Iterator[Finding]:
    """Refuse two columns with one name, unless the mapping has left one of them out."""
    seen: dict[str, int] = {}
    used = {*mapping.columns, *mapping.values}
    for index, (name, unique) in enumerate(zip(layout.names, layout.unique_names, strict=True)):
        if name and name in seen and name in used:
            first, second = letter(seen[name] + 1), letter(index + 1)
            place = {"row": layout.header_rows[-1], "column": index + 1, "value": name}
            if unique in used or mapping.layout in ("long", "wide"):
                yield finding("K2", sheet=sheet.name, **place, first=first, second=second)
        seen.setdefault(name, index)


def _invisible(sheet: Sheet, layout: Layout, _mapping: Mapping) -> Iterator[Finding]:
    row = layout.header_rows[-1]
    for index, text in enumerate(sheet.rows[row - 1]):
        if text != tidy(text) and not (mapped_break(text)):
            yield finding("K6", sheet=sheet.name, row=row, column=index + 1, value=tidy(text))


def mapped_break(text: str) -> bool:
    """Tell whether the only special character of a name is a line break, which people put there to see it."""
    return "\n" in text and not INVISIBLE.search(text.replace("\n", "").replace(" ", ""))


def _across(sheet: Sheet, layout: Layout, mapping: Mapping) -> Iterator[Finding]:
    for field, words in ACROSS.items():
        if named := [name for name, facts in mapping.values.items() if field in facts]:
            row = layout.header_rows[-1]
            yield finding(
                "K10", sheet=sheet.name, row=row, words=words, count=len(named), first=named[0], last=named[-1]
            )


def _links(sheet: Sheet, layout: Layout, mapping: Mapping, context: Context) -> Iterator[Finding]:
    names = layout.unique_names
    if lost := [name for name in (*mapping.columns, *mapping.values) if name not in names]:
        yield finding("K14", sheet=sheet.name, names=", ".join(f"“{name}”" for name in lost))
    facts = {field for one in mapping.values.values() for field in one}
    given = {*mapping.columns.values(), *mapping.fixed, *facts} | ({"obs_value"} if mapping.values else set())
    for field in REQUIRED:
        if field not in given:
            yield finding("K3", sheet=sheet.name, row=layout.header_rows[-1], value=FIELDS[field])
    if unused := _unused(sheet, layout, mapping):
        yield finding("K5", sheet=sheet.name, row=layout.header_rows[-1], names=", ".join(f"“{one}”" for one in unused))
    yield from _unknown_fields(sheet, mapping, context)


def _unused(sheet: Sheet, layout: Layout, mapping: Mapping) -> list[str]:
    """List the columns that are not used; of a known layout those that say more than the columns that are."""
    names = layout.unique_names
    used = {*mapping.columns, *mapping.values}
    unused = [name for name, own in zip(names, layout.names, strict=True) if own == name and name not in used]
    if mapping.layout in ("long", "wide"):
        return unused
    known = layout_named(mapping.layout)
    if known is None or known.id == "own":
        return []
    left = [name for name in unused if name and not name.lower().startswith(known.unused)]
    rows = rows_with_figures(sheet, layout.rows)
    linked = [name for name, field in mapping.columns.items() if name in names and field != "obs_value"]
    keys = [rows.column(names.index(name)).codes for name in linked]
    return [name for name in left if _says_more(rows.column(names.index(name)), keys)]


def _says_more(column: Column, keys: Sequence[Codes]) -> bool:
    """Tell whether a column has several texts, and more than one beside a text of each other column: no label of it."""
    return len(column.texts) > 1 and not any(
        len(np.unique(codes)) == len(np.unique(codes.astype(np.int64) * len(column.texts) + column.codes))
        for codes in keys
    )


def _unknown_fields(sheet: Sheet, mapping: Mapping, context: Context) -> Iterator[Finding]:
    """Refuse links to a field that does not exist; a breakdown that an indicator does not have is told at its cells."""
    for name, field in mapping.columns.items():
        if field not in FIELDS and field not in context.catalogue.codelists:
            yield finding("K12", sheet=sheet.name, value=name, chosen=field, field="velden")
