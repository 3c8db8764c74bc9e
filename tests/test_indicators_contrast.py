"""Marks of a chart can be told from the page: 3:1 (WCAG 2.1, 1.4.11), by its formula of relative luminance."""

import re

import pytest

from indicators.figures import theme, tiles


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def on_white(colour: str) -> float:
    return 1.05 / (luminance(colour) + 0.05)


def test_the_formula_gives_the_known_contrasts() -> None:
    assert on_white("#000000") == pytest.approx(21)
    assert on_white("#767676") == pytest.approx(4.54, abs=0.01)  # the lightest grey for text on white, by WebAIM


def test_each_part_of_a_bar_has_a_colour_or_an_edge_of_3_to_1() -> None:
    pairs = zip(theme.STEPS, theme.STEP_LINES, strict=True)

    assert min(max(on_white(fill), on_white(edge)) for fill, edge in pairs) >= 3


@pytest.mark.parametrize("place", [None, 0, 1, 2, 3, 4])
def test_each_hexagon_has_an_edge_of_3_to_1(place: int | None) -> None:
    (edge,) = re.findall(r"stroke(?:=|%3D)(?:\"|%22|')(?:#|%23)(\w{6})", tiles.swatch(place))

    assert on_white(f"#{edge}") >= 3
