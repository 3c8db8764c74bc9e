import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.local.shares import Share, disadvantage, movement, people_needed, summary

COUNTS = st.tuples(st.integers(0, 500), st.integers(500, 900)).map(lambda pair: Share(*pair))


def test_a_group_is_the_sum_of_its_counts_and_not_the_mean_of_its_percentages() -> None:
    village, city = Share(5, 10), Share(100, 990)

    found = summary([village.percent, city.percent], [village, city], members=3)

    assert found.share == Share(105, 1000)
    assert found.share.percent == 10.5
    assert (found.with_data, found.members) == (2, 3)


def test_median_and_quartiles_stand_beside_it() -> None:
    found = summary([1.0, 2.0, 3.0, 4.0, 10.0], [Share(1, 100)] * 5, members=5)

    assert (found.median, found.quartiles) == (3.0, (2.0, 4.0))


def test_a_member_without_counts_leaves_the_group_without_a_sum() -> None:
    found = summary([1.0, 2.0], [Share(1, 100), None], members=2)

    assert (found.share, found.median, found.quartiles) == (None, 1.5, None)


def test_a_group_without_data_has_nothing() -> None:
    found = summary([], [], members=4)

    assert (found.share, found.median, found.with_data) == (None, None, 0)


def test_positive_always_means_disadvantage() -> None:
    """Work: 40 of 100 against 140 of 200 (70%); unemployment: 20 of 100 against 10 of 200 (5%)."""
    work = disadvantage(Share(40, 100), Share(140, 200), "higher_is_better")
    unemployment = disadvantage(Share(20, 100), Share(10, 200), "lower_is_better")

    assert round(work.size, 9) == 30
    assert round(unemployment.size, 9) == 15
    assert work.interval.lower < 30 < work.interval.upper


def test_the_people_for_whom_a_gap_stands_are_rounded_up() -> None:
    assert people_needed(80, 10.1) == 9
    assert people_needed(100, 30) == 30
    assert people_needed(80, -5) == 0


def test_the_people_have_the_limits_of_the_gap() -> None:
    found = disadvantage(Share(40, 100), Share(140, 200), "higher_is_better")

    assert found.people == 30
    assert found.people_limits[0] < 30 < found.people_limits[1]


def test_a_gap_that_shrinks_tells_which_side_moved() -> None:
    """Work: the group went from 40 to 45%, the reference from 70 to 68%; the gap from 30 to 23."""
    before, after = (Share(40, 100), Share(70, 100)), (Share(45, 100), Share(68, 100))

    found = movement(before, after, "higher_is_better")

    assert (round(found.change, 9), round(found.by_group, 9), round(found.by_reference, 9)) == (-7, -5, -2)


@pytest.mark.parametrize("polarity", ["higher_is_better", "lower_is_better", "neutral"])
@given(before=st.tuples(COUNTS, COUNTS), after=st.tuples(COUNTS, COUNTS))
def test_the_parts_add_up_to_the_change(polarity: str, before: tuple[Share, Share], after: tuple[Share, Share]) -> None:
    found = movement(before, after, polarity)
    sizes = [disadvantage(group, reference, polarity).size for group, reference in (before, after)]

    assert found.by_group + found.by_reference == pytest.approx(found.change)
    assert found.change == pytest.approx(sizes[1] - sizes[0])
