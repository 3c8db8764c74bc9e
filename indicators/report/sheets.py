"""Writes a report as a workbook: every number with its count, definition, source and revision, and what was chosen."""

from __future__ import annotations

from data.workbook import Shown, Table, book_of
from indicators.report.content import Report
from indicators.report.numbers import Number

HEADS = (
    "Indicator",
    "Gebied",
    "Periode",
    "Waarde",
    "Eenheid",
    "Teller",
    "Noemer",
    "Soort cijfer",
    "Berekening",
    "Opmerking",
    "Definitie",
    "Bron",
    "Plaats in de bron",
    "Versie",
)


def report_xlsx(report: Report) -> bytes:
    """Make the workbook of a report; give the bytes of the file."""
    explained: Table = [[one.title, one.told, one.groups, one.polarity, one.source] for one in report.definitions]
    sources: Table = [[one.label, one.told] for one in report.sources]
    more = (("Groep", report.group_members), ("Ditzelfde rapport", report.address))
    chosen: Table = [list(pair) for pair in (*report.choices, *more)]
    sheets: dict[str, Table] = {
        "Cijfers": [list(HEADS), *map(_row, report.numbers)],
        "Definities": [["Indicator", "Definitie", "Wie hoort bij welke groep?", "Hoe lezen", "Bron"], *explained],
        "Bronnen": [["Bron", "Volledig"], *sources],
        "Ontbreekt": [["Domein", "Indicatoren", "Waarom"], *_missing(report)],
        "Rapport": [
            ["Keuze", "Gekozen"],
            *chosen,
            ["Groep", report.group_members],
            ["Ditzelfde rapport", report.address],
        ],
    }
    return book_of(report.title, sheets)


def _row(one: Number) -> list[object]:
    value = None if one.value is None else Shown(one.value, one.decimals)
    counts = [None if each is None else Shown(each, 0) for each in (one.count, one.of)]
    facts = (one.nature, one.derivation, one.note, one.definition, one.source, one.source_ref)
    return [one.title, one.area, one.period, value, one.unit, *counts, *facts, one.revision or None]


def _missing(report: Report) -> Table:
    return [[domain, titles, group.reason] for group in report.missing for domain, titles in group.domains]
