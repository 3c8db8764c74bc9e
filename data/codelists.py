"""Reads the codelists: one CSV file a list under `data/codelists/`, the file name is the id of the list.

Columns: `code` and `label` always; `phrase`, `family`, `description` where they help; any other column is kept as a
property of the code (the publisher of a source, the parent of an area).
`obs_status.csv` follows the SDMX cross-domain codelist CL_OBS_STATUS 2.2 (sdmx.org, Content-Oriented Guidelines).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from data.errors import CatalogueError
from data.files import opened_csv
from data.model import Code, Codelist

OWN_COLUMNS = ("code", "label", "phrase", "family", "description")


def read_codelists(folder: Path) -> Mapping[str, Codelist]:
    """Read every `*.csv` of the folder; the result is keyed by the id of the list."""
    return {path.stem: read_codelist(path) for path in sorted(folder.glob("*.csv"))}


def read_codelist(path: Path) -> Codelist:
    """Read one list.

    Raises: CatalogueError for a missing column, an empty code or label, or a code that stands there twice.
    """
    with opened_csv(path) as reader:
        if missing := {"code", "label"} - set(reader.fieldnames or ()):
            raise CatalogueError(f"{path}, regel 1", f"kolom {', '.join(sorted(missing))} ontbreekt", "code en label")
        codes: dict[str, Code] = {}
        for row in reader:
            where = f"{path}, regel {reader.line_num}"
            if not row["code"] or not row["label"] or None in row:
                expected = "een code, een naam en niet meer velden dan kolommen"
                raise CatalogueError(where, "een onvolledige rij", expected)
            if row["code"] in codes:
                raise CatalogueError(where, f"code “{row['code']}” staat er twee keer", "elke code één keer")
            codes[row["code"]] = _code(row)
    return Codelist(path.stem, codes)


def _code(row: Mapping[str, str]) -> Code:
    own = {name: row.get(name) or "" for name in OWN_COLUMNS}
    return Code(**own, properties={name: value or "" for name, value in row.items() if name not in OWN_COLUMNS})
