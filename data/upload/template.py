"""A file to fill in for one indicator: a workbook with lists to choose from, or a CSV. Filled in, both pass."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data.catalogue import Catalogue
from data.export import neutralise
from data.model import Indicator
from data.upload.mapping import FIELDS

LISTS = "Keuzelijsten"
ROWS = 5000
FIRST, LAST = ("indicator", "ref_area", "time_period"), ("obs_value", "unit_measure", "obs_status")
COUNTS = ("numerator", "denominator", "sample_size")
REST = ("source", "source_ref", "note")
CODED = ("unit_measure", "obs_status", "source")
BOLD = Font(bold=True)


def heads(indicator: Indicator) -> dict[str, str]:
    """Give the fields of a template in order, with the names of their columns."""
    named = {one: FIELDS[one] for one in FIRST}
    named |= {one.id: one.label for one in indicator.dimensions}
    return named | {one: FIELDS[one] for one in (*LAST, *COUNTS, *REST)}


def csv_template(indicator: Indicator) -> str:
    """Write the names of the columns as CSV for Excel with Belgian settings."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";", lineterminator="\r\n").writerow(heads(indicator).values())
    return "\ufeff" + buffer.getvalue()


def workbook_template(indicator: Indicator, catalogue: Catalogue) -> bytes:
    """Make a workbook with the names of the columns, the indicator filled in, and lists to choose from."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Cijfers"
    lists = book.create_sheet(LISTS)
    for column, (field, name) in enumerate(heads(indicator).items(), 1):
        sheet.cell(1, column, name).font = BOLD
        sheet.column_dimensions[get_column_letter(column)].width = max(14, len(name) + 2)
        if choices := _choices(field, indicator, catalogue):
            _add_list(book, sheet, lists, column, name, choices)
    sheet.freeze_panes = "A2"
    lists.sheet_state = "hidden"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _choices(field: str, indicator: Indicator, catalogue: Catalogue) -> list[str]:
    if field == "indicator":
        return [indicator.title]
    if field == "unit_measure":
        return [catalogue.label("unit_measure", indicator.unit_measure)]
    if field in (*CODED, "ref_area"):
        return [one.label for one in catalogue.codelists[field].codes.values()]
    if field in indicator.dimension_ids:
        return ["Totaal", *(one.label for one in catalogue.codelists[field].codes.values())]
    return []


def _add_list(
    book: Workbook, sheet: Worksheet, lists: Worksheet, column: int, name: str, choices: Sequence[str]
) -> None:
    """Put a list of choices on the hidden sheet, and let the cells of a column choose from it."""
    letter = get_column_letter(column)
    lists.cell(1, column, name)
    for row, choice in enumerate(choices, 2):
        target = lists.cell(row, column)
        target.value, target.data_type = neutralise(choice), "s"
    title = f"lijst_{column}"
    book.defined_names[title] = DefinedName(title, attr_text=f"'{LISTS}'!${letter}$2:${letter}${len(choices) + 1}")
    rule = DataValidation(type="list", formula1=f"={title}", allow_blank=True, showErrorMessage=True)
    rule.errorTitle, rule.error = name[:30], "Kies een waarde uit de lijst."
    sheet.add_data_validation(rule)
    rule.add(f"{letter}2:{letter}{ROWS}")
