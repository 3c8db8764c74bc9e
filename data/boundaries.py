"""Reads the boundaries of municipalities from a folder that someone provides: GeoJSON (RFC 7946), keyed by NIS code.

The folder holds files `*.geojson`, each a FeatureCollection of Polygons and MultiPolygons in degrees (WGS84), with the
NIS code as `id` of a feature or as its property `nis`; and `bron.txt`, a line that says who published them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from data.areas import FLANDERS, NEWEST, Areas
from data.errors import CatalogueError
from data.files import read_text

MOST_BYTES = 20_000_000
"""Flanders with points a metre apart takes 1.4 MB."""

BELGIUM = np.array([(2.3, 49.4), (6.5, 51.6)])
"""The box around it, in degrees; whatever lies outside is in another reference system, such as Lambert 72."""

SOURCE = "bron.txt"


@dataclass(frozen=True, eq=False)
class Boundaries:
    """The rings of each Flemish municipality of today, as arrays of (longitude, latitude); and who published them."""

    rings: Mapping[str, tuple[np.ndarray, ...]]
    source: str


def read_boundaries(folder: Path | None, areas: Areas) -> Boundaries | None:
    """Read a folder; None where none is provided.

    Raises: CatalogueError, naming file and feature, for what is not of this form, for a code that is no municipality of
    today or stands there twice, and for a Flemish municipality that is not there.
    """
    if folder is None:
        return None
    rings: dict[str, tuple[np.ndarray, ...]] = {}
    for where, code, found in _features(folder):
        known = areas.municipalities.get(code)
        if known is None or not known.exists_in(NEWEST) or code in rings:
            raise CatalogueError(where, f"de code “{code[:20]}”", "de NIS-code van een gemeente van nu, één keer")
        rings[code] = found
    wanted = areas.of_geography(NEWEST, FLANDERS)
    for one in wanted:
        if one.code not in rings:
            raise CatalogueError(str(folder), f"geen grens van {one.name} ({one.code})", "alle gemeenten van nu")
    return Boundaries({one.code: rings[one.code] for one in wanted}, _source(folder))


def _source(folder: Path) -> str:
    text = read_text(folder / SOURCE).strip() if (folder / SOURCE).is_file() else ""
    if not text or len(text) > 200 or not text.isprintable():
        raise CatalogueError(str(folder / SOURCE), "geen bron", "één regel die zegt wie de grenzen uitgaf")
    return text


def _features(folder: Path) -> Iterator[tuple[str, str, tuple[np.ndarray, ...]]]:
    files = sorted(folder.glob("*.geojson"))
    if not files:
        raise CatalogueError(str(folder), "geen bestand .geojson", "een map met GeoJSON, of geen BOUNDARIES_FOLDER")
    for path in files:
        for number, feature in enumerate(_collection(path), 1):
            where = f"{path}, gebied {number}"
            yield where, _code(feature), _rings(where, feature)


def _collection(path: Path) -> list[Any]:
    if path.stat().st_size > MOST_BYTES:
        raise CatalogueError(str(path), f"meer dan {MOST_BYTES // 1_000_000} MB", "vereenvoudigde grenzen")
    try:
        content = json.loads(read_text(path))
    except (ValueError, RecursionError) as error:
        raise CatalogueError(str(path), "geen geldige JSON", "een bestand in GeoJSON") from error
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(features, list) or content.get("type") != "FeatureCollection":
        raise CatalogueError(str(path), "geen lijst van gebieden", "GeoJSON met een “FeatureCollection”")
    return features


def _code(feature: object) -> str:
    """Give the code that a feature carries; empty where it has none."""
    own = feature if isinstance(feature, dict) else {}
    properties = own["properties"] if isinstance(own.get("properties"), dict) else {}
    return str(properties.get("nis") or own.get("id") or "")


def _rings(where: str, feature: Any) -> tuple[np.ndarray, ...]:
    """Give the rings of a feature, outer ones and holes alike."""
    try:
        shape, coordinates = feature["geometry"]["type"], feature["geometry"]["coordinates"]
        polygons = {"Polygon": [coordinates], "MultiPolygon": coordinates}[shape]
        rings = tuple(np.array(ring, dtype=float)[:, :2] for polygon in polygons for ring in polygon)
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise CatalogueError(where, "geen veelhoek", "een “Polygon” of “MultiPolygon”") from error
    if not rings or any(ring.shape[1:] != (2,) or len(ring) < 4 for ring in rings):
        raise CatalogueError(where, "een veelhoek met minder dan drie hoeken", "een gesloten veelhoek")
    if not all(((ring >= BELGIUM[0]) & (ring <= BELGIUM[1])).all() for ring in rings):
        expected = "lengte en breedte in graden (WGS84, EPSG:4326), in België"
        raise CatalogueError(where, "een punt buiten België", expected)
    return rings
