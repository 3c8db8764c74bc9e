"""Links the columns of a sheet to fields: what the layout says, what the name says, and what was chosen last time."""

from __future__ import annotations

import re
from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.area_names import plain
from data.reading.sheets import Sheet
from data.upload.context import Context
from data.upload.known import ACROSS, Known, known_layout
from data.upload.layout import Layout, layout_of
from data.upload.mapping import FIELDS, Mapping
from data.upload.words import is_number, period, school_year, tidy

SUGGESTED, REMEMBERED = "voorgesteld", "onthouden"
SAMPLE = 200
DATA_SET = re.compile(r"ESTAT:(\w+)")

NAMES = {
    "indicator": "indicator, indicatorcode",
    "ref_area": "gebied, gebiedscode, nis, niscode, nis code, refnis, code nis, gemeentecode, geoitem, geo, ref area, "
    "gebied nis, geo nis, gewest nis, gemeente nis, nis gemeente",
    "ref_area_name": "gemeente, gemeentenaam, naam gemeente, naam, gebiedsnaam, provincie, gewest, regio",
    "time_period": "jaar, year, period, periode, schooljaar, academiejaar, tijd, time, date, datum, time period",
    "obs_value": "waarde, value, obs value, cijfer, percentage, procent, aandeel, aantal, score, resultaat",
    "unit_measure": "eenheid, unit, unit measure, meeteenheid",
    "obs_status": "status, obs status, obs flag, vlag, vlaggen",
    "numerator": "teller, numerator",
    "denominator": "noemer, denominator",
    "sample_size": "n, steekproef, sample size, respondenten",
    "lower": "ondergrens, lower",
    "upper": "bovengrens, upper",
    "source": "bron, source",
    "source_ref": "bronverwijzing, source ref",
    "note": "opmerking, noot, note, toelichting",
}
"""Usual names of columns, in plain letters, next to the Dutch names of the fields."""

PRESET_MISSING = {"": "O", ":": "O", "n.b.": "O", "nb": "O", "n/a": "O", "<5": "Q", "< 5": "Q"}
"""Markers that mean the same everywhere; "-", "x", "?" and ".." differ between sources, and are asked."""


@dataclass(frozen=True)
class Suggestion:
    """A mapping, and for each column that it uses why: "voorgesteld" or "onthouden"."""

    mapping: Mapping
    why: Map[str, str]
    known: str


def suggest(sheet: Sheet, context: Context, remembered: Mapping | None = None) -> Suggestion:
    """Link the columns of a sheet; a remembered mapping goes before what names say, column by column."""
    layout = layout_of(sheet, remembered.header_rows if remembered else ())
    names = layout.unique_names
    known = known_layout(layout.names)
    made = _known(known, layout, context) if known else _named(sheet, layout, context)
    made = replace(made, sheet=sheet.name, fixed={**_fixed(sheet, layout, context, made), **made.fixed})
    made = _confirmed(made, context)
    why = dict.fromkeys([*made.columns, *made.values], SUGGESTED)
    if remembered and (set(remembered.columns) & set(names)):
        made, why = _with_remembered(made, why, remembered, names)
    return Suggestion(made, why, known.title if known else "")


def _known(known: Known, layout: Layout, context: Context) -> Mapping:
    columns: dict[str, str] = {}
    values: dict[str, dict[str, str]] = {}
    for name, unique in zip(layout.names, layout.unique_names, strict=True):
        lower = name.lower()
        if linked := known.fields.get(lower):
            if linked not in columns.values() or known.id == "bestat":
                columns[unique] = linked
        elif known.is_rest and name and not lower.startswith(known.unused):
            values[unique] = {ACROSS.get(known.id, "indicator"): name}
        elif known.values and lower.startswith(known.values):
            values[unique] = {} if known.id == "gsm" else {"indicator": name}
        elif known.id == "gsm" and (dimension := context.dimensions.get(plain(name))):
            columns[unique] = dimension
    readings = {name: known.decimal for name in (*columns, *values) if known.decimal}
    linked_values = [name for name, one in columns.items() if one == "obs_value"]
    readings = {name: mark for name, mark in readings.items() if name in values or name in linked_values}
    return Mapping(
        header_rows=(),
        layout=known.id,
        columns=columns,
        values=values,
        readings=readings,
        missing=known.missing,
        translations=known.words,
    )


def _named(sheet: Sheet, layout: Layout, context: Context) -> Mapping:
    columns: dict[str, str] = {}
    for name, unique in zip(layout.names, layout.unique_names, strict=True):
        linked = field_named(name, context)
        if linked == "ref_area" and linked in columns.values():
            linked = "ref_area_name"
        if linked and linked not in columns.values():
            columns[unique] = linked
    rest = [unique for unique in layout.unique_names if unique not in columns]
    values = _periods(rest) or ({} if "obs_value" in columns.values() else _areas(rest, context))
    if "ref_area" not in columns.values():
        columns = {name: "ref_area" if one == "ref_area_name" else one for name, one in columns.items()}
    if not values and "obs_value" not in columns.values():
        values = {name: {} for name in rest if name in _numeric(sheet, layout)}
    if len(values) == 1 and not any(values.values()):
        columns, values = {**columns, next(iter(values)): "obs_value"}, {}
    kind = "wide" if len(values) > 1 else "long"
    return Mapping(layout=kind, columns=columns, values=values, missing=PRESET_MISSING)


