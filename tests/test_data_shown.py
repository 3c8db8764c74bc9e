import pytest
from made import observation

from data.model import Observation
from data.shown import place_of, shown

TABLE = {"source_ref": "Figuur 10"}
TEXT = {"source_ref": "§2.2.3"}


def chosen(*observations: Observation) -> Observation:
    (only,) = shown(observations).values()
    return only


@pytest.mark.parametrize(
    ("better", "other"),
    [
        (TABLE, TEXT),
        (TABLE | {"qualifier": "bijna"}, TEXT),
        (TABLE | {"revision": 1}, TEXT | {"revision": 2, "note": "a corrected sentence"}),
        (TABLE | {"revision": 2}, TABLE | {"revision": 1}),
        (TABLE | {"revision": 2, "source": "bron_b"}, TABLE | {"revision": 1}),
        ({"source_ref": "cijfers.xlsx, blad 1", "revision": 2}, TABLE | {"revision": 1}),
        (TEXT | {"revision": 2}, TEXT | {"revision": 1}),
        (TEXT, TEXT | {"qualifier": "bijna"}),
        (TEXT, TABLE | {"obs_value": None, "obs_status": "O", "revision": 2}),
        ({"obs_value": None, "lower": 1.0, "upper": 2.0}, {"obs_value": None, "obs_status": "O"}),
    ],
)
def test_the_better_of_two_is_shown_whichever_comes_first(better: dict[str, object], other: dict[str, object]) -> None:
    one, two = observation(**better), observation(**other)

    assert chosen(one, two) is one
    assert chosen(two, one) is one


def test_the_first_of_two_equals_is_shown() -> None:
    one, two = observation(source="bron_a"), observation(source="bron_b")

    assert chosen(one, two) is one


def test_other_areas_periods_and_breakdowns_are_other_places() -> None:
    changes = [{}, {"ref_area": "BE"}, {"time_period": "2011"}, {"breakdown": {}}, {"breakdown": {"sex": "m"}}]
    observations = [observation(**change) for change in changes]

    assert list(shown(observations).values()) == observations


def test_a_place_does_not_tell_who_published() -> None:
    one = observation(source="bron_a", source_ref="Figuur 1")

    assert place_of(one) == place_of(observation(source="bron_b", source_ref="§1"))
