import pytest
from targeted import AFTER, BEFORE, from_year, judged, point, target

from data.target import Target
from indicators.targets.statuses import Certainty, Reason, Status

LEVEL = target("level", "up", "54")
LESS = target("level", "down", "10")
HALF = target("halving", "down", "4.25")
GROWTH = target("growth_per_year", "up", "1", unit_measure="percentage_points")
MORE = target("direction", "up")
PROPORTION = target("proportionality", "up", "1", unit_measure="times")
TOP_FIVE = target("rank", "down", "5", unit_measure="rank")
GAP = target("gap", "down", "5", unit_measure="percentage_points")
START = (2010, 44)


@pytest.mark.parametrize(
    ("made", "start", "end", "unit_measure", "status"),
    [
        (LEVEL, START, (2015, 54), "percent", Status.REACHED),
        (LEVEL, START, (2015, 49), "percent", Status.ON_COURSE),
        (LEVEL, START, (2015, 48.75), "percent", Status.ON_COURSE),
        (LEVEL, START, (2015, 48.7), "percent", Status.TOO_SLOW),
        (LEVEL, START, (2015, 45), "percent", Status.TOO_SLOW),
        (LEVEL, START, (2015, 44.9), "percent", Status.NO_CLEAR_CHANGE),
        (LEVEL, START, (2015, 43.1), "percent", Status.NO_CLEAR_CHANGE),
        (LEVEL, START, (2015, 43), "percent", Status.MOVING_AWAY),
        (LESS, (2010, 20), (2015, 15), "percent", Status.ON_COURSE),
        (LESS, (2010, 20), (2015, 18), "percent", Status.TOO_SLOW),
        (LESS, (2010, 20), (2015, 25), "percent", Status.MOVING_AWAY),
        (LESS, (2010, 20), (2015, 10), "percent", Status.REACHED),
        (GROWTH, START, (2015, 49), "percent", Status.ON_COURSE),
        (GROWTH, START, (2015, 46.5), "percent", Status.TOO_SLOW),
        (GROWTH, START, (2015, 54), "percent", Status.REACHED),
        (GAP, (2010, 29), (2015, 17), "percentage_points", Status.ON_COURSE),
        (GAP, (2010, 29), (2015, 28), "percentage_points", Status.TOO_SLOW),
        (PROPORTION, (2010, 0.5), (2015, 0.75), "times", Status.ON_COURSE),
        (PROPORTION, (2010, 0.5), (2015, 0.505), "times", Status.NO_CLEAR_CHANGE),
        (PROPORTION, (2010, 0.5), (2015, 1.2), "times", Status.REACHED),
        (TOP_FIVE, (2010, 9), (2015, 7), "rank", Status.ON_COURSE),
        (TOP_FIVE, (2010, 9), (2015, 9), "rank", Status.NO_CLEAR_CHANGE),
        (TOP_FIVE, (2010, 9), (2015, 10), "rank", Status.MOVING_AWAY),
        (TOP_FIVE, (2010, 9), (2015, 5), "rank", Status.REACHED),
        (MORE, (2010, 20), (2015, 22), "percent", Status.ON_COURSE),
        (MORE, (2010, 20), (2015, 20.5), "percent", Status.NO_CLEAR_CHANGE),
        (MORE, (2010, 20), (2015, 18), "percent", Status.MOVING_AWAY),
        (MORE, (2010, 1000), (2015, 1010), "persons", Status.NO_CLEAR_CHANGE),
        (MORE, (2010, 1000), (2015, 1020), "persons", Status.ON_COURSE),
    ],
)
def test_before_the_target_year_a_kind_is_judged_by_its_pace(made: Target, start, end, unit_measure, status) -> None:
    verdict = judged(made, point(*start), point(*end), unit_measure=unit_measure)

    assert (verdict.status, verdict.reason) == (status, None)


