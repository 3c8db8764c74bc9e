from datetime import UTC, date, datetime

import pytest
from annexed import Shelf, catalogue, newest_shelf, number, shelf
from hypothesis import given
from hypothesis import strategies as st

from data.model import Observation, Revision
from data.snapshot import Snapshot
from indicators.holdings import OLD_AFTER_YEARS, Holding, holdings, told

TODAY = date(2026, 11, 25)


def all_of(held: Shelf, today: date = TODAY) -> list[Holding]:
    return holdings(Snapshot(held, held.revision), catalogue(), today)  # type: ignore[arg-type]


def one_of(indicator: str, *observations: Observation, today: date = TODAY) -> Holding:
    """What is told of one indicator, of figures that are made up or else of all that is shipped."""
    held = Shelf(list(observations)) if observations else newest_shelf()
    slug = catalogue().indicators[indicator].slug
    return next(one for one in all_of(held, today) if one.slug == slug)


def test_every_indicator_stands_there_by_domain_and_title() -> None:
    domains = [one.label for one in catalogue().codelists["domain"].codes.values()]
    listed = [(domains.index(one.domain), one.title) for one in all_of(newest_shelf())]

    assert len(listed) == 175
    assert listed == sorted(listed)


def test_an_indicator_tells_how_much_from_when_to_when_and_from_whom() -> None:
    found = one_of("asylum_applicants")

    assert (found.count, found.first, found.newest, found.years_old) == (19, "2008", "2024", 2)
    assert found.sources == ("Eurostat, MIGR_ASYAPPCTZA", "VRIND 2011")


def test_an_indicator_without_figures_has_none() -> None:
    found = next(one for one in all_of(shelf()) if one.slug == "sociale-huurders")

    assert (found.count, found.first, found.newest, found.years_old, found.sources) == (0, "", "", None, ())
    assert not found.is_old


def test_a_place_without_a_value_is_no_figure() -> None:
    found = one_of("employment_rate", number(44.0), number(None, "2011"), number(None, "2012", lower=1.0, upper=2.0))

    assert (found.count, found.first, found.newest) == (2, "2010", "2012")


@pytest.mark.parametrize(
    ("time_period", "newest", "years_old"),
    [
        ("2010", "2010", 16),
        ("2010-01-01", "1 januari 2010", 16),
        ("2011-06", "juni 2011", 15),
        ("2005-2020", "2005 tot 2020", 6),
        ("", "", None),
    ],
)
def test_the_age_counts_from_the_end_of_the_newest_period(time_period: str, newest: str, years_old: int | None) -> None:
    found = one_of("employment_rate", number(44.0, time_period))

    assert (found.first, found.newest, found.years_old) == ("", newest, years_old)


def test_a_school_year_is_called_one() -> None:
    assert one_of("grade_repetition").newest == "schooljaar 2009‑2010"


@given(st.integers(1990, 2100))
def test_a_figure_is_old_after_five_years(year: int) -> None:
    found = one_of("employment_rate", number(44.0, "2010"), today=date(year, 1, 1))

    assert found.is_old == (year - 2010 > OLD_AFTER_YEARS)


def test_a_source_stands_once() -> None:
    for one in all_of(newest_shelf()):
        assert len(one.sources) == len(set(one.sources)), one.slug


def test_a_revision_is_told_in_one_line() -> None:
    revision = Revision(2, datetime(2026, 11, 25, 9, 0, tzinfo=UTC), "Statbel", "Census 2011.", "census", "0" * 64)

    assert told(revision) == "Versie 2, 25 november 2026, Statbel: Census 2011."
