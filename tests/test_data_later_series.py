"""The series that came after the annex: what is carried, that it adds up, and what it says where the annex spoke first.

Counts and sums were taken from the publishers' own tables, not from the files of this repository.
"""

import re
from collections import Counter, defaultdict

import pytest
from shipped import answers

from data.catalogue import HERE
from data.model import Observation
from data.observations import read_folder
from data.shipped import SHIPPED
from data.shown import shown
from indicators.tables import remark_of

LATER = [one.folder for one in SHIPPED[1:]]
REGIONS = ("VLG", "BHG", "WG")
AGES = ("0-17", "18-64", "65+")
JANUARY_2010 = "2010-01-01"


def figures(indicator: str, as_of: int | None = None) -> tuple[Observation, ...]:
    return answers().store.observations(indicator, as_of)


def of_dataset(folder: str) -> list[Observation]:
    return read_folder(HERE / folder, answers().catalogue)


def at(indicator: str, area: str, period: str, **breakdown: str) -> list[Observation]:
    """All that is kept of one number, the oldest revision first."""
    found = [one for one in figures(indicator) if (one.ref_area, one.time_period) == (area, period)]
    return sorted((one for one in found if dict(one.breakdown) == breakdown), key=lambda one: one.revision)


@pytest.mark.parametrize(
    ("folder", "count"),
    [
        ("points", 156),
        ("statbel_census_2011", 765),
        ("eurostat", 2708),
        ("statbel_population", 1052),
        ("statbel_municipalities", 14028),
    ],
)
def test_a_dataset_has_all_its_figures(folder: str, count: int) -> None:
    assert len(of_dataset(folder)) == count


@pytest.mark.parametrize(
    ("folder", "indicator", "breakdown", "count", "total"),
    [
        ("statbel_population", "foreign_nationals", {}, 128, 69219700),
        ("statbel_population", "foreign_nationals", {"age": "0-17"}, 128, 12574344),
        ("statbel_population", "foreign_nationals", {"age": "18-64"}, 128, 49722016),
        ("statbel_population", "foreign_nationals", {"age": "65+"}, 128, 6923340),
        ("eurostat", "asylum_applicants", {}, 17, 454980),
        ("eurostat", "median_income", {"nationality": "be"}, 10, 259274),
        ("eurostat", "median_income", {"nationality": "foreign"}, 10, 200496),
        ("eurostat", "median_income", {"nationality": "eu"}, 10, 231471),
        ("eurostat", "median_income", {"nationality": "non_eu"}, 10, 163610),
    ],
)
def test_a_series_has_the_sum_of_its_publisher(
    folder: str, indicator: str, breakdown: dict[str, str], count: int, total: int
) -> None:
    found = [one.number for one in of_dataset(folder) if one.indicator == indicator and one.breakdown == breakdown]

    assert (len(found), sum(found)) == (count, total)


@pytest.mark.parametrize(
    ("indicator", "count", "total"),
    [("employment_rate_eurostat", 1326, 85254.3), ("unemployment_rate_eurostat", 1325, 10941.2)],
)
def test_the_rates_of_eurostat_have_the_sum_of_its_table(indicator: str, count: int, total: float) -> None:
    found = [one.number for one in of_dataset("eurostat") if one.indicator == indicator]

    assert (len(found), round(sum(found), 1)) == (count, total)


def test_every_figure_has_the_revision_of_its_dataset() -> None:
    kept = Counter(one.revision for name in answers().catalogue.indicators for one in figures(name))

    assert kept == {1: 643, 2: 156, 3: 765, 4: 2708, 5: 1052, 6: 14028}


@pytest.mark.parametrize("age", ["", *AGES])
def test_the_regions_add_up_to_belgium_in_every_year(age: str) -> None:
    breakdown = {"age": age} if age else {}
    by_year: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for one in of_dataset("statbel_population"):
        if one.indicator == "foreign_nationals" and one.breakdown == breakdown:
            by_year[one.time_period][one.ref_area] = one.number

    assert sorted(by_year) == [f"{year}-01-01" for year in range(1992, 2024)]
    assert [year for year, areas in by_year.items() if sum(areas[one] for one in REGIONS) != areas["BE"]] == []


def test_the_ages_add_up_to_the_total_in_every_year_and_area() -> None:
    found = {
        (one.ref_area, one.time_period, one.breakdown.get("age", "")): one.number
        for one in of_dataset("statbel_population")
        if one.indicator == "foreign_nationals"
    }
    totals = {place[:2]: number for place, number in found.items() if not place[2]}

    assert {place: sum(found[*place, age] for age in AGES) for place in totals} == totals