@pytest.mark.parametrize(
    ("made", "start", "end", "status"),
    [
        (LEVEL, START, (2020, 54), Status.REACHED),
        (LEVEL, START, (2020, 53.9), Status.NOT_REACHED),
        (LEVEL, START, (2020, 44), Status.NOT_REACHED),
        (LEVEL, START, (2021, 54), Status.REACHED),
        (GROWTH, START, (2020, 54), Status.REACHED),
        (GROWTH, START, (2020, 53), Status.NOT_REACHED),
        (HALF, (2008, 8.5), (2020, 4.2), Status.REACHED),
        (HALF, (2008, 8.5), (2020, 4.3), Status.NOT_REACHED),
        (MORE, (2010, 20), (2020, 22), Status.REACHED),
        (MORE, (2010, 20), (2020, 20.5), Status.NOT_REACHED),
        (MORE, (2010, 20), (2020, 18), Status.NOT_REACHED),
    ],
)
def test_after_the_target_year_there_are_only_two_answers(made: Target, start, end, status) -> None:
    verdict = judged(made, point(*start), point(*end), base=from_year(start[0]), published=AFTER)

    assert (verdict.status, verdict.reason) == (status, None)


def test_the_measurement_of_the_target_year_decides_and_not_a_later_one() -> None:
    verdict = judged(LEVEL, point(2010, 44), point(2020, 50), point(2023, 55), published=AFTER)

    assert verdict.status is Status.NOT_REACHED
    assert verdict.numbers.latest == point(2020, 50)


@pytest.mark.parametrize(
    ("operator", "value", "status"),
    [("at_least", 60, Status.REACHED), ("more_than", 60, Status.NOT_REACHED), ("more_than", 60.1, Status.REACHED)],
)
def test_more_than_is_not_at_least(operator: str, value: float, status: Status) -> None:
    made = target("level", "up", "60", operator=operator)

    assert judged(made, point(2020, value), published=AFTER).status is status


def test_a_fall_that_is_asked_each_year_ends_at_a_level_of_at_most_that() -> None:
    made = target("growth_per_year", "down", "1", unit_measure="percentage_points", operator="at_least")

    assert judged(made, point(2010, 20), point(2020, 10), published=AFTER).status is Status.REACHED
    assert judged(made, point(2010, 20), point(2020, 11), published=AFTER).status is Status.NOT_REACHED


def test_growth_in_per_cent_is_per_cent_of_the_number_itself_and_goes_on_without_a_year() -> None:
    made = target("growth_per_year", "up", "1", deadline="", unit_measure="percent")

    verdict = judged(made, point(2010, 44), point(2013, 45.5), base=from_year(2010), published=AFTER)

    assert verdict.numbers.needed == pytest.approx(44 * 1.01**3)
    assert verdict.status is Status.ON_COURSE


@pytest.mark.parametrize(
    ("made", "points", "published", "reason"),
    [
        (target("qualitative", "up"), [], AFTER, Reason.NO_TARGET_VALUE),
        (target("qualitative", "up"), [point(2010, 3)], AFTER, Reason.NO_TARGET_VALUE),
        (HALF, [], AFTER, Reason.NO_BASE),
        (HALF, [point(2010, 7)], AFTER, Reason.NO_BASE),
        (LEVEL, [], AFTER, Reason.NO_MEASUREMENT),
        (MORE, [], AFTER, Reason.NO_MEASUREMENT),
        (LEVEL, [point(2010, 44)], BEFORE, Reason.NO_TREND),
        (LEVEL, [point(2010, 44)], AFTER, Reason.NO_TREND),
        (LEVEL, [point(2010, 44), point(2015, 49)], AFTER, Reason.SOURCE_STOPPED),
        (LEVEL, [point(2010, 44), point(2015, 50, is_break=True)], BEFORE, Reason.NO_TREND),
        (LEVEL, [point(2020, 60, is_small=True)], AFTER, Reason.SMALL_DENOMINATOR),
        (target("level", "up", "5", deadline=""), [point(2010, 2), point(2015, 4)], AFTER, Reason.NO_DEADLINE),
    ],
)
def test_where_there_is_no_verdict_there_is_a_reason(made: Target, points, published: int, reason: Reason) -> None:
    verdict = judged(made, *points, published=published)

    assert (verdict.status, verdict.reason) == (Status.NOT_ASSESSED, reason)
    assert not verdict.is_assessed


