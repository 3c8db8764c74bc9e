"""The figures of one indicator as a file: CSV for Excel or for programs, and JSON with its description."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from data.catalogue import Catalogue
from data.export import BELGIAN, COLUMNS, STANDARD, rows_of, to_csv, to_json
from data.model import Indicator, Observation
from data.sdmx import to_sdmx_csv
from data.workbook import workbook
from indicators.edition import Edition
from indicators.selection import KEYS
from indicators.series import levels, sections, statements
from indicators.targets.export import exported
from indicators.view import chosen_sections

BOM = "\ufeff"
"""Excel reads UTF-8 only when the file starts with this mark."""


def csv_of(edition: Edition, indicator: Indicator, query: Mapping[str, str]) -> str:
    """Write the figures as CSV: semicolon and decimal comma; `vorm` asks for `standaard` or `sdmx` instead."""
    described, observations = _asked(edition, indicator, query)
    if query.get("vorm") == "sdmx":
        return "".join(to_sdmx_csv(described, observations))
    if query.get("vorm") == "standaard":
        return "".join(to_csv(rows_of(observations), STANDARD))
    return BOM + "".join(to_csv(rows_of(observations), BELGIAN))


def pair_csv_of(edition: Edition, query: Mapping[str, object]) -> str:
    """Write the points of a picture of two indicators as CSV: of each point first one figure, then the other."""
    shown = edition.pair_views.view(query).shown
    observations = [one for point in shown.points for one in point] if shown else []
    return BOM + "".join(to_csv(rows_of(observations), BELGIAN))


def compared_csv(edition: Edition, query: Mapping[str, str]) -> str:
    """Write the figures of a comparison, all years, as CSV: semicolon and decimal comma, or `vorm=standaard`."""
    found = edition.comparing({key: value for key, value in query.items() if key != "vorm"}).observations
    if query.get("vorm") == "standaard":
        return "".join(to_csv(rows_of(found), STANDARD))
    return BOM + "".join(to_csv(rows_of(found), BELGIAN))


def json_of(edition: Edition, indicator: Indicator, query: Mapping[str, str]) -> dict[str, object]:
    """Give the description of the indicator, the revision, and its observations."""
    described, observations = _asked(edition, indicator, query)
    return {
        "indicator": asdict(described),
        "revision": edition.snapshot.revision,
        "columns": list(COLUMNS),
        "observations": to_json(rows_of(observations)),
        "targets": [exported(*found) for found in edition.targets.of_indicator(described.id)],
    }


def workbook_of(edition: Edition, indicator: Indicator, query: Mapping[str, str]) -> bytes:
    """Write the figures as a workbook with their description, definitions and revision."""
    described, observations = _asked(edition, indicator, query)
    return workbook(described, edition.catalogue, list(observations), edition.snapshot.store.revisions())


def index_of(catalogue: Catalogue) -> list[dict[str, str]]:
    """List all indicators by domain and title, for programs that look for one."""
    found = sorted(catalogue.indicators.values(), key=lambda one: (one.domain, one.title))
    return [
        {"slug": one.slug, "title": one.title, "domain": one.domain, "unit_measure": one.unit_measure} for one in found
    ]


def _asked(edition: Edition, indicator: Indicator, query: Mapping[str, str]) -> tuple[Indicator, Iterable[Observation]]:
    """Give all observations, or with `omvang=weergave` only those that the view of this address shows.

    A view in another unit shows the figures of the companion; then these are given, with their own description.
    """
    if query.get("omvang") != "weergave":
        return indicator, edition.snapshot.observations(indicator.id)
    view = edition.view(indicator, {key: value for key, value in query.items() if key in KEYS})
    observations = edition.snapshot.observations(view.shown.id)
    shown = sections(levels(observations) or statements(observations), view.shown, edition.catalogue)
    return view.shown, [
        one
        for section in chosen_sections(shown, view.selection, edition.catalogue)
        for series in section.series
        for one in series.observations
    ]
