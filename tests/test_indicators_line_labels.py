from indicators.figures.line_labels import labelled_points, sides_of_labels
from indicators.figures.points import Point


def points(*pairs: tuple[int, float]) -> list[Point]:
    return [Point(year, str(year), value, f"{value:g}%", "") for year, value in pairs]


def test_of_two_numbers_that_would_cover_each_other_one_is_told() -> None:
    """2017 and 2018 stand a twelfth of the axis and 0,8 of 27 apart: less than a label is wide and high."""
    found = points((2009, 15.3), (2017, 21.1), (2018, 21.9), (2021, 24))
    assert labelled_points(found, 1, 27, has_names=False) == {found[0], found[2], found[3]}


def test_close_years_both_carry_their_number_when_one_is_much_higher() -> None:
    found = points((2009, 15.3), (2017, 5), (2018, 21.9), (2021, 24))
    assert labelled_points(found, 1, 27, has_names=False) == set(found)


def test_a_number_at_the_end_of_a_steep_fall_stands_below_its_point() -> None:
    assert sides_of_labels(points((2018, 11.8), (2019, 12.1), (2020, 9.4)))[-1] == "bottom center"


def test_a_number_where_a_line_climbs_steeply_stands_below_its_point() -> None:
    assert sides_of_labels(points((2018, 4), (2019, 5), (2020, 12)))[1] == "bottom center"


def test_a_number_halfway_a_steep_fall_stays_above_its_point() -> None:
    assert sides_of_labels(points((2018, 20), (2019, 12), (2020, 4)))[1] == "top center"