def test_a_level_without_a_year_can_be_reached() -> None:
    made = target("level", "up", "5", deadline="")

    assert judged(made, point(2015, 5), published=AFTER).status is Status.REACHED


def test_a_break_is_crossed_only_where_the_text_of_the_target_does_so() -> None:
    points = [point(2008, 8.6), point(2017, 7, is_break=True), point(2020, 6.7)]

    strict = judged(HALF, *points, base=from_year(2008), published=AFTER)
    spanning = judged(HALF, *points, base=from_year(2008), published=AFTER, spans_breaks=True)

    assert strict.reason is Reason.SERIES_BREAK
    assert spanning.status is Status.NOT_REACHED
    assert any("De reeks breekt" in line for line in spanning.lines)


def test_without_a_stated_base_the_pace_is_counted_from_the_last_break() -> None:
    points = [point(2010, 30), point(2012, 44, is_break=True), point(2015, 47)]

    verdict = judged(LEVEL, *points)

    assert verdict.numbers.base == points[1]
    assert verdict.numbers.actual == 1


def test_a_derived_base_counts_only_where_it_was_measured() -> None:
    known = judged(HALF, point(2008, 8.5), point(2020, 4), base=from_year(2008, "8.6"), published=AFTER)
    unknown = judged(HALF, point(2020, 4), base=from_year(2008, "8.6"), published=AFTER)

    assert known.numbers.base
    assert known.numbers.base.value == 8.6
    assert unknown.reason is Reason.NO_BASE


@pytest.mark.parametrize(
    ("lower", "upper", "certainty"),
    [
        (48.8, 49.5, Certainty.CERTAIN),
        (47, 51, Certainty.LIKELY),
        (46, 55, Certainty.UNDECIDED),
    ],
)
def test_the_verdict_is_made_again_at_both_limits(lower: float, upper: float, certainty: Certainty) -> None:
    verdict = judged(LEVEL, point(2010, 44), point(2015, 49, lower=lower, upper=upper))

    assert (verdict.certainty, len(verdict.at_limits)) == (certainty, 2)


def test_without_limits_nothing_is_said_about_certainty() -> None:
    assert judged(LEVEL, point(2010, 44), point(2015, 49)).certainty is Certainty.UNKNOWN


def test_limits_make_the_margin() -> None:
    points = point(2010, 44, lower=41, upper=47), point(2015, 49, lower=45, upper=53)

    verdict = judged(LEVEL, *points)

    assert verdict.numbers.margin == 5
    assert judged(LEVEL, points[0], point(2015, 48.9, lower=44.9, upper=52.9)).status is Status.NO_CLEAR_CHANGE


def test_halving_shows_that_the_methods_differ_and_why() -> None:
    made = target("level", "down", "10", deadline="2030")

    verdict = judged(made, point(2015, 20), point(2022, 15))

    assert verdict.status is Status.ON_COURSE
    assert verdict.why_methods_differ == (
        "Een vast percentage per jaar vraagt bij een daling in het begin meer dan de rechte lijn."
    )


def test_no_growth_rate_is_computed_for_a_rank() -> None:
    assert judged(TOP_FIVE, point(2010, 9), point(2015, 7), unit_measure="rank").numbers.growth is None


def test_a_base_that_met_the_goal_already_gives_no_ratio() -> None:
    verdict = judged(target("level", "up", "40"), point(2010, 44), point(2015, 38))

    assert verdict.numbers.ratio is None
    assert verdict.status is Status.MOVING_AWAY


def test_what_is_still_required_counts_from_the_measurement() -> None:
    assert judged(LEVEL, point(2010, 44), point(2015, 46)).numbers.still_required == pytest.approx(1.6)
    assert judged(LEVEL, point(2010, 44), point(2020, 46), published=AFTER).numbers.still_required is None
