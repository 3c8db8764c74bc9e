"""Small files to upload, made here; every figure in them is made up."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import annexed

from data.model import Observation
from data.reading.book import Book
from data.reading.sheets import Sheet
from data.upload.context import Context
from data.upload.report import Report, check_book

SOURCE = "vrind_2011"
PERSONS, SHARE, SURVEY = "population_foreign_origin", "foreign_nationals_share", "born_outside_eu_share"
TENANTS, PROFILE, PUPILS = "social_tenants", "newcomers_profile", "reception_class_pupils"
GHENT, GENK, AALST, ANTWERP = "44021", "71016", "41002", "11002"
AREAS = (GHENT, GENK, AALST, ANTWERP, "12025", "24062", "31005", "34022", "71022", "72021", "73083", "46021")


def observed(indicator: str, area: str, period: str, value: float | None, **more: object) -> Observation:
    unit = annexed.catalogue().indicators[indicator].unit_measure
    facts = {"breakdown": {}, "obs_status": "A", "source": SOURCE, "source_ref": "opgeladen tabel", "revision": 1}
    return Observation(indicator, ref_area=area, time_period=period, obs_value=value, unit_measure=unit, **facts | more)


def context(stored: Sequence[Observation] = (), loaded: Mapping[str, int] | None = None) -> Context:
    def of(indicator: str) -> list[Observation]:
        return [one for one in stored if one.indicator == indicator]

    return Context(annexed.catalogue(), date(2026, 1, 1), of, loaded=loaded or {})


def lines(*rows: str) -> str:
    return "".join(f"{row}\n" for row in rows)


def tidy(*rows: str, indicator: str = PERSONS, head: str = "Gebied;Periode;Waarde") -> str:
    """A table with an indicator and a source in each row, for which nothing must be chosen."""
    return lines(f"Indicator;Bron;{head}", *(f"{indicator};{SOURCE};{row}" for row in rows))


def text_book(text: str, name: str = "cijfers.csv") -> Book:
    """The book that a file with semicolons is read as."""
    rows = list(csv.reader(text.splitlines(), delimiter=";"))
    made = book(*rows, name=name)
    return replace(made, name=name, kind="csv", encoding="utf-8", separator=";")


def checked(text: str, **chosen: Any) -> Report:
    name = chosen.pop("name", "cijfers.csv")
    return check_book(text_book(text, name), chosen.pop("mapping", None), chosen.pop("context", context()))


def series(indicator: str, values: Mapping[str, Sequence[float]], first: int = 2020) -> tuple[Observation, ...]:
    """Published values of areas, year after year."""
    return tuple(
        observed(indicator, area, str(first + place), value)
        for area, row in values.items()
        for place, value in enumerate(row)
    )


STEADY = series(PERSONS, {area: (1000 + 37 * n, 1010 + 41 * n, 1022 + 43 * n) for n, area in enumerate(AREAS)})
"""Three years of twelve areas, 2020 to 2022, each year a little more."""


SHARES = "Gebied;Periode;Waarde;Teller;Noemer;Aantal bevraagden;Ondergrens;Bovengrens;Status;Eenheid;Opmerking"


def share(row: str, *more: str) -> str:
    return tidy(row, *more, indicator=SHARE, head=SHARES)


def book(*rows: Sequence[str], kinds: Sequence[str] = (), name: str = "Cijfers", **more: Any) -> Book:
    """A workbook with one sheet, made of text."""
    width = max(map(len, rows))
    texts = tuple((*row, *[""] * (width - len(row))) for row in rows)
    marks = tuple(kinds) or tuple("".join("t" if cell else " " for cell in row) for row in texts)
    sheet = Sheet(name, texts, marks, hidden=False, merged=more.pop("merged", ()))
    return Book("cijfers.xlsx", "xlsx", (sheet, *more.pop("others", ())), "", "", "0" * 64, ())
