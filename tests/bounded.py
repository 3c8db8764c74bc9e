"""Boundaries made up for the tests: a square around the centre of each municipality."""

import json
from pathlib import Path
from typing import Any

from data.areas import Centre
from data.catalogue import read_catalogue

AREAS = read_catalogue().areas
HALF = 0.02
"""Half the side of a square in degrees."""


def written(folder: Path) -> Path:
    """A folder with the squares of all municipalities, and their source."""
    content = {"type": "FeatureCollection", "features": [_feature(one) for one in AREAS.centres.values()]}
    (folder / "gemeenten.geojson").write_text(json.dumps(content), encoding="utf-8")
    (folder / "bron.txt").write_text("Verzonnen vierkanten\n", encoding="utf-8")
    return folder


def _feature(one: Centre) -> dict[str, Any]:
    corners = [(-1, -1), (-1, 1), (1, 1), (1, -1), (-1, -1)]
    ring = [[one.longitude + across * HALF, one.latitude + up * HALF] for across, up in corners]
    geometry = {"type": "MultiPolygon", "coordinates": [[ring]]}
    return {"type": "Feature", "properties": {"nis": one.code}, "geometry": geometry}
