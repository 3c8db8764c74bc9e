import re
from pathlib import Path

import numpy as np
import pytest
from bounded import AREAS, written
from local_made import ANTWERPEN, GENT, LEUVEN, everywhere, local

from data.boundaries import Boundaries, read_boundaries
from indicators.figures.borders import borders
from indicators.local.area_map import AreaMap, area_map
from indicators.local.profile import Local


@pytest.fixture
def made(tmp_path: Path) -> Local:
    earlier = everywhere("work", {GENT: 90}, period="2010")
    return local(tmp_path, [*everywhere("work", {GENT: 60, LEUVEN: 20}), *earlier, *everywhere("poverty")])


def shown(made: Local, **query: str) -> AreaMap:
    found = area_map(made, {"indicator": "work", **query})
    assert found is not None
    return found


def test_every_municipality_is_a_hexagon_and_stands_in_the_table(made: Local) -> None:
    found = shown(made)

    assert found.svg.count("<path") == len(found.places) == 285
    assert (found.places[0].name, found.places[0].value) == ("Gent", "60,0%")
    assert (found.places[-1].name, found.places[-1].value) == ("Leuven", "20,0%")
    assert "Hoogst: Gent (60,0%). Laagst: Leuven (20,0%)." in found.text


def test_the_classes_are_the_same_in_every_year(made: Local) -> None:
    assert shown(made, jaar="2010").legend == shown(made, jaar="2015").legend
    assert len(shown(made).legend) == 4  # four different numbers in all years


def test_a_municipality_without_a_number_is_counted_and_has_no_colour(tmp_path: Path) -> None:
    figures = [one for one in everywhere("work") if one.ref_area != ANTWERPEN]
    found = shown(local(tmp_path, figures))

    assert found.missing == 1
    assert len(re.findall('fill="#FFFFFF"', found.svg)) == 1


def test_with_boundaries_each_municipality_is_drawn_within_them(made: Local, tmp_path: Path) -> None:
    boundaries = read_boundaries(written(tmp_path), AREAS)

    found, hexagons = area_map(made, {}, boundaries), area_map(made, {})

    assert found
    assert hexagons
    assert (found.svg.count("<path"), found.boundaries_source) == (285, "Verzonnen vierkanten")
    assert (found.places, found.legend) == (hexagons.places, hexagons.legend)


def test_a_square_is_drawn_north_up_and_in_one_piece() -> None:
    """Two squares of 0.1 degrees side by side: 1200 steps across, and 1 ÷ cos 51.05° as high as wide."""
    west = np.array([(4.0, 51.0), (4.0, 51.1), (4.1, 51.1), (4.1, 51.0), (4.0, 51.0)])
    svg = borders(Boundaries({"a": (west,), "b": (west + (0.1, 0),)}, "x"), {"a": 4})

    assert 'd="M4 958l0-954 600 0 0 954z" fill="#0B4F49"' in svg
    assert 'd="M604 958l0-954 600 0 0 954z" fill="#FFFFFF"' in svg


def test_what_the_address_asks_and_we_do_not_know_is_told(made: Local) -> None:
    assert set(shown(made, jaar="1066", kleur="rood").unknown) == {"jaar=1066", "kleur=rood"}


def test_without_percentages_there_is_no_map(tmp_path: Path) -> None:
    assert area_map(local(tmp_path, []), {}) is None
