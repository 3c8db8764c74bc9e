"""The line of a municipality beside Flanders: its axis, and names that do not overlap."""

import pytest

from indicators.figures.trend import APART, Line, apart, axis, trend


@pytest.mark.parametrize(
    ("highest", "end", "step"), [(13.4, 15, 5), (7.8, 8, 2), (100, 100, 50), (0.9, 1.0, 0.5), (0, 1.0, 0.5), (8, 8, 2)]
)
def test_an_axis_ends_at_a_round_step_at_or_above_the_highest_value(highest: float, end: float, step: float) -> None:
    assert axis(highest) == pytest.approx((end, step))


def test_names_are_pushed_apart_and_keep_their_order() -> None:
    low, high = apart([100, 98])

    assert low - high == APART


def test_a_name_is_text_and_one_that_is_too_long_is_not_cut_off() -> None:
    lines = [
        Line(name, ((2009, 10.0), (2015, 13.4)), ("10,0%", "13,4%")) for name in ("<b>", "Beveren-Kruibeke-Zwijndrecht")
    ]
    drawn = trend(lines, "%", ("2009", "2015"))

    assert "&lt;b&gt;" in drawn
    assert "De gemeente" in drawn
    assert "Zwijndrecht" not in drawn
