"""The figures of one indicator as a file: CSV for Excel or for programs, and JSON with its description."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from data.export import BELGIAN, COLUMNS, STANDARD, rows_of, to_csv, to_json
from data.model import Indicator, Observation
from indicators.answers import Answers
from indicators.selection import KEYS
from indicators.series import levels, sections, statements
from indicators.view import chosen_sections

BOM = "\ufeff"
"""Excel reads UTF-8 only when the file starts with this mark."""


def csv_of(answers: Answers, indicator: Indicator, query: Mapping[str, str]) -> str:
    """Write the figures as CSV: semicolon and decimal comma, or the standard form with `vorm=standaard`."""
    observations = _asked(answers, indicator, query)
    if query.get("vorm") == "standaard":
        return "".join(to_csv(rows_of(observations), STANDARD))
    return BOM + "".join(to_csv(rows_of(observations), BELGIAN))


def json_of(answers: Answers, indicator: Indicator, query: Mapping[str, str]) -> dict[str, object]:
    """Give the description of the indicator, the revision, and its observations."""
    observations = _asked(answers, indicator, query)
    return {
        "indicator": asdict(indicator),
        "revision": answers.store.newest_revision(),
        "columns": list(COLUMNS),
        "observations": to_json(rows_of(observations)),
    }


def index_of(answers: Answers) -> list[dict[str, str]]:
    """List all indicators by domain and title, for programs that look for one."""
    found = sorted(answers.catalogue.indicators.values(), key=lambda one: (one.domain, one.title))
    return [
        {"slug": one.slug, "title": one.title, "domain": one.domain, "unit_measure": one.unit_measure} for one in found
    ]


def _asked(answers: Answers, indicator: Indicator, query: Mapping[str, str]) -> Iterable[Observation]:
    """Give all observations, or with `omvang=weergave` only those that the view of this address shows."""
    observations = answers.store.observations(indicator.id)
    if query.get("omvang") != "weergave":
        return observations
    view = answers.view(indicator, {key: value for key, value in query.items() if key in KEYS})
    shown = sections(levels(observations) or statements(observations), indicator, answers.catalogue)
    return [
        one
        for section in chosen_sections(shown, view.selection)
        for series in section.series
        for one in series.observations
    ]
