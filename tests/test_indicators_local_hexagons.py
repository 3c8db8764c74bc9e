from itertools import permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from indicators.local.hexagons import assignment, hexagons, middle

PLACES = st.dictionaries(
    st.integers(10000, 99999).map(str), st.tuples(st.floats(2.5, 6), st.floats(50.6, 51.5)), max_size=30
)


@given(arrays(float, st.tuples(st.integers(1, 4), st.just(5)), elements=st.floats(0, 9)))
def test_an_assignment_costs_least_of_all(costs: np.ndarray) -> None:
    rows = range(len(costs))
    found = assignment(costs)
    least = min(costs[rows, list(chosen)].sum() for chosen in permutations(range(5), len(costs)))

    assert len(set(found)) == len(costs)
    assert np.isclose(costs[rows, found].sum(), least)


@given(PLACES)
def test_every_municipality_has_a_cell_of_its_own_and_the_same_one_each_time(
    centres: dict[str, tuple[float, float]],
) -> None:
    found = hexagons(centres)

    assert set(found) == set(centres)
    assert len(set(found.values())) == len(centres)
    assert hexagons(dict(reversed(centres.items()))) == found


def test_west_stays_west_and_north_stays_north() -> None:
    found = hexagons({"west": (2.5, 51.0), "east": (6.0, 51.0), "north": (4.0, 51.5), "south": (4.0, 50.6)})
    places = {code: middle(cell) for code, cell in found.items()}

    assert places["west"][0] < places["east"][0]
    assert places["south"][1] < places["north"][1]
