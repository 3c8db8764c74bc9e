"""Figures made up for the benchmarks: many rows in the form of a shipped folder. They mean nothing."""

from __future__ import annotations

import csv
from dataclasses import replace
from itertools import product
from pathlib import Path

from data.catalogue import Catalogue

TEMPLATE = "employment_rate"
INDICATORS = 40
PERIODS = range(2000, 2025)
COLUMNS = (
    *("ref_area", "time_period", "sex", "nationality", "obs_value", "unit_measure"),
    *("obs_status", "source", "source_ref", "printed", "note"),
)


def make_home(folder: Path, catalogue: Catalogue) -> Catalogue:
    """Write a folder like `data/` with 40 000 figures, and give its catalogue, made from one real indicator."""
    template = catalogue.indicators[TEMPLATE]
    (folder / "annex").mkdir(parents=True)
    names = [f"made_up_{number:02}" for number in range(INDICATORS)]
    for name in names:
        _write(folder / "annex" / f"{name}.csv", catalogue, template.unit_measure)
    return Catalogue({name: replace(template, id=name, slug=name) for name in names}, catalogue.codelists)


def _write(path: Path, catalogue: Catalogue, unit_measure: str) -> None:
    lists = catalogue.codelists
    areas = list(lists["ref_area"].codes)[:5]
    groups = list(lists["nationality"].codes)[:4]
    source = next(iter(lists["source"].codes))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for place, (area, period, sex, group) in enumerate(product(areas, PERIODS, ("m", "f"), groups)):
            value = f"{(place * 7919) % 1000 / 10:.1f}"
            end = (unit_measure, "A", source, "Figuur 1", value.replace(".", ","), "Een noot bij dit cijfer.")
            writer.writerow((area, period, sex, group, value, *end))
