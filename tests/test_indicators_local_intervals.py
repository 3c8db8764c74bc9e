"""Intervals, against the vectors that OHID's PHEindicatormethods and Swing give for the same formulas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.local.intervals import Interval, counted, difference, exact, survey_margin, wilson, z_of
from indicators.local.position import band
from indicators.local.standing import desirability, standing


@pytest.mark.parametrize(
    ("count", "of", "lower", "upper"),
    [
        (10, 50, 11.24, 33.04),
        (40, 80, 39.30, 60.70),
        (4, 80, 1.96, 12.16),
        (0, 30, 0.00, 11.35),
        (3, 15, 7.05, 45.19),
        (250, 2000, 11.12, 14.02),
    ],
)
def test_wilson_gives_the_limits_of_the_vectors(count: int, of: int, lower: float, upper: float) -> None:
    found = wilson(count, of).times(100)

    assert (round(found.lower, 2), round(found.upper, 2)) == (lower, upper)


@pytest.mark.parametrize(
    ("count", "lower", "upper"), [(12, 6.194, 20.963), (25, 16.174, 36.906), (100, 81.362, 121.628)]
)
def test_byar_gives_the_limits_of_the_vectors(count: int, lower: float, upper: float) -> None:
    found = counted(count)

    assert (round(found.lower, 3), round(found.upper, 3)) == (lower, upper)


@pytest.mark.parametrize(("count", "lower", "upper"), [(0, 0.0, 3.689), (1, 0.025, 5.572), (5, 1.623, 11.668)])
def test_a_count_below_ten_has_the_exact_limits_of_garwood(count: int, lower: float, upper: float) -> None:
    found = counted(count)

    assert found == exact(count)
    assert (round(found.lower, 3), round(found.upper, 3)) == (lower, upper)


def test_newcombes_interval_of_a_difference_is_that_of_his_article() -> None:
    """Newcombe 1998, table II, example (a): 56/70 and 48/80, method 10."""
    found = difference(56, 70, 48, 80)

    assert (round(found.lower, 4), round(found.upper, 4)) == (0.0524, 0.3339)


def test_the_margin_of_a_survey_is_that_of_the_formula_and_not_of_the_printed_example() -> None:
    assert round(survey_margin(100 * 4602.75 / 11626.85, 408, 11626.85), 2) == 4.66


def test_a_level_of_998_permille_is_wider() -> None:
    assert round(z_of(0.998), 2) == 3.09
    assert wilson(10, 50, 0.998).upper > wilson(10, 50).upper


@pytest.mark.parametrize(("count", "of"), [(5, 4), (-1, 4), (0, 0)])
def test_what_is_no_share_has_no_interval(count: int, of: int) -> None:
    with pytest.raises(ValueError, match="is no share"):
        wilson(count, of)


@pytest.mark.parametrize(
    ("count", "of", "reference", "word", "symbol"),
    [
        (3, 15, 40, "vergelijkbaar", "●"),
        (10, 50, 40, "lager", "▼"),
        (250, 2000, 10, "hoger", "▲"),
    ],
)
def test_only_an_interval_that_leaves_a_number_out_makes_a_difference(
    count: int, of: int, reference: float, word: str, symbol: str
) -> None:
    found = standing(wilson(count, of).times(100), reference)

    assert (found.word, found.symbol) == (word, symbol)


@pytest.mark.parametrize("reference", [10, 20, 90])
def test_an_indicator_without_a_verdict_is_never_better_or_worse(reference: float) -> None:
    assert desirability(standing(Interval(15, 25), reference), "neutral") == ""


@pytest.mark.parametrize(
    ("reference", "polarity", "told"),
    [
        (10, "higher_is_better", "gunstiger"),
        (90, "higher_is_better", "minder gunstig"),
        (10, "lower_is_better", "minder gunstig"),
        (20, "lower_is_better", ""),
    ],
)
def test_a_difference_is_better_or_worse_by_the_polarity(reference: float, polarity: str, told: str) -> None:
    assert desirability(standing(Interval(15, 25), reference), polarity) == told


@given(st.integers(0, 100), st.integers(1, 40), st.lists(st.tuples(st.integers(0, 50), st.integers(50, 90))))
def test_a_smaller_number_of_people_never_gives_a_narrower_band(
    percent: int, times: int, others: list[tuple[int, int]]
) -> None:
    around = [wilson(count, of) for count, of in others]
    small, large = band(wilson(percent, 100), around), band(wilson(percent * times, 100 * times), around)

    assert small[0] <= large[0]
    assert small[1] >= large[1]
