"""A map of municipalities within their boundaries, coloured by class; as SVG text, drawn without any map service.

The plane is longitude times the cosine of the middle latitude: over Flanders that is off by less than half a percent.
Corners are moved to a grid, so that the drawing stays small and neighbours keep one boundary between them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from data.boundaries import Boundaries
from indicators.figures import theme
from indicators.figures.small import svg
from indicators.figures.tiles import COLOURS, NOTHING

WIDTH, MARGIN = 1200, 4
"""Width of the drawing in steps of the grid; a step is some 200 metres."""

THIN = 0.7


def borders(boundaries: Boundaries, classes: Mapping[str, int]) -> str:
    """Draw all municipalities, each with an edge; one without a class is white."""
    height, outlines = _outlines(boundaries)
    drawn = "".join(
        f'<path d="{outline}" fill="{COLOURS[classes[code]] if code in classes else NOTHING}"/>'
        for code, outline in outlines.items()
    )
    paint = f'fill-rule="evenodd" stroke="{theme.AXIS}" stroke-width="{THIN}"'
    return svg(WIDTH + 2 * MARGIN, height + 2 * MARGIN, f"<g {paint}>{drawn}</g>")


@lru_cache(maxsize=1)
def _outlines(boundaries: Boundaries) -> tuple[int, dict[str, str]]:
    """Give the height of the drawing, and the path of each municipality; made once for all years and indicators."""
    every = np.concatenate([ring for rings in boundaries.rings.values() for ring in rings])
    shrink = np.array([np.cos(np.radians(every[:, 1].mean())), -1])
    flat = every * shrink
    corner, scale = flat.min(axis=0), WIDTH / np.ptp(flat[:, 0])
    paths = {
        code: "".join(_path((ring * shrink - corner) * scale + MARGIN) for ring in rings)
        for code, rings in boundaries.rings.items()
    }
    return int(np.ceil(np.ptp(flat[:, 1]) * scale)), paths


def _path(ring: np.ndarray) -> str:
    """Write a ring in steps from corner to corner; a ring smaller than a step becomes a square of one step."""
    places = np.rint(ring).astype(int)
    steps = np.diff(places, axis=0)
    steps = steps[steps.any(axis=1)]
    start = f"M{places[0, 0]} {places[0, 1]}"
    if len(steps) < 3:
        return f"{start}h1v1h-1z"
    return f"{start}l{' '.join(f'{across} {down}' for across, down in steps[:-1])}z".replace(" -", "-")
