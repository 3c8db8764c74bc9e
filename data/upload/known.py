"""Layouts that people have: of which program a file comes, and what its columns and missing markers mean there.

Sources: the documentation of Swing (Provincies in Cijfers: missing codes −99996 … −99999), the open data of Statbel
(names of columns of TF_* files), the be.STAT export, Eurostat's SDMX-CSV and TSV (flags: OBS_FLAG). The extract of the
Gemeente-Stadsmonitor is known from its documentation only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.export import COLUMNS

SWING_MISSING = {"-99996": "O", "-99997": "Q", "-99998": "M", "-99999": "L", "": "O"}
EUROSTAT_FLAGS = {
    "b": "B", "c": "Q", "d": "D", "e": "E", "f": "F", "i": "E", "l": "L", "m": "M", "n": "U", "p": "P", "r": "A",
    "s": "E", "u": "U", "z": "M",
}  # fmt: skip
"""Eurostat's flags (CL_OBS_STATUS of Eurostat) → ours; "r" only says that the value was revised."""

CAUTION = "cmzldbuefpnsir"
"""Of several flags the one that counts most for a reader: hidden before a break, a break before unreliable."""

EUROSTAT_WORDS = {
    "nationality": {
        "NAT": "own", "FOR": "foreign", "TOTAL": "total", "NEU27_2020_FOR": "non_eu", "EU27_2020_FOR": "eu",
        "Reporting country": "own", "Foreign country": "foreign", "Total": "total",
        "EU27 countries (from 2020) except reporting country": "eu",
        "Non-EU27 countries (from 2020) nor reporting country": "non_eu",
    },
    "sex": {"T": "total", "M": "m", "F": "f", "Total": "total", "Males": "m", "Females": "f"},
    "unit_measure": {
        "PC": "percent", "PER": "persons", "NR": "persons", "EUR": "euro", "PC_POP": "percent",
        "Percentage": "percent", "Person": "persons", "Number": "persons", "Euro": "euro",
    },
}  # fmt: skip
"""Codes and English labels of Eurostat → ours. The EU of 28 countries is asked: one file may have both EUs, and a year
of each would stand twice."""

EUROSTAT_AREAS = {
    "Belgium": "BE", "Germany": "DE", "France": "FR", "Netherlands": "NL", "Luxembourg": "LU", "Italy": "IT",
    "Finland": "FI", "Iceland": "IS",
}  # fmt: skip

ACROSS = {"eurostat_sheet": "ref_area", "eurostat_tsv": "time_period"}
"""What stands across in layouts where it is not the indicator."""

STATBEL_WORDS = {"sex": {"M": "m", "F": "f"}, "nationality": {"BEL": "be", "ETR": "foreign"}}


@dataclass(frozen=True)
class Known:
    """One layout: `needs` are names that it always has (and one of `one_of`), `fields` what names mean, in lower case.

    `values` are the beginnings of names of columns with values; `is_rest` says that all other columns are values, each
    of its own indicator. Columns that stand in none of these are not used.
    """

    id: str
    title: str
    needs: tuple[str, ...]
    fields: Mapping[str, str]
    missing: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    values: tuple[str, ...] = ()
    is_rest: bool = False
    unused: tuple[str, ...] = ()
    decimal: str = "point"
    one_of: tuple[str, ...] = ()


OWN_FIELDS = {name: name for name in COLUMNS if name not in ("revision", "shown")}

KNOWN = (
    Known("own", "onze eigen export", COLUMNS[:7], OWN_FIELDS, unused=("revision", "shown"), missing={"": "O"}),
    Known(
        "swing",
        "Swing (Provincies in Cijfers)",
        ("period", "geolevel", "geoitem"),
        {"period": "time_period", "geoitem": "ref_area"},
        missing=SWING_MISSING,
        is_rest=True,
        unused=("geolevel", "te verwijderen"),
    ),
    Known(
        "eurostat",
        "Eurostat (SDMX-CSV)",
        ("geo", "time_period", "obs_value"),
        {
            "geo": "ref_area",
            "time_period": "time_period",
            "obs_value": "obs_value",
            "obs_flag": "obs_status",
            "sex": "sex",
            "citizen": "nationality",
            "c_birth": "country_of_birth",
            "age": "age",
            "unit": "unit_measure",
        },
        missing={"": "O", ":": "O"},
        words={**EUROSTAT_WORDS, "ref_area": EUROSTAT_AREAS},
    ),
    Known(
        "statbel",
        "Statbel (open data, TF_*)",
        ("cd_year",),
        {
            "cd_year": "time_period",
            "cd_refnis": "ref_area",
            "cd_munty_refnis": "ref_area",
            "cd_sex": "sex",
            "cd_natlty": "nationality",
            "cd_age": "age",
            "tx_descr_nl": "ref_area_name",
            "tx_munty_descr_nl": "ref_area_name",
        },
        missing={"": "O"},
        words=STATBEL_WORDS,
        values=("ms_",),
    ),
    Known(
        "bestat",
        "be.STAT (export)",
        ("belgië", "gewest", "provincie", "arrondissement"),
        {"belgië": "ref_area", "gewest": "ref_area", "provincie": "ref_area", "arrondissement": "ref_area"},
        missing={"": "O"},
        is_rest=True,
    ),
    Known(
        "eurostat_sheet",
        "Eurostat (download als werkmap)",
        ("belgium",),
        {"date": "time_period", "time": "time_period"},
        missing={"": "O", ":": "O"},
        words={"ref_area": EUROSTAT_AREAS},
        is_rest=True,
        one_of=("date", "time"),
    ),
    Known(
        "eurostat_tsv",
        "Eurostat (TSV)",
        ("freq", "geo"),
        {"geo": "ref_area", "sex": "sex", "citizen": "nationality", "age": "age", "unit": "unit_measure"},
        missing={"": "O", ":": "O"},
        words=EUROSTAT_WORDS,
        is_rest=True,
        unused=("freq",),
    ),
    Known(
        "gsm",
        "Gemeente-Stadsmonitor",
        ("gemeente", "nis-code", "indicator", "jaar"),
        {"gemeente": "ref_area_name", "nis-code": "ref_area", "indicator": "indicator", "jaar": "time_period"},
        missing={"": "O"},
        values=("procent (%)", "procent", "waarde", "aantal", "score", "promille"),
        decimal="",
    ),
)


def known_layout(names: Sequence[str]) -> Known | None:
    """Recognise a layout by the names of its columns; None for a table of someone's own."""
    present = {name.lower() for name in names}
    fitting = (one for one in KNOWN if present.issuperset(one.needs))
    return next((one for one in fitting if not one.one_of or present.intersection(one.one_of)), None)


def layout_named(id_: str) -> Known | None:
    """Give a known layout; None for "long" and "wide"."""
    return next((one for one in KNOWN if one.id == id_), None)


def status_of_flags(flags: str) -> str:
    """Give the status for Eurostat's flags: "bu" is a break; "" for a letter that is no flag."""
    letters = set(flags.strip().lower())
    worst = next((one for one in CAUTION if one in letters), "")
    return EUROSTAT_FLAGS[worst] if worst and letters <= EUROSTAT_FLAGS.keys() else ""
