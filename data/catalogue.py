"""Reads the catalogue: one TOML file an indicator under `data/catalogue/` and its folders; the file name is its id.

A file with an unknown or missing key, or with a code that no codelist has, refuses the start with file and line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.area_tables import read_areas
from data.areas import NO_AREAS, Areas
from data.codelists import read_codelists
from data.files import read_text
from data.model import Codelist, Dimension, Headline, Indicator, Sentence, SumRule
from data.toml_reader import Reader, read_table

POLARITIES = ("higher_is_better", "lower_is_better", "neutral")
SOURCE_KINDS = ("register", "survey", "estimate", "census", "study", "projection")
SHAPES = ("auto", "stacked", "bars")
PERIOD_KINDS = ("year", "school_year", "academic_year")
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Catalogue:
    """All indicators by id, the codelists that they use, and the municipalities."""

    indicators: Mapping[str, Indicator]
    codelists: Mapping[str, Codelist]
    areas: Areas = NO_AREAS

    def by_slug(self, slug: str) -> Indicator | None:
        """Find the indicator of an address; None where no indicator has this slug."""
        return next((one for one in self.indicators.values() if one.slug == slug), None)

    def in_domain(self, domain: str) -> list[Indicator]:
        """Give the indicators of a domain: those that its codelist names first, then the others by title."""
        first = self.codelists["domain"][domain].properties["first"].split()
        members = [one for one in self.indicators.values() if one.domain == domain]
        return sorted(members, key=lambda one: (first.index(one.id) if one.id in first else len(first), one.title))

    def larger_areas(self) -> list[str]:
        """List the areas that are no municipality, with "" for figures that are about no area."""
        return ["", *(code for code in self.codelists["ref_area"].codes if code not in self.areas.municipalities)]

    def label(self, codelist: str, code: str) -> str:
        """Name a code; an empty code gives an empty name."""
        return self.codelists[codelist][code].label if code else ""


def read_catalogue(folder: Path = HERE) -> Catalogue:
    """Read `codelists/`, `areas/` (where it is) and `catalogue/` in the folder.

    The codelist `ref_area` gets the codes of arrondissements and municipalities from `areas/`.

    Raises: CatalogueError, naming file and line, for the first mistake found.
    """
    areas = read_areas(folder / "areas") if (folder / "areas").is_dir() else NO_AREAS
    codelists = dict(read_codelists(folder / "codelists"))
    listed = codelists["ref_area"]
    codelists["ref_area"] = Codelist(listed.id, {**listed.codes, **areas.codes})
    paths = sorted((folder / "catalogue").rglob("*.toml"))
    indicators = {path.stem: read_indicator(path, codelists) for path in paths}
    for path in paths:
        _check_links(path, indicators)
    return Catalogue(indicators, codelists, areas)


def read_indicator(path: Path, codelists: Mapping[str, Codelist]) -> Indicator:
    """Read and check the file of one indicator."""
    reader, table = read_table(path)
    indicator = _indicator(reader, table)
    _check_codes(reader, indicator, codelists)
    return indicator


def _indicator(reader: Reader, table: Mapping[str, Any]) -> Indicator:
    parts = {
        "sentence": reader.one(Sentence, table, "sentence"),
        "headline": reader.one(Headline, table, "headline"),
        "dimensions": reader.many(Dimension, table, "dimensions"),
        "sums": reader.many(SumRule, table, "sums"),
    }
    return reader.take(Indicator, table, id=reader.path.stem, **parts)


def _check_codes(reader: Reader, indicator: Indicator, codelists: Mapping[str, Codelist]) -> None:
    """Refuse values outside their list: domain, unit, polarity, kind of source, shape, dimensions and their codes."""
    allowed = {
        "domain": codelists["domain"].codes,
        "unit_measure": codelists["unit_measure"].codes,
        "polarity": POLARITIES,
        "source_kind": SOURCE_KINDS,
        "shape": SHAPES,
        "period_kind": PERIOD_KINDS,
    }
    for key, values in allowed.items():
        if getattr(indicator, key) not in values:
            reader.refuse(key, getattr(indicator, key), f"één van {', '.join(values)}")
    for dimension in indicator.dimensions:
        if dimension.id not in codelists:
            reader.refuse("id", dimension.id, f"een lijst in data/codelists/: {dimension.id}.csv bestaat niet")
        if dimension.reference and dimension.reference not in codelists[dimension.id]:
            reader.refuse("reference", dimension.reference, f"een code van {dimension.id}")
    if indicator.headline.ref_area and indicator.headline.ref_area not in codelists["ref_area"]:
        reader.refuse("ref_area", indicator.headline.ref_area, "een code van ref_area")
    for dimension_id, code in indicator.headline.breakdown.items():
        if dimension_id not in indicator.dimension_ids or code not in codelists[dimension_id]:
            reader.refuse("breakdown", f"{dimension_id} = {code}", "een dimensie van deze indicator en een code ervan")
    for rule in indicator.sums:
        _check_sum(reader, indicator, rule, codelists)


def _check_sum(reader: Reader, indicator: Indicator, rule: SumRule, codelists: Mapping[str, Codelist]) -> None:
    if rule.dimension not in indicator.dimension_ids:
        reader.refuse("dimension", rule.dimension, "een dimensie van deze indicator")
    for code in rule.parts:
        if code not in codelists[rule.dimension]:
            reader.refuse("parts", code, f"een code van {rule.dimension}")
    if rule.whole not in ("", "100") and rule.whole not in codelists[rule.dimension]:
        reader.refuse("whole", rule.whole, f"leeg, 100 of een code van {rule.dimension}")


def _check_links(path: Path, indicators: Mapping[str, Indicator]) -> None:
    """Refuse a slug that two indicators have, and links to indicators that do not exist."""
    indicator = indicators[path.stem]
    reader = Reader(path, read_text(path))
    if [one.slug for one in indicators.values()].count(indicator.slug) > 1:
        reader.refuse("slug", indicator.slug, "een adres dat geen andere indicator heeft")
    for key in ("related", "not_comparable", "companion"):
        named = getattr(indicator, key)
        for target in (named,) if isinstance(named, str) else named:
            if target and target not in indicators:
                reader.refuse(key, target, "een indicator die bestaat")