def field_named(name: str, context: Context) -> str:
    """Give the field or dimension that a name of a column usually means; "" for an unknown name."""
    wanted = plain(name)
    if wanted in context.dimensions:
        return context.dimensions[wanted]
    return _BY_NAME.get(wanted, "")


def _by_name() -> dict[str, str]:
    usual = {name: field for field, names in NAMES.items() for name in names.split(", ")}
    return {plain(label): field for field, label in FIELDS.items()} | usual


def _periods(names: Sequence[str]) -> dict[str, dict[str, str]]:
    """Find columns of years: "2010", "schooljaar 2009-2010", "inwoners_2010"; none where it is only one."""
    found = {name: one for name in names if (one := _period_in(name))}
    return {name: {"time_period": one} for name, one in found.items()} if len(found) > 1 else {}


def _period_in(name: str) -> str:
    text = tidy(name)
    if period(text) or school_year(text):
        return text
    at_end = re.search(r"(?<![\d.,])((?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?)(?:\s*\(.{1,3}\)|\*)?$", text)
    return at_end[1] if at_end else ""


def _areas(names: Sequence[str], context: Context) -> dict[str, dict[str, str]]:
    """Find columns of areas: most of the names are names of areas."""
    named = [name for name in names if not name.startswith("(kolom")]
    found = [name for name in named if context.area_names.find(name).code]
    is_most = len(found) > 1 and len(found) * 2 > len(named)
    return {name: {"ref_area": name} for name in named} if is_most else {}


def _numeric(sheet: Sheet, layout: Layout) -> set[str]:
    """Name the columns in which most filled cells look like a number."""
    sample = [sheet.rows[row - 1] for row in layout.rows[:SAMPLE]]
    found = set()
    for index, name in enumerate(layout.unique_names):
        filled = [row[index] for row in sample if row[index].strip()]
        if filled and sum(map(is_number, filled)) * 2 > len(filled) and not name.startswith("(kolom"):
            found.add(name)
    return found


def _fixed(sheet: Sheet, layout: Layout, context: Context, made: Mapping) -> dict[str, str]:
    """Find the indicator and source in the name of the sheet, the titles and the columns that name a data set."""
    fixed: dict[str, str] = {}
    if "indicator" not in made.columns.values() and not any("indicator" in one for one in made.values.values()):
        texts = [sheet.name, *(cell for row in layout.titles for cell in sheet.rows[row - 1] if cell)]
        found = [context.indicators[plain(text)] for text in texts if plain(text) in context.indicators]
        fixed |= {"indicator": found[0]} if found else {}
    code = _data_set(sheet, layout)
    if "source" not in made.columns.values() and f"eurostat_{code.lower()}" in context.catalogue.codelists["source"]:
        fixed |= {"source": f"eurostat_{code.lower()}", "source_ref": code}
    return fixed


def _data_set(sheet: Sheet, layout: Layout) -> str:
    """Give the data set of Eurostat that SDMX-CSV names in each row ("ESTAT:LFSA_ERGAN(1.0)"); "" for none."""
    columns = [layout.names.index(name) for name in ("STRUCTURE_ID", "DATAFLOW") if name in layout.names]
    if not columns or layout.last < layout.first:
        return ""
    found = DATA_SET.match(sheet.rows[layout.first - 1][columns[0]])
    return found[1] if found else ""


def _confirmed(made: Mapping, context: Context) -> Mapping:
    """Leave out dimensions that the one indicator of the file does not have: then they are columns to look at."""
    indicator = context.catalogue.indicators.get(made.fixed.get("indicator", ""))
    if indicator is None or made.layout in ("own", "eurostat", "statbel"):
        return made
    allowed = {*FIELDS, *indicator.dimension_ids, "transformation"}
    return replace(made, columns={name: one for name, one in made.columns.items() if one in allowed})


def _with_remembered(
    made: Mapping, why: dict[str, str], remembered: Mapping, names: Sequence[str]
) -> tuple[Mapping, dict[str, str]]:
    kept = {name: one for name, one in remembered.columns.items() if name in names}
    values = {name: one for name, one in remembered.values.items() if name in names}
    fresh = {name: one for name, one in made.values.items() if name not in kept and name not in values}
    dated = {name: one for name, one in fresh.items() if "time_period" in one} if remembered.values else {}
    added = {n: f for n, f in made.columns.items() if n not in kept and f not in kept.values() and n not in values}
    mapping = replace(
        remembered,
        sheet=made.sheet,
        columns={**added, **kept},
        values={**values, **dated},
        fixed={**made.fixed, **remembered.fixed},
        answers={},
    )
    return mapping, {**why, **dict.fromkeys([*kept, *values], REMEMBERED)}


_BY_NAME = _by_name()
