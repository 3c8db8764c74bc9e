"""Specimens of uploads: one small file for each check, made here; every figure in them is made up."""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
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


@dataclass(frozen=True)
class Specimen:
    """A file that one check finds; `stored` is what was published before, `also` what cannot be told apart."""

    code: str
    text: str
    stored: tuple[Observation, ...] = ()
    also: frozenset[str] = frozenset()
    name: str = "cijfers.csv"


def series(indicator: str, values: Mapping[str, Sequence[float]], first: int = 2020) -> tuple[Observation, ...]:
    """Published values of areas, year after year."""
    return tuple(
        observed(indicator, area, str(first + place), value)
        for area, row in values.items()
        for place, value in enumerate(row)
    )


STEADY = series(PERSONS, {area: (1000 + 37 * n, 1010 + 41 * n, 1022 + 43 * n) for n, area in enumerate(AREAS)})
"""Three years of twelve areas, 2020 to 2022, each year a little more."""


def next_year(change: Callable[[int, str], object], period: str = "2023", areas: Sequence[str] = AREAS) -> str:
    return tidy(*(f"{area};{period};{change(n, area)}" for n, area in enumerate(areas)))


@cache
def flemish(period: str) -> tuple[str, ...]:
    areas = annexed.catalogue().areas
    return tuple(one.code for one in areas.of_geography({"2023": "2019", "2025": "2025"}[period], "VLG"))


def tenants(*rows: str) -> str:
    return tidy(*rows, indicator=TENANTS, head="Gebied;Periode;Nationaliteit;Waarde")


SHARES = "Gebied;Periode;Waarde;Teller;Noemer;Aantal bevraagden;Ondergrens;Bovengrens;Status;Eenheid;Opmerking"


def share(row: str, *more: str) -> str:
    return tidy(row, *more, indicator=SHARE, head=SHARES)


