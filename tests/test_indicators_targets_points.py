import pytest
from annexed import catalogue, number
from targeted import from_year, measure, point, target

from data.model import Observation
from data.target import Against, Base, Measure, Target
from indicators.targets.points import Point, base_point, points, since_break

NON_EU = {"nationality": "non_eu"}
LEVEL = target("level", "up", "54")
GAP = target("gap", "down", "5", unit_measure="percentage_points")
PROPORTION = target("proportionality", "up", "1", unit_measure="times")
AGAINST = Against("employment_rate", {"nationality": "be_eu"})


def measured(*observations: Observation, asked: Target = LEVEL, by: Measure | None = None) -> tuple[Point, ...]:
    return points(asked, by or measure(), lambda _indicator: observations, catalogue())


def test_only_the_group_and_area_of_the_measure_count() -> None:
    found = measured(
        number(44, **NON_EU),
        number(73, nationality="be_eu"),
        number(30, sex="f", **NON_EU),
        number(50, ref_area="BE", **NON_EU),
        number(60),
    )

    assert [one.value for one in found] == [44]


def test_measurements_come_in_order_of_time_and_without_those_that_have_no_number_or_year() -> None:
    found = measured(
        number(47, "2015", **NON_EU),
        number(44, "2010", **NON_EU),
        number(None, "2011", **NON_EU),
        number(None, "2012", lower=40, upper=45, **NON_EU),
        number(46, "", **NON_EU),
    )

    assert [(one.time_period, one.value) for one in found] == [("2010", 44), ("2015", 47)]


def test_a_measurement_keeps_what_must_be_known_about_it() -> None:
    (found,) = measured(
        number(6.7, obs_status="B", note="Via de pers: HLN.", lower=6.1, upper=7.3, sample_size=29, **NON_EU)
    )

    assert (found.decimals, found.is_break, found.via_press, found.is_small) == (1, True, True, True)
    assert (found.lower, found.upper, found.half_width) == (6.1, 7.3, pytest.approx(0.6))


@pytest.mark.parametrize(
    ("facts", "is_small"),
    [({"denominator": 29}, True), ({"denominator": 30}, False), ({"sample_size": 29}, True), ({}, False)],
)
def test_fewer_than_thirty_is_too_few(facts: dict[str, float], is_small: bool) -> None:
    (found,) = measured(number(44, **facts, **NON_EU))

    assert found.is_small is is_small


def test_a_gap_is_positive_where_the_group_is_worse_off() -> None:
    figures = [number(44, **NON_EU), number(73, nationality="be_eu"), number(50, "2015", **NON_EU)]

    found = measured(*figures, asked=GAP, by=measure(against=AGAINST))

    assert [(one.time_period, one.value, one.is_open) for one in found] == [("2010", 29, True)]


def test_a_gap_of_what_should_be_low_is_counted_the_other_way_round() -> None:
    figures = [
        number(20, indicator="unemployment_rate", **NON_EU),
        number(5, indicator="unemployment_rate", nationality="be_eu"),
    ]
    by = measure(indicator="unemployment_rate", against=Against("unemployment_rate", {"nationality": "be_eu"}))

    assert [one.value for one in measured(*figures, asked=GAP, by=by)] == [15]


def test_a_proportion_is_one_share_divided_by_the_other() -> None:
    figures = [
        number(4.5, lower=4, upper=5, **NON_EU),
        number(9, nationality="be_eu"),
        number(5, "2015", **NON_EU),
        number(0, "2015", nationality="be_eu"),
    ]

    (found,) = measured(*figures, asked=PROPORTION, by=measure(against=AGAINST))

    assert (found.value, found.lower, found.decimals) == (0.5, None, 2)


def test_a_base_is_the_measurement_of_its_period_unless_the_text_gives_the_number() -> None:
    found = (point(2008, 8.5, note="gemeten"), point(2010, 8))

    assert base_point(from_year(2010), found) == found[1]
    stated = base_point(from_year(2008, "8.60"), found)
    assert stated
    assert (stated.value, stated.decimals, stated.note) == (8.6, 2, "gemeten")


def test_a_base_in_the_text_itself_needs_no_measurement() -> None:
    stated = base_point(Base("2008", "8.6", False, ""), ())

    assert stated
    assert (stated.time_period, stated.value) == ("2008", 8.6)
    assert base_point(None, ()) is None


def test_measurements_can_be_compared_from_the_last_break_on() -> None:
    found = (point(2010, 1), point(2011, 2, is_break=True), point(2012, 3), point(2013, 4, is_break=True))

    assert since_break(found, found[2]) == found[1:3]
    assert since_break(found, found[0]) == found[:1]
