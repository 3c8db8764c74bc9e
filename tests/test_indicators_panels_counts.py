"""Charts of counts and of the parts of a whole."""

from dataclasses import asdict

from annexed import described, drawn, layout, number, traces, view_of
from panels_drawn import NEWCOMERS, marks, persons, row_names

from data.model import Observation


# Counts
def test_counts_are_bars_from_the_largest_to_the_smallest() -> None:
    (panel,) = view_of("foreign_nationals").panels

    assert (traces(panel)[0]["type"], traces(panel)[0]["x"]) == ("bar", [1057666.0, 399433.0])


def test_a_count_that_dwarfs_the_others_is_told_in_words() -> None:
    (panel,) = view_of("disability_recognised").panels

    assert panel.notes == ("Niet getekend, want veel groter dan de andere: Belgische nationaliteit (120.413).",)
    assert traces(panel)[0]["x"][:2] == [867.0, 410.0]
    assert "Belgische nationaliteit: 120.413" in panel.description


def test_a_subtotal_is_no_bar_beside_its_parts() -> None:
    (panel,) = view_of("care_users").panels

    assert 28721.0 not in traces(panel)[0]["x"]
    assert 1233.0 not in traces(panel)[0]["x"]
    assert traces(panel)[0]["x"][:3] == [675.0, 558.0, 160.0]


def test_bars_of_one_group_say_in_their_title_of_which() -> None:
    (panel,) = view_of("migrant_associations").panels

    assert panel.title == "Naar vereniging (kolom 7)"
    assert row_names(panel)[0] == "Internationaal Comité (IC)"


def test_a_range_among_counts_has_no_bar() -> None:
    counts = described("foreign_nationals")
    limits = persons(0.0, age="65+")
    figures = [persons(5.0, age="0-11"), persons(3.0, age="18-64")]
    figures.append(Observation(**{**asdict(limits), "obs_value": None, "lower": 1.0, "upper": 2.0}))

    assert traces(drawn(counts, *figures)[0])[0]["x"] == [5.0, 3.0]


def test_one_count_is_no_chart() -> None:
    assert drawn(NEWCOMERS, persons(41090.0)) == []


# Parts
def test_school_delay_is_stacked_per_group_on_one_axis() -> None:
    belgian, foreign, _rest = view_of("school_delay").panels

    assert (belgian.title, foreign.title) == (
        "Leerlingen met de Belgische nationaliteit",
        "Leerlingen met een vreemde nationaliteit",
    )
    assert [one["x"][-1] for one in traces(foreign)] == [37.65, 22.89, 13.2]
    assert [one["x"][0] for one in traces(belgian)] == [17.33, 1.45, 0.07]
    assert layout(belgian)["xaxis"]["range"] == layout(foreign)["xaxis"]["range"]
    assert [name for _, name in foreign.legend] == ["1 jaar", "2 jaar", "meer dan 2 jaar"]


def test_codes_that_overlap_the_parts_are_drawn_apart() -> None:
    rest = view_of("school_delay").panels[2]

    assert rest.title == "Andere cijfers"
    assert {74.0, 34.0, 41.0, 13.0} <= set(marks(rest))


def test_a_stack_wants_every_part_a_group_and_at_most_three_steps() -> None:
    delay = described("school_delay")
    parts = [
        number(value, nationality="be", school_year=year, delay=code)
        for year in "12"
        for code, value in (("1", 17.0), ("2", 1.0))
    ]
    without_one = [*parts[:3], number(None, nationality="be", school_year="2", delay="2")]
    without_group = [
        number(one.number, **{key: code for key, code in one.breakdown.items() if key != "nationality"})
        for one in parts
    ]

    assert len(traces(drawn(delay, *parts)[0])) == 2
    assert len(traces(drawn(delay, *without_one)[0])[0]["x"]) == 1
    assert drawn(delay, *without_group)[0].description.startswith("Puntgrafiek")