SPECIMENS = (
    Specimen("L7", tidy("44021;2023;5310"), name="mijn cijfers.csv"),
    Specimen("K1", tidy("44021;2023;5310;8", head="Gebied;Periode;Waarde;")),
    Specimen("K2", tidy("44021;2023;5310;5311", head="Gebied;Periode;Waarde;Waarde")),
    Specimen("K3", lines("Indicator;Gebied;Periode;Waarde", f"{PERSONS};44021;2023;5310")),
    Specimen("K5", tidy("44021;2023;5310;a", head="Gebied;Periode;Waarde;Afdeling")),
    Specimen("K6", tidy("44021;2023;5310", head="Gebied;Periode ;Waarde")),
    Specimen("K7", tidy("44021;2023;5310", indicator="v2801_vh")),
    Specimen("K8", lines("Indicator;Bron;Gebied;Periode;Waarde")),
    Specimen("K9", lines("Inwoners van vreemde herkomst", "") + tidy("44021;2023;5310")),
    Specimen("K10", tidy("44021;5310;5420", head="Gebied;2022;2023")),
    Specimen("K11", lines("Indicator;Bron;Gebied;Periode;Waarde", f"{PERSONS};Mijn buur;44021;2023;5310")),
    Specimen("K13", tidy("44021;2023;5310", "71016;2023;5200") + lines("", "Bron: eigen telling")),
    Specimen("K15", tidy("44021;2023;be;5310", head="Gebied;Periode;Nationaliteit;Waarde")),
    Specimen("W1", tidy("44021;2023;24.19.99")),
    Specimen("W2", tidy("44021;2023;1.234")),
    Specimen("W3", share("44021;2023;112,4;;;;;;;;")),
    Specimen("W4", tidy("44021;2023;-3")),
    Specimen("W5", tidy("44021;2023;geen idee")),
    Specimen("W6", tidy("44021;2023;n.b.")),
    Specimen("W7", share(*(f"{area};2023;0,{n}5;;;;;;;;" for n, area in enumerate(AREAS[:4], 2)))),
    Specimen("W8", tidy("44021;2023;€ 5310")),
    Specimen("W9", share("44021;2023;60;120;100;;;;;;"), also=frozenset({"S3"})),
    Specimen("W10", share("44021;2023;12,3456;;;;;;;;")),
    Specimen("W11", tidy(*(f"{area};2023;5310" for area in AREAS[:6]))),
    Specimen("W12", next_year(lambda n, _: 1022 + 43 * n), STEADY),
    Specimen("W13", next_year(lambda n, _: 1035 + 45 * n if n else 0), STEADY),
    Specimen("W14", share("44021;2023;12;;;;;;;ellen;")),
    Specimen("W15", share("44021;2023;12;;;;;;;persons;")),
    Specimen("W16", share("44021;2023;12;;;;;;goed;;")),
    Specimen("W18", share("44021;2023;12;;;;13;14;;;")),
    Specimen("W19", share("44021;2023;12;;;;;;Q;;")),
    Specimen("J1", tidy("44021;2009-2010;5310")),
    Specimen("J2", tidy("44021;2101;5310")),
    Specimen("J3", tidy("44021;1899;5310")),
    Specimen("J4", tidy("44021;2022;5310", "71016;2022;5270", "44021;2023-01;5320")),
    Specimen("J5", tidy("44021;40179;5310")),
    Specimen("J6", tidy("44021;vorig jaar;5310")),
    Specimen("G1", tidy("Vlaanderen;2023;5310")),
    Specimen("G2", tidy("Gnet;2023;5310")),
    Specimen("G3", tidy("44021;Genk;2023;5310", head="NIS-code;Gemeente;Periode;Waarde")),
    Specimen("G4", tidy("46013;2025;5310")),
    Specimen("G5", tidy(*(f"{area};2023;{5310 + n}" for n, area in enumerate(flemish("2023")[:-3])))),
    Specimen("G6", tidy("2000;2023;5310")),
    Specimen("G7", tidy("46013;2025;5310", "46030;2025;9310")),
    Specimen("G9", tidy("99991;2023;5310", "44021;2023;5320")),
    Specimen("G10", tidy(";2023;5310")),
    Specimen("H1", tenants("44021;2023;marsmannetjes;531")),
    Specimen("H2", tenants("44021;2023;allochtonen;531")),
    Specimen(
        "H3",
        tenants("44021;2023;be;531", "44021;2023;eu;62"),
        (
            observed(TENANTS, GHENT, "2022", 580),
            observed(TENANTS, GHENT, "2022", 530, breakdown={"nationality": "be"}),
            observed(TENANTS, GHENT, "2022", 60, breakdown={"nationality": "eu"}),
        ),
    ),
    Specimen(
        "H4",
        tenants("44021;2023;foreign;531"),
        (observed(TENANTS, GHENT, "2022", 530, breakdown={"nationality": "non_eu"}),),
    ),
    Specimen("D1", tidy("44021;2023;5310", "44021;2023;5311")),
    Specimen("D2", tidy("44021;2023;5310", "44021;2023;5310")),
    Specimen(
        "S1",
        tidy("VLG;2023;m;54,4", "VLG;2023;f;36", indicator=PROFILE, head="Gebied;Periode;Geslacht;Waarde"),
    ),
    Specimen("S2", tenants(*(f"44021;2023;{code};10" for code in ("be", "eu", "non_eu", "unknown")), "44021;2023;;41")),
    Specimen("S3", share("44021;2023;24,7;25867;94350;;;;;;")),
    Specimen(
        "S4", tidy(*(f"{area};2023;{100 + n}" for n, area in enumerate(flemish("2023"))), "VLG;2023;60000")
    ),
    Specimen("T1", next_year(lambda n, _: 1035 + 45 * n if n != 3 else 2600), STEADY),
    Specimen("T2", next_year(lambda n, _: 1022 + 43 * n + (n == 3), "2022"), STEADY),
    Specimen("T3", share("44021;2023;12;;;;;;B;;")),
    Specimen("T4", next_year(lambda n, _: 1040 + 45 * n, "2024"), STEADY),
    Specimen("T5", next_year(lambda n, _: 1010 + 41 * n, "2022"), STEADY, frozenset({"T2"})),
    Specimen("T6", next_year(lambda n, _: (1035 + 45 * n) * 10, areas=AREAS[:5]), STEADY, frozenset({"T1"})),
    Specimen(
        "T7", next_year(lambda n, _: 1022 + 43 * n, "2022", AREAS[:11]) + f"{PERSONS};{SOURCE};BE;2022;99310\n", STEADY
    ),
    Specimen("T8", next_year(lambda n, _: 1022 + 43 * n, "2022"), STEADY),
    Specimen("V1", share("44021;2023;12;;;;;;P;;")),
    Specimen("N1", share("44021;2023;12;;;24;;;;;")),
    Specimen("N2", tidy("44021;2023;12", indicator=SURVEY)),
    Specimen("N3", tidy("44021;2023;3")),
    Specimen(
        "N4",
        tidy(
            *(f"44021;2023;{code};{value};{status}" for code, value, status in (
                ("be", "10", ""), ("eu", "11", ""), ("non_eu", "12", ""), ("unknown", "", "Q"), ("", "37", ""),
            )),
            indicator=TENANTS,
            head="Gebied;Periode;Nationaliteit;Waarde;Status",
        ),
        also=frozenset({"W6"}),
    ),
    Specimen("P1", tidy("85.07.30-033.28;2023;5310")),
    Specimen("P2", share("44021;2023;12;;;;;;;;=1+1")),
    Specimen("M1", tidy("44021;2023;12", indicator="poverty_risk")),
    Specimen("M2", tidy("44021;2023-01-01;5310")),
    Specimen("M4", next_year(lambda n, _: 1035 + 45 * n), tuple(replace(one, source="vdab_2011") for one in STEADY)),
)  # fmt: skip
"""One for each check that a text file can fail; those of workbooks and of publishing are made in the tests."""


def book(*rows: Sequence[str], kinds: Sequence[str] = (), name: str = "Cijfers", **more: Any) -> Book:
    """A workbook with one sheet, made of text."""
    width = max(map(len, rows))
    texts = tuple((*row, *[""] * (width - len(row))) for row in rows)
    marks = tuple(kinds) or tuple("".join("t" if cell else " " for cell in row) for row in texts)
    sheet = Sheet(name, texts, marks, hidden=False, merged=more.pop("merged", ()))
    return Book("cijfers.xlsx", "xlsx", (sheet, *more.pop("others", ())), "", "", "0" * 64, ())
