from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.local.intervals import Interval
from indicators.local.map_classes import bounds, class_of
from indicators.local.position import band, fifth, is_vague, place_told


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (10, "hoogste 20%"),
        (9, "hoogste 20%"),
        (8, "boven het midden"),
        (5, "midden"),
        (3, "onder het midden"),
        (1, "laagste 20%"),
    ],
)
def test_a_fifth_of_the_ranking_is_told_in_words(value: float, word: str) -> None:
    assert fifth(value, range(1, 11)) == word


def test_equal_values_share_the_place_in_the_middle_of_theirs() -> None:
    assert fifth(4, [4, 4, 4, 4, 4]) == "midden"


def test_fewer_than_five_areas_have_no_fifths() -> None:
    assert fifth(1, [1, 2, 3, 4]) == ""


def test_a_band_holds_the_places_of_all_whose_intervals_touch() -> None:
    others = [Interval(8, 9), Interval(5, 6), Interval(4, 5), Interval(1, 2)]

    assert band(Interval(4.5, 5.5), others) == (2, 4)


def test_equal_intervals_share_a_band() -> None:
    three = [Interval(1, 2)] * 3

    assert band(three[0], three[1:]) == (1, 3)


@pytest.mark.parametrize(
    ("places", "told"), [((41, 118), "plaats 41 tot 118 van 285"), ((52, 52), "52ste van 285"), ((2, 2), "2de van 285")]
)
def test_a_band_is_told_in_words(places: tuple[int, int], told: str) -> None:
    assert place_told(places, 285) == told


def test_a_band_of_more_than_half_of_all_is_vague() -> None:
    assert is_vague((1, 6), 10)
    assert not is_vague((1, 5), 10)


def test_map_classes_start_at_groups_of_equal_size_and_move_until_none_moves() -> None:
    """Two clusters: the seeds 1,2,3 | 4,100,101 move to 1,2,3,4 | 100,101; the bound is half-way their means."""
    assert bounds([1, 2, 3, 4, 100, 101], classes=2) == ((2.5 + 100.5) / 2,)


def test_fewer_different_values_than_classes_have_a_bound_between_each_two() -> None:
    assert bounds([1, 1, 3]) == (2,)
    assert bounds([]) == ()


@given(st.lists(st.floats(0, 100), min_size=1))
def test_map_classes_are_in_order_and_hold_every_value(values: list[float]) -> None:
    found = bounds(values)

    assert len(found) <= 4
    assert all(low < high for low, high in pairwise(found))
    assert all(0 <= class_of(value, found) <= 4 for value in values)