def test_a_share_follows_from_the_two_counts_beside_it() -> None:
    shares = [one for folder in LATER for one in of_dataset(folder) if one.numerator is not None and one.denominator]

    assert len(shares) == 526 + 765 + 14028
    assert all(one.derivation and not one.printed for one in shares)
    assert [one.key for one in shares if abs(100 * one.numerator / one.denominator - one.number) > 0.05 + 1e-9] == []  # type: ignore[operator]


def test_the_count_behind_a_share_is_the_one_of_the_companion() -> None:
    counts = {one.key[1:]: one.number for one in of_dataset("statbel_population") if one.unit_measure == "persons"}
    shares = {one.key[1:]: one.numerator for one in of_dataset("statbel_population") if one.unit_measure == "percent"}

    assert shares == counts


@pytest.mark.parametrize(
    ("indicator", "area", "period", "value"),
    [
        ("foreign_nationals", "VLG", JANUARY_2010, 399433),
        ("foreign_nationals", "BE", JANUARY_2010, 1057666),
        ("foreign_nationals_share", "VLG", JANUARY_2010, 6.4),
        ("foreign_nationals_share", "BHG", JANUARY_2010, 30.0),
        ("foreign_nationals_share", "WG", JANUARY_2010, 9.5),
        ("foreign_nationals_share", "BE", JANUARY_2010, 9.8),
        ("asylum_applicants", "BE", "2010", 26560),
    ],
)
def test_a_later_source_says_what_the_annex_says_of_2010(indicator: str, area: str, period: str, value: float) -> None:
    annex, later = at(indicator, area, period)

    assert (annex.obs_value, later.obs_value) == (value, value)
    assert (annex.revision, annex.source) != (later.revision, later.source)


def test_of_two_sources_the_newer_is_shown_and_both_are_kept() -> None:
    annex, later = at("foreign_nationals", "VLG", JANUARY_2010)

    assert (annex.source, later.source) == ("adsei_vrind_2011", "statbel_bestat_population")
    assert list(shown([annex, later]).values()) == [later]
    assert list(shown(figures("foreign_nationals", as_of=1)).values()).count(annex) == 1


def test_that_the_annex_gives_another_share_of_children_under_twelve_is_told_beside_it() -> None:
    (annex,) = at("foreign_nationals_share", "VLG", "", age="0-11")
    (before,), (same,) = (at("foreign_nationals_share", "VLG", f"{year}-01-01", age="0-11") for year in (2009, 2010))

    assert (annex.obs_value, before.obs_value, same.obs_value) == (6.6, 6.2, 6.6)
    assert "geeft 6,6%, “ongewijzigd tegenover 2009”. Op 1 januari 2009 was het volgens Statbel lager" in before.note
    assert before.note in remark_of(before)


def test_that_the_tenants_add_up_to_five_more_than_their_total_is_told() -> None:
    (total,) = at("social_tenants", "VL", "2016-12")
    parts = [one.number for one in figures("social_tenants") if one.breakdown]

    assert sum(parts) - total.number == 5
    assert "De groepen samen zijn 143.086: 5 meer dan dit gedrukte totaal." in total.note


@pytest.mark.parametrize("folder", ["annex", *LATER])
def test_only_single_points_can_carry_the_mark_of_the_press(folder: str) -> None:
    marked = [one for one in of_dataset(folder) if "Via de pers" in one.note]

    assert len(marked) == (93 if folder == "points" else 0)
    assert all(one.note.startswith("Via de pers: ") for one in marked)


def test_a_figure_has_the_mark_of_the_press_where_its_source_is_the_press() -> None:
    labels = {code: one.label for code, one in answers().catalogue.codelists["source"].codes.items()}
    second_hand = re.compile("via de pers|niet rechtstreeks gelezen|via het Vlaams Parlement")

    for one in of_dataset("points"):
        assert one.note.startswith("Via de pers") == bool(second_hand.search(labels[one.source])), one.key


@pytest.mark.parametrize("indicator", ["employment_rate", "unemployment_rate", "poverty_risk", "school_delay"])
def test_a_series_with_another_method_is_an_indicator_of_its_own(indicator: str) -> None:
    assert figures(indicator) == figures(indicator, as_of=1)


def test_a_longer_series_says_where_its_method_changed() -> None:
    breaks = {
        (one.indicator, one.time_period)
        for folder in LATER
        for one in of_dataset(folder)
        if one.obs_status == "B" and one.indicator in ("median_income", "integration_programmes", "tertiary_attainment")
    }

    assert breaks == {
        ("median_income", "2019"),
        ("integration_programmes", "2015"),
        ("tertiary_attainment", "2019"),
    }


def test_no_later_figure_repeats_the_annex_as_its_source() -> None:
    for folder in LATER:
        assert [one.key for one in of_dataset(folder) if one.source_ref.startswith(("Figuur", "§"))] == []
