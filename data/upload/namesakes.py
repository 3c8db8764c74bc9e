"""Names of a municipality and of a larger area: "Antwerpen" is a city and a province, "Brussel" a region too."""

from __future__ import annotations

from collections.abc import Iterable

from data.area_names import plain
from data.upload.context import Context
from data.upload.words import tidy

LARGER = {"province", "region"}
CAPITAL = {"brussel", "bruxelles", "brussels"}


def namesakes(texts: Iterable[str], context: Context) -> frozenset[str]:
    """Give the namesakes among the areas of a file, where names of provinces or regions stand beside them.

    Among municipalities only, "Antwerpen" is the city; beside "Limburg" it is most likely the province: that is asked.
    """
    names = {tidy(text) for text in texts}
    found = {name: context.area_names.find(name).code for name in names if name and not name.isdigit()}
    levels = {
        code: context.catalogue.codelists["ref_area"][code].properties.get("level") for code in found.values() if code
    }
    if not LARGER & set(levels.values()):
        return frozenset()
    return frozenset(
        name for name, code in found.items() if code and levels[code] not in LARGER and _is_larger(name, context)
    )


def _is_larger(name: str, context: Context) -> bool:
    return plain(name) in CAPITAL or bool(context.area_names.find(name, "province").code)
