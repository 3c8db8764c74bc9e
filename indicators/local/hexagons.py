"""A map in which every municipality is one hexagon of the same size, laid out from the centres of municipalities.

Each gets a cell of its own; of all ways to do so the one is taken that moves them least (the least sum of squared
distances). Equal centres give equal maps.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

KM_PER_DEGREE = 111.2
ROW_HEIGHT = math.sqrt(3) / 2
"""Height of a row of hexagons that are one wide, corner above."""

WIDER = 1.3
"""Cells this much wider than municipalities are apart leave few holes in the map."""

MARGIN = 2.0
"""Cells further than this from every centre, in widths of a cell, are not offered."""

Cell = tuple[int, int]
"""Column and row; the odd rows stand half a cell to the right. Row 0 is the southernmost."""


def hexagons(centres: Mapping[str, tuple[float, float]]) -> dict[str, Cell]:
    """Give each municipality a cell.

    Shape: code → (longitude, latitude) in degrees in; code → cell out, each cell once.
    """
    if not centres:
        return {}
    codes = sorted(centres)
    places = _scaled(np.array([centres[code] for code in codes]))
    cells, middles = _cells(places)
    moved = ((places[:, None, :] - middles[None, :, :]) ** 2).sum(axis=2)
    return {code: cells[cell] for code, cell in zip(codes, assignment(moved), strict=True)}


def _scaled(degrees: np.ndarray) -> np.ndarray:
    """Turn degrees into widths of a cell: somewhat more than the median distance to the three nearest others."""
    longitude, latitude = degrees[:, 0], degrees[:, 1]
    flat = np.column_stack([longitude * np.cos(np.radians(latitude.mean())), latitude]) * KM_PER_DEGREE
    gaps = np.hypot(*(flat[:, None, :] - flat[None, :, :]).transpose(2, 0, 1))
    np.fill_diagonal(gaps, np.inf)
    width = WIDER * float(np.median(np.sort(gaps, axis=1)[:, :3])) if len(flat) > 3 else 1.0
    return (flat - flat.min(axis=0)) / (width or 1.0)


def _cells(places: np.ndarray) -> tuple[list[Cell], np.ndarray]:
    """List the cells around the places, with the middle of each."""
    columns, rows = (int(one) + 3 for one in (places[:, 0].max(), places[:, 1].max() / ROW_HEIGHT))
    every = [(column, row) for row in range(-2, rows) for column in range(-2, columns)]
    middles = np.array([middle(cell) for cell in every])
    apart = ((middles[:, None, :] - places[None, :, :]) ** 2).sum(axis=2).min(axis=1)
    near = np.argsort(apart, kind="stable")[: max(len(places), int((apart <= MARGIN**2).sum()))]
    kept = np.sort(near)
    return [every[place] for place in kept], middles[kept]


def middle(cell: Cell) -> tuple[float, float]:
    """Give the middle of a cell, in widths of a cell, y upwards."""
    column, row = cell
    return column + (0.5 if row % 2 else 0.0), row * ROW_HEIGHT


def assignment(costs: np.ndarray) -> Sequence[int]:
    """Give each row a column of its own with the least sum of costs; there are at least as many columns as rows.

    Source: the Hungarian method of H. W. Kuhn (1955), by shortest paths (R. Jonker and A. Volgenant, 1987).
    """
    rows, columns = costs.shape
    row_price, column_price = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = np.full(columns + 1, rows)  # the row that has each column; `rows` is nobody, the last column the start
    for row in range(rows):
        owner[columns] = row
        _settle(costs, row_price, column_price, owner)
    found = np.empty(rows, dtype=int)
    found[owner[:columns][owner[:columns] < rows]] = np.flatnonzero(owner[:columns] < rows)
    return found.tolist()


def _settle(costs: np.ndarray, row_price: np.ndarray, column_price: np.ndarray, owner: np.ndarray) -> None:
    """Find the cheapest way to give one more row a column, moving others where that is cheaper."""
    rows, columns = costs.shape
    least, before = np.full(columns, np.inf), np.full(columns, columns)
    done = np.zeros(columns + 1, dtype=bool)
    at = columns
    while owner[at] != rows:
        done[at] = True
        row, open_ = owner[at], ~done[:columns]
        reduced = costs[row] - row_price[row] - column_price[:columns]
        better = open_ & (reduced < least)
        least[better], before[better] = reduced[better], at
        following = int(np.argmin(np.where(open_, least, np.inf)))
        step = least[following]
        row_price[owner[done]] += step
        column_price[done] -= step
        least[open_] -= step
        at = following
    while at != columns:
        owner[at] = owner[before[at]]
        at = before[at]
