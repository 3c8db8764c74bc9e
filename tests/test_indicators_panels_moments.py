"""Charts of one or two moments, of numbers that are no plain measurement, and of more rows than one can follow."""

import pytest
from annexed import catalogue, described, drawn, layout, newest_shelf, number, view_of
from panels_drawn import NEWCOMERS, WORK, labels, marks, persons, row_names

from indicators.panels.panel import Panel


# One moment
def test_two_groups_at_one_moment_are_one_row_with_two_symbols() -> None:
    (panel,) = drawn(WORK, number(44.0, nationality="non_eu"), number(73.0, nationality="be_eu"))

    assert row_names(panel) == ["Naar nationaliteit"]
    assert marks(panel) == {73.0: "circle", 44.0: "diamond"}
    assert panel.legend == (("be", "Belgische of EU-nationaliteit"), ("non_eu", "niet-EU-nationaliteit"))


def test_one_group_at_one_moment_is_a_dot() -> None:
    (panel,) = drawn(WORK, number(44.0, nationality="non_eu"))

    assert (row_names(panel), marks(panel)) == (["Niet-EU-nationaliteit"], {44.0: "diamond"})


def test_many_groups_stand_from_high_to_low_below_their_reference() -> None:
    (panel,) = view_of("home_ownership", uitsplitsing="nationality").panels

    assert row_names(panel) == [
        "Belgische nationaliteit",
        "Turkije",
        "Zuid-Europese nationaliteit",
        "Noordwest-Europese nationaliteit",
        "Niet-Europese nationaliteit",
        "Oost-Europese nationaliteit",
        "Marokko",
    ]


def test_two_years_are_one_row_that_names_both() -> None:
    (panel,) = drawn(WORK, number(42.0, "2008"), number(44.0, "2010"))

    assert row_names(panel) == ["Totaal, 2008 en 2010"]
    assert marks(panel) == {42.0: "circle", 44.0: "circle"}


def test_a_count_of_two_years_is_a_dumbbell_too() -> None:
    (panel,) = drawn(NEWCOMERS, persons(30702.0, "2009"), persons(41090.0, "2010"))

    assert (row_names(panel), labels(panel)) == (["Totaal, 2009 en 2010"], ["30.702", "41.090"])


def test_sections_in_one_chart_stand_under_headings_with_their_own_area_and_period() -> None:
    (panel,) = view_of("jobseekers_dutch_share").panels

    assert row_names(panel) == [
        "<b>Naar kennis van het Nederlands, Vlaanderen, juni 2011</b>",
        "Weinig of geen Nederlands",
        "<b>Naar moedertaal, gebied niet vermeld, december 2009</b>",
        "Andere moedertaal dan het Nederlands",
    ]


def test_two_marks_of_other_periods_are_told_apart_in_words() -> None:
    (panel,) = view_of("higher_education_share").panels

    assert panel.notes == (
        "De twee groepen zijn niet in dezelfde periode gemeten "
        "(instroom: academiejaar 2009‑2010; diploma's: academiejaar 2008‑2009).",
    )


def test_a_range_is_drawn_from_limit_to_limit_and_told_in_its_name() -> None:
    limits = number(None, lower=5.0, upper=6.0, qualifier="tussen", printed="tussen 5 en 6%", nationality="non_eu")
    (panel,) = drawn(WORK, limits)

    assert row_names(panel) == ["Niet-EU-nationaliteit: 5 tot 6%"]
    assert marks(panel) == {5.0: "diamond-open", 6.0: "diamond-open"}
    assert panel.subtitle.endswith("Open symbool: grens van een interval.")


def test_a_missing_number_is_told_in_its_row() -> None:
    (panel,) = drawn(
        described("home_ownership"),
        *(
            number(value, "", ref_area="", nationality=code)
            for code, value in {"be": 78.0, "tr": 71.0, "ma": None}.items()
        ),
    )

    assert row_names(panel)[-1] == "Marokko: waarde niet in de tekst"


# Open symbols
@pytest.mark.parametrize(
    ("changes", "label", "reason"),
    [
        ({"printed": "", "derivation": "44 + 29"}, "73% (afgeleid)", "afgeleid cijfer"),
        ({"qualifier": "bijna"}, "bijna 73%", "in woorden afgerond cijfer"),
        ({"qualifier": "7 op de 10"}, "ongeveer 73%", "in woorden afgerond cijfer"),
        ({"obs_status": "E"}, "73% (raming)", "raming"),
        ({"obs_status": "P"}, "73% (voorlopig)", "voorlopig cijfer"),
        ({"obs_status": "F"}, "73% (vooruitzicht)", "vooruitzicht"),
    ],
)
def test_a_number_that_is_no_plain_measurement_has_an_open_symbol_a_label_and_a_reason(
    changes: dict[str, str], label: str, reason: str
) -> None:
    (panel,) = drawn(WORK, number(73.0, nationality="be_eu", **changes))

    assert marks(panel) == {73.0: "circle-open"}
    assert labels(panel) == [label]
    assert panel.subtitle == f"Aandeel in %. De as begint bij nul. Open symbool: {reason}."


def test_an_earlier_open_number_on_a_row_is_explained_too() -> None:
    panel = view_of("deprivation_index").panels[0]

    assert "Open symbool: afgeleid cijfer." in panel.subtitle
    assert marks(panel)[8.2] == "circle-open"


def test_the_annex_figure_of_work_shows_derived_and_rounded_numbers_open() -> None:
    assert marks(view_of("employment_rate").panels[0]) == {
        73.0: "circle-open",
        74.0: "circle-open",
        44.0: "diamond",
        53.0: "diamond",
        30.0: "diamond-open",
    }


# More than a reader can follow
def census(**chosen: str) -> Panel:
    (panel,) = view_of("census_employment_rate", newest_shelf(), **chosen).panels
    return panel


def test_of_too_many_rows_only_those_of_the_headlines_area_are_drawn() -> None:
    panel = census()

    assert panel.notes == (
        "We tekenen Vlaams Gewest. De andere gebieden staan in de tabel; kies een gebied om het te tekenen.",
    )
    assert ", Vlaams Gewest, 2011. Belgische nationaliteit: 66,8% (afgeleid)" in panel.description
    assert [name for name in row_names(panel) if "Provincie" in name or "België," in name] == []


def test_another_area_is_drawn_for_who_chooses_it() -> None:
    panel = census(gebied="bhg")

    assert panel.notes == ()
    assert ", Brussels Hoofdstedelijk Gewest, 2011. Belgische nationaliteit: 52,9%" in panel.description


def test_as_many_rows_as_a_reader_can_follow_are_all_drawn() -> None:
    panel = census(uitsplitsing="sex", gebied="vlg~bhg~wg")

    assert panel.notes == ()
    assert len([name for name in row_names(panel) if "Gewest" in name]) == 2 * 3


def test_no_chart_is_longer_than_a_reader_scrolls() -> None:
    for name in catalogue().indicators:
        shown = view_of(name, newest_shelf())
        assert all(layout(panel)["height"] < 2000 for panel in shown.panels), name
