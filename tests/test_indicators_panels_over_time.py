"""Charts of three years and more."""

import pytest
from annexed import described, drawn, number, traces, view_of
from panels_drawn import WORK


def test_three_years_make_a_line() -> None:
    (panel,) = drawn(WORK, number(42.0, "2008"), number(43.0, "2009"), number(44.0, "2010"))

    assert traces(panel)[0]["mode"] == "lines+markers+text"
    assert traces(panel)[0]["x"] == [2008.0, 2009.0, 2010.0]
    assert panel.description.startswith("Lijngrafiek. Werkzaamheidsgraad, Vlaanderen, 2008 tot 2010. ")


def test_a_series_too_short_for_a_line_is_told_in_a_note() -> None:
    (panel, *_rest) = view_of("children_mother_origin").panels

    assert panel.notes == (
        "Niet als lijn getekend, want minder dan 3 metingen: moeder van Marokkaanse origine: 5,2% in 2010; "
        "moeder van Turkse origine: 3,1% in 2010; moeder van Nederlandse origine: 1,9% in 2010.",
    )


def test_numbers_without_a_year_make_no_line() -> None:
    panels = drawn(WORK, number(42.0, ""), number(43.0, "2009"), number(44.0, "2010"))

    assert [one.description.split(".")[0] for one in panels] == ["Puntgrafiek"]


@pytest.mark.parametrize(
    ("years", "note"),
    [
        (("2002", "2004", "2008"), "Geen meting in 2003 en 2005 tot 2007."),
        (("2006", "2008", "2010"), "Geen meting in 2007 en 2009."),
        (("2002", "2006", "2009"), "Geen meting in 2003 tot 2005, 2007 en 2008."),
        (("2006", "2007", "2008"), ""),
    ],
)
def test_years_without_a_measurement_are_named(years: tuple[str, ...], note: str) -> None:
    (panel,) = drawn(WORK, *(number(40.0 + place, year) for place, year in enumerate(years)))

    assert panel.notes == ((note,) if note else ())


def test_a_skipped_school_year_has_both_its_years() -> None:
    grades = described("grade_repetition")
    years = ("2006-2007", "2007-2008", "2009-2010")
    (panel,) = drawn(grades, *(number(7.0, year, ref_area="", nationality="foreign") for year in years))

    assert panel.notes == ("Geen meting in 2008‑2009.",)


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ((40.0, 41.0, 45.0), "In 2010 is de stijging het grootst: naar 45%"),
        ((40.0, 41.0, 35.0), "In 2010 is de daling het grootst: naar 35%"),
        ((40.0, 45.0, 44.0), "Het hoogst in 2009, het laagst in 2008"),
        ((40.0, 40.0, 40.0), "Hoeveel personen hebben werk?"),
    ],
)
def test_the_title_of_a_line_says_what_is_special(values: tuple[float, ...], title: str) -> None:
    (panel,) = drawn(WORK, *(number(value, str(2008 + place)) for place, value in enumerate(values)))

    assert panel.title == title


def test_the_title_of_a_line_compares_nothing_over_a_break() -> None:
    figures = [number(10.0, "2007"), number(40.0, "2008", obs_status="B"), number(43.0, "2009"), number(44.0, "2010")]

    assert drawn(WORK, *figures)[0].title == "Het hoogst in 2010, het laagst in 2008"


def test_the_estimate_for_2010_is_open_its_segment_dashed_and_its_label_says_so() -> None:
    firm, last = traces(view_of("children_mother_origin").panels[0])

    assert (firm["x"][-1], set(firm["marker"]["symbol"]), firm["line"]["dash"]) == (2009.0, {"square"}, "solid")
    assert (last["x"], last["marker"]["symbol"][-1], last["line"]["dash"]) == ([2009.0, 2010.0], "square-open", "dot")
    assert "23,3% (raming)" in last["text"][-1]


def test_of_several_series_over_time_one_is_large_and_the_others_are_small() -> None:
    shown = view_of("newcomers_profile")

    assert [one.title for one in shown.panels] == ["Naar nationaliteit"]
    assert [one.title for one in shown.multiples] == [
        "Elke groep apart: naar nationaliteit",
        "Naar doelgroep",
        "Naar geslacht",
        "Naar leeftijd",
        "Nieuwkomers",
    ]


def test_a_choice_of_years_narrows_the_small_drawings_too() -> None:
    assert view_of("newcomers", jaar="2009..2010").multiples == ()
    assert [one.items[0].change for one in view_of("newcomers", jaar="2008..2010").multiples] == [
        "+2,3 procentpunten sinds 2008",
        "+16,9 procentpunten sinds 2008",
        "−2,8 procentpunten sinds 2008",
        "+1,0 procentpunten sinds 2008",
    ]
