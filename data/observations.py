"""Reads tidy CSV files of figures: one file an indicator, one observation a row, in the fields of `data/model.py`.

Every column that is not a field of an observation is a dimension of the indicator. `line` tells on which lines of the
source text the number stands; only the tests use it, to prove that no number of the source is missing.

A folder with `constants.toml` states there what holds for every row of its files. Where a file has numerator and
denominator but no value, the value is worked out, for a unit with a `per` in its codelist; the sum is its derivation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from data.catalogue import Catalogue
from data.errors import CatalogueError
from data.files import opened_csv
from data.model import TRANSFORMATION, Indicator, Key, Observation
from data.rates import rate, sum_of
from data.toml_reader import read_table

TEXTS = ("ref_area", "time_period", "unit_measure", "obs_status", "source", "source_ref")
OPTIONAL_TEXTS = ("qualifier", "printed", "derivation", "note")
NUMBERS = ("obs_value", "numerator", "denominator", "sample_size", "lower", "upper")
REQUIRED = {*TEXTS, "obs_value", "printed"}
COUNTED = {"numerator", "denominator"}
"""What a file may have instead of values that are printed."""

CONSTANTS = "constants.toml"
NOT_OBSERVATIONS = ("not_figures.csv",)
WITHOUT_VALUE = ("L", "M", "O", "Q")
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def read_folder(folder: Path, catalogue: Catalogue) -> list[Observation]:
    """Read the figures of every indicator that has a file in the folder.

    Raises: CatalogueError, naming file and line, for the first mistake found.
    """
    return [observation for path in figure_files(folder) for observation in read_file(path, catalogue)]


def figure_files(folder: Path) -> list[Path]:
    """List the files with figures in a folder.

    Raises: CatalogueError for a folder without any: an installation that lost them must not empty the store.
    """
    paths = [path for path in sorted(folder.glob("*.csv")) if path.name not in NOT_OBSERVATIONS]
    if not paths:
        raise CatalogueError(str(folder), "een map zonder cijfers", "een .csv voor elke indicator")
    return paths


def read_file(path: Path, catalogue: Catalogue) -> list[Observation]:
    """Read the figures of one indicator; the file name is its id."""
    if path.stem not in catalogue.indicators:
        raise CatalogueError(str(path), "een bestand zonder indicator", f"data/catalogue/{path.stem}.toml")
    indicator = catalogue.indicators[path.stem]
    constants = read_constants(path.parent)
    with opened_csv(path) as reader:
        columns = [*(reader.fieldnames or ()), *constants]
        _check_columns(path, indicator, columns)
        row_reader = _RowReader(indicator, catalogue, columns)
        return [row_reader.read(row | constants, f"{path}, regel {reader.line_num}") for row in reader]


def read_constants(folder: Path) -> dict[str, str]:
    """Read what holds for every row of the files of a folder: column → text; nothing where it has no such file."""
    path = folder / CONSTANTS
    if not path.exists():
        return {}
    reader, table = read_table(path)
    for name, value in table.items():
        if not isinstance(value, str):
            reader.refuse(name, str(value), "een tekst tussen aanhalingstekens")
    return table


def _check_columns(path: Path, indicator: Indicator, columns: list[str]) -> None:
    known = {*TEXTS, *OPTIONAL_TEXTS, *NUMBERS, *indicator.dimension_ids, TRANSFORMATION, "line"}
    where = f"{path}, regel 1"
    if unknown := [column for column in columns if column not in known]:
        raise CatalogueError(where, f"onbekende kolom “{unknown[0]}”", f"één van {', '.join(sorted(known))}")
    required = REQUIRED - {"obs_value", "printed"} if set(columns) >= COUNTED else REQUIRED
    if missing := [column for column in sorted(required) if column not in columns]:
        raise CatalogueError(where, f"kolom “{missing[0]}” ontbreekt", "alle verplichte kolommen")
    if len(columns) != len(set(columns)):
        raise CatalogueError(where, "twee kolommen met dezelfde naam", "elke kolom één keer")


class _RowReader:
    """Reads the rows of one file, and remembers the keys that it has seen."""

    def __init__(self, indicator: Indicator, catalogue: Catalogue, columns: list[str]) -> None:
        self.indicator, self.codelists = indicator, catalogue.codelists
        fields = {*TEXTS, *OPTIONAL_TEXTS, *NUMBERS, "line"}
        self.dimensions = [column for column in columns if column not in fields]
        self.has_values = "obs_value" in columns
        self.seen: dict[Key, str] = {}

    def read(self, row: Mapping[str, str], where: str) -> Observation:
        if None in row or None in row.values():
            raise CatalogueError(where, "te veel of te weinig velden", "één veld voor elke kolom")
        breakdown = {dimension: row[dimension] for dimension in self.dimensions if row[dimension]}
        texts = {name: row.get(name, "") for name in (*TEXTS, *OPTIONAL_TEXTS)}
        numbers = {name: self._number(name, row.get(name, ""), where) for name in NUMBERS}
        observation = Observation(indicator=self.indicator.id, breakdown=breakdown, **texts, **numbers)  # type: ignore[arg-type]
        if not self.has_values:
            observation = self._worked_out(observation)
        self._check_codes(observation, where)
        self._check_value(observation, where)
        self._check_key(observation, where)
        return observation

    def _worked_out(self, one: Observation) -> Observation:
        """Give a row with counts alone its value; one without (all of) them, or without persons, stays without."""
        per = self.codelists["unit_measure"][one.unit_measure].properties.get("per")
        if not per or one.numerator is None or not one.denominator:
            return one
        value = rate(one.numerator, one.denominator, per, self.indicator.decimals)
        return replace(one, obs_value=value, derivation=sum_of([one.numerator], [one.denominator], per))

    def _number(self, name: str, text: str, where: str) -> float | None:
        if not text:
            return None
        if not NUMBER.fullmatch(text):
            expected = "een getal met een punt voor de decimalen, zonder andere tekens"
            raise CatalogueError(where, f"“{text}” in kolom {name}", expected)
        return float(text)

    def _check_codes(self, observation: Observation, where: str) -> None:
        coded = {name: getattr(observation, name) for name in ("unit_measure", "obs_status", "source")}
        coded |= dict(observation.breakdown)
        if observation.ref_area:
            coded["ref_area"] = observation.ref_area
        for name, code in coded.items():
            if code not in self.codelists[name]:
                raise CatalogueError(where, f"“{code}” in kolom {name}", f"een code van data/codelists/{name}.csv")

    def _check_value(self, observation: Observation, where: str) -> None:
        if observation.is_level and observation.unit_measure != self.indicator.unit_measure:
            expected = f"{self.indicator.unit_measure}, de eenheid van de indicator"
            raise CatalogueError(where, f"eenheid “{observation.unit_measure}”", expected)
        has_number = observation.obs_value is not None or observation.is_range
        if has_number == (observation.obs_status in WITHOUT_VALUE):
            expected = "een waarde (of twee grenzen), of een status die zegt waarom ze ontbreekt"
            raise CatalogueError(where, f"status {observation.obs_status} bij {observation.obs_value}", expected)
        if not observation.source_ref:
            raise CatalogueError(where, "een leeg veld in kolom source_ref", "de plaats in de bron")
        if has_number and not observation.printed and not observation.derivation:
            expected = "de tekens van de bron in printed, of de berekening in derivation"
            raise CatalogueError(where, "een getal zonder herkomst", expected)

    def _check_key(self, observation: Observation, where: str) -> None:
        if observation.key in self.seen:
            raise CatalogueError(where, f"dezelfde sleutel als {self.seen[observation.key]}", "elke sleutel één keer")
        self.seen[observation.key] = where
