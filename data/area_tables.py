"""Reads the tables of `data/areas/`: municipalities, arrondissements, mergers and centres."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from data.areas import Areas, Arrondissement, Centre, Merger, Municipality
from data.files import opened_csv

YES_NO = {"1": True, "0": False, "": None}


def read_areas(folder: Path) -> Areas:
    """Read the tables of a folder like `data/areas/`.

    Raises: CatalogueError for a file that is not UTF-8 or not CSV.
    """
    municipalities = [_municipality(row) for row in _rows(folder / "municipalities.csv")]
    arrondissements = [Arrondissement(**row) for row in _rows(folder / "arrondissements.csv")]
    mergers = sorted((Merger(**row) for row in _rows(folder / "mergers.csv")), key=lambda one: one.date)
    centres = [_centre(row) for row in _rows(folder / "centres.csv")]
    return Areas(
        {one.code: one for one in municipalities},
        {one.code: one for one in arrondissements},
        tuple(mergers),
        {one.code: one for one in centres},
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with opened_csv(path) as reader:
        yield from reader


def _municipality(row: dict[str, str]) -> Municipality:
    flags = {"is_centre_city": YES_NO[row.pop("centrumstad")], "is_rim": YES_NO[row.pop("vlaamse_rand")]}
    return Municipality(**row, **flags)  # type: ignore[arg-type]


def _centre(row: dict[str, str]) -> Centre:
    neighbours = tuple(row["neighbours"].split())
    return Centre(row["code"], float(row["longitude"]), float(row["latitude"]), neighbours)
