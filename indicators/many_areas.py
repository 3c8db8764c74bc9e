"""What a page shows of an indicator that has figures for hundreds of areas, until a reader chooses some."""

from __future__ import annotations

from collections.abc import Sequence, Sized

from data.catalogue import Catalogue
from indicators.series import Section

MOST_AREAS = 30
"""With more areas than this a page starts with the large ones, and the others can be chosen."""

MOST_CHOSEN = 6
"""How many of them can be chosen at once (design decision)."""

SMALL = ("municipality", "arrondissement", "province")


def are_many(areas: Sized) -> bool:
    """Tell whether these are too many areas for one chart and one table."""
    return len(areas) > MOST_AREAS


def large_areas(sections: Sequence[Section], catalogue: Catalogue) -> list[Section]:
    """Leave out municipalities, arrondissements and provinces, where there are many areas and others are left."""
    if not are_many({area for one in sections for area in one.areas}):
        return list(sections)
    listed = catalogue.codelists["ref_area"]
    small = {code.code for code in listed.codes.values() if code.properties.get("level") in SMALL}
    kept = [Section(one.cut, tuple(row for row in one.series if row.ref_area not in small)) for one in sections]
    return [one for one in kept if one.series] or list(sections)
