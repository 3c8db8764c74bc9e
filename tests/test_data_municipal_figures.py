"""The municipal figures of Statbel, 2009-2015, against the regional figures of another table of Statbel."""

import pytest
from shipped import answers, view_of

from data.geography import on_geography
from data.model import Observation

YEARS = [f"{year}-01-01" for year in range(2009, 2016)]

TWO_TABLES = "2011-01-01"
"""The one day on which the ages differ between the two tables."""


def figures(indicator: str, **breakdown: str) -> list[Observation]:
    return [one for one in answers().store.observations(indicator) if dict(one.breakdown) == breakdown]


def counts(observations: list[Observation], areas: set[str], year: str) -> tuple[float, float]:
    found = [one for one in observations if one.ref_area in areas and one.time_period == year]
    return sum(one.numerator or 0 for one in found), sum(one.denominator or 0 for one in found)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(("region", "count"), [("VLG", 308), ("BHG", 19)])
def test_the_municipalities_add_up_to_the_figures_per_region(region: str, count: int, year: str) -> None:
    codes = {one.code for one in answers().catalogue.areas.of_geography("2018", region)}
    regional = [one for one in figures("foreign_nationals_share") if one.source == "statbel_bestat_population"]

    assert len(codes) == count
    assert counts(figures("de_42"), codes, year) == counts(regional, {region}, year)
    assert counts(figures("de_42"), {region}, year) == counts(regional, {region}, year)


@pytest.mark.parametrize("age", ["0-17", "18-64", "65+"])
def test_each_age_adds_up_to_the_figures_per_region(age: str) -> None:
    regional = [one for one in figures("foreign_nationals_share", age=age) if one.source == "statbel_bestat_population"]

    for year in (one for one in YEARS if one != TWO_TABLES):
        assert counts(figures("de_45", age=age), {"VLG"}, year) == counts(regional, {"VLG"}, year)


def test_where_two_tables_of_statbel_differ_the_page_says_so() -> None:
    ours, regional = (
        counts([one for one in figures(name, age="18-64") if one.source != "vrind_2011"], {"VLG"}, TWO_TABLES)
        for name in ("de_45", "foreign_nationals_share")
    )

    assert (ours, regional) == ((308171, 3921171), (308426, 3921171))
    assert "308.171 en 308.426" in " ".join(answers().catalogue.indicators["de_45"].caveats)


@pytest.mark.parametrize(("indicator", "parts"), [("de_44", ("m", "f")), ("de_45", ("0-17", "18-64", "65+"))])
def test_the_groups_of_every_municipality_add_up_to_its_total(indicator: str, parts: tuple[str, ...]) -> None:
    dimension = answers().catalogue.indicators[indicator].dimension_ids[0]
    totals = {(one.ref_area, one.time_period): (one.numerator, one.denominator) for one in figures("de_42")}
    summed: dict[tuple[str, str], tuple[float, float]] = {}
    for one in (one for part in parts for one in figures(indicator, **{dimension: part})):
        before = summed.get((one.ref_area, one.time_period), (0.0, 0.0))
        summed[one.ref_area, one.time_period] = before[0] + (one.numerator or 0), before[1] + (one.denominator or 0)

    assert summed == totals


def test_a_figure_tells_its_sum_and_its_source() -> None:
    (gent,) = [one for one in figures("de_42") if (one.ref_area, one.time_period) == ("44021", "2010-01-01")]

    assert (gent.obs_value, gent.numerator, gent.denominator) == (10.9, 26531, 243366)
    assert (gent.derivation, gent.printed) == ("26.531 ÷ 243.366 × 100", "")
    assert gent.source == "statbel_pop_struct_2009_2015"


def test_the_total_stays_on_the_geography_of_2025_and_antwerpen_gains_borsbeek() -> None:
    year = [one for one in figures("de_42") if one.time_period == "2010-01-01" and one.ref_area.isdigit()]
    year = [one for one in year if one.ref_area in answers().catalogue.areas.municipalities]
    made = {one.ref_area: one for one in on_geography(year, answers().catalogue, "2025")}

    assert sum(one.numerator or 0 for one in made.values()) == sum(one.numerator or 0 for one in year) == 726503
    assert (len(made), made["11002"].denominator) == (304, 483505 + 10125)


def test_the_page_starts_with_the_regions_and_shows_the_municipalities_that_are_asked() -> None:
    start, chosen = view_of("de_42"), view_of("de_42", gebied="44021~vlg")

    assert [row[0] for row in start.tables[0].rows] == ["Vlaams Gewest", "Brussels Hoofdstedelijk Gewest"]
    assert [row[0] for row in chosen.tables[0].rows] == ["Vlaams Gewest", "Gent"]
    assert len(start.choices.areas) == 2 + 5 + 308 + 19
    assert start.mentions.caption == "De cijfers van deze weergave; alle 2.338 staan in de download"
    assert len(start.mentions.rows) == 14


def test_more_than_six_municipalities_at_once_are_not_shown() -> None:
    view = view_of("de_42", gebied="44021~44001~44011~44012~44013~44019~44020")

    assert view.unknown[0].startswith("gebied=44021~")
    assert view.selection.gebied == ()
