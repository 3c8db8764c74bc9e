"""Writes one indicator as a workbook for Excel: sheets Cijfers, Metadata, Definities and Versie.

Numbers stay numbers, with the decimals of the source as their format; text is written as text, never as a formula.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from data.catalogue import Catalogue
from data.export import neutralise
from data.model import TRANSFORMATION, Indicator, Observation, Revision

HEADS = {
    "ref_area": "Gebied",
    "time_period": "Periode",
    "obs_value": "Waarde",
    "unit_measure": "Eenheid",
    "obs_status": "Status",
    "qualifier": "Woorden van de bron",
    "lower": "Ondergrens",
    "upper": "Bovengrens",
    "numerator": "Teller",
    "denominator": "Noemer",
    "sample_size": "Aantal bevraagden",
    "printed": "Zoals gedrukt",
    "derivation": "Berekening",
    "source": "Bron",
    "source_ref": "Plaats in de bron",
    "note": "Opmerking",
    "revision": "Versie",
}
CODED = ("ref_area", "unit_measure", "obs_status", "source")
WIDTH, WIDEST = 14, 60
BOLD, TOP, WRAPPED = Font(bold=True), Alignment(vertical="top"), Alignment(vertical="top", wrap_text=True)
Table = list[list[object]]
"""Rows of cells, the heads first; each row is as long as the heads."""

DECIMALS = re.compile(r"\d[.,](\d{1,2})(?!\d)")
"""The decimals of a printed number: one or two digits behind a mark; three are thousands."""


@dataclass(frozen=True)
class Shown:
    """A number, and with how many decimals a sheet shows it."""

    value: float
    decimals: int

    @property
    def format(self) -> str:
        """Write it as Excel wants it: "#,##0.00"."""
        return "#,##0." + "0" * self.decimals if self.decimals else "#,##0"

    def __str__(self) -> str:
        """Write it as the sheet does, to measure its width."""
        return f"{self.value:,.{self.decimals}f}"


def workbook(
    indicator: Indicator, catalogue: Catalogue, observations: Sequence[Observation], revisions: Iterable[Revision]
) -> bytes:
    """Make the workbook of one indicator; give the bytes of the file."""
    sheets = {
        "Cijfers": _figures(indicator, catalogue, observations),
        "Metadata": _metadata(indicator, catalogue),
        "Definities": _definitions(indicator, catalogue, observations),
        "Versie": _revisions(observations, revisions),
    }
    return book_of(indicator.title, sheets)


def book_of(title: str, sheets: Mapping[str, Table]) -> bytes:
    """Make a workbook of tables by the names of their sheets; give the bytes of the file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, table in sheets.items():
        _fill(book.create_sheet(name), table)
    book.properties.title, book.properties.creator = title, "Integratie in cijfers"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _figures(indicator: Indicator, catalogue: Catalogue, observations: Iterable[Observation]) -> Table:
    dimensions = [*indicator.dimension_ids, TRANSFORMATION]
    labels = {one.id: one.label for one in indicator.dimensions} | {TRANSFORMATION: "Soort cijfer"}
    table: Table = [[*(labels[one] for one in dimensions), *HEADS.values()]]
    for one in observations:
        broken_down = [catalogue.label(name, one.breakdown.get(name, "")) for name in dimensions]
        table.append([*broken_down, *(_value(one, name, indicator, catalogue) for name in HEADS)])
    return table


def _value(one: Observation, name: str, indicator: Indicator, catalogue: Catalogue) -> object:
    value = getattr(one, name)
    if name == "obs_value" and value is not None:
        return Shown(value, decimals_shown(one, indicator))
    return catalogue.label(name, value) if name in CODED else value


def decimals_shown(one: Observation, indicator: Indicator) -> int:
    """Give the decimals that the source printed, of our own numbers those of the indicator; all that it has."""
    printed = DECIMALS.search(one.printed)
    given = len(printed[1]) if printed else indicator.decimals if one.derivation else 0
    return max(given, -int(Decimal(str(one.obs_value)).normalize().as_tuple().exponent))


def _metadata(indicator: Indicator, catalogue: Catalogue) -> Table:
    unit = catalogue.label("unit_measure", indicator.unit_measure)
    caveats: Table = [["Let op", caveat] for caveat in indicator.caveats]
    return [
        ["Kenmerk", "Waarde"],
        ["Titel", indicator.title],
        ["Vraag", indicator.question],
        ["Domein", catalogue.label("domain", indicator.domain)],
        ["Definitie", indicator.definition],
        ["Teller", indicator.numerator],
        ["Noemer", indicator.denominator],
        ["Eenheid", unit],
        ["Wie hoort bij welke groep?", indicator.group_definition],
        *caveats,
        ["Volgende levering", indicator.next_delivery or "niet bekend"],
        ["Adres", f"/indicator/{indicator.slug}"],
    ]


def _definitions(indicator: Indicator, catalogue: Catalogue, observations: Iterable[Observation]) -> Table:
    """Explain every code that the figures use."""
    used = {(name, code) for one in observations for name, code in one.breakdown.items()}
    for one in observations:
        used |= {(name, getattr(one, name)) for name in CODED if getattr(one, name)}
    codes = [(name, catalogue.codelists[name][code]) for name, code in sorted(used)]
    rows: Table = [[name, one.code, one.label, one.description] for name, one in codes]
    return [["Lijst", "Code", "Naam", "Uitleg"], *rows]


def _revisions(observations: Iterable[Observation], revisions: Iterable[Revision]) -> Table:
    used = {one.revision for one in observations}
    shown = [one for one in revisions if one.number in used]
    rows: Table = [[one.number, f"{one.published_at:%Y-%m-%d}", one.author, one.note] for one in shown]
    return [["Versie", "Gepubliceerd", "Door", "Wat"], *rows]


def _fill(sheet: Worksheet, table: Table) -> None:
    for place, row in enumerate(table, 1):
        for column, value in enumerate(row, 1):
            _write(sheet.cell(place, column), value, is_head=place == 1)
    sheet.freeze_panes = "A2"
    for column, values in zip(sheet.columns, zip(*table, strict=True), strict=True):
        longest = max(len(str(value)) for value in values if value is not None)
        sheet.column_dimensions[str(column[0].column_letter)].width = min(max(WIDTH, longest + 2), WIDEST)


def _write(target: Cell, value: object, *, is_head: bool) -> None:
    if isinstance(value, str):
        target.value, target.data_type = neutralise(ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)), "s"
    elif isinstance(value, Shown):
        target.value, target.number_format = value.value, value.format
    else:
        target.value = value
    if is_head:
        target.font = BOLD
    target.alignment = WRAPPED if isinstance(value, str) and len(value) > WIDEST else TOP
