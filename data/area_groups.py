"""Reads a list of groups of municipalities that someone provides: two columns, `nis;groep`, one municipality a line.

Such a list is the classification by facilities (*uitrustingsgraad*) of Provincies in Cijfers; it is not ours to ship.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from data.areas import NEWEST, Areas
from data.errors import CatalogueError
from data.files import read_text

HEADS = ["nis", "groep"]


def read_area_groups(path: Path | None, areas: Areas) -> Mapping[str, str]:
    """Give the group of each municipality in the list; nothing where no list is provided.

    Raises: CatalogueError, naming file and line, for a file that is not there or not of this form, and for a code that
    is no municipality of today.
    """
    if path is None:
        return {}
    if not path.is_file():
        raise CatalogueError(str(path), "geen bestand", "een bestand met de kolommen nis;groep, of geen GROUPS_FILE")
    rows = list(csv.reader(io.StringIO(read_text(path), newline=""), delimiter=";"))
    if not rows or rows[0] != HEADS:
        raise CatalogueError(f"{path}, regel 1", f"de kop “{';'.join(rows[0] if rows else [])}”", "de kop “nis;groep”")
    groups: dict[str, str] = {}
    for number, row in enumerate(rows[1:], 2):
        code = row[0].zfill(5) if row else ""
        known = areas.municipalities.get(code)
        if len(row) != 2 or not row[1] or known is None or not known.exists_in(NEWEST) or code in groups:
            expected = "de NIS-code van een gemeente van nu, één keer, en een groep"
            raise CatalogueError(f"{path}, regel {number}", f"“{';'.join(row)}”", expected)
        groups[code] = row[1]
    return groups
