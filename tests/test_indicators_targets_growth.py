import pytest
from targeted import judged, point, target

from indicators.targets.growth import (
    cagr,
    growth_to_target,
    growth_without_target,
    limit_coefficient,
    score,
)
from indicators.targets.statuses import Progress, progress_class

VECTORS = pytest.mark.parametrize(
    (
        "direction",
        "base",
        "current",
        "goal",
        "observed",
        "required",
        "ratio",
        "points",
        "rate_class",
        "line",
        "line_class",
    ),
    [
        ("up", (2015, 60), (2022, 64), (2030, 70), 0.93, 1.03, 0.8967, 2.1192, "MODERATE", 0.8571, "MODERATE"),
        ("down", (2015, 20), (2022, 15), (2030, 10), -4.03, -4.52, 0.8916, 2.0831, "MODERATE", 1.0714, "SUBSTANTIAL"),
        ("down", (2009, 8), (2019, 13.6), (2020, 4), 5.45, -6.11, -0.8924, -5, "DETERIORATION", -1.54, "DETERIORATION"),
        ("up", (2010, 50), (2015, 55), (2020, 64), 1.92, 2.50, 0.7700, 1.2144, "MODERATE", 0.7143, "MODERATE"),
    ],
    ids=["towards 70", "halve", "child poverty", "towards 64"],
)
"""Recomputed from Open SDG and Statistics Canada; rates in per cent a year, `line` is the ratio of the straight one."""


@VECTORS
def test_growth_rates_ratio_score_and_class_are_those_of_the_method(
    direction, base, current, goal, observed, required, ratio, points, rate_class, line, line_class
) -> None:
    found = growth_to_target(base, current, goal, direction)

    assert found
    assert found.required
    assert (round(100 * found.observed, 2), round(100 * found.required, 2)) == (observed, required)
    assert round(found.progress, 4) == ratio
    assert found.score == pytest.approx(points, abs=1e-4)
    assert found.progress_class is Progress[rate_class]


@VECTORS
def test_the_straight_line_has_its_own_ratio_and_class(
    direction, base, current, goal, observed, required, ratio, points, rate_class, line, line_class
) -> None:
    made = target("level", direction, str(goal[1]), deadline=str(goal[0]))
    verdict = judged(made, point(*base), point(*current))

    assert verdict.numbers.ratio == pytest.approx(line, abs=1e-4)
    assert verdict.numbers.linear_class is Progress[line_class]
    assert verdict.numbers.growth_class is Progress[rate_class]
    assert bool(verdict.why_methods_differ) is (line_class != rate_class)


def test_a_growth_rate_needs_time_and_a_number_to_start_from() -> None:
    assert cagr(64, 60, 0) is None
    assert cagr(64, 60, -1) is None
    assert cagr(64, 0, 5) is None


@pytest.mark.parametrize(
    ("base", "current", "goal"), [((2010, 4), (2015, -1), (2020, 8)), ((2010, 4), (2015, 5), (2020, -8))]
)
def test_a_change_of_sign_gives_no_result(base, current, goal) -> None:
    assert growth_to_target(base, current, goal, "up") is None


def test_two_negative_numbers_have_a_growth_rate() -> None:
    found = growth_to_target((2010, -4), (2015, -2), (2020, -1), "up")

    assert found
    assert found.observed == pytest.approx(0.5**0.2 - 1)


def test_zero_is_replaced_by_a_thousandth_and_that_is_told() -> None:
    to_zero = growth_to_target((2010, 8), (2015, 4), (2020, 0), "down")
    from_zero = growth_to_target((2010, 0), (2015, 4), (2020, 8), "up")

    assert to_zero
    assert from_zero
    assert (to_zero.replaced_zero, from_zero.replaced_zero) == (True, True)
    assert to_zero.required == pytest.approx((0.001 / 8) ** 0.1 - 1)
    assert from_zero.observed == pytest.approx((4 / 0.001) ** 0.2 - 1)


def test_a_goal_that_equals_the_base_asks_no_growth_and_gives_no_ratio() -> None:
    assert growth_to_target((2010, 8), (2015, 4), (2020, 8), "up") is None


def test_the_direction_turns_the_verdict_around() -> None:
    up, down = (growth_to_target((2015, 60), (2022, 64), (2030, 70), one) for one in ("up", "down"))

    assert up
    assert down
    assert up.progress == -down.progress
    assert down.progress_class is Progress.DETERIORATION


@pytest.mark.parametrize(
    ("ratio", "found"),
    [
        (0.95, Progress.SUBSTANTIAL),
        (0.9499, Progress.MODERATE),
        (0.60, Progress.MODERATE),
        (0.5999, Progress.LIMITED),
        (0, Progress.LIMITED),
        (-0.0001, Progress.DETERIORATION),
    ],
)
def test_a_ratio_on_a_cut_off_belongs_to_the_better_class(ratio: float, found: Progress) -> None:
    assert progress_class(ratio) is found


@pytest.mark.parametrize(
    ("ratio", "points"), [(2, 5), (1, 2.8572), (0.6, 0.00004), (0.5, -0.41665), (0, -2.5), (-3, -5)]
)
def test_the_score_lies_between_minus_five_and_five(ratio: float, points: float) -> None:
    assert score(ratio) == pytest.approx(points)


@pytest.mark.parametrize(
    ("current", "found"),
    [
        (110, Progress.SUBSTANTIAL),
        (104, Progress.MODERATE),
        (101, Progress.LIMITED),
        (99, Progress.DETERIORATION),
    ],
)
def test_without_a_goal_the_growth_itself_is_classed(current: float, found: Progress) -> None:
    growth = growth_without_target((2010, 100), (2015, current), "up")

    assert growth
    assert (growth.progress_class, growth.required, growth.score) == (found, None, None)


def test_without_a_goal_a_fall_counts_where_less_is_wanted() -> None:
    growth = growth_without_target((2010, 100), (2015, 90), "down")

    assert growth
    assert growth.progress == pytest.approx(1 - 0.9**0.2)
    assert growth.progress_class is Progress.SUBSTANTIAL


@pytest.mark.parametrize(
    ("base", "coefficient"), [(200, 1), (250, 1), (100, 0), (50, 1 - 0.5**4.44), (150, 1 - 0.5**4.44), (0, 1)]
)
def test_the_cut_offs_shrink_near_a_natural_limit(base: float, coefficient: float) -> None:
    assert limit_coefficient(base, 100) == pytest.approx(coefficient)


def test_near_a_natural_limit_less_growth_is_enough() -> None:
    free = growth_without_target((2010, 90), (2015, 93), "up")
    limited = growth_without_target((2010, 90), (2015, 93), "up", limit=100)

    assert free
    assert limited
    assert (free.progress_class, limited.progress_class) == (Progress.MODERATE, Progress.SUBSTANTIAL)
